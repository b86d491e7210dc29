import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import type { ReviewFinding } from '#shared/features/reviews/model.ts';
import { findingMoves } from '#shared/features/reviews/rules.ts';
import { isDay } from '#shared/kernel/day.ts';
import { isWithheld } from '#shared/kernel/withheld.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { DateField } from '../../../ui/date-field.tsx';
import { DialogButtons } from '../../../ui/dialog-buttons.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { MemberField } from './member-field.tsx';

/** Takes a finding on: its state, who does it, until when, and how it was settled. */
export function FindingDialog({ finding, onClose }: { readonly finding: ReviewFinding; readonly onClose: () => void }) {
  const translate = useTranslate();
  const titleId = useId();
  const change = useCommand('reviews.changeFinding');
  const [state, setState] = useState(finding.state);
  const [ownerId, setOwnerId] = useState(finding.ownerId);
  const [dueOn, setDueOn] = useState<string>(finding.dueOn);
  const [resolution, setResolution] = useState(isWithheld(finding.resolution) ? '' : finding.resolution);
  const run = async () => {
    if (ownerId === null || !isDay(dueOn)) return;
    const reply = await change.run({ id: finding.id, revision: finding.revision, state, ownerId, dueOn, resolution });
    if (reply.ok) onClose();
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{translate('reviews.findings.update')}</DialogTitle>
      <DialogContent>
        <Stack spacing={2} sx={{ pt: 1 }}>
          {change.error !== null && <ErrorMessage error={change.error} />}
          <Typography>{isWithheld(finding.text) ? '' : finding.text}</Typography>
          <TextField select label={translate('reviews.column.state')} value={state} onChange={(event) => setState([finding.state, ...findingMoves(finding.state)].find((each) => each === event.target.value) ?? state)}>
            {[finding.state, ...findingMoves(finding.state)].map((each) => (
              <MenuItem key={each} value={each}>
                {translate(`reviews.findingState.${each}`)}
              </MenuItem>
            ))}
          </TextField>
          <MemberField label={translate('reviews.findings.owner')} value={ownerId} onChange={setOwnerId} />
          <DateField required id={`${titleId}-due`} label={translate('reviews.findings.until')} value={dueOn} onChange={setDueOn} />
          <TextField multiline minRows={2} label={translate('reviews.findings.resolution')} helperText={translate('reviews.findings.resolutionHint')} value={resolution} onChange={(event) => setResolution(event.target.value)} slotProps={{ htmlInput: { maxLength: 2000 } }} />
        </Stack>
      </DialogContent>
      <DialogButtons label={translate('reviews.save')} isDisabled={ownerId === null || !isDay(dueOn)} isRunning={change.isRunning} onGo={run} onCancel={onClose} />
    </Dialog>
  );
}
