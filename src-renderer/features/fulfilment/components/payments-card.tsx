import AddIcon from '@mui/icons-material/Add';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useId, useState } from 'react';
import type { Contract } from '#shared/features/contracts/model.ts';
import type { Payment } from '#shared/features/fulfilment/model.ts';
import { isWithheld } from '#shared/kernel/withheld.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { usePermission } from '../../../ipc/use-vault-status.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { SectionCard } from '../../../ui/section-card.tsx';
import { totalsOf } from '../payment-totals.ts';
import type { Fulfilment } from '../use-fulfilment.ts';
import { MoneyChart } from './money-chart.tsx';
import { PaymentForm } from './payment-form.tsx';
import { PaymentRow } from './payment-row.tsx';

/** The plan of payments and receipts, what was invoiced and what was paid. */
export function PaymentsCard({ contract, fulfilment, hasText }: { readonly contract: Contract; readonly fulfilment: Fulfilment; /** Payments can be proposed from it. */ readonly hasText: boolean }) {
  const translate = useTranslate();
  const format = useFormat();
  const titleId = useId();
  const mayPay = usePermission('payments.write');
  const [edited, setEdited] = useState<Payment | 'new' | null>(null);
  const { payments } = fulfilment;
  const sums = totalsOf(payments);
  return (
    <SectionCard
      title={translate('fulfilment.payments')}
      subtitle={sums.map((sum) => translate('fulfilment.sums', { planned: format.money({ minor: sum.planned, currency: sum.currency }), paid: format.money({ minor: sum.paid, currency: sum.currency }) })).join(' · ')}
      actions={
        mayPay && (
          <Button variant="contained" size="small" startIcon={<AddIcon />} onClick={() => setEdited('new')}>
            {translate('fulfilment.addPayment')}
          </Button>
        )
      }
    >
      {payments.length === 0 ? (
        <EmptyState title={translate('fulfilment.noPayments.title')} body={translate(hasText ? 'fulfilment.noPayments.body' : 'fulfilment.noPayments.bodyWithoutText')} />
      ) : (
        <Stack spacing={2}>
          <Stack component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
            {payments.map((payment) => (
              <PaymentRow key={payment.id} payment={payment} fulfilment={fulfilment} onEdit={() => setEdited(payment)} />
            ))}
          </Stack>
          {sums.map(({ currency }) => (
            <MoneyChart key={currency} currency={currency} lines={payments.flatMap(({ dueOn, money }) => (isWithheld(money) || money.amount.currency !== currency ? [] : [{ dueOn, money }]))} />
          ))}
        </Stack>
      )}
      <Dialog open={edited !== null} onClose={() => setEdited(null)} fullWidth maxWidth="sm" aria-labelledby={titleId}>
        {edited !== null && <PaymentForm titleId={titleId} contract={contract} fulfilment={fulfilment} payment={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
      </Dialog>
    </SectionCard>
  );
}
