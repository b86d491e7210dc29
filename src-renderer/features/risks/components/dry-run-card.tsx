import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Typography from '@mui/material/Typography';
import type { Trigger } from '#shared/features/risks/warnings.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';

/** How often a rule would have warned in the past year, and of what. */
export function DryRunCard({ trigger }: { readonly trigger: Trigger }) {
  const translate = useTranslate();
  const format = useFormat();
  const trial = useOperation('risks.dryRun', { trigger }, { keepPrevious: true });
  if (trial.error !== null) return <ErrorMessage error={trial.error} />;
  if (trial.data === undefined) return null;
  const { total, byMonth, examples, isPresentOnly } = trial.data;
  const title = isPresentOnly ? translate('risks.dryRun.present', { count: total }) : translate('risks.dryRun.past', { count: total });
  return (
    <Alert severity="info" data-dry-run={total}>
      <AlertTitle>{title}</AlertTitle>
      {!isPresentOnly && byMonth.length > 0 && <Typography variant="body2">{byMonth.map(({ month, count }) => translate('risks.dryRun.month', { month, count })).join(' · ')}</Typography>}
      {examples.map(({ contractId, contractTitle, at }) => (
        <Typography key={`${contractId} ${at}`} variant="caption" component="p">
          {translate('risks.dryRun.example', { day: format.date(at), title: contractTitle ?? translate('risks.alerts.noContract') })}
        </Typography>
      ))}
      {total === 0 && translate(isPresentOnly ? 'risks.dryRun.noneNow' : 'risks.dryRun.none')}
    </Alert>
  );
}
