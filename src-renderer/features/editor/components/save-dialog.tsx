import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormLabel from '@mui/material/FormLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { useTranslate } from '../../../i18n/i18n.ts';
import type { ReplyError } from '#shared/ipc/registry.ts';
import { DialogButtons } from '../../../ui/dialog-buttons.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';

export type Verdict = 'accept' | 'reject';

interface SaveDialogProps {
  readonly version: number;
  /** How many suggestions are open, and comments. */
  readonly suggestions: number;
  readonly comments: number;
  readonly isRunning: boolean;
  readonly error: ReplyError<'editor.save'> | null;
  /** The verdict on the open suggestions; null where there are none. */
  readonly onSave: (label: string, verdict: Verdict | null) => void;
  readonly onClose: () => void;
}

/** Makes the working copy a version, with a name for it. */
export function SaveDialog({ version, suggestions, comments, isRunning, error, onSave, onClose }: SaveDialogProps) {
  const translate = useTranslate();
  const titleId = useId();
  const [label, setLabel] = useState('');
  const [verdict, setVerdict] = useState<Verdict>('accept');
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby={titleId}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onSave(label.trim(), suggestions === 0 ? null : verdict);
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
            {suggestions > 0 && (
              <FormControl>
                <FormLabel id={`${titleId}-open`}>{translate('editor.openSuggestions', { count: suggestions })}</FormLabel>
                <RadioGroup aria-labelledby={`${titleId}-open`} value={verdict} onChange={(_, chosen) => setVerdict(chosen === 'reject' ? 'reject' : 'accept')}>
                  <FormControlLabel value="accept" control={<Radio size="small" />} label={translate('editor.acceptAll')} />
                  <FormControlLabel value="reject" control={<Radio size="small" />} label={translate('editor.rejectAll')} />
                </RadioGroup>
              </FormControl>
            )}
            {comments > 0 && <Typography variant="body2">{translate('editor.commentsStay', { count: comments })}</Typography>}
            <ErrorMessage error={error} operation="editor.save" />
          </Stack>
        </DialogContent>
        <DialogButtons label={translate('editor.save')} isDisabled={isRunning} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
