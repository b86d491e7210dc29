import AccountTreeOutlinedIcon from '@mui/icons-material/AccountTreeOutlined';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import type { InboxTask } from '#shared/features/approvals/ipc.ts';
import type { ContractId } from '#shared/features/contracts/model.ts';
import { useTranslate } from '../../i18n/i18n.ts';
import { useOperation } from '../../ipc/use-query.ts';
import { ErrorMessage } from '../../ui/error-message.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LoadingState } from '../../ui/loading-state.tsx';
import { Page } from '../../ui/page.tsx';
import { Tabbed } from '../../ui/tabbed.tsx';
import { AbsenceButton } from './components/absence-button.tsx';
import { Figures } from './components/figures.tsx';
import { ReviewDialog } from './components/review-dialog.tsx';
import { TaskTable } from './components/task-table.tsx';

const tabs = ['open', 'decided', 'figures'] as const;

interface InboxPageProps {
  /** What the clause checker found in a contract; given by the application, because features know nothing of each other. */
  readonly findings: (contractId: ContractId) => ReactNode;
}

/** What waits for this person's decision, what they decided, and how long approvals take. */
export function InboxPage({ findings }: InboxPageProps) {
  const translate = useTranslate();
  return (
    <Page
      title={translate('approvals.title')}
      actions={
        <Stack direction="row" spacing={1}>
          <AbsenceButton />
          <Button component={Link} to="/approvals/flows" variant="outlined" startIcon={<AccountTreeOutlinedIcon />}>
            {translate('approvals.flows.title')}
          </Button>
        </Stack>
      }
    >
      <Tabbed
        label={translate('approvals.title')}
        tabs={tabs.map((key) => ({ key, label: translate(`approvals.tab.${key}`), content: key === 'figures' ? <Figures /> : <Tasks key={key} show={key} findings={findings} /> }))}
      />
    </Page>
  );
}

function Tasks({ show, findings }: InboxPageProps & { readonly show: 'open' | 'decided' }) {
  const [reviewed, setReviewed] = useState<InboxTask | null>(null);
  const inbox = useOperation('approvals.inbox', { show });
  if (inbox.data === undefined) return inbox.error === null ? <LoadingState /> : <ErrorMessage error={inbox.error} onRetry={inbox.refetch} />;
  if (inbox.data.tasks.length === 0) return <NoTasks show={show} />;
  return (
    <>
      <TaskTable tasks={inbox.data.tasks} total={inbox.data.total} onReview={setReviewed} />
      {reviewed !== null && <ReviewDialog contractId={reviewed.contractId} title={reviewed.title} task={reviewed} findings={findings(reviewed.contractId)} onClose={() => setReviewed(null)} />}
    </>
  );
}

/** Nothing waits: because nobody submitted anything, or because nothing can be submitted while no flow is on. */
function NoTasks({ show }: { readonly show: 'open' | 'decided' }) {
  const translate = useTranslate();
  const flows = useOperation('approvals.flows', undefined);
  if (show === 'decided' || flows.data === undefined || flows.data.some(({ isOn }) => isOn)) {
    return <EmptyState title={translate(`approvals.empty.${show}.title`)} body={translate(`approvals.empty.${show}.body`)} />;
  }
  return (
    <EmptyState
      title={translate('approvals.empty.noFlow.title')}
      body={translate('approvals.empty.noFlow.body')}
      action={
        <Button component={Link} to="/approvals/flows" variant="contained">
          {translate('approvals.empty.noFlow.action')}
        </Button>
      }
    />
  );
}
