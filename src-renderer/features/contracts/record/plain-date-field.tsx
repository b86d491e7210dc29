import { useTranslate } from '../../../i18n/i18n.ts';
import { DateEntryField } from '../components/fields/date-entry-field.tsx';
import { incompleteDate } from '../entries.ts';

interface PlainDateFieldProps {
  readonly id: string;
  readonly label: string;
  /** A day, empty, or `incomplete`. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly required?: boolean;
  readonly problem?: string | null;
  readonly hint?: string;
}

/** A day in a dialog, outside of any form. */
export function PlainDateField({ id, label, value, onChange, required = false, problem = null, hint }: PlainDateFieldProps) {
  const translate = useTranslate();
  const said = value === incompleteDate ? translate('contracts.problem.INCOMPLETE_DATE') : problem;
  return (
    <DateEntryField
      variable={{ required }}
      id={id}
      label={label}
      entry={value}
      onChange={onChange}
      onBlur={nothing}
      hasProblem={said !== null}
      helperText={said ?? hint}
    />
  );
}

function nothing(): void {
  // Dialogs say what is wrong at once.
}
