import TextField, { type TextFieldProps } from '@mui/material/TextField';
import { useState } from 'react';
import { typedNumber } from '#shared/kernel/typed-number.ts';
import { useTranslate } from '../i18n/i18n.ts';

interface NumberFieldProps extends Pick<TextFieldProps, 'size' | 'fullWidth' | 'required' | 'sx'> {
  readonly label: string;
  /** Null: none. */
  readonly value: number | null;
  /** Null where the field is empty, or holds no number, which it says. */
  readonly onChange: (value: number | null) => void;
  readonly isReadOnly?: boolean;
  readonly htmlInput?: Readonly<Record<`aria-${string}`, string>>;
}

/**
 * Any number, typed as an input method leaves it. It is a field of text: one of numbers takes no full-width digits, and bends
 * what it holds when somebody turns the mouse wheel over it to scroll the page.
 */
export function NumberField({ value, onChange, isReadOnly = false, htmlInput, ...rest }: NumberFieldProps) {
  const translate = useTranslate();
  const [typing, setTyping] = useState<string | null>(null);
  const isWrong = typing !== null && typing.trim() !== '' && typedNumber(typing) === null;
  const type = (text: string) => {
    setTyping(text);
    onChange(typedNumber(text));
  };
  return (
    <TextField
      {...rest}
      value={typing ?? String(value ?? '')}
      onChange={(event) => type(event.target.value)}
      // What is no number stays, and is said; what is one stands as it is kept.
      onBlur={() => {
        if (!isWrong) setTyping(null);
      }}
      error={isWrong}
      helperText={isWrong ? translate('ui.number') : undefined}
      slotProps={{ htmlInput: { inputMode: 'decimal', maxLength: 26, readOnly: isReadOnly, ...htmlInput } }}
    />
  );
}
