import TextField from '@mui/material/TextField';
import type { FieldProps } from './field-props.ts';

const longText = 200;

/** Text of one line or several. */
export function TextEntryField(props: FieldProps<string>) {
  const { variable, entry } = props;
  const { maxLength = 20_000, pattern } = variable.constraints;
  const isMultiline = pattern === undefined && maxLength > longText;
  return (
    <TextField
      fullWidth
      id={props.id}
      label={props.label}
      required={variable.required}
      value={entry}
      onChange={(event) => props.onChange(event.target.value)}
      onBlur={props.onBlur}
      error={props.hasProblem}
      helperText={props.helperText}
      multiline={isMultiline}
      {...(isMultiline ? { minRows: 2, maxRows: 10 } : {})}
      slotProps={{ htmlInput: { maxLength, inputMode: inputModeOf(pattern) } }}
    />
  );
}

function inputModeOf(pattern: string | undefined): 'text' | 'email' | 'tel' {
  if (pattern === 'email') return 'email';
  return pattern === 'phone' ? 'tel' : 'text';
}
