import AddIcon from '@mui/icons-material/Add';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useId, useState } from 'react';
import type { Contract } from '#shared/features/contracts/model.ts';
import type { Payment } from '#shared/features/fulfilment/model.ts';
import { totalsOf } from '#shared/features/fulfilment/money-rules.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { usePermission, useVaultStatus } from '../../../ipc/use-vault-status.ts';
import { KeptDialog } from '../../../keeping/kept-dialog.tsx';
import { useResume } from '../../../keeping/use-resume.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { SectionCard } from '../../../ui/section-card.tsx';
import type { Fulfilment } from '../use-fulfilment.ts';
import { MoneyChart } from './money-chart.tsx';
import type { MoneyLineKind } from './money-line-form.tsx';
import { freshPayment, PaymentForm, paymentFields } from './payment-form.tsx';
import { PaymentRow } from './payment-row.tsx';

/** The plan of payments and receipts, what was invoiced and what was paid. */
export function PaymentsCard({ contract, fulfilment, hasText }: { readonly contract: Contract; readonly fulfilment: Fulfilment; /** Payments can be proposed from it. */ readonly hasText: boolean }) {
  const translate = useTranslate();
  const format = useFormat();
  const titleId = useId();
  const mayPay = usePermission('payments.write');
  const status = useVaultStatus();
  const ownId = status?.state === 'unlocked' ? status.user.id : null;
  const [edited, setEdited] = useState<Payment | 'new' | null>(null);
  const changed = edited === 'new' ? null : edited;
  // Where an invoice, or what was paid, is being entered.
  const [adding, setAdding] = useState<{ readonly id: string; readonly kind: MoneyLineKind } | null>(null);
  const { id: contractId } = contract.summary;
  const { payments } = fulfilment;
  useResume('payment', (about) => setEdited(payments.find(({ id }) => id === about) ?? 'new'));
  useResume('moneyLine', (about) => {
    const [id = '', kind] = about.split(' ');
    setAdding({ id, kind: kind === 'invoice' ? 'invoice' : 'record' });
  });
  const sums = totalsOf(payments);
  return (
    <SectionCard
      title={translate('fulfilment.payments')}
      subtitle={sums.map((sum) => translate(`fulfilment.sums.${sum.direction}`, { planned: format.money({ minor: sum.planned, currency: sum.currency }), paid: format.money({ minor: sum.paid, currency: sum.currency }) })).join(' · ')}
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
              <PaymentRow
                key={payment.id}
                payment={payment}
                fulfilment={fulfilment}
                adding={adding?.id === payment.id ? adding.kind : null}
                onAdd={(kind) => setAdding(kind === null ? null : { id: payment.id, kind })}
                onEdit={() => setEdited(payment)}
              />
            ))}
          </Stack>
          {sums.map((sum) => (
            <MoneyChart key={`${sum.direction} ${sum.currency}`} {...sum} />
          ))}
        </Stack>
      )}
      {edited !== null && (
        <KeptDialog of={{ contractId, dialog: 'payment', about: changed?.id ?? '' }} revision={changed?.revision ?? null} fields={paymentFields} fresh={() => freshPayment(contract, changed, ownId)} isOpen onClose={() => setEdited(null)} titleId={titleId}>
          {(kept) => <PaymentForm titleId={titleId} contract={contract} fulfilment={fulfilment} payment={changed} kept={kept} />}
        </KeptDialog>
      )}
    </SectionCard>
  );
}
