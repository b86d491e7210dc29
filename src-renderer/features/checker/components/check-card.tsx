import Button from '@mui/material/Button';
import { Link } from 'react-router';
import type { ContractId } from '#shared/features/contracts/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { SectionCard } from '../../../ui/section-card.tsx';
import { ScoreSummary } from './score-summary.tsx';

/** What the checker says of a contract, in short, on the contract's page. */
export function CheckCard({ contractId }: { readonly contractId: ContractId }) {
  const translate = useTranslate();
  const check = useOperation('checker.check', { contractId });
  // Who may not read the text, or where there is none, has nothing to check.
  if (check.error !== null && (check.error.code === 'WITHHELD' || check.error.code === 'NO_TEXT')) return null;
  return (
    <SectionCard
      title={translate('checker.title')}
      actions={
        <Button component={Link} to={`/contracts/${contractId}/check`} size="small">
          {translate('checker.open')}
        </Button>
      }
    >
      {check.data !== undefined && <ScoreSummary report={check.data} />}
      {check.data === undefined && (check.error === null ? <LoadingState /> : <ErrorMessage error={check.error} onRetry={check.refetch} />)}
    </SectionCard>
  );
}
