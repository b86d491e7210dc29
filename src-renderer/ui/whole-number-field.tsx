import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { typedNumber } from '#shared/kernel/typed-number.ts';
import { useTranslate } from '../i18n/i18n.ts';

interface WholeNumberFieldProps {
  readonly label: string;
  /** Null: none, which is there only where it can be cleared. */
  readonly value: number | null;
  readonly least: number;
  readonly most: number;
  readonly helperText?: string;
  readonly isReadOnly?: boolean;
  readonly width?: number | string;
  /** Also called with what is not whole or out of bounds, so that whoever saves can refuse it. */
  readonly onChange: (value: number) => void;
  /** The field may stay empty. */
  readonly onClear?: () => void;
}

/**
 * A whole number within bounds. The text stays as it is typed until the field is left, so that it can be cleared and typed
 * anew; left without a number, it shows again what stood there. What is out of bounds stays and is said, never bent.
 */
export function WholeNumberField({ label, value, least, most, helperText, isReadOnly = false, width, onChange, onClear }: WholeNumberFieldProps) {
  const translate = useTranslate();
  const [typing, setTyping] = useState<{ readonly text: string; readonly before: number | null } | null>(null);
  const isWrong = value !== null && !isWholeWithin(value, least, most);
  const type = (text: string) => {
    const before = typing === null ? value : typing.before;
    setTyping({ text, before });
    const isCleared = onClear !== undefined && text.trim() === '';
    const number = isCleared ? null : (typedNumber(text) ?? before);
    if (number === null) onClear?.();
    else onChange(number);
  };
  return (
    <TextField
      label={label}
      value={typing?.text ?? String(value ?? '')}
      onChange={(event) => type(event.target.value)}
      onBlur={() => setTyping(null)}
      error={isWrong}
      helperText={isWrong ? translate('ui.wholeNumber', { least, most }) : helperText}
      slotProps={{ htmlInput: { inputMode: 'numeric', maxLength: 15, readOnly: isReadOnly } }}
      {...(width === undefined ? {} : { sx: { width } })}
    />
  );
}

/** Whether a number is whole and within bounds: what the field marks as wrong is not to be saved. */
export function isWholeWithin(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}
