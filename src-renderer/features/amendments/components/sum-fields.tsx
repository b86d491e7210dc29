import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import type { SumField, SumTyped } from '#shared/features/amendments/amended-sum.ts';
import type { RecordAmount } from '#shared/features/contracts/record.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { MoneyField } from '../../../ui/money-field.tsx';
import { useSumText } from '../use-sum-text.ts';

interface SumFieldsProps {
  readonly typed: SumTyped;
  readonly before: RecordAmount | null;
  /** What is typed makes this of it; null while that is nothing. */
  readonly after: RecordAmount | null;
  readonly problemOf: (field: SumField) => string | null;
  readonly onChange: (typed: SumTyped) => void;
}

/** The new sum, with and without tax, and the rate. Below each that is left empty stands what it stays or becomes. */
export function SumFields({ typed, before, after, problemOf, onChange }: SumFieldsProps) {
  const translate = useTranslate();
  const { labelOf, saidOf } = useSumText();
  const hintOf = (field: SumField) => {
    const nothing = translate('amendments.form.notFilledIn');
    const [present, next] = [saidOf(field, before) ?? nothing, saidOf(field, after) ?? nothing];
    return after !== null && typed[field].trim() === '' && next !== present ? translate('amendments.form.becomes', { value: next }) : translate('amendments.form.until', { value: present });
  };
  const line = (field: 'exclusive' | 'taxRate', maxLength: number) => (
    <TextField
      fullWidth
      id={`amendment-${field}`}
      label={translate('amendments.form.newOf', { term: labelOf(field) })}
      value={typed[field]}
      error={problemOf(field) !== null}
      helperText={problemOf(field) ?? hintOf(field)}
      onChange={(event) => onChange({ ...typed, [field]: event.target.value })}
      slotProps={{ htmlInput: { inputMode: 'decimal', maxLength } }}
    />
  );
  return (
    <Stack spacing={1.5}>
      <MoneyField
        id="amendment-amount"
        label={translate('amendments.form.newAmount')}
        entry={{ text: typed.inclusive, currency: typed.currency }}
        onChange={({ text, currency }) => onChange({ ...typed, inclusive: text, currency })}
        isRequired={false}
        isCurrencyFixed={false}
        hasProblem={problemOf('inclusive') !== null}
        helperText={problemOf('inclusive') ?? (after === null ? translate('amendments.form.amountHint') : hintOf('inclusive'))}
      />
      <Stack direction={{ xs: 'column', sm: 'row' }} spacing={1.5}>
        {line('exclusive', 40)}
        {line('taxRate', 7)}
      </Stack>
    </Stack>
  );
}
