import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import type { ReactNode } from 'react';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useAskToDiscard } from '../../use-ask-to-discard.ts';

/** What is asked, and what becomes of the answer. */
export interface CommentFormParts {
  readonly label: string;
  readonly submitLabel: string;
  readonly onSubmit: (text: string) => void;
  readonly onCancel: () => void;
}

interface CommentFormProps extends CommentFormParts {
  readonly text: string;
  readonly onText: (text: string) => void;
  /** Above the field, and beside the buttons. */
  readonly notice?: ReactNode;
  readonly status?: ReactNode;
}

/** Asks what is to be said; Ctrl+Enter says it, Escape leaves it, but not before asking where something was typed. */
export function CommentForm({ label, submitLabel, text, onText, notice, status, onSubmit, onCancel }: CommentFormProps) {
  const translate = useTranslate();
  const askToDiscard = useAskToDiscard();
  const submit = () => {
    if (text.trim() !== '') onSubmit(text.trim());
  };
  const leave = async () => {
    if (text.trim() === '' || (await askToDiscard())) onCancel();
  };
  return (
    <Stack spacing={1} sx={{ my: 1 }}>
      {notice}
      <TextField
        autoFocus
        fullWidth
        multiline
        minRows={2}
        label={label}
        value={text}
        onChange={(event) => onText(event.target.value)}
        onKeyDown={(event) => {
          // Enter and Escape are the input method's own while it composes.
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit();
          if (event.key === 'Escape') void leave();
        }}
        slotProps={{ htmlInput: { maxLength: 5000 } }}
      />
      <Stack direction="row" spacing={1}>
        <Button size="small" variant="contained" onClick={submit} disabled={text.trim() === ''}>
          {submitLabel}
        </Button>
        <Button size="small" color="inherit" onClick={() => void leave()}>
          {translate('ui.cancel')}
        </Button>
      </Stack>
      {status}
    </Stack>
  );
}
