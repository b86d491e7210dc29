import MuiDialog, { type DialogProps } from '@mui/material/Dialog';
import { useRef, type FocusEvent } from 'react';
import { useAskToDiscard } from './use-ask-to-discard.ts';

interface Props extends DialogProps {
  /** Something that was typed earlier stands in it, so that closing it asks first in any case. */
  readonly holdsTyped?: boolean;
  /** What is typed in it is kept when it is closed, so that nothing is asked. */
  readonly keepsTyped?: boolean;
}

/**
 * Every dialog of the program. Escape or a click beside it closes it, but not before asking where something that was typed
 * in it would be lost; its own buttons do what they say. While it goes away nothing in it can be pressed: the second half of
 * a double click would send what was just sent.
 */
export function Dialog({ open, onClose, onFocus, slotProps, holdsTyped = false, keepsTyped = false, ...rest }: Props) {
  const askToDiscard = useAskToDiscard();
  const fields = useRef(new Map<HTMLElement, string>());

  const noteField = (event: FocusEvent<HTMLDivElement>) => {
    onFocus?.(event);
    const { target } = event;
    // A dialog that this one opened lies inside it in React's tree only.
    if (event.currentTarget.contains(target) && !fields.current.has(target)) {
      const entry = entryOf(target);
      if (entry !== null) fields.current.set(target, entry);
    }
  };
  const close: NonNullable<DialogProps['onClose']> = (event, reason) => {
    if (!open) return;
    // What was sent is on the screen no more.
    const isAtRisk = !keepsTyped && (holdsTyped || [...fields.current].some(([field, before]) => field.isConnected && entryOf(field) !== before));
    if (!isAtRisk) return onClose?.(event, reason);
    void askToDiscard().then((isSure) => {
      if (isSure) onClose?.(event, reason);
    });
  };
  return <MuiDialog {...rest} open={open} slotProps={{ ...slotProps, paper: { ...slotProps?.paper, inert: !open } }} onFocus={noteField} {...(onClose === undefined ? {} : { onClose: close })} />;
}

/** What takes effort to type again: neither a search nor a passphrase. */
const keptTypes: readonly string[] = ['text', 'number', 'email', 'tel', 'url'];

/** What stands in a field that is typed in; null for anything else. */
function entryOf(element: HTMLElement): string | null {
  if (element instanceof HTMLTextAreaElement) return element.value;
  if (element instanceof HTMLInputElement) return keptTypes.includes(element.type) && element.role !== 'combobox' ? element.value : null;
  // The parts of a date, or a text with formats.
  return element.isContentEditable ? element.textContent : null;
}
