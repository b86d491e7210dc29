import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { extendedEnd } from '#shared/features/amendments/rules.ts';
import type { Day } from '#shared/kernel/day.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';

/** How many months longer; reckons the new last day from the present one. */
export function ExtendField({ end, onExtend }: { readonly end: Day | null; readonly onExtend: (end: Day) => void }) {
  const translate = useTranslate();
  const format = useFormat();
  const [text, setText] = useState('');
  const months = Number(text);
  const isRight = /^\d{1,3}$/.test(text) && months > 0;
  return (
    <TextField
      id="amendment-months"
      label={translate('amendments.form.months')}
      value={text}
      disabled={end === null}
      helperText={end === null ? translate('amendments.form.noEnd') : translate('amendments.form.presentEnd', { day: format.date(end) })}
      error={text !== '' && !isRight}
      onChange={(event) => {
        const next = event.target.value;
        setText(next);
        if (end !== null && /^\d{1,3}$/.test(next) && Number(next) > 0) onExtend(extendedEnd(end, Number(next)));
      }}
      slotProps={{ htmlInput: { inputMode: 'numeric', maxLength: 3 } }}
    />
  );
}
