import Stack from '@mui/material/Stack';
import { useEffect } from 'react';
import { z } from 'zod';
import type { Payment, PaymentMoney } from '#shared/features/fulfilment/model.ts';
import { paidMinor } from '#shared/features/fulfilment/money-rules.ts';
import { isDay, type Day } from '#shared/kernel/day.ts';
import { currencySchema, moneyToFigures, parseMoney } from '#shared/kernel/money.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { KeptForm, type KeptForm as KeptFormOf } from '../../../keeping/kept-form.tsx';
import type { FieldsOf } from '../../../keeping/restore-typed.ts';
import { useInSight } from '../../../keeping/use-in-sight.ts';
import { DateField } from '../../../ui/date-field.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { FormButtons } from '../../../ui/form-buttons.tsx';
import { MoneyField, type MoneyTyped } from '../../../ui/money-field.tsx';
import { PlainTextField } from '../../../ui/plain-text-field.tsx';

export type MoneyLineKind = 'invoice' | 'record';

/** A line as it is being entered: the invoice's number, or what the payment refers to. */
interface MoneyLineTyped {
  readonly sum: MoneyTyped;
  readonly on: string;
  readonly words: string;
}

const fields: FieldsOf<MoneyLineTyped> = { sum: z.object({ text: z.string(), currency: currencySchema }), on: z.string(), words: z.string() };

interface MoneyLineFormProps {
  readonly kind: MoneyLineKind;
  readonly payment: Payment;
  readonly money: PaymentMoney;
  readonly today: Day;
  readonly onClose: () => void;
}

/** Enters an invoice, or what was paid; the sum that is still open stands there already. */
export function MoneyLineForm(props: MoneyLineFormProps) {
  const { kind, payment, money, today } = props;
  const open = Math.max(0, money.amount.minor - (kind === 'record' ? paidMinor(money) : money.invoices.reduce((sum, { minor }) => sum + minor, 0)));
  const fresh = () => ({ sum: { text: open === 0 ? '' : moneyToFigures({ ...money.amount, minor: open }), currency: money.amount.currency }, on: today, words: '' });
  return (
    <KeptForm of={{ contractId: payment.contractId, dialog: 'moneyLine', about: `${payment.id} ${kind}` }} fields={fields} fresh={fresh} onClose={props.onClose}>
      {(kept) => <LineForm {...props} kept={kept} />}
    </KeptForm>
  );
}

function LineForm({ kind, payment, today, kept }: MoneyLineFormProps & { readonly kept: KeptFormOf<MoneyLineTyped> }) {
  const translate = useTranslate();
  const addInvoice = useCommand('fulfilment.addInvoice');
  const addRecord = useCommand('fulfilment.addPaymentRecord');
  const { close } = kept;
  const { sum, on, words } = kept.typed;
  const parsed = parseMoney(sum.text, sum.currency);
  // What was paid was paid; an invoice may bear a later day.
  const isLater = kind === 'record' && isDay(on) && on > today;
  const isRight = parsed.ok && parsed.value.minor > 0 && isDay(on) && !isLater && (kind === 'record' || words.trim() !== '');
  const send = async () => {
    if (!parsed.ok || !isDay(on) || isLater) return;
    const { minor } = parsed.value;
    const reply =
      kind === 'invoice'
        ? await addInvoice.run({ id: payment.id, entry: { number: words, issuedOn: on, minor, taxBasisPoints: null } })
        : await addRecord.run({ id: payment.id, entry: { paidOn: on, minor, reference: words } });
    if (reply.ok) close();
  };
  const form = useInSight<HTMLDivElement>(kept.notice);
  useEffect(() => form.current?.querySelector('input')?.focus(), [form]);
  const wording = (
    <PlainTextField required={kind === 'invoice'} label={translate(kind === 'invoice' ? 'fulfilment.invoiceNumber' : 'fulfilment.reference')} value={words} onChange={(event) => kept.change({ words: event.target.value })} slotProps={{ htmlInput: { maxLength: kind === 'invoice' ? 60 : 120 } }} />
  );
  return (
    <Stack ref={form} spacing={2} sx={{ pt: 1, maxWidth: 420 }}>
      {kept.notice}
      {kind === 'invoice' && wording}
      <MoneyField id="money-line" label={translate('fulfilment.amount')} entry={sum} onChange={(typed) => kept.change({ sum: typed })} isRequired isCurrencyFixed hasProblem={sum.text !== '' && !parsed.ok} helperText={undefined} />
      <DateField id="money-line-on" label={translate(kind === 'invoice' ? 'fulfilment.issuedOn' : `fulfilment.paidOn.${payment.direction}`)} required value={on} onChange={(day) => kept.change({ on: day })} problem={isLater ? translate('fulfilment.moveLater') : null} />
      {kind === 'record' && wording}
      <ErrorMessage error={addInvoice.error} />
      <ErrorMessage error={addRecord.error} operation="fulfilment.addPaymentRecord" />
      <FormButtons label={translate('fulfilment.save')} isDisabled={!isRight} isRunning={addInvoice.isRunning || addRecord.isRunning} onSave={send} onCancel={close} status={kept.status} />
    </Stack>
  );
}
