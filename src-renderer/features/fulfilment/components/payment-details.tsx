import DeleteOutlineIcon from '@mui/icons-material/DeleteOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useEffect, useRef } from 'react';
import type { Payment, PaymentMoney } from '#shared/features/fulfilment/model.ts';
import type { Day } from '#shared/kernel/day.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { usePermission } from '../../../ipc/use-vault-status.ts';
import { useConfirm } from '../../../ui/confirm-store.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { useToast } from '../../../ui/use-toast.ts';
import { useUndo } from '../../../ui/use-undo.ts';
import { MoneyLineForm, type MoneyLineKind } from './money-line-form.tsx';

interface PaymentDetailsProps {
  readonly payment: Payment;
  readonly money: PaymentMoney;
  readonly today: Day;
  readonly adding: MoneyLineKind | null;
  readonly onAdd: (kind: MoneyLineKind | null) => void;
  readonly onEdit: () => void;
}

/** Invoices and records of a payment, and what can be done with it. */
export function PaymentDetails({ payment, money, today, adding, onAdd, onEdit }: PaymentDetailsProps) {
  const translate = useTranslate();
  const format = useFormat();
  const confirm = useConfirm();
  const mayPay = usePermission('payments.write');
  const people = useOperation('fulfilment.people', undefined);
  const removeLine = useCommand('fulfilment.removeMoneyLine');
  const remove = useCommand('fulfilment.removePayment');
  const badDebt = useCommand('fulfilment.setBadDebt');
  const save = useCommand('fulfilment.savePayment');
  const addInvoice = useCommand('fulfilment.addInvoice');
  const addRecord = useCommand('fulfilment.addPaymentRecord');
  const toast = useToast();
  const undo = useUndo();
  const buttons = useFocusAfter(adding);
  const giveUp = async () => {
    const isSure = money.status === 'bad_debt' || (await confirm({ title: translate('fulfilment.badDebt.title'), body: translate('fulfilment.badDebt.body'), confirmLabel: translate('fulfilment.badDebt.confirm') }));
    if (isSure) await badDebt.run({ id: payment.id, isBadDebt: money.status !== 'bad_debt' });
  };
  const removeOne = async ({ kind, id, restore }: (typeof lines)[number]) => {
    const reply = await removeLine.run({ kind, id });
    if (reply.ok) toast.success(translate(`fulfilment.moneyLineRemoved.${kind}`), undo(restore));
  };
  const removeAll = async () => {
    const { contractId, direction, due } = payment;
    // One that comes back is a new one: who left the vault meanwhile can't be given it.
    const ownerId = people.data === undefined || people.data.some(({ id }) => id === payment.ownerId) ? payment.ownerId : null;
    const { condition, shareBasisPoints, amount } = money;
    const reply = await remove.run({ id: payment.id });
    const restore = () => save.run({ contractId, id: null, revision: 0, entry: { direction, due, ownerId, condition, shareBasisPoints, amount } });
    if (reply.ok) toast.success(translate('fulfilment.paymentRemoved'), undo(restore));
  };
  const lines = [
    ...money.invoices.map(({ id, ...one }) => ({ kind: 'invoice' as const, id, restore: () => addInvoice.run({ id: payment.id, entry: one }), text: translate('fulfilment.invoiceLine', { number: one.number, day: format.date(one.issuedOn), sum: format.money({ ...money.amount, minor: one.minor }) }) })),
    ...money.records.map(({ id, ...one }) => ({ kind: 'record' as const, id, restore: () => addRecord.run({ id: payment.id, entry: one }), text: translate(`fulfilment.recordLine.${payment.direction}`, { day: format.date(one.paidOn), sum: format.money({ ...money.amount, minor: one.minor }), reference: one.reference }).trimEnd() })),
  ];
  return (
    <Box sx={{ pt: 1.5, pl: 1.5, ml: 0.5, borderLeft: 2, borderColor: 'divider' }}>
      <Stack spacing={1}>
        {lines.map((line) => (
          <Stack key={line.id} direction="row" spacing={1} sx={{ alignItems: 'center' }}>
            <Typography variant="body2" sx={{ flex: 1, overflowWrap: 'anywhere' }}>
              {line.text}
            </Typography>
            {mayPay && (
              <IconButton size="small" aria-label={translate('fulfilment.removeOf', { title: line.text })} onClick={() => void removeOne(line)}>
                <DeleteOutlineIcon fontSize="small" />
              </IconButton>
            )}
          </Stack>
        ))}
        {adding !== null && mayPay && <MoneyLineForm key={adding} kind={adding} payment={payment} money={money} today={today} onClose={() => onAdd(null)} />}
        {mayPay && adding === null && (
          <Stack ref={buttons} direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap' }}>
            <Button size="small" variant="outlined" onClick={() => onAdd('record')}>
              {translate(`fulfilment.addRecord.${payment.direction}`)}
            </Button>
            <Button size="small" variant="outlined" onClick={() => onAdd('invoice')}>
              {translate('fulfilment.addInvoice')}
            </Button>
            <Button size="small" onClick={onEdit}>
              {translate('fulfilment.editPayment')}
            </Button>
            {money.status !== 'settled' && (
              <Button size="small" color="inherit" onClick={() => void giveUp()}>
                {translate(money.status === 'bad_debt' ? 'fulfilment.badDebt.back' : 'fulfilment.badDebt.confirm')}
              </Button>
            )}
            {lines.length === 0 && money.status !== 'bad_debt' && (
              <Button size="small" color="inherit" onClick={() => void removeAll()}>
                {translate('fulfilment.removePayment')}
              </Button>
            )}
          </Stack>
        )}
        <ErrorMessage error={removeLine.error ?? remove.error ?? badDebt.error} />
      </Stack>
    </Box>
  );
}

/** Where the form for a line stood, its buttons take the focus again. */
function useFocusAfter(adding: unknown) {
  const buttons = useRef<HTMLDivElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    if (wasOpen.current && adding === null) buttons.current?.querySelector('button')?.focus();
    wasOpen.current = adding !== null;
  }, [adding]);
  return buttons;
}
