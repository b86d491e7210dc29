import { useTranslate } from '../i18n/i18n.ts';
import { DatePickerField, incompleteDate } from './date-picker-field.tsx';
import { DateWords } from './date-words.tsx';

interface DateFieldProps {
  /** What is picked: a day, or a month, which stands as some day in it. */
  readonly unit?: 'day' | 'month';
  readonly id: string;
  readonly label: string;
  /** A day, empty, or `incomplete` while only parts of one are typed. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly required?: boolean;
  readonly problem?: string | null;
  readonly hint?: string;
}

/** A day in a dialog or on a page, outside of the large forms; says itself when a date is incomplete. */
export function DateField({ unit = 'day', id, label, value, onChange, required = false, problem = null, hint }: DateFieldProps) {
  const translate = useTranslate();
  const said = value === incompleteDate ? translate('ui.incompleteDate') : problem;
  return (
    <DateWords>
      <DatePickerField unit={unit} id={id} label={label} entry={value} onChange={onChange} isRequired={required} hasProblem={said !== null} helperText={said ?? hint} />
    </DateWords>
  );
}
