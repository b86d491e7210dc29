import InputAdornment from '@mui/material/InputAdornment';
import TextField from '@mui/material/TextField';
import type { FieldProps } from './field-props.ts';

/** A number as typed, with the sign that stands behind it. */
export function NumberEntryField(props: FieldProps<string>) {
  const { unit } = props.variable.constraints;
  const adornment = unit === undefined ? undefined : <InputAdornment position="end">{unit}</InputAdornment>;
  return (
    <TextField
      fullWidth
      id={props.id}
      label={props.label}
      required={props.variable.required}
      value={props.entry}
      onChange={(event) => props.onChange(event.target.value)}
      onBlur={props.onBlur}
      error={props.hasProblem}
      helperText={props.helperText}
      slotProps={{ htmlInput: { inputMode: 'decimal', maxLength: 30 }, input: { endAdornment: adornment } }}
    />
  );
}
