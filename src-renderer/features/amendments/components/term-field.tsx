import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { noticeUnits } from '#shared/features/contracts/record.ts';
import type { Terms } from '#shared/features/amendments/model.ts';
import type { Day } from '#shared/kernel/day.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { DateField } from '../../../ui/date-field.tsx';
import { choicesByField, inputByField, type ChoiceField, type NoticeUnit, type TermEntry } from '../term-entries.ts';
import { useTermsText } from '../use-terms-text.ts';

interface TermFieldProps {
  readonly entry: TermEntry;
  /** What held until now, said below the field. */
  readonly before: Terms;
  /** The last day of the running term, said below the recorded one where the contract was renewed since. */
  readonly end: Day | null;
  readonly problem: string | null;
  readonly onChange: (entry: TermEntry) => void;
}

/** A term's new value, entered as its kind asks. */
export function TermField({ entry, before, end, problem, onChange }: TermFieldProps) {
  const translate = useTranslate();
  const format = useFormat();
  const { labelOf, saidOf } = useTermsText();
  const { field, text } = entry;
  const label = labelOf(field);
  const id = `amendment-${field}`;
  const value = saidOf(field, before) ?? translate('amendments.form.notFilledIn');
  const isRenewed = field === 'expiresOn' && before.expiresOn !== null && end !== null && end > before.expiresOn;
  const hint = isRenewed ? translate('amendments.form.untilRenewed', { value, day: format.date(end) }) : translate('amendments.form.until', { value });
  const change = (next: string) => onChange({ ...entry, text: next });
  switch (inputByField[field]) {
    case 'day':
      return <DateField id={id} label={label} value={text} onChange={change} problem={problem} hint={hint} />;
    case 'choice':
      return <ChoiceOf field={field as ChoiceField} {...{ id, label, text, hint, problem }} onChange={change} />;
    case 'number':
    case 'line':
      return <LineOf {...{ id, label, text, hint, problem }} isNumber={inputByField[field] === 'number'} onChange={change} />;
    case 'period':
      return (
        <Stack direction="row" spacing={1} sx={{ alignItems: 'flex-start' }}>
          <LineOf {...{ id, label, text, hint, problem }} isNumber onChange={change} />
          <TextField
            select
            id={`${id}-unit`}
            label={translate('contracts.variable.unitLabel')}
            value={entry.unit}
            onChange={(event) => onChange({ ...entry, unit: event.target.value as NoticeUnit })}
            sx={{ minWidth: 124 }}
          >
            {noticeUnits.map((unit) => (
              <MenuItem key={unit} value={unit}>
                {translate(`contracts.variable.unit.${unit}`)}
              </MenuItem>
            ))}
          </TextField>
        </Stack>
      );
  }
}

interface PartProps {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  readonly hint: string;
  readonly problem: string | null;
  readonly onChange: (text: string) => void;
}

function LineOf({ id, label, text, hint, problem, isNumber, onChange }: PartProps & { readonly isNumber: boolean }) {
  return (
    <TextField
      fullWidth
      id={id}
      label={label}
      value={text}
      error={problem !== null}
      helperText={problem ?? hint}
      onChange={(event) => onChange(event.target.value)}
      slotProps={{ htmlInput: { maxLength: isNumber ? 5 : 160, ...(isNumber ? { inputMode: 'numeric' } : {}) } }}
    />
  );
}

function ChoiceOf({ field, id, label, text, hint, problem, onChange }: PartProps & { readonly field: ChoiceField }) {
  const { valueOf } = useTermsText();
  return (
    <TextField select fullWidth id={id} label={label} value={text} error={problem !== null} helperText={problem ?? hint} onChange={(event) => onChange(event.target.value)}>
      {choicesByField[field].map((choice) => (
        <MenuItem key={choice} value={choice}>
          {valueOf(field, { [field]: choice })}
        </MenuItem>
      ))}
    </TextField>
  );
}
