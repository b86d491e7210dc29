import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { extendedEnd } from '#shared/features/amendments/rules.ts';
import type { Day } from '#shared/kernel/day.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';

interface ExtendFieldProps {
  /** The present last day; null where none is known. */
  readonly end: Day | null;
  /** Null: there is no such number of months, so no last day follows from it. */
  readonly onExtend: (end: Day | null) => void;
}

/** How many months longer; reckons the new last day from the present one. */
export function ExtendField({ end, onExtend }: ExtendFieldProps) {
  const translate = useTranslate();
  const format = useFormat();
  const [text, setText] = useState('');
  const isWrong = text.trim() !== '' && monthsOf(text) === null;
  return (
    <TextField
      id="amendment-months"
      label={translate('amendments.form.months')}
      value={text}
      disabled={end === null}
      helperText={isWrong ? translate('amendments.form.monthsWrong') : end === null ? translate('amendments.form.noEnd') : translate('amendments.form.presentEnd', { day: format.date(end) })}
      error={isWrong}
      onChange={(event) => {
        const next = event.target.value;
        const months = monthsOf(next);
        setText(next);
        if (end !== null) onExtend(months === null ? null : extendedEnd(end, months));
      }}
      slotProps={{ htmlInput: { inputMode: 'numeric', maxLength: 3 } }}
    />
  );
}

function monthsOf(text: string): number | null {
  const plain = text.normalize('NFKC').trim();
  return /^\d{1,3}$/.test(plain) && Number(plain) > 0 ? Number(plain) : null;
}
