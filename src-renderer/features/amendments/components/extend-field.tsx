import TextField from '@mui/material/TextField';
import type { Day } from '#shared/kernel/day.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { monthsOf } from '../amendment-typed.ts';

interface ExtendFieldProps {
  readonly months: string;
  /** The present last day; null where none is known. */
  readonly end: Day | null;
  readonly onChange: (months: string) => void;
}

/** How many months longer; the new last day is reckoned from the present one. */
export function ExtendField({ months, end, onChange }: ExtendFieldProps) {
  const translate = useTranslate();
  const format = useFormat();
  const isWrong = months.trim() !== '' && monthsOf(months) === null;
  return (
    <TextField
      id="amendment-months"
      label={translate('amendments.form.months')}
      value={months}
      disabled={end === null}
      helperText={isWrong ? translate('amendments.form.monthsWrong') : end === null ? translate('amendments.form.noEnd') : translate('amendments.form.presentEnd', { day: format.date(end) })}
      error={isWrong}
      onChange={(event) => onChange(event.target.value)}
      slotProps={{ htmlInput: { inputMode: 'numeric', maxLength: 3 } }}
    />
  );
}
