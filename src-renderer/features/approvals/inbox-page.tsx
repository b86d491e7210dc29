import AccountTreeOutlinedIcon from '@mui/icons-material/AccountTreeOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
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
import { AbsenceButton } from './components/absence-button.tsx';
import { Figures } from './components/figures.tsx';
import { ReviewDialog } from './components/review-dialog.tsx';
import { TaskTable } from './components/task-table.tsx';

const tabs = ['open', 'decided', 'figures'] as const;
type Shown = (typeof tabs)[number];

interface InboxPageProps {
  /** What the clause checker found in a contract; given by the application, because features know nothing of each other. */
  readonly findings: (contractId: ContractId) => ReactNode;
}

/** What waits for this person's decision, what they decided, and how long approvals take. */
export function InboxPage({ findings }: InboxPageProps) {
  const translate = useTranslate();
  const [shown, setShown] = useState<Shown>('open');
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
      <Tabs value={shown} onChange={(_, value: Shown) => setShown(value)} aria-label={translate('approvals.title')} sx={{ mb: 2 }}>
        {tabs.map((tab) => (
          <Tab key={tab} value={tab} label={translate(`approvals.tab.${tab}`)} id={`approvals-${tab}`} aria-controls="approvals-panel" />
        ))}
      </Tabs>
      <Box role="tabpanel" id="approvals-panel" aria-labelledby={`approvals-${shown}`}>
        {shown === 'figures' ? <Figures /> : <Tasks key={shown} show={shown} findings={findings} />}
      </Box>
    </Page>
  );
}

function Tasks({ show, findings }: InboxPageProps & { readonly show: 'open' | 'decided' }) {
  const translate = useTranslate();
  const [reviewed, setReviewed] = useState<InboxTask | null>(null);
  const inbox = useOperation('approvals.inbox', { show });
  if (inbox.data === undefined) return inbox.error === null ? <LoadingState /> : <ErrorMessage error={inbox.error} onRetry={inbox.refetch} />;
  if (inbox.data.tasks.length === 0) return <EmptyState title={translate(`approvals.empty.${show}.title`)} body={translate(`approvals.empty.${show}.body`)} />;
  return (
    <>
      <TaskTable tasks={inbox.data.tasks} total={inbox.data.total} onReview={setReviewed} />
      {reviewed !== null && <ReviewDialog contractId={reviewed.contractId} title={reviewed.title} findings={findings(reviewed.contractId)} onClose={() => setReviewed(null)} />}
    </>
  );
}
