import { DatePicker } from '@mui/x-date-pickers/DatePicker';
import type { FieldRef } from '@mui/x-date-pickers/models';
import dayjs, { type Dayjs } from 'dayjs';
import { useRef, useState, type FocusEvent } from 'react';
import { isDay } from '#shared/kernel/day.ts';

/** Stands for a date of which only parts are typed. */
export const incompleteDate = 'incomplete';

export interface DatePickerFieldProps {
  /** What is picked: a day, or a month, which stands as some day in it. */
  readonly unit?: 'day' | 'month';
  readonly id: string;
  readonly label: string;
  /** A day, empty, or `incomplete`. */
  readonly entry: string;
  readonly onChange: (entry: string) => void;
  readonly onBlur?: () => void;
  readonly isRequired: boolean;
  readonly isDisabled?: boolean;
  readonly hasProblem: boolean;
  readonly helperText: string | undefined;
}

/**
 * A calendar day, typed or picked; within `DateWords`. The picker keeps its half-typed parts itself; the entry only knows
 * that they are.
 */
export function DatePickerField(props: DatePickerFieldProps) {
  const { entry, onChange } = props;
  const [picked, setPicked] = useState<Dayjs | null>(() => toDayjs(entry));
  const [told, setTold] = useState(entry);
  // The entry was changed from outside, e.g. by starting over.
  if (entry !== told) {
    setTold(entry);
    setPicked(toDayjs(entry));
  }
  const tell = (next: string) => {
    setTold(next);
    onChange(next);
  };
  const pick = (value: Dayjs | null) => {
    setPicked(value);
    tell(toEntry(value));
  };
  const field = useRef<FieldRef<Dayjs | null>>(null);
  const leave = ({ currentTarget, relatedTarget }: FocusEvent) => {
    props.onBlur?.();
    if (picked !== null || currentTarget.contains(relatedTarget)) return;
    // Of a date that is begun from nothing the picker tells only once all its parts are there.
    const parts = field.current?.getSections().map(({ value }) => value !== '') ?? [];
    const next = parts.includes(true) && parts.includes(false) ? incompleteDate : '';
    if (next !== entry) tell(next);
  };
  return (
    <DatePicker
      // The picker's outline leaves no gap for the mark of a required field, so it is part of the label.
      label={props.isRequired ? `${props.label} *` : props.label}
      value={picked}
      disabled={props.isDisabled ?? false}
      onChange={pick}
      // The same in both languages, because 03/05 is two different days.
      {...(props.unit === 'month' ? { format: 'YYYY-MM', views: ['year', 'month'] as const, openTo: 'month' as const } : { format: 'YYYY-MM-DD' })}
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
          onBlur: leave,
        },
        field: { clearable: !props.isRequired, fieldRef: field },
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
