import { useId } from 'react';
import type { Contract, ContractNotice } from '#shared/features/contracts/model.ts';
import { KeptDialog } from '../../../../keeping/kept-dialog.tsx';
import { freshNotice, NoticeForm, noticeFields } from './notice-form.tsx';
import type { ContractTerm } from './use-term-plan.ts';

interface NoticeDialogProps {
  readonly contract: Contract;
  readonly term: ContractTerm;
  /** The notice to be corrected; null records another. */
  readonly notice: ContractNotice | null;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Records a notice that was sent, of non-renewal, of termination, of breach; or corrects one. */
export function NoticeDialog({ contract, term, notice, isOpen, onClose }: NoticeDialogProps) {
  const titleId = useId();
  const of = { contractId: contract.summary.id, dialog: 'notice', about: notice?.id ?? '' } as const;
  return (
    <KeptDialog of={of} fields={noticeFields} fresh={() => freshNotice(contract, term, notice)} isOpen={isOpen} onClose={onClose} titleId={titleId}>
      {(kept) => <NoticeForm contract={contract} term={term} notice={notice} titleId={titleId} kept={kept} />}
    </KeptDialog>
  );
}
