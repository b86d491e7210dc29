import Alert from '@mui/material/Alert';
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
import { mostContractsPacked } from '#shared/features/exchange/model.ts';
import type { TemplateVersionId } from '#shared/features/templates/model.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { useTask } from '../../../ipc/use-task.ts';
import { useHolds } from '../../../ipc/use-vault-status.ts';
import { KeptForm, type KeptForm as KeptFormOf } from '../../../keeping/kept-form.tsx';
import type { FieldsOf } from '../../../keeping/restore-typed.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { ProgressLine } from '../../../ui/progress-line.tsx';
import { useToast } from '../../../ui/use-toast.ts';
import { sendKinds, usePackChoice, type Choice, type SendKind } from './use-pack-choice.ts';

interface SendDialogProps {
  readonly kind: SendKind;
  /** Chosen already where the person came from. */
  readonly contractId?: ContractId | undefined;
  readonly onClose: () => void;
}

/** A pack as it is being put together; what goes into it by its ids. */
interface PackTyped {
  readonly ids: readonly string[];
  /** What the chosen ones were called, so that one that is gone can be named. */
  readonly labels: Readonly<Record<string, string>>;
  readonly contactId: string;
  readonly withFiles: boolean;
  readonly withAmounts: boolean;
  readonly message: string;
}

const fields: FieldsOf<PackTyped> = { ids: z.array(z.string()).readonly(), labels: z.record(z.string(), z.string()).readonly(), contactId: z.string(), withFiles: z.boolean(), withAmounts: z.boolean(), message: z.string() };

/** Writes a pack: what goes into it, for whom, and whether money goes along; kept until it is written or given up. */
export function SendDialog(props: SendDialogProps) {
  const { kind, contractId } = props;
  const fresh = (): PackTyped => ({ ids: contractId === undefined ? [] : [contractId], labels: {}, contactId: '', withFiles: true, withAmounts: false, message: '' });
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
  const format = useFormat();
  const contacts = (useOperation('exchange.contacts', undefined).data ?? []).filter(({ confirmedAt }) => confirmedAt !== null);
  const { ids, labels, withFiles, withAmounts, message } = kept.typed;
  const work = useTask('exchange.sendWork', 'exchange.cancel');
  const approval = useTask('exchange.sendApproval', 'exchange.cancel');
  const templates = useTask('exchange.sendTemplates', 'exchange.cancel');
  const task = { work, approval, templates }[kind];
  const { offered, picked, gone, isKnown, error, search, onSearch } = usePackChoice(kind, ids, labels);
  const isFull = kind === 'work' && picked.length >= mostContractsPacked;
  const pick = (next: readonly Choice[]) => kept.change({ ids: next.map(({ id }) => id), labels: labelsOf(next) });
  // With every change, for what it was begun with was never picked.
  const change = (part: Partial<PackTyped>) => kept.change({ labels: { ...labels, ...labelsOf(picked) }, ...part });
  const contactId = contacts.find(({ id }) => id === kept.typed.contactId)?.id ?? '';
  const to = kind === 'approval' ? (picked[0]?.contactId ?? '') : contactId;
  const holdsFinance = useHolds('finance');
  const nameOf = ({ label }: Choice) => (label === '' ? translate('exchange.send.unnamed') : label);
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
          {gone.length > 0 && (
            <Alert severity="warning">
              {translate('exchange.send.gone', { names: format.list(gone.map(nameOf)) })}
            </Alert>
          )}
          <ErrorMessage error={error} />
          {kind === 'approval' ? (
            <TextField select label={translate('exchange.send.task')} value={picked[0]?.id ?? ''} onChange={(event) => pick(offered.filter(({ id }) => id === event.target.value))} helperText={isKnown && offered.length === 0 ? translate('exchange.send.noTask') : undefined}>
              {offered.map(({ id, label }) => (
                <MenuItem key={id} value={id}>
                  {label}
                </MenuItem>
              ))}
            </TextField>
          ) : (
            <Autocomplete<Choice, true>
              multiple
              options={offered}
              value={[...picked]}
              onChange={(_, next) => pick(next)}
              inputValue={search}
              // It is reset whenever the choices are fetched anew, also in the middle of a word.
              onInputChange={(_, text, reason) => reason !== 'reset' && onSearch(text)}
              {...(kind === 'work' ? { filterOptions: asFound } : {})}
              filterSelectedOptions
              getOptionDisabled={() => isFull}
              noOptionsText={translate('exchange.send.noneFound')}
              getOptionKey={({ id }) => id}
              getOptionLabel={nameOf}
              isOptionEqualToValue={(one, other) => one.id === other.id}
              renderInput={(params) => <TextField {...params} label={translate(kind === 'work' ? 'exchange.send.contracts' : 'exchange.send.templates')} helperText={isFull ? translate('exchange.send.full', { count: mostContractsPacked }) : undefined} />}
            />
          )}
          {kind !== 'approval' && (
            <TextField select label={translate('exchange.send.to')} value={contactId} onChange={(event) => change({ contactId: event.target.value })} helperText={contacts.length === 0 ? translate('exchange.send.noContact') : undefined}>
              {contacts.map(({ id, name }) => (
                <MenuItem key={id} value={id}>
                  {name}
                </MenuItem>
              ))}
            </TextField>
          )}
          <TextField multiline minRows={2} label={translate('exchange.send.message')} value={message} onChange={(event) => change({ message: event.target.value })} slotProps={{ htmlInput: { maxLength: 2000 } }} />
          {kind !== 'templates' && (
            <Stack>
              <FormControlLabel control={<Checkbox checked={withFiles} onChange={(_, isOn) => change({ withFiles: isOn })} />} label={translate('exchange.send.withFiles')} />
              <FormControlLabel disabled={!holdsFinance} control={<Checkbox checked={withAmounts && holdsFinance} onChange={(_, isOn) => change({ withAmounts: isOn })} />} label={translate('exchange.send.withAmounts')} />
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
        <Button variant="contained" disabled={!isKnown || picked.length === 0 || to === '' || isRunning} onClick={() => void send()}>
          {translate('exchange.send.write')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

/** Main searched already, also by what no label says. */
function asFound(options: Choice[]): Choice[] {
  return options;
}

function labelsOf(choices: readonly Choice[]): Readonly<Record<string, string>> {
  return Object.fromEntries(choices.map(({ id, label }) => [id, label]));
}
