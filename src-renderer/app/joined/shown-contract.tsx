import { AmendmentsTab } from '../../features/amendments/amendments-tab.tsx';
import { ApprovalCard } from '../../features/approvals/components/approval-card.tsx';
import { AttachmentsCard } from '../../features/attachments/components/attachments-card.tsx';
import { CheckCard } from '../../features/checker/components/check-card.tsx';
import { EditButton } from '../../features/editor/components/edit-button.tsx';
import { DeviationsCard } from '../../features/clauses/components/deviations-card.tsx';
import { SendLink } from '../../features/exchange/components/send-link.tsx';
import { ContractMerges } from '../../features/parties/components/contract-merges.tsx';
import { ContractPage } from '../../features/contracts/contract-page.tsx';
import { EndingNote } from '../../features/signing/envelope/ending-note.tsx';
import { EnvelopeCard } from '../../features/signing/envelope/envelope-card.tsx';
import { SupersededNote } from '../../features/templates/keeping/superseded-note.tsx';
import { FulfilmentTab } from '../../features/fulfilment/components/fulfilment-tab.tsx';
import { EndingLetter } from '../../features/problems/components/ending-letter.tsx';
import { ProblemsCards } from '../../features/problems/components/problems-cards.tsx';
import { ContractReviews } from '../../features/reviews/components/contract-reviews.tsx';
import { RiskTab } from '../../features/risks/components/risk-tab.tsx';
import { ExportPanel } from '../../features/signing/components/export-panel.tsx';
import { useTranslate } from '../../i18n/i18n.ts';
import { usePermission, useVaultStatus } from '../../ipc/use-vault-status.ts';

export function ShownContract() {
  const translate = useTranslate();
  const status = useVaultStatus();
  const maySign = usePermission('signing.sign');
  const mayReadParties = usePermission('parties.read');
  const mayWriteLetters = usePermission('problems.write');
  if (status?.state !== 'unlocked') return null;
  const { id, name } = status.user;
  // A letter is kept with its words.
  const holdsTexts = status.compartments.includes('clauses');
  return (
    <ContractPage
      actions={(contract) => (
        <>
          <SendLink contractId={contract.summary.id} />
          <EditButton contract={contract} />
        </>
      )}
      moveNotice={(contract) => <EndingNote contractId={contract.summary.id} by="move" />}
      cards={(contract) => (
        <>
          <EnvelopeCard contract={contract} />
          <SupersededNote contractId={contract.summary.id} />
          <ApprovalCard contract={contract} userId={id} />
          {contract.body !== null && <CheckCard contractId={contract.summary.id} />}
          {contract.body !== null && <DeviationsCard contractId={contract.summary.id} />}
          <AttachmentsCard contractId={contract.summary.id} />
          {mayReadParties && <ContractMerges contractId={contract.summary.id} />}
        </>
      )}
      tabs={(contract) => [
        { key: 'fulfilment', label: translate('fulfilment.tab'), content: <FulfilmentTab contract={contract} problems={<ProblemsCards contract={contract} />} /> },
        { key: 'amendments', label: translate('amendments.tab'), content: <AmendmentsTab contract={contract} /> },
        { key: 'reviews', label: translate('reviews.title'), content: <ContractReviews contractId={contract.summary.id} /> },
        { key: 'risk', label: translate('contracts.page.riskTab'), content: <RiskTab contractId={contract.summary.id} /> },
      ]}
      {...(mayWriteLetters && holdsTexts ? { endingLetter: (contract, ending, onClose) => <EndingLetter contract={contract} ending={ending} onClose={onClose} /> } : {})}
      {...(maySign ? { exportPanel: (contractId) => <ExportPanel contractId={contractId} userName={name} /> } : {})}
    />
  );
}
