import Autocomplete from '@mui/material/Autocomplete';
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
import { useId, useState } from 'react';
import type { ContractId } from '#shared/features/contracts/model.ts';
import type { ContactId } from '#shared/features/exchange/model.ts';
import type { TemplateVersionId } from '#shared/features/templates/model.ts';
import { useLanguage, useTranslate } from '../../../i18n/i18n.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { useTask } from '../../../ipc/use-task.ts';
import { useHolds } from '../../../ipc/use-vault-status.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { ProgressLine } from '../../../ui/progress-line.tsx';
import { useToast } from '../../../ui/use-toast.ts';

export type SendKind = 'work' | 'approval' | 'templates';

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

/** Writes a pack: what goes into it, for whom, and whether money goes along. */
export function SendDialog({ kind, contractId, onClose }: SendDialogProps) {
  const translate = useTranslate();
  const toast = useToast();
  const titleId = useId();
  const choices = useChoices(kind);
  const contacts = (useOperation('exchange.contacts', undefined).data ?? []).filter(({ confirmedAt }) => confirmedAt !== null);
  const [chosen, setChosen] = useState<readonly Choice[] | null>(null);
  const [contactId, setContactId] = useState<ContactId | ''>('');
  const [withFiles, setWithFiles] = useState(true);
  const [withAmounts, setWithAmounts] = useState(false);
  const [message, setMessage] = useState('');
  const work = useTask('exchange.sendWork', 'exchange.cancel');
  const approval = useTask('exchange.sendApproval', 'exchange.cancel');
  const templates = useTask('exchange.sendTemplates', 'exchange.cancel');
  const task = { work, approval, templates }[kind];
  const picked = chosen ?? choices.filter(({ id }) => id === contractId);
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
    onClose();
  }

  return (
    <Dialog open onClose={isRunning ? undefined : onClose} maxWidth="sm" fullWidth aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{translate(`exchange.send.title.${kind}`)}</DialogTitle>
      <DialogContent>
        <Stack spacing={2} sx={{ pt: 1 }}>
          <Typography color="textSecondary">{translate(`exchange.send.lead.${kind}`)}</Typography>
          {kind === 'approval' ? (
            <TextField select label={translate('exchange.send.task')} value={picked[0]?.id ?? ''} onChange={(event) => setChosen(choices.filter(({ id }) => id === event.target.value))} helperText={choices.length === 0 ? translate('exchange.send.noTask') : undefined}>
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
              value={picked as Choice[]}
              onChange={(_, next) => setChosen(next)}
              getOptionKey={({ id }) => id}
              getOptionLabel={({ label }) => label}
              isOptionEqualToValue={(one, other) => one.id === other.id}
              renderInput={(params) => <TextField {...params} label={translate(kind === 'work' ? 'exchange.send.contracts' : 'exchange.send.templates')} />}
            />
          )}
          {kind !== 'approval' && (
            <TextField select label={translate('exchange.send.to')} value={contactId} onChange={(event) => setContactId(event.target.value as ContactId)} helperText={contacts.length === 0 ? translate('exchange.send.noContact') : undefined}>
              {contacts.map(({ id, name }) => (
                <MenuItem key={id} value={id}>
                  {name}
                </MenuItem>
              ))}
            </TextField>
          )}
          <TextField multiline minRows={2} label={translate('exchange.send.message')} value={message} onChange={(event) => setMessage(event.target.value)} slotProps={{ htmlInput: { maxLength: 2000 } }} />
          {kind !== 'templates' && (
            <Stack>
              <FormControlLabel control={<Checkbox checked={withFiles} onChange={(_, isOn) => setWithFiles(isOn)} />} label={translate('exchange.send.withFiles')} />
              <FormControlLabel disabled={!holdsFinance} control={<Checkbox checked={withAmounts && holdsFinance} onChange={(_, isOn) => setWithAmounts(isOn)} />} label={translate('exchange.send.withAmounts')} />
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
        <Button color="inherit" disabled={isRunning} onClick={onClose}>
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
