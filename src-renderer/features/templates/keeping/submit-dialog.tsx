import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { useTranslate } from '../../../i18n/i18n.ts';
import { DialogButtons } from '../../../ui/dialog-buttons.tsx';
import { Dialog } from '../../../ui/dialog.tsx';

interface SubmitDialogProps {
  /** What was said of this version before, for one that was sent back. */
  readonly note: string;
  /** Whether there is an earlier version to tell the difference from. */
  readonly isRevision: boolean;
  readonly isRunning: boolean;
  readonly onSubmit: (note: string) => void;
  readonly onClose: () => void;
}

/** Asks what changed, for whoever looks the version through and for those who read it later. */
export function SubmitDialog({ note, isRevision, isRunning, onSubmit, onClose }: SubmitDialogProps) {
  const translate = useTranslate();
  const titleId = useId();
  const [text, setText] = useState(note);
  const isMissing = isRevision && text.trim() === '';
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{translate('templates.step.submit')}</DialogTitle>
      <DialogContent>
        <Stack spacing={2} sx={{ pt: 1 }}>
          <Typography variant="body2">{translate('templates.step.submitLead')}</Typography>
          <TextField autoFocus multiline minRows={3} required={isRevision} label={translate('templates.step.changeNote')} helperText={translate('templates.step.changeNoteHint')} value={text} onChange={(event) => setText(event.target.value)} slotProps={{ htmlInput: { maxLength: 1000 } }} />
        </Stack>
      </DialogContent>
      <DialogButtons label={translate('templates.step.submit')} isDisabled={isMissing} isRunning={isRunning} onGo={() => onSubmit(text.trim())} onCancel={onClose} />
    </Dialog>
  );
}
