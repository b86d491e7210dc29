import { useState, type ComponentProps } from 'react';
import { Dialog } from '../ui/dialog.tsx';
import { KeptForm, type KeptFormProps } from './kept-form.tsx';

interface KeptDialogProps<Form extends object> extends KeptFormProps<Form> {
  readonly titleId: string;
  readonly isOpen: boolean;
  readonly maxWidth?: ComponentProps<typeof Dialog>['maxWidth'];
  readonly onClose: () => void;
}

/**
 * A dialog on a contract whose form outlasts a lock of the vault: kept while it is filled in, until it is saved or given up.
 * The form is mounted with the dialog, so that each starts afresh, or where it was left.
 */
export function KeptDialog<Form extends object>({ titleId, isOpen, maxWidth = 'sm', onClose, children, ...form }: KeptDialogProps<Form>) {
  const [isMounted, setMounted] = useState(isOpen);
  if (isOpen && !isMounted) setMounted(true);
  if (!isMounted) return null;
  return (
    <KeptForm key={`${form.of.contractId ?? ''} ${form.of.dialog} ${form.of.about}`} {...form} onClose={onClose}>
      {(kept) => (
        <Dialog open={isOpen} onClose={kept.close} holdsTyped={kept.isKept} fullWidth maxWidth={maxWidth} aria-labelledby={titleId} slotProps={{ transition: { onExited: () => setMounted(false) } }}>
          {children(kept)}
        </Dialog>
      )}
    </KeptForm>
  );
}
