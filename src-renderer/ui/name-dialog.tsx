import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useId, useState } from 'react';
import { DialogButtons } from './dialog-buttons.tsx';
import { Dialog } from './dialog.tsx';
import { focusWrongField } from './focus-wrong-field.ts';
import { OfferingField } from './offering-field.tsx';
import { PlainTextField } from './plain-text-field.tsx';

interface NameDialogProps {
  readonly isOpen: boolean;
  readonly title: string;
  readonly label: string;
  readonly submitLabel: string;
  readonly maxLength: number;
  /** What the field begins with; a file's name is selected up to its extension, ready to be typed over. */
  readonly initial?: string;
  /** What is offered while typing; any other text may be typed. */
  readonly offered?: readonly string[];
  /** What was wrong with what was submitted, shown at the field. */
  readonly error?: string | null;
  readonly isRunning?: boolean;
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

/** Mounted with the dialog, so that it opens anew each time. */
function NameForm({ title, titleId, label, submitLabel, maxLength, initial = '', offered, error = null, isRunning = false, onSubmit, onClose }: NameDialogProps & { readonly titleId: string }) {
  const [text, setText] = useState(initial);
  const look = { autoFocus: true, fullWidth: true, margin: 'dense', label, error: error !== null, helperText: error } as const;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '' && (error !== null || !focusWrongField(event.currentTarget))) onSubmit(text.trim());
      }}
    >
      <DialogTitle id={titleId}>{title}</DialogTitle>
      <DialogContent>
        {offered === undefined ? (
          <PlainTextField
            {...look}
            value={text}
            onFocus={(event) => {
              if (text !== initial) return;
              const dot = text.lastIndexOf('.');
              event.target.setSelectionRange(0, dot > 0 ? dot : text.length);
            }}
            onChange={(event) => setText(event.target.value)}
            slotProps={{ htmlInput: { maxLength } }}
          />
        ) : (
          <OfferingField {...look} value={text} offered={offered} onChange={setText} maxLength={maxLength} />
        )}
      </DialogContent>
      <DialogButtons label={submitLabel} isDisabled={text.trim() === ''} isRunning={isRunning} onCancel={onClose} />
    </form>
  );
}
