import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useEffect, useRef, useState } from 'react';
import type { Payment, PaymentMoney } from '#shared/features/fulfilment/model.ts';
import { paidMinor } from '#shared/features/fulfilment/money-rules.ts';
import { isDay, type Day } from '#shared/kernel/day.ts';
import { moneyToFigures, parseMoney } from '#shared/kernel/money.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { DateField } from '../../../ui/date-field.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { FormButtons } from '../../../ui/form-buttons.tsx';
import { MoneyField } from '../../../ui/money-field.tsx';

interface MoneyLineFormProps {
  readonly kind: 'invoice' | 'record';
  readonly payment: Payment;
  readonly money: PaymentMoney;
  readonly today: Day;
  readonly onClose: () => void;
}

/** Enters an invoice, or what was paid; the sum that is still open stands there already. */
export function MoneyLineForm({ kind, payment, money, today, onClose }: MoneyLineFormProps) {
  const translate = useTranslate();
  const addInvoice = useCommand('fulfilment.addInvoice');
  const addRecord = useCommand('fulfilment.addPaymentRecord');
  const open = Math.max(0, money.amount.minor - (kind === 'record' ? paidMinor(money) : money.invoices.reduce((sum, { minor }) => sum + minor, 0)));
  const [sum, setSum] = useState({ text: open === 0 ? '' : moneyToFigures({ ...money.amount, minor: open }), currency: money.amount.currency });
  const [on, setOn] = useState<string>(today);
  const [words, setWords] = useState('');
  const parsed = parseMoney(sum.text, sum.currency);
  const isRight = parsed.ok && parsed.value.minor > 0 && isDay(on) && (kind === 'record' || words.trim() !== '');
  const send = async () => {
    if (!parsed.ok || !isDay(on)) return;
    const { minor } = parsed.value;
    const reply =
      kind === 'invoice'
        ? await addInvoice.run({ id: payment.id, entry: { number: words, issuedOn: on, minor, taxBasisPoints: null } })
        : await addRecord.run({ id: payment.id, entry: { paidOn: on, minor, reference: words } });
    if (reply.ok) onClose();
  };
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const wording = (
    <TextField required={kind === 'invoice'} label={translate(kind === 'invoice' ? 'fulfilment.invoiceNumber' : 'fulfilment.reference')} value={words} onChange={(event) => setWords(event.target.value)} slotProps={{ htmlInput: { maxLength: kind === 'invoice' ? 60 : 120 } }} />
  );
  return (
    <Stack ref={form} spacing={2} sx={{ pt: 1, maxWidth: 420 }}>
      {kind === 'invoice' && wording}
      <MoneyField id="money-line" label={translate('fulfilment.amount')} entry={sum} onChange={setSum} isRequired isCurrencyFixed hasProblem={sum.text !== '' && !parsed.ok} helperText={undefined} />
      <DateField id="money-line-on" label={translate(kind === 'invoice' ? 'fulfilment.issuedOn' : `fulfilment.paidOn.${payment.direction}`)} required value={on} onChange={setOn} />
      {kind === 'record' && wording}
      <ErrorMessage error={addInvoice.error ?? addRecord.error} />
      <FormButtons label={translate('fulfilment.save')} isDisabled={!isRight} isRunning={addInvoice.isRunning || addRecord.isRunning} onSave={send} onCancel={onClose} />
    </Stack>
  );
}
