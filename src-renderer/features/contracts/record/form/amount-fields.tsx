import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useController, useFormContext, useWatch } from 'react-hook-form';
import { amountBases, directions } from '#shared/features/contracts/record.ts';
import { withTax } from '#shared/features/contracts/record-rules.ts';
import { readRate } from '#shared/features/contracts/tax-rate.ts';
import { currencies, moneyToFigures, parseMoney, type Currency, type Money } from '#shared/kernel/money.ts';
import { useFormat } from '../../../../i18n/format.ts';
import { useTranslate } from '../../../../i18n/i18n.ts';
import { Withheld } from '../../../../ui/withheld.tsx';
import { fieldColumns } from './field-columns.ts';
import { RecordChoiceField } from './record-choice-field.tsx';
import { useRecordFormContext } from './record-form-context.ts';
import type { RecordForm } from './record-form.ts';
import { RecordTextField } from './record-text-field.tsx';

/** Which way the money goes, and how much, with and without tax. */
export function AmountFields() {
  const translate = useTranslate();
  const { locks } = useRecordFormContext();
  return (
    <>
      {locks.isSigned && (
        <Alert severity="info" sx={{ mb: 2 }}>
          {translate('contracts.record.lock.amount')}
        </Alert>
      )}
      <Box sx={fieldColumns}>
        <RecordChoiceField name="direction" choices={directions} labelOf={(each) => translate(`contracts.direction.${each}`)} disabled={locks.isSigned} />
        {!locks.isAmountWithheld && (
          <RecordChoiceField name="basis" choices={amountBases} labelOf={(each) => translate(`contracts.record.basis.${each}`)} disabled={locks.isSigned} />
        )}
        {locks.isAmountWithheld ? <Withheld /> : <Sums isFixed={locks.isSigned} />}
      </Box>
    </>
  );
}

function Sums({ isFixed }: { readonly isFixed: boolean }) {
  const translate = useTranslate();
  const { control } = useFormContext<RecordForm>();
  const currency = useWatch({ control, name: 'currency' });
  const group = (text: string) => grouped(text, currency);
  return (
    <>
      <Box sx={{ gridColumn: '1 / -1', display: 'grid', gap: 1.5, gridTemplateColumns: { xs: '1fr', sm: '116px minmax(0, 1fr) 128px minmax(0, 1fr)' } }}>
        <CurrencyField isFixed={isFixed} />
        <RecordTextField name="exclusive" isNumber disabled={isFixed} normalise={group} />
        <RecordTextField name="taxRate" isNumber unit="%" disabled={isFixed} />
        <RecordTextField name="inclusive" isNumber disabled={isFixed} normalise={group} hint={isFixed ? undefined : translate('contracts.record.inclusiveHint')} />
      </Box>
      {!isFixed && <Suggestion />}
    </>
  );
}

function CurrencyField({ isFixed }: { readonly isFixed: boolean }) {
  const translate = useTranslate();
  const { control } = useFormContext<RecordForm>();
  const { field } = useController({ control, name: 'currency' });
  return (
    <TextField select id="record-currency" label={translate('ui.money.currency')} value={field.value} onChange={field.onChange} disabled={isFixed}>
      {currencies.map((each) => (
        <MenuItem key={each} value={each}>
          {each}
        </MenuItem>
      ))}
    </TextField>
  );
}

/** Offers the sum with tax as soon as the one without and the rate are there and it isn't that yet. */
function Suggestion() {
  const translate = useTranslate();
  const format = useFormat();
  const { control, setValue } = useFormContext<RecordForm>();
  const [exclusive, taxRate, inclusive, currency] = useWatch({ control, name: ['exclusive', 'taxRate', 'inclusive', 'currency'] });
  const sum = computedSum(exclusive, taxRate, currency);
  if (sum === null || grouped(inclusive, currency) === moneyToFigures(sum)) return null;
  return (
    <Box sx={{ gridColumn: '1 / -1' }}>
      <Button size="small" onClick={() => setValue('inclusive', moneyToFigures(sum), { shouldDirty: true })}>
        {translate('contracts.record.takeSum', { sum: format.money(sum) })}
      </Button>
    </Box>
  );
}

function computedSum(exclusive: string, taxRate: string, currency: Currency): Money | null {
  const [without, rate] = [parseMoney(exclusive, currency), readRate(taxRate)];
  if (!without.ok || 'problem' in rate || rate.value === null) return null;
  const minor = withTax(without.value.minor, rate.value);
  return Number.isSafeInteger(minor) ? { minor, currency } : null;
}

function grouped(text: string, currency: Currency): string {
  const parsed = parseMoney(text, currency);
  return parsed.ok ? moneyToFigures(parsed.value) : text;
}
