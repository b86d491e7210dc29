import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { z } from 'zod';
import type { KeptDialogOf } from '#shared/features/contracts/kept-dialogs.ts';
import type { OperationName, ReplyError } from '#shared/ipc/registry.ts';
import { DialogButtons } from '../ui/dialog-buttons.tsx';
import { ErrorMessage } from '../ui/error-message.tsx';
import { focusWrongField } from '../ui/focus-wrong-field.ts';
import { PlainTextField } from '../ui/plain-text-field.tsx';
import { KeptDialog } from './kept-dialog.tsx';
import type { KeptForm } from './kept-form.tsx';
import type { FieldsOf } from './restore-typed.ts';

interface ReasonTyped {
  readonly reason: string;
}

interface ReasonDialogProps {
  readonly of: KeptDialogOf;
  readonly isOpen: boolean;
  readonly title: string;
  /** What it brings about. */
  readonly effect?: string;
  readonly label: string;
  readonly submitLabel: string;
  readonly maxLength: number;
  /** So much has to be said. */
  readonly minLength?: number;
  /** Why what was submitted was refused. */
  readonly error: ReplyError | null;
  readonly operation: OperationName;
  readonly isRunning: boolean;
  /** Answers whether it was done; the dialog stays open where it wasn't. */
  readonly onSubmit: (reason: string) => Promise<boolean>;
  readonly onClose: () => void;
}

const fields: FieldsOf<ReasonTyped> = { reason: z.string() };

/** Asks why something is done; what is typed outlasts a lock. */
export function ReasonDialog({ of, isOpen, onClose, ...form }: ReasonDialogProps) {
  const titleId = useId();
  return (
    <KeptDialog of={of} fields={fields} fresh={() => ({ reason: '' })} isOpen={isOpen} onClose={onClose} titleId={titleId}>
      {(kept) => <ReasonForm {...form} titleId={titleId} kept={kept} />}
    </KeptDialog>
  );
}

interface ReasonFormProps extends Omit<ReasonDialogProps, 'of' | 'isOpen' | 'onClose'> {
  readonly titleId: string;
  readonly kept: KeptForm<ReasonTyped>;
}

function ReasonForm({ titleId, title, effect, label, submitLabel, maxLength, minLength = 1, error, operation, isRunning, onSubmit, kept }: ReasonFormProps) {
  const { reason } = kept.typed;
  const submit = async () => {
    if (await onSubmit(reason.trim())) kept.close();
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim().length >= minLength && !focusWrongField(event.currentTarget)) void submit();
      }}
    >
      <DialogTitle id={titleId}>{title}</DialogTitle>
      <DialogContent>
        <Stack spacing={2} sx={{ pt: 1 }}>
          {kept.notice}
          {effect !== undefined && <Typography variant="body2">{effect}</Typography>}
          <PlainTextField required autoFocus multiline minRows={2} maxRows={8} label={label} value={reason} onChange={(event) => kept.change({ reason: event.target.value })} slotProps={{ htmlInput: { maxLength } }} />
          <ErrorMessage error={error} operation={operation} />
        </Stack>
      </DialogContent>
      <DialogButtons label={submitLabel} isDisabled={reason.trim().length < minLength} isRunning={isRunning} onCancel={kept.close} status={kept.status} />
    </form>
  );
}
