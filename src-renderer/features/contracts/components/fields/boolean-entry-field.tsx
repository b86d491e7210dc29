import Checkbox from '@mui/material/Checkbox';
import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormHelperText from '@mui/material/FormHelperText';
import type { FieldProps } from './field-props.ts';

export function BooleanEntryField(props: FieldProps<boolean>) {
  const helperId = `${props.id}-help`;
  return (
    <FormControl error={props.hasProblem} onBlur={props.onBlur}>
      <FormControlLabel
        label={props.label}
        control={
          <Checkbox
            id={props.id}
            size="small"
            checked={props.entry}
            onChange={(_, checked) => props.onChange(checked)}
            slotProps={{ input: { 'aria-describedby': helperId } }}
          />
        }
      />
      {props.helperText !== undefined && (
        <FormHelperText id={helperId} sx={{ ml: 3.75, mt: -0.5 }}>
          {props.helperText}
        </FormHelperText>
      )}
    </FormControl>
  );
}
