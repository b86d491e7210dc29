import InputAdornment from '@mui/material/InputAdornment';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { moneyToWords } from '#shared/kernel/capital-amount.ts';
import { currencies, moneyToFigures, parseMoney, type Currency } from '#shared/kernel/money.ts';
import { useLanguage, useTranslate } from '../i18n/i18n.ts';

/** An amount as it was typed. */
export interface MoneyTyped {
  readonly text: string;
  readonly currency: Currency;
}

interface MoneyFieldProps {
  readonly id: string;
  readonly label: string;
  readonly entry: MoneyTyped;
  readonly onChange: (entry: MoneyTyped) => void;
  readonly onBlur?: () => void;
  readonly isRequired: boolean;
  /** The currency can't be chosen. */
  readonly isCurrencyFixed: boolean;
  readonly hasProblem: boolean;
  readonly helperText: string | undefined;
}

/** An amount with its currency; says it in words, and sets it in groups of three once it is left. */
export function MoneyField({ id, label, entry, onChange, onBlur, isRequired, isCurrencyFixed, hasProblem, helperText }: MoneyFieldProps) {
  const translate = useTranslate();
  const language = useLanguage();
  const parsed = parseMoney(entry.text, entry.currency);
  const words = parsed.ok ? translate('ui.money.inWords', { words: moneyToWords(parsed.value, language) }) : undefined;
  const leave = () => {
    if (parsed.ok) onChange({ ...entry, text: moneyToFigures(parsed.value) });
    onBlur?.();
  };
  return (
    <Stack direction="row" spacing={1} sx={{ alignItems: 'flex-start' }}>
      {!isCurrencyFixed && <CurrencyField value={entry.currency} onChange={(currency) => onChange({ ...entry, currency })} />}
      <TextField
        fullWidth
        id={id}
        label={label}
        required={isRequired}
        value={entry.text}
        onChange={(event) => onChange({ ...entry, text: event.target.value })}
        onBlur={leave}
        error={hasProblem}
        helperText={hasProblem ? helperText : (words ?? helperText)}
        slotProps={{
          htmlInput: { inputMode: 'decimal', maxLength: 40 },
          input: {
            startAdornment: isCurrencyFixed ? <InputAdornment position="start">{entry.currency}</InputAdornment> : undefined,
          },
        }}
      />
    </Stack>
  );
}

function CurrencyField({ value, onChange }: { readonly value: Currency; readonly onChange: (currency: Currency) => void }) {
  const translate = useTranslate();
  return (
    <TextField
      select
      label={translate('ui.money.currency')}
      value={value}
      onChange={(event) => {
        const currency = currencies.find((each) => each === event.target.value);
        if (currency !== undefined) onChange(currency);
      }}
      sx={{ minWidth: 96 }}
    >
      {currencies.map((currency) => (
        <MenuItem key={currency} value={currency}>
          {currency}
        </MenuItem>
      ))}
    </TextField>
  );
}
