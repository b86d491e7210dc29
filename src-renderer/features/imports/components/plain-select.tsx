import TextField from '@mui/material/TextField';

interface PlainSelectProps<Value extends string> {
  readonly label: string;
  /** The label is said, not shown: a column's heading shows it. */
  readonly hideLabel?: boolean;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly helperText?: string;
  readonly onChange: (value: Value) => void;
}

/** The system's own list of choices: dozens of them with hundreds of columns each stay quick, and typing finds one. */
export function PlainSelect<Value extends string>({ label, hideLabel = false, value, options, helperText, onChange }: PlainSelectProps<Value>) {
  return (
    <TextField
      select
      fullWidth
      size="small"
      {...(hideLabel ? {} : { label })}
      {...(helperText === undefined ? {} : { helperText })}
      value={value}
      onChange={(event) => onChange(event.target.value as Value)}
      slotProps={{
        select: { native: true },
        inputLabel: { shrink: true },
        ...(hideLabel ? { htmlInput: { 'aria-label': label } } : {}),
      }}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </TextField>
  );
}
