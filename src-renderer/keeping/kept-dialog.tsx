import { useState, type ComponentProps, type ReactNode } from 'react';
import { Dialog } from '../ui/dialog.tsx';
import { KeptForm, type KeptFormProps, type KeptForm as FormOf } from './kept-form.tsx';

/** A form in a dialog: `close` gives up what was typed or is called once it is saved. */
export interface FormInDialog<Form> extends FormOf<Form> {
  readonly close: () => void;
}

interface KeptDialogProps<Form extends object> extends Omit<KeptFormProps<Form>, 'children'> {
  readonly titleId: string;
  readonly isOpen: boolean;
  readonly maxWidth?: ComponentProps<typeof Dialog>['maxWidth'];
  readonly onClose: () => void;
  /** Mounted with the dialog, so that each form starts afresh, or where it was left. */
  readonly children: (form: FormInDialog<Form>) => ReactNode;
}

/** A dialog on a contract whose form outlasts a lock of the vault: kept while it is filled in, until it is saved or given up. */
export function KeptDialog<Form extends object>({ titleId, isOpen, maxWidth = 'sm', onClose, children, ...form }: KeptDialogProps<Form>) {
  const [isMounted, setMounted] = useState(isOpen);
  if (isOpen && !isMounted) setMounted(true);
  if (!isMounted) return null;
  return (
    <KeptForm key={`${form.of.contractId ?? ''} ${form.of.dialog} ${form.of.about}`} {...form}>
      {(kept) => {
        const close = () => {
          kept.forget();
          onClose();
        };
        return (
          <Dialog open={isOpen} onClose={close} holdsTyped={kept.isKept} fullWidth maxWidth={maxWidth} aria-labelledby={titleId} slotProps={{ transition: { onExited: () => setMounted(false) } }}>
            {children({ ...kept, close })}
          </Dialog>
        );
      }}
    </KeptForm>
  );
}
