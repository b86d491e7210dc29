import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import type { Contract } from '#shared/features/contracts/model.ts';
import { moneyDirections, type Payment } from '#shared/features/fulfilment/model.ts';
import { moneyToFigures, parseMoney } from '#shared/kernel/money.ts';
import { isWithheld } from '#shared/kernel/withheld.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { useVaultStatus } from '../../../ipc/use-vault-status.ts';
import { DialogButtons } from '../../../ui/dialog-buttons.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { MoneyField } from '../../../ui/money-field.tsx';
import { PlainTextField } from '../../../ui/plain-text-field.tsx';
import type { Fulfilment } from '../use-fulfilment.ts';
import { DueFields, draftOf, emptyDue, ruleOfDraft } from './due-fields.tsx';

interface PaymentFormProps {
  readonly titleId: string;
  readonly contract: Contract;
  readonly fulfilment: Fulfilment;
  readonly payment: Payment | null;
  readonly onClose: () => void;
}

/** Enters or changes a line of the plan. A share of the contract's sum fills in the amount. */
export function PaymentForm({ titleId, contract, fulfilment, payment, onClose }: PaymentFormProps) {
  const translate = useTranslate();
  const format = useFormat();
  const status = useVaultStatus();
  const save = useCommand('fulfilment.savePayment');
  const total = isWithheld(contract.amount) ? null : (contract.amount?.inclusive ?? null);
  const money = payment === null || isWithheld(payment.money) ? null : payment.money;
  const [direction, setDirection] = useState(payment?.direction ?? (contract.record.direction === 'receive' ? 'receive' : 'pay'));
  const [share, setShare] = useState(money === null || money.shareBasisPoints === null ? '' : String(money.shareBasisPoints / 100));
  const [amount, setAmount] = useState(money === null ? { text: '', currency: total?.currency ?? ('CNY' as const) } : { text: moneyToFigures(money.amount), currency: money.amount.currency });
  const [condition, setCondition] = useState(money?.condition ?? '');
  const [due, setDue] = useState(payment === null ? emptyDue : draftOf(payment.due));
  const [isTried, setTried] = useState(false);
  const rule = ruleOfDraft(due);
  const parsed = parseMoney(amount.text, amount.currency);
  const percent = share.trim() === '' ? null : Number(share);
  const isShareRight = percent === null || (percent >= 0 && percent <= 100);
  const changeShare = (text: string) => {
    setShare(text);
    const part = Number(text);
    if (total !== null && text.trim() !== '' && part > 0 && part <= 100) setAmount({ text: moneyToFigures({ ...total, minor: Math.round((total.minor * part) / 100) }), currency: total.currency });
  };
  const send = async () => {
    setTried(true);
    if (rule === null || rule.kind === 'recurring' || !parsed.ok || parsed.value.minor <= 0 || !isShareRight) return;
    const ownerId = payment?.ownerId ?? (status?.state === 'unlocked' ? status.user.id : null);
    const entry = { direction, due: rule, ownerId, condition, shareBasisPoints: percent === null ? null : Math.round(percent * 100), amount: parsed.value };
    const reply = await save.run({ contractId: contract.summary.id, id: payment?.id ?? null, revision: payment?.revision ?? 0, entry });
    if (reply.ok) onClose();
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
          <TextField select label={translate('fulfilment.directionLabel')} value={direction} onChange={(event) => setDirection(moneyDirections.find((one) => one === event.target.value) ?? 'pay')}>
            {moneyDirections.map((one) => (
              <MenuItem key={one} value={one}>
                {translate(`fulfilment.direction.${one}`)}
              </MenuItem>
            ))}
          </TextField>
          <TextField label={translate('fulfilment.share')} value={share} error={!isShareRight} onChange={(event) => changeShare(event.target.value)} helperText={total === null ? translate('fulfilment.shareHint') : translate('fulfilment.shareOf', { sum: format.money(total) })} slotProps={{ htmlInput: { inputMode: 'decimal', maxLength: 6 } }} />
          <MoneyField id="payment-amount" label={translate('fulfilment.amount')} entry={amount} onChange={setAmount} isRequired isCurrencyFixed={false} hasProblem={isTried && (!parsed.ok || parsed.value.minor <= 0)} helperText={isTried && !parsed.ok ? translate('fulfilment.amountNeeded') : undefined} />
          <DueFields draft={due} onChange={setDue} obligations={fulfilment.obligations} mayRecur={false} hasProblem={isTried && rule === null} />
          <PlainTextField label={translate('fulfilment.condition')} value={condition} onChange={(event) => setCondition(event.target.value)} slotProps={{ htmlInput: { maxLength: 500 } }} />
          <ErrorMessage error={save.error} operation="fulfilment.savePayment" />
        </Stack>
      </DialogContent>
      <DialogButtons label={translate('fulfilment.save')} isRunning={save.isRunning} onCancel={onClose} />
    </form>
  );
}
