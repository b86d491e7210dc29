import Autocomplete from '@mui/material/Autocomplete';
import type { TextFieldProps } from '@mui/material/TextField';
import { PlainTextField } from './plain-text-field.tsx';

type OfferingFieldProps = Omit<TextFieldProps, 'value' | 'onChange' | 'variant'> & {
  readonly value: string;
  readonly onChange: (text: string) => void;
  /** What is offered while typing; any other text may be typed. */
  readonly offered: readonly string[];
  readonly maxLength?: number;
};

/** A line of text for which what is in use elsewhere is offered, so that one name isn't written in two ways. */
export function OfferingField({ value, onChange, offered, maxLength, disabled = false, fullWidth = false, id, ...field }: OfferingFieldProps) {
  return (
    <Autocomplete<string, false, false, true>
      freeSolo
      {...(id === undefined ? {} : { id })}
      fullWidth={fullWidth}
      disabled={disabled}
      {...(field.size === undefined ? {} : { size: field.size })}
      options={[...offered]}
      inputValue={value}
      onInputChange={(_, text) => onChange(text)}
      renderInput={(input) => <PlainTextField {...input} {...field} value={value} slotProps={{ ...input.slotProps, htmlInput: { ...input.slotProps.htmlInput, maxLength } }} />}
    />
  );
}
