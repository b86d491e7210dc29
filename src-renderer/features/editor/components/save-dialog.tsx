import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useId, useState } from 'react';
import { useTranslate } from '../../../i18n/i18n.ts';
import type { ErrorOfReply } from '../../../ipc/reply-error.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';

interface SaveDialogProps {
  readonly version: number;
  readonly isRunning: boolean;
  readonly error: ErrorOfReply<'editor.save'> | null;
  readonly onSave: (label: string) => void;
  readonly onClose: () => void;
}

/** Makes the working copy a version, with a name for it. */
export function SaveDialog({ version, isRunning, error, onSave, onClose }: SaveDialogProps) {
  const translate = useTranslate();
  const titleId = useId();
  const [label, setLabel] = useState('');
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby={titleId}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onSave(label.trim());
        }}
      >
        <DialogTitle id={titleId}>{translate('editor.saveTitle', { version })}</DialogTitle>
        <DialogContent>
          <Stack spacing={2}>
            <TextField
              autoFocus
              fullWidth
              margin="dense"
              label={translate('editor.label')}
              helperText={translate('editor.labelHint')}
              value={label}
              onChange={(event) => setLabel(event.target.value)}
              slotProps={{ htmlInput: { maxLength: 80 } }}
            />
            <ErrorMessage error={error} operation="editor.save" />
          </Stack>
        </DialogContent>
        <DialogActions>
          <Button color="inherit" onClick={onClose}>
            {translate('ui.cancel')}
          </Button>
          <Button type="submit" variant="contained" disabled={isRunning}>
            {translate('editor.save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
