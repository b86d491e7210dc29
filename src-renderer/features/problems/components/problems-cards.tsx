import Stack from '@mui/material/Stack';
import type { Contract } from '#shared/features/contracts/model.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { CommunicationsCard } from './communications-card.tsx';
import { ProblemsCard } from './problems-card.tsx';
import { SheetsCard } from './sheets-card.tsx';
import { TasksCard } from './tasks-card.tsx';

/** What goes wrong under a contract, what is done about it, what is measured and what was said. */
export function ProblemsCards({ contract }: { readonly contract: Contract }) {
  const contractId = contract.summary.id;
  const answer = useOperation('problems.ofContract', { contractId });
  const fulfilment = useOperation('fulfilment.ofContract', { contractId });
  const parties = contract.record.parties.flatMap(({ partyId }, index) => ({ id: partyId, name: contract.summary.partyNames[index] ?? '' }));
  if (answer.data === undefined) return answer.error === null ? <LoadingState /> : <ErrorMessage error={answer.error} onRetry={answer.refetch} />;
  return (
    <Stack spacing={2.5}>
      <ProblemsCard contract={contract} problems={answer.data.problems} obligations={fulfilment.data?.obligations ?? []} />
      <SheetsCard contractId={contractId} sheets={answer.data.sheets} />
      <CommunicationsCard contractId={contractId} parties={parties} communications={answer.data.communications} />
      <TasksCard contractId={contractId} tasks={answer.data.tasks} />
    </Stack>
  );
}
