import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import { useId, useState } from 'react';
import { isPlain } from '#shared/kernel/plain-text.ts';
import { DialogButtons } from './dialog-buttons.tsx';
import { Dialog } from './dialog.tsx';
import { usePlainField } from './use-plain-field.ts';

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
  const plain = usePlainField();
  const [text, setText] = useState('');
  const isRight = text.trim() !== '' && isPlain(text);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (isRight) onSubmit(text.trim());
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
          {...plain(text)}
          onChange={(event) => setText(event.target.value)}
          slotProps={{ htmlInput: { maxLength } }}
        />
      </DialogContent>
      <DialogButtons label={submitLabel} isDisabled={!isRight} onCancel={onClose} />
    </form>
  );
}
