import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useId, useState } from 'react';
import { checkMove, needsReason, type LifecycleFacts } from '#shared/features/contracts/lifecycle.ts';
import type { Contract } from '#shared/features/contracts/model.ts';
import type { Stage } from '#shared/features/contracts/stage.ts';
import { isDay } from '#shared/kernel/day.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { useToast } from '../../../ui/use-toast.ts';
import { DateWords } from '../components/date-words.tsx';
import { DateEntryField } from '../components/fields/date-entry-field.tsx';

interface StageDialogProps {
  readonly contract: Contract;
  readonly facts: LifecycleFacts;
  readonly to: Stage;
  readonly onClose: () => void;
}

/** Asks for what a step needs, and takes it. What is still lacking is said below the fields. */
export function StageDialog({ contract, facts, to, onClose }: StageDialogProps) {
  const translate = useTranslate();
  const toast = useToast();
  const titleId = useId();
  const moving = useCommand('contracts.changeStage');
  const [texts, setTexts] = useState({ reason: '', basis: '', notice: '' });
  const [day, setDay] = useState<string>(to === 'signed' ? (facts.signedOn ?? '') : '');
  const isTermination = to === 'terminated';
  const isSigning = to === 'signed';
  const chosenDay = isDay(day) ? day : null;
  const details = { ...texts, effectiveOn: isTermination ? chosenDay : null, signedOn: isSigning ? chosenDay : null };
  const allowed = checkMove(facts, to, details);
  const fields = isTermination ? (['reason', 'basis', 'notice'] as const) : (['reason'] as const);
  const submit = async () => {
    const reply = await moving.run({ id: contract.summary.id, revision: contract.revision, to, details });
    if (!reply.ok) return;
    toast.success(translate('contracts.lifecycle.done', { stage: translate(`contracts.stage.${to}`) }));
    onClose();
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby={titleId}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (allowed.ok) void submit();
        }}
      >
        <DialogTitle id={titleId}>{translate(`contracts.lifecycle.to.${to}`)}</DialogTitle>
        <DialogContent>
          <DateWords>
            <Stack spacing={2} sx={{ pt: 1 }}>
              <ErrorMessage error={moving.error} />
              {(isSigning || isTermination) && (
                <DateEntryField
                  id="stage-day"
                  label={translate(isSigning ? 'contracts.record.field.signedOn' : 'contracts.lifecycle.effectiveOn')}
                  variable={{ required: true }}
                  entry={day}
                  onChange={setDay}
                  onBlur={() => undefined}
                  hasProblem={false}
                  helperText={undefined}
                />
              )}
              {fields.map((field) => (
                <TextField
                  key={field}
                  multiline
                  minRows={field === 'reason' ? 2 : 1}
                  label={translate(`contracts.lifecycle.${field}`)}
                  required={isTermination || needsReason(facts.stage, to)}
                  value={texts[field]}
                  onChange={(event) => setTexts({ ...texts, [field]: event.target.value })}
                  helperText={isTermination ? translate(`contracts.lifecycle.hint.${field}`) : undefined}
                  slotProps={{ htmlInput: { maxLength: 1000 } }}
                />
              ))}
            </Stack>
          </DateWords>
        </DialogContent>
        <DialogActions>
          <Button color="inherit" onClick={onClose}>
            {translate('ui.cancel')}
          </Button>
          <Button type="submit" variant="contained" color={to === 'cancelled' || isTermination ? 'error' : 'primary'} loading={moving.isRunning} disabled={!allowed.ok}>
            {translate('contracts.lifecycle.confirm')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
