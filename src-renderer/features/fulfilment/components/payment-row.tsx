import ExpandMoreIcon from '@mui/icons-material/ExpandMore';
import Box from '@mui/material/Box';
import Collapse from '@mui/material/Collapse';
import IconButton from '@mui/material/IconButton';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import type { Payment, PaymentStatus } from '#shared/features/fulfilment/model.ts';
import { paidMinor } from '#shared/features/fulfilment/money-rules.ts';
import { isWithheld } from '#shared/kernel/withheld.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { StatusChip, type StatusTone } from '../../../ui/status-chip.tsx';
import { Withheld } from '../../../ui/withheld.tsx';
import { useMissingWords } from '../use-due-words.ts';
import type { Fulfilment } from '../use-fulfilment.ts';
import type { MoneyLineKind } from './money-line-form.tsx';
import { PaymentDetails } from './payment-details.tsx';

const toneByStatus: Readonly<Record<PaymentStatus, StatusTone>> = { pending: 'neutral', invoiced: 'info', partial: 'info', settled: 'success', bad_debt: 'danger' };

interface PaymentRowProps {
  readonly payment: Payment;
  readonly fulfilment: Fulfilment;
  /** The form for a line that stands open below it. */
  readonly adding: MoneyLineKind | null;
  readonly onAdd: (kind: MoneyLineKind | null) => void;
  readonly onEdit: () => void;
}

/** A line of the plan; its invoices and records unfold below. */
export function PaymentRow({ payment, fulfilment: { today }, adding, onAdd, onEdit }: PaymentRowProps) {
  const translate = useTranslate();
  const format = useFormat();
  const missingWords = useMissingWords();
  const detailsId = useId();
  const [isUnfolded, setUnfolded] = useState(false);
  const isOpen = isUnfolded || adding !== null;
  const toggle = () => {
    setUnfolded(!isOpen);
    onAdd(null);
  };
  const { money } = payment;
  const title = translate(`fulfilment.paymentOf.${payment.direction}`, { sequence: payment.sequence });
  const isOverdue = payment.isOpen && payment.dueOn !== null && payment.dueOn < today;
  return (
    <Box component="li" sx={{ borderTop: 1, borderColor: 'divider', py: 1.25, '&:first-of-type': { borderTop: 0, pt: 0 } }}>
      <Stack direction="row" spacing={1.5} sx={{ alignItems: 'center' }}>
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Stack direction="row" spacing={1} useFlexGap sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
            <Typography sx={{ fontWeight: 600 }}>{title}</Typography>
            {!isWithheld(money) && <StatusChip label={translate(`fulfilment.paymentStatus.${money.status}`)} tone={toneByStatus[money.status]} />}
            {isOverdue && <StatusChip label={translate('fulfilment.standing.overdue')} tone="danger" />}
          </Stack>
          <Typography variant="body2" sx={{ mt: 0.25, color: 'text.secondary', overflowWrap: 'anywhere' }}>
            {[
              payment.dueOn === null ? missingWords(payment.missing) : translate('fulfilment.dueOn', { day: format.date(payment.dueOn) }),
              ...(isWithheld(money) || money.condition === '' ? [] : [money.condition]),
              ...(isWithheld(money) || money.shareBasisPoints === null ? [] : [format.percent(money.shareBasisPoints / 10_000)]),
              ...(payment.ownerName === '' ? [] : [payment.ownerName]),
            ].join(' · ')}
          </Typography>
        </Box>
        <Box sx={{ textAlign: 'right' }}>
          {isWithheld(money) ? (
            <Withheld />
          ) : (
            <>
              <Typography sx={{ fontVariantNumeric: 'tabular-nums' }}>{format.money(money.amount)}</Typography>
              {paidMinor(money) > 0 && (
                <Typography variant="caption" component="div" sx={{ color: 'text.secondary' }}>
                  {translate(`fulfilment.paid.${payment.direction}`, { sum: format.money({ ...money.amount, minor: paidMinor(money) }) })}
                </Typography>
              )}
            </>
          )}
        </Box>
        {!isWithheld(money) && (
          <IconButton size="small" aria-expanded={isOpen} aria-controls={detailsId} aria-label={translate('fulfilment.detailsOf', { title })} onClick={toggle}>
            <ExpandMoreIcon sx={{ transform: isOpen ? 'rotate(180deg)' : 'none' }} />
          </IconButton>
        )}
      </Stack>
      <Collapse in={isOpen} unmountOnExit id={detailsId}>
        {!isWithheld(money) && <PaymentDetails payment={payment} money={money} today={today} adding={adding} onAdd={onAdd} onEdit={onEdit} />}
      </Collapse>
    </Box>
  );
}
