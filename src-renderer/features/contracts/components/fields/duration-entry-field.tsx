import InputAdornment from '@mui/material/InputAdornment';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { durationUnits } from '#shared/features/documents/variables.ts';
import { useTranslate } from '../../../../i18n/i18n.ts';
import type { DurationEntry } from '../../entries.ts';
import type { FieldProps } from './field-props.ts';

/** A length of time; the unit can be chosen unless the template's words fix it. */
export function DurationEntryField(props: FieldProps<DurationEntry>) {
  const translate = useTranslate();
  const { entry, onChange } = props;
  const isFixed = durationUnits.some((unit) => unit === props.variable.constraints.unit);
  const fixedUnit = (
    <InputAdornment position="end">{translate(`contracts.variable.unit.${entry.unit}`)}</InputAdornment>
  );
  return (
    <Stack direction="row" spacing={1} sx={{ alignItems: 'flex-start' }}>
      <TextField
        fullWidth
        id={props.id}
        label={props.label}
        required={props.variable.required}
        value={entry.amount}
        onChange={(event) => onChange({ ...entry, amount: event.target.value })}
        onBlur={props.onBlur}
        error={props.hasProblem}
        helperText={props.helperText}
        slotProps={{
          htmlInput: { inputMode: 'numeric', maxLength: 10 },
          input: { endAdornment: isFixed ? fixedUnit : undefined },
        }}
      />
      {!isFixed && (
        <TextField
          select
          label={translate('contracts.variable.unitLabel')}
          value={entry.unit}
          onChange={(event) => {
            const unit = durationUnits.find((each) => each === event.target.value);
            if (unit !== undefined) onChange({ ...entry, unit });
          }}
          sx={{ minWidth: 128, flexShrink: 0 }}
        >
          {durationUnits.map((unit) => (
            <MenuItem key={unit} value={unit}>
              {translate(`contracts.variable.unit.${unit}`)}
            </MenuItem>
          ))}
        </TextField>
      )}
    </Stack>
  );
}
