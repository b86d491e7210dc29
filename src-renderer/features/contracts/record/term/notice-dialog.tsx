import { useId } from 'react';
import type { Contract } from '#shared/features/contracts/model.ts';
import { Dialog } from '../../../../ui/dialog.tsx';
import { NoticeForm } from './notice-form.tsx';
import type { ContractTerm } from './use-term-plan.ts';

interface NoticeDialogProps {
  readonly contract: Contract;
  readonly term: ContractTerm;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Records a notice that was sent: of non-renewal, of termination, of breach. */
export function NoticeDialog({ contract, term, isOpen, onClose }: NoticeDialogProps) {
  const titleId = useId();
  return (
    <Dialog open={isOpen} onClose={onClose} fullWidth maxWidth="sm" aria-labelledby={titleId}>
      <NoticeForm contract={contract} term={term} titleId={titleId} onClose={onClose} />
    </Dialog>
  );
}
