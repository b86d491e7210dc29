import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { typedNumber } from '#shared/kernel/typed-number.ts';
import { useTranslate } from '../i18n/i18n.ts';

interface WholeNumberFieldProps {
  readonly label: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly helperText?: string;
  /** Also called with what is not whole or out of bounds, so that whoever saves can refuse it. */
  readonly onChange: (value: number) => void;
}

/**
 * A whole number within bounds. The text stays as it is typed until the field is left, so that it can be cleared and typed
 * anew; left without a number, it shows again what stood there. What is out of bounds stays and is said, never bent.
 */
export function WholeNumberField({ label, value, least, most, helperText, onChange }: WholeNumberFieldProps) {
  const translate = useTranslate();
  const [typing, setTyping] = useState<{ readonly text: string; readonly before: number } | null>(null);
  const isWrong = !Number.isInteger(value) || value < least || value > most;
  const type = (text: string) => {
    const before = typing?.before ?? value;
    setTyping({ text, before });
    onChange(typedNumber(text) ?? before);
  };
  return (
    <TextField
      label={label}
      value={typing?.text ?? String(value)}
      onChange={(event) => type(event.target.value)}
      onBlur={() => setTyping(null)}
      error={isWrong}
      helperText={isWrong ? translate('ui.wholeNumber', { least, most }) : helperText}
      slotProps={{ htmlInput: { inputMode: 'numeric', maxLength: 15 } }}
    />
  );
}
