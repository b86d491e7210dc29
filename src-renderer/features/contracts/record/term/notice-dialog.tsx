import { useId } from 'react';
import type { Contract, ContractNotice } from '#shared/features/contracts/model.ts';
import { Dialog } from '../../../../ui/dialog.tsx';
import { NoticeForm } from './notice-form.tsx';
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
  return (
    <Dialog open={isOpen} onClose={onClose} fullWidth maxWidth="sm" aria-labelledby={titleId}>
      <NoticeForm contract={contract} term={term} notice={notice} titleId={titleId} onClose={onClose} />
    </Dialog>
  );
}
