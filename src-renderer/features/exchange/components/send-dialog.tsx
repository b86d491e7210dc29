import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import FormControlLabel from '@mui/material/FormControlLabel';
import Stack from '@mui/material/Stack';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { z } from 'zod';
import { contractIdSchema, type ContractId } from '#shared/features/contracts/model.ts';
import type { ContactId } from '#shared/features/exchange/model.ts';
import type { TemplateVersionId } from '#shared/features/templates/model.ts';
import { useLanguage, useTranslate } from '../../../i18n/i18n.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { useTask } from '../../../ipc/use-task.ts';
import { useHolds } from '../../../ipc/use-vault-status.ts';
import { KeptForm, type KeptForm as KeptFormOf } from '../../../keeping/kept-form.tsx';
import type { FieldsOf } from '../../../keeping/restore-typed.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { ProgressLine } from '../../../ui/progress-line.tsx';
import { useToast } from '../../../ui/use-toast.ts';

export const sendKinds = ['work', 'approval', 'templates'] as const;
export type SendKind = (typeof sendKinds)[number];

interface SendDialogProps {
  readonly kind: SendKind;
  /** Chosen already where the person came from. */
  readonly contractId?: ContractId | undefined;
  readonly onClose: () => void;
}

interface Choice {
  readonly id: string;
  readonly label: string;
  /** An approval goes to whoever it is assigned to. */
  readonly contactId: ContactId | null;
}

/** A pack as it is being put together; what goes into it by its ids. */
interface PackTyped {
  readonly ids: readonly string[];
  readonly contactId: string;
  readonly withFiles: boolean;
  readonly withAmounts: boolean;
  readonly message: string;
}

const fields: FieldsOf<PackTyped> = { ids: z.array(z.string()).readonly(), contactId: z.string(), withFiles: z.boolean(), withAmounts: z.boolean(), message: z.string() };

/** Writes a pack: what goes into it, for whom, and whether money goes along; kept until it is written or given up. */
export function SendDialog(props: SendDialogProps) {
  const { kind, contractId } = props;
  const fresh = (): PackTyped => ({ ids: contractId === undefined ? [] : [contractId], contactId: '', withFiles: true, withAmounts: false, message: '' });
  return (
    <KeptForm of={{ contractId: contractId ?? null, dialog: 'pack', about: packAbout(kind, contractId) }} fields={fields} fresh={fresh} onClose={props.onClose}>
      {(kept) => <PackForm {...props} kept={kept} />}
    </KeptForm>
  );
}

/** What a kept pack is told apart by: its kind, and the contract that it was begun on. */
function packAbout(kind: SendKind, contractId: ContractId | undefined): string {
  return [kind, ...(contractId === undefined ? [] : [contractId])].join(' ');
}

/** The same read back; null where it says nothing of the kind. */
export function packBegun(about: string): Pick<SendDialogProps, 'kind' | 'contractId'> | null {
  const [word, id] = about.split(' ');
  const kind = sendKinds.find((one) => one === word);
  const contractId = contractIdSchema.safeParse(id);
  return kind === undefined ? null : { kind, contractId: contractId.success ? contractId.data : undefined };
}

function PackForm({ kind, kept }: SendDialogProps & { readonly kept: KeptFormOf<PackTyped> }) {
  const translate = useTranslate();
  const toast = useToast();
  const titleId = useId();
  const choices = useChoices(kind);
  const contacts = (useOperation('exchange.contacts', undefined).data ?? []).filter(({ confirmedAt }) => confirmedAt !== null);
  const { ids: chosen, withFiles, withAmounts, message } = kept.typed;
  const work = useTask('exchange.sendWork', 'exchange.cancel');
  const approval = useTask('exchange.sendApproval', 'exchange.cancel');
  const templates = useTask('exchange.sendTemplates', 'exchange.cancel');
  const task = { work, approval, templates }[kind];
  // What is gone by now is no choice any more.
  const picked = chosen.flatMap((id) => choices.find((one) => one.id === id) ?? []);
  const contactId = contacts.find(({ id }) => id === kept.typed.contactId)?.id ?? '';
  const to = kind === 'approval' ? (picked[0]?.contactId ?? '') : contactId;
  const holdsFinance = useHolds('finance');
  const isRunning = task.state.kind === 'running';

  async function send(): Promise<void> {
    if (to === '') return;
    const ids = picked.map(({ id }) => id);
    const options = { contactId: to, withFiles, withAmounts: withAmounts && holdsFinance, message };
    const written =
      kind === 'work'
        ? await work.start({ ...options, contractIds: ids as unknown as ContractId[] })
        : kind === 'approval'
          ? await approval.start({ ...options, approvalTaskId: ids[0] as never })
          : await templates.start({ contactId: to, message, versionIds: ids as unknown as TemplateVersionId[] });
    if (written === null) return;
    toast.success(translate('exchange.send.done', { name: written.fileName }));
    kept.close();
  }

  return (
    <Dialog open onClose={isRunning ? undefined : kept.close} holdsTyped={kept.isKept} maxWidth="sm" fullWidth aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{translate(`exchange.send.title.${kind}`)}</DialogTitle>
      <DialogContent>
        <Stack spacing={2} sx={{ pt: 1 }}>
          {kept.notice}
          <Typography color="textSecondary">{translate(`exchange.send.lead.${kind}`)}</Typography>
          {kind === 'approval' ? (
            <TextField select label={translate('exchange.send.task')} value={picked[0]?.id ?? ''} onChange={(event) => kept.change({ ids: [event.target.value] })} helperText={choices.length === 0 ? translate('exchange.send.noTask') : undefined}>
              {choices.map(({ id, label }) => (
                <MenuItem key={id} value={id}>
                  {label}
                </MenuItem>
              ))}
            </TextField>
          ) : (
            <Autocomplete
              multiple
              options={choices}
              value={picked}
              onChange={(_, next) => kept.change({ ids: next.map(({ id }) => id) })}
              getOptionKey={({ id }) => id}
              getOptionLabel={({ label }) => label}
              isOptionEqualToValue={(one, other) => one.id === other.id}
              renderInput={(params) => <TextField {...params} label={translate(kind === 'work' ? 'exchange.send.contracts' : 'exchange.send.templates')} />}
            />
          )}
          {kind !== 'approval' && (
            <TextField select label={translate('exchange.send.to')} value={contactId} onChange={(event) => kept.change({ contactId: event.target.value })} helperText={contacts.length === 0 ? translate('exchange.send.noContact') : undefined}>
              {contacts.map(({ id, name }) => (
                <MenuItem key={id} value={id}>
                  {name}
                </MenuItem>
              ))}
            </TextField>
          )}
          <TextField multiline minRows={2} label={translate('exchange.send.message')} value={message} onChange={(event) => kept.change({ message: event.target.value })} slotProps={{ htmlInput: { maxLength: 2000 } }} />
          {kind !== 'templates' && (
            <Stack>
              <FormControlLabel control={<Checkbox checked={withFiles} onChange={(_, isOn) => kept.change({ withFiles: isOn })} />} label={translate('exchange.send.withFiles')} />
              <FormControlLabel disabled={!holdsFinance} control={<Checkbox checked={withAmounts && holdsFinance} onChange={(_, isOn) => kept.change({ withAmounts: isOn })} />} label={translate('exchange.send.withAmounts')} />
              <Typography variant="body2" color="textSecondary">
                {translate(holdsFinance ? 'exchange.send.amountsHint' : 'exchange.send.noFinance')}
              </Typography>
            </Stack>
          )}
          {isRunning && <ProgressLine label={translate('exchange.send.running')} fraction={null} onCancel={task.cancel} />}
          {task.state.kind === 'failed' && <ErrorMessage error={task.state.error} />}
        </Stack>
      </DialogContent>
      <DialogActions>
        <Box sx={{ mr: 'auto', pl: 1, display: 'flex', alignItems: 'center', gap: 1 }}>{kept.status}</Box>
        <Button color="inherit" disabled={isRunning} onClick={kept.close}>
          {translate('ui.cancel')}
        </Button>
        <Button variant="contained" disabled={picked.length === 0 || to === '' || isRunning} onClick={() => void send()}>
          {translate('exchange.send.write')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

/** What can be sent: contracts, open approvals, or templates. */
function useChoices(kind: SendKind): readonly Choice[] {
  const language = useLanguage();
  const contracts = useOperation('contracts.list', { search: '', sort: 'updated', descending: true, limit: 200 }, { enabled: kind === 'work' });
  const tasks = useOperation('exchange.approvalsToSend', undefined, { enabled: kind === 'approval' });
  const templates = useOperation('templates.list', undefined, { enabled: kind === 'templates' });
  if (kind === 'work') return (contracts.data?.contracts ?? []).map(({ id, number, title }) => ({ id, label: `${number} ${title}`, contactId: null }));
  if (kind === 'approval') return (tasks.data ?? []).map(({ approvalTaskId, contactId, contactName, number, title, stepName }) => ({ id: approvalTaskId, label: `${number} ${title} · ${stepName} · ${contactName}`, contactId }));
  return (templates.data ?? []).map(({ versionId, titleZh, titleEn }) => ({ id: versionId, label: language === 'en' ? titleEn : titleZh, contactId: null }));
}
