import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormHelperText from '@mui/material/FormHelperText';
import FormLabel from '@mui/material/FormLabel';
import MenuItem from '@mui/material/MenuItem';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import TextField from '@mui/material/TextField';
import { useTranslate } from '../../../../i18n/i18n.ts';
import { useVariableWords } from '../../use-variable-words.ts';
import type { FieldProps } from './field-props.ts';

const mostRadios = 4;

/** One of several: all in sight while they are few. */
export function ChoiceEntryField(props: FieldProps<string>) {
  const { choiceLabelOf } = useVariableWords();
  const choices = props.variable.constraints.choices ?? [];
  if (choices.length > mostRadios) return <ChoiceMenu {...props} />;
  return (
    <FormControl required={props.variable.required} error={props.hasProblem} onBlur={props.onBlur}>
      <FormLabel id={`${props.id}-label`}>{props.label}</FormLabel>
      <RadioGroup
        row
        aria-labelledby={`${props.id}-label`}
        name={props.id}
        value={props.entry}
        onChange={(_, value) => props.onChange(value)}
      >
        {choices.map((choice) => (
          <FormControlLabel
            key={choice.value}
            value={choice.value}
            label={choiceLabelOf(choice)}
            control={<Radio size="small" />}
          />
        ))}
      </RadioGroup>
      {props.helperText !== undefined && <FormHelperText sx={{ mx: 0 }}>{props.helperText}</FormHelperText>}
    </FormControl>
  );
}

function ChoiceMenu(props: FieldProps<string>) {
  const translate = useTranslate();
  const { choiceLabelOf } = useVariableWords();
  const { required } = props.variable;
  return (
    <TextField
      select
      fullWidth
      id={props.id}
      label={props.label}
      required={required}
      value={props.entry}
      onChange={(event) => props.onChange(event.target.value)}
      onBlur={props.onBlur}
      error={props.hasProblem}
      helperText={props.helperText}
    >
      {!required && <MenuItem value="">{translate('contracts.variable.none')}</MenuItem>}
      {(props.variable.constraints.choices ?? []).map((choice) => (
        <MenuItem key={choice.value} value={choice.value}>
          {choiceLabelOf(choice)}
        </MenuItem>
      ))}
    </TextField>
  );
}
