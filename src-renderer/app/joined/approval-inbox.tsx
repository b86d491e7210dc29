import { InboxPage } from '../../features/approvals/inbox-page.tsx';
import { CheckCard } from '../../features/checker/components/check-card.tsx';

export function ApprovalInbox() {
  return <InboxPage findings={(contractId) => <CheckCard contractId={contractId} />} />;
}
