import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { isEditable } from '#shared/features/contracts/lifecycle.ts';
import type { Contract } from '#shared/features/contracts/model.ts';
import { isWithheld } from '#shared/kernel/withheld.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { usePermission } from '../../../ipc/use-vault-status.ts';
import { useConfirm } from '../../../ui/confirm-store.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { SectionCard } from '../../../ui/section-card.tsx';
import { useDueWords } from '../use-due-words.ts';
import { useFulfilment, type Fulfilment } from '../use-fulfilment.ts';
import { MetricsCard } from './metrics-card.tsx';
import { MilestonesCard } from './milestones-card.tsx';
import { ObligationsCard } from './obligations-card.tsx';
import { PaymentsCard } from './payments-card.tsx';
import { ProgressCard } from './progress-card.tsx';
import { ReportButton } from './report-button.tsx';
import { ProposalsButton } from './proposals-button.tsx';

interface FulfilmentTabProps {
  readonly contract: Contract;
  /** What other features say of how it goes, such as problems. */
  readonly problems?: ReactNode;
}

/** After signing: what each side owes, by when, with proof, and the money that goes with it. */
export function FulfilmentTab({ contract, problems }: FulfilmentTabProps) {
  const translate = useTranslate();
  const fulfilment = useFulfilment(contract.summary.id);
  if (fulfilment.data === undefined) return fulfilment.error === null ? <LoadingState /> : <ErrorMessage error={fulfilment.error} onRetry={fulfilment.refetch} />;
  const hasText = contract.body !== null && !isWithheld(contract.body) && !isWithheld(contract.values);
  return (
    <Stack spacing={2.5}>
      {isEditable(contract.summary.stage) && <Alert severity="info">{translate('fulfilment.notSigned')}</Alert>}
      <ProgressCard fulfilment={fulfilment.data} actions={<ReportButton contract={contract.summary} />} />
      <ObligationsCard contractId={contract.summary.id} fulfilment={fulfilment.data} proposals={hasText ? <ProposalsButton contract={contract} /> : null} />
      <SeriesCard fulfilment={fulfilment.data} />
      <PaymentsCard contract={contract} fulfilment={fulfilment.data} hasText={hasText} />
      <Box sx={{ display: 'grid', gap: 2.5, gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'repeat(2, minmax(0, 1fr))' }, alignItems: 'start' }}>
        <MilestonesCard contract={contract} fulfilment={fulfilment.data} />
        <MetricsCard contract={contract} fulfilment={fulfilment.data} />
      </Box>
      {problems}
    </Stack>
  );
}

/** The rhythms by which obligations are laid out, and a way to end them. */
function SeriesCard({ fulfilment }: { readonly fulfilment: Fulfilment }) {
  const translate = useTranslate();
  const format = useFormat();
  const dueWords = useDueWords();
  const confirm = useConfirm();
  const mayWrite = usePermission('fulfilment.write');
  const end = useCommand('fulfilment.endSeries');
  if (fulfilment.series.length === 0) return null;
  const ask = async (one: Fulfilment['series'][number]) => {
    if (await confirm({ title: translate('fulfilment.endSeries.title', { title: one.title }), body: translate('fulfilment.endSeries.body'), confirmLabel: translate('fulfilment.endSeries.confirm') })) await end.run({ id: one.id, on: fulfilment.today });
  };
  return (
    <SectionCard title={translate('fulfilment.series')}>
      {fulfilment.series.map((one) => (
        <Stack key={one.id} direction="row" spacing={1.5} sx={{ alignItems: 'center' }}>
          <Typography variant="body2" sx={{ flex: 1 }}>
            {[one.title, dueWords(one.recurrence), translate('fulfilment.seriesFrom', { day: format.date(one.recurrence.from) }), ...(one.recurrence.until === null ? [] : [translate('fulfilment.seriesUntil', { day: format.date(one.recurrence.until) })]), ...(one.endedOn === null ? [] : [translate('fulfilment.seriesEnded', { day: format.date(one.endedOn) })])].join(' · ')}
          </Typography>
          {mayWrite && one.endedOn === null && (
            <Button size="small" color="inherit" onClick={() => void ask(one)}>
              {translate('fulfilment.endSeries.confirm')}
            </Button>
          )}
        </Stack>
      ))}
      <ErrorMessage error={end.error} />
    </SectionCard>
  );
}
