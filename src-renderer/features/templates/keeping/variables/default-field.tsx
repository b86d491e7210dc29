import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useId, useState } from 'react';
import { durationUnits, isList, type Variable } from '#shared/features/documents/variables.ts';
import { currencySchema, moneyToFigures, parseMoney, type Currency } from '#shared/kernel/money.ts';
import { useLanguage, useTranslate } from '../../../../i18n/i18n.ts';
import { NumberField } from '../../../../ui/number-field.tsx';
import { MoneyField } from '../../../../ui/money-field.tsx';

interface DefaultFieldProps {
  readonly variable: Variable;
  readonly isEditable: boolean;
  readonly onChange: (value: Variable['defaultValue']) => void;
}

/** What stands in a new form before anybody writes, in the form that the variable's type has. A party has no default. */
export function DefaultField(props: DefaultFieldProps) {
  const { variable, isEditable, onChange } = props;
  const translate = useTranslate();
  const isEnglish = useLanguage() === 'en';
  const { type, defaultValue, constraints } = variable;
  const label = translate('templates.variables.defaultValue');
  const readOnly = { htmlInput: { readOnly: !isEditable } };
  switch (type) {
    case 'text':
      return <TextField size="small" multiline maxRows={4} label={label} value={typeof defaultValue === 'string' ? defaultValue : ''} onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)} slotProps={readOnly} />;
    case 'number':
      return <NumberField size="small" label={label} value={typeof defaultValue === 'number' ? defaultValue : null} onChange={onChange} isReadOnly={!isEditable} />;
    case 'date': {
      const days = typeof defaultValue === 'object' && defaultValue !== null && 'daysFromToday' in defaultValue ? defaultValue.daysFromToday : null;
      return <NumberField size="small" label={translate('templates.variables.daysFromToday')} value={days} onChange={(typed) => onChange(typed === null ? null : { daysFromToday: Math.round(typed) })} isReadOnly={!isEditable} />;
    }
    case 'money':
      return <MoneyDefault {...props} />;
    case 'duration':
      return <DurationDefault {...props} />;
    case 'list':
      return <TextField size="small" multiline minRows={2} maxRows={6} label={translate('templates.variables.defaultItems')} value={isList(defaultValue) ? defaultValue.join('\n') : ''} onChange={(event) => onChange(event.target.value === '' ? null : event.target.value.split('\n').slice(0, constraints.maximumItems ?? 500))} slotProps={readOnly} />;
    case 'boolean':
    case 'choice': {
      const options = type === 'boolean' ? (['true', 'false'] as const).map((value) => ({ value, name: translate(value === 'true' ? 'documentEditor.part.yes' : 'documentEditor.part.no') })) : (constraints.choices ?? []).map(({ value, labelZh, labelEn }) => ({ value, name: isEnglish ? labelEn : labelZh }));
      const chosen = typeof defaultValue === 'boolean' ? String(defaultValue) : typeof defaultValue === 'string' && options.some(({ value }) => value === defaultValue) ? defaultValue : '';
      return (
        <TextField select size="small" disabled={!isEditable} label={label} value={chosen} onChange={(event) => onChange(event.target.value === '' ? null : type === 'boolean' ? event.target.value === 'true' : event.target.value)}>
          <MenuItem value="">{translate('templates.variables.noDefault')}</MenuItem>
          {options.map(({ value, name }) => (
            <MenuItem key={value} value={value}>
              {name}
            </MenuItem>
          ))}
        </TextField>
      );
    }
    case 'party':
      return null;
  }
}

function MoneyDefault({ variable: { defaultValue, constraints }, isEditable, onChange }: DefaultFieldProps) {
  const translate = useTranslate();
  const id = useId();
  const known = typeof defaultValue === 'object' && defaultValue !== null && 'minor' in defaultValue ? defaultValue : null;
  const fixed = currencySchema.safeParse(constraints.unit);
  const [entry, setEntry] = useState<{ readonly text: string; readonly currency: Currency }>({ text: known === null ? '' : moneyToFigures(known), currency: known?.currency ?? (fixed.success ? fixed.data : 'CNY') });
  const currency = fixed.success ? fixed.data : entry.currency;
  const parsed = parseMoney(entry.text, currency);
  return (
    <MoneyField
      id={id}
      label={translate('templates.variables.defaultValue')}
      entry={{ ...entry, currency }}
      isRequired={false}
      isCurrencyFixed={fixed.success}
      hasProblem={!parsed.ok && parsed.error.code !== 'EMPTY'}
      helperText={!parsed.ok && parsed.error.code !== 'EMPTY' ? translate('templates.variables.noAmount') : undefined}
      onChange={(next) => {
        if (!isEditable) return;
        setEntry(next);
        const read = parseMoney(next.text, fixed.success ? fixed.data : next.currency);
        if (read.ok || read.error.code === 'EMPTY') onChange(read.ok ? read.value : null);
      }}
    />
  );
}

function DurationDefault({ variable: { defaultValue, constraints }, isEditable, onChange }: DefaultFieldProps) {
  const translate = useTranslate();
  const fixed = durationUnits.find((unit) => unit === constraints.unit);
  const known = typeof defaultValue === 'object' && defaultValue !== null && 'amount' in defaultValue ? defaultValue : null;
  const [unit, setUnit] = useState(known?.unit ?? fixed ?? 'day');
  const put = (amount: number | null, of: typeof unit) => onChange(amount === null ? null : { amount: Math.max(0, Math.min(100_000, Math.round(amount))), unit: of });
  return (
    <Stack direction="row" spacing={1}>
      <NumberField fullWidth size="small" label={translate('templates.variables.defaultValue')} value={known?.amount ?? null} onChange={(typed) => put(typed, fixed ?? unit)} isReadOnly={!isEditable} />
      <TextField
        select
        size="small"
        disabled={!isEditable || fixed !== undefined}
        label={translate('templates.obligations.unitLabel')}
        value={fixed ?? unit}
        onChange={(event) => {
          const next = durationUnits.find((one) => one === event.target.value) ?? unit;
          setUnit(next);
          if (known !== null) put(known.amount, next);
        }}
        sx={{ minWidth: 120 }}
      >
        {durationUnits.map((one) => (
          <MenuItem key={one} value={one}>
            {translate(`templates.obligations.units.${one}`)}
          </MenuItem>
        ))}
      </TextField>
    </Stack>
  );
}
