import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import { useId, useState } from 'react';
import { DialogButtons } from './dialog-buttons.tsx';
import { Dialog } from './dialog.tsx';

interface NameDialogProps {
  readonly isOpen: boolean;
  readonly title: string;
  readonly label: string;
  readonly submitLabel: string;
  readonly maxLength: number;
  readonly onSubmit: (text: string) => void;
  readonly onClose: () => void;
}

/** Asks for one line of text. */
export function NameDialog(props: NameDialogProps) {
  const titleId = useId();
  return (
    <Dialog open={props.isOpen} onClose={props.onClose} fullWidth maxWidth="xs" aria-labelledby={titleId}>
      <NameForm {...props} titleId={titleId} />
    </Dialog>
  );
}

/** Mounted with the dialog, so that it opens empty each time. */
function NameForm({ title, titleId, label, submitLabel, maxLength, onSubmit, onClose }: NameDialogProps & { readonly titleId: string }) {
  const [text, setText] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') onSubmit(text.trim());
      }}
    >
      <DialogTitle id={titleId}>{title}</DialogTitle>
      <DialogContent>
        <TextField
          autoFocus
          fullWidth
          margin="dense"
          label={label}
          value={text}
          onChange={(event) => setText(event.target.value)}
          slotProps={{ htmlInput: { maxLength } }}
        />
      </DialogContent>
      <DialogButtons label={submitLabel} isDisabled={text.trim() === ''} onCancel={onClose} />
    </form>
  );
}
