import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { z } from 'zod';
import type { Contract } from '#shared/features/contracts/model.ts';
import { moneyDirections, paymentSchema, type Payment } from '#shared/features/fulfilment/model.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import { shareOf } from '#shared/features/fulfilment/money-rules.ts';
import { currencySchema, moneyToFigures, parseMoney, type Money } from '#shared/kernel/money.ts';
import { typedNumber } from '#shared/kernel/typed-number.ts';
import { isWithheld } from '#shared/kernel/withheld.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import type { KeptForm } from '../../../keeping/kept-form.tsx';
import type { FieldsOf } from '../../../keeping/restore-typed.ts';
import { DialogButtons } from '../../../ui/dialog-buttons.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { MoneyField, type MoneyTyped } from '../../../ui/money-field.tsx';
import { PersonField } from '../../../ui/person-field.tsx';
import { PlainTextField } from '../../../ui/plain-text-field.tsx';
import type { Fulfilment } from '../use-fulfilment.ts';
import { DueFields, draftOf, dueDraftSchema, emptyDue, ruleOfDraft, type DueDraft } from './due-fields.tsx';

/** A line of the plan as it is being entered. */
export interface PaymentTyped {
  readonly direction: Payment['direction'];
  readonly ownerId: Payment['ownerId'];
  readonly share: string;
  readonly amount: MoneyTyped;
  readonly condition: string;
  readonly due: DueDraft;
}

/** What is kept of it, and may come back. */
export const paymentFields: FieldsOf<PaymentTyped> = { direction: z.enum(moneyDirections), ownerId: paymentSchema.unwrap().shape.ownerId, share: z.string(), amount: z.object({ text: z.string(), currency: currencySchema }), condition: z.string(), due: dueDraftSchema };

/** The line that is changed, or a new one in the contract's direction and currency, for which the person answers at first. */
export function freshPayment(contract: Contract, payment: Payment | null, ownId: UserId | null): PaymentTyped {
  const money = payment === null || isWithheld(payment.money) ? null : payment.money;
  return {
    direction: payment?.direction ?? (contract.record.direction === 'receive' ? 'receive' : 'pay'),
    ownerId: payment === null ? ownId : payment.ownerId,
    share: money === null || money.shareBasisPoints === null ? '' : String(money.shareBasisPoints / 100),
    amount: money === null ? { text: '', currency: totalOf(contract)?.currency ?? 'CNY' } : { text: moneyToFigures(money.amount), currency: money.amount.currency },
    condition: money?.condition ?? '',
    due: payment === null ? emptyDue : draftOf(payment.due),
  };
}

function totalOf({ amount }: Contract): Money | null {
  return isWithheld(amount) ? null : (amount?.inclusive ?? null);
}

interface PaymentFormProps {
  readonly titleId: string;
  readonly contract: Contract;
  readonly fulfilment: Fulfilment;
  readonly payment: Payment | null;
  readonly kept: KeptForm<PaymentTyped>;
}

/** Enters or changes a line of the plan. A share of the contract's sum fills in the amount. */
export function PaymentForm({ titleId, contract, fulfilment, payment, kept }: PaymentFormProps) {
  const translate = useTranslate();
  const format = useFormat();
  const people = useOperation('fulfilment.people', undefined);
  const save = useCommand('fulfilment.savePayment');
  const total = totalOf(contract);
  const { direction, ownerId, share, amount, condition, due } = kept.typed;
  const [isTried, setTried] = useState(false);
  const rule = ruleOfDraft(due);
  const parsed = parseMoney(amount.text, amount.currency);
  const percent = typedNumber(share);
  const isShareRight = share.trim() === '' || (percent !== null && percent >= 0 && percent <= 100);
  // What the lines before it take of the sum, so that all of them together make it up to the cent.
  const before = fulfilment.payments.reduce((sum, { sequence, direction: one, money }) => {
    const isBefore = one === direction && (payment === null || sequence < payment.sequence);
    return isBefore && !isWithheld(money) && money.amount.currency === total?.currency ? sum + (money.shareBasisPoints ?? 0) : sum;
  }, 0);
  const changeShare = (text: string) => {
    const part = typedNumber(text);
    const isReckoned = total !== null && part !== null && part > 0 && part <= 100;
    kept.change({ share: text, ...(isReckoned ? { amount: { text: moneyToFigures(shareOf(total, Math.round(part * 100), before)), currency: total.currency } } : {}) });
  };
  const send = async () => {
    setTried(true);
    if (rule === null || rule.kind === 'recurring' || !parsed.ok || parsed.value.minor <= 0 || !isShareRight) return;
    const entry = { direction, due: rule, ownerId, condition, shareBasisPoints: percent === null ? null : Math.round(percent * 100), amount: parsed.value };
    const reply = await save.run({ contractId: contract.summary.id, id: payment?.id ?? null, revision: kept.revision ?? 0, entry });
    if (reply.ok) kept.close();
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <DialogTitle id={titleId}>{translate(payment === null ? 'fulfilment.addPayment' : 'fulfilment.editPayment')}</DialogTitle>
      <DialogContent>
        <Stack spacing={2} sx={{ pt: 1 }}>
          {kept.notice}
          <TextField select label={translate('fulfilment.directionLabel')} value={direction} onChange={(event) => kept.change({ direction: moneyDirections.find((one) => one === event.target.value) ?? 'pay' })}>
            {moneyDirections.map((one) => (
              <MenuItem key={one} value={one}>
                {translate(`fulfilment.direction.${one}`)}
              </MenuItem>
            ))}
          </TextField>
          <TextField label={translate('fulfilment.share')} value={share} error={!isShareRight} onChange={(event) => changeShare(event.target.value)} helperText={total === null ? translate('fulfilment.shareHint') : translate('fulfilment.shareOf', { sum: format.money(total) })} slotProps={{ htmlInput: { inputMode: 'decimal', maxLength: 6 } }} />
          <MoneyField id="payment-amount" label={translate('fulfilment.amount')} entry={amount} onChange={(typed) => kept.change({ amount: typed })} isRequired isCurrencyFixed={false} hasProblem={isTried && (!parsed.ok || parsed.value.minor <= 0)} helperText={isTried && !parsed.ok ? translate('fulfilment.amountNeeded') : undefined} />
          <DueFields draft={due} onChange={(typed) => kept.change({ due: typed })} obligations={fulfilment.obligations} mayRecur={false} hasProblem={isTried && rule === null} />
          <PersonField label={translate('fulfilment.owner')} people={people.data} value={ownerId} recorded={payment === null || payment.ownerId === null ? null : { id: payment.ownerId, name: payment.ownerName }} nobody={translate('fulfilment.nobody')} onChange={(chosen) => kept.change({ ownerId: chosen })} />
          <PlainTextField label={translate('fulfilment.condition')} value={condition} onChange={(event) => kept.change({ condition: event.target.value })} slotProps={{ htmlInput: { maxLength: 500 } }} />
          <ErrorMessage error={save.error} operation="fulfilment.savePayment" />
        </Stack>
      </DialogContent>
      <DialogButtons label={translate('fulfilment.save')} isRunning={save.isRunning} onCancel={kept.close} status={kept.status} />
    </form>
  );
}
