import { DatePicker } from '@mui/x-date-pickers/DatePicker';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import type { Variable } from '#shared/features/documents/variables.ts';
import { isDay } from '#shared/kernel/day.ts';
import { incompleteDate } from '../../entries.ts';
import type { FieldProps } from './field-props.ts';

/** A calendar day, typed or picked. The picker keeps its half-typed parts itself; the entry only knows that they are. */
export function DateEntryField(props: FieldProps<string, Pick<Variable, 'required'>>) {
  const { entry, onChange } = props;
  const [picked, setPicked] = useState<Dayjs | null>(() => toDayjs(entry));
  const [told, setTold] = useState(entry);
  // The entry was changed from outside, e.g. by starting over.
  if (entry !== told) {
    setTold(entry);
    setPicked(toDayjs(entry));
  }
  const pick = (value: Dayjs | null) => {
    const next = toEntry(value);
    setPicked(value);
    setTold(next);
    onChange(next);
  };
  return (
    <DatePicker
      // The picker's outline leaves no gap for the mark of a required field, so it is part of the label.
      label={props.variable.required ? `${props.label} *` : props.label}
      value={picked}
      onChange={pick}
      // The same in both languages, because 03/05 is two different days.
      format="YYYY-MM-DD"
      minDate={dayjs('1990-01-01')}
      maxDate={dayjs('2199-12-31')}
      slotProps={{
        textField: {
          fullWidth: true,
          size: 'small',
          // The gap in the outline, as wide as the theme's larger labels need.
          sx: { '& legend': { fontSize: '0.86em' } },
          id: props.id,
          error: props.hasProblem,
          helperText: props.helperText,
          onBlur: props.onBlur,
        },
        field: { clearable: !props.variable.required },
      }}
    />
  );
}

function toDayjs(entry: string): Dayjs | null {
  return isDay(entry) ? dayjs(entry) : null;
}

function toEntry(value: Dayjs | null): string {
  if (value === null) return '';
  return value.isValid() && value.year() >= 1000 ? value.format('YYYY-MM-DD') : incompleteDate;
}
