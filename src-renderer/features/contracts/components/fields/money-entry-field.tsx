import InputAdornment from '@mui/material/InputAdornment';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import type { Variable } from '#shared/features/documents/variables.ts';
import { moneyToWords } from '#shared/kernel/capital-amount.ts';
import { currencies, moneyToFigures, parseMoney } from '#shared/kernel/money.ts';
import { useLanguage, useTranslate } from '../../../../i18n/i18n.ts';
import type { MoneyEntry } from '../../entries.ts';
import type { FieldProps } from './field-props.ts';

/** An amount with its currency; says it in words, and sets it in groups of three once it is left. */
export function MoneyEntryField(props: FieldProps<MoneyEntry, Pick<Variable, 'required' | 'constraints'>>) {
  const translate = useTranslate();
  const language = useLanguage();
  const { entry, onChange, variable } = props;
  const parsed = parseMoney(entry.text, entry.currency);
  const isFixed = variable.constraints.unit !== undefined;
  const words = parsed.ok
    ? translate('contracts.variable.inWords', { words: moneyToWords(parsed.value, language) })
    : undefined;
  const leave = () => {
    if (parsed.ok) onChange({ ...entry, text: moneyToFigures(parsed.value) });
    props.onBlur();
  };
  return (
    <Stack direction="row" spacing={1} sx={{ alignItems: 'flex-start' }}>
      {!isFixed && (
        <TextField
          select
          label={translate('contracts.variable.currency')}
          value={entry.currency}
          onChange={(event) => {
            const currency = currencies.find((each) => each === event.target.value);
            if (currency !== undefined) onChange({ ...entry, currency });
          }}
          sx={{ minWidth: 96 }}
        >
          {currencies.map((currency) => (
            <MenuItem key={currency} value={currency}>
              {currency}
            </MenuItem>
          ))}
        </TextField>
      )}
      <TextField
        fullWidth
        id={props.id}
        label={props.label}
        required={variable.required}
        value={entry.text}
        onChange={(event) => onChange({ ...entry, text: event.target.value })}
        onBlur={leave}
        error={props.hasProblem}
        helperText={props.hasProblem ? props.helperText : (words ?? props.helperText)}
        slotProps={{
          htmlInput: { inputMode: 'decimal', maxLength: 40 },
          input: {
            startAdornment: isFixed ? <InputAdornment position="start">{entry.currency}</InputAdornment> : undefined,
          },
        }}
      />
    </Stack>
  );
}
