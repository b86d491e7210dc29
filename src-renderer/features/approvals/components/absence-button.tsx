import Button from '@mui/material/Button';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useId, useState } from 'react';
import type { Absence, Member } from '#shared/features/approvals/model.ts';
import { isDay } from '#shared/kernel/day.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { useVaultStatus } from '../../../ipc/use-vault-status.ts';
import { DateField } from '../../../ui/date-field.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { presentDay } from '../../../ui/present-day.ts';

/** Says until when one is away, and who decides meanwhile. */
export function AbsenceButton() {
  const translate = useTranslate();
  const titleId = useId();
  const status = useVaultStatus();
  const members = useOperation('approvals.members', undefined);
  const absences = useOperation('approvals.absences', undefined);
  const [isOpen, setOpen] = useState(false);
  const userId = status?.state === 'unlocked' ? status.user.id : null;
  const own = absences.data?.find((absence) => absence.userId === userId && absence.untilOn >= presentDay()) ?? null;
  return (
    <>
      <Button variant="outlined" onClick={() => setOpen(true)} disabled={members.data === undefined}>
        {own === null ? translate('approvals.absence.set') : translate('approvals.absence.until', { day: own.untilOn })}
      </Button>
      <Dialog open={isOpen} onClose={() => setOpen(false)} fullWidth maxWidth="xs" aria-labelledby={titleId}>
        <AbsenceForm titleId={titleId} own={own} members={members.data?.filter(({ id, mayDecide }) => id !== userId && mayDecide) ?? []} onClose={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

interface AbsenceFormProps {
  readonly titleId: string;
  readonly own: Absence | null;
  readonly members: readonly Member[];
  readonly onClose: () => void;
}

function AbsenceForm({ titleId, own, members, onClose }: AbsenceFormProps) {
  const translate = useTranslate();
  const save = useCommand('approvals.setAbsence');
  const [fromOn, setFrom] = useState(own?.fromOn ?? '');
  const [untilOn, setUntil] = useState(own?.untilOn ?? '');
  const [delegateId, setDelegate] = useState<string>(own?.delegateId ?? '');
  const send = async (absence: Omit<Absence, 'userId'> | null) => {
    const reply = await save.run({ absence });
    if (reply.ok) onClose();
  };
  const delegate = members.find(({ id }) => id === delegateId)?.id ?? null;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void send({ fromOn, untilOn, delegateId: delegate });
      }}
    >
      <DialogTitle id={titleId}>{translate('approvals.absence.title')}</DialogTitle>
      <DialogContent>
        <Stack spacing={2} sx={{ pt: 1 }}>
          {save.error !== null && <ErrorMessage error={save.error} />}
          <DateField id="absence-from" required label={translate('approvals.absence.from')} value={fromOn} onChange={setFrom} />
          <DateField id="absence-until" required label={translate('approvals.absence.to')} value={untilOn} onChange={setUntil} />
          <TextField select label={translate('approvals.absence.delegate')} value={delegateId} onChange={(event) => setDelegate(event.target.value)} helperText={translate('approvals.absence.hint')}>
            <MenuItem value="">{translate('approvals.absence.nobody')}</MenuItem>
            {members.map(({ id, name }) => (
              <MenuItem key={id} value={id}>
                {name}
              </MenuItem>
            ))}
          </TextField>
        </Stack>
      </DialogContent>
      <DialogActions>
        {own !== null && (
          <Button color="inherit" onClick={() => void send(null)} sx={{ mr: 'auto' }}>
            {translate('approvals.absence.back')}
          </Button>
        )}
        <Button color="inherit" onClick={onClose}>
          {translate('ui.cancel')}
        </Button>
        <Button type="submit" variant="contained" loading={save.isRunning} disabled={!isDay(fromOn) || !isDay(untilOn)}>
          {translate('approvals.absence.save')}
        </Button>
      </DialogActions>
    </form>
  );
}
