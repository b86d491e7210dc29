import { useId } from 'react';
import type { AmendedTerms } from '#shared/features/amendments/model.ts';
import type { Contract } from '#shared/features/contracts/model.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { AmendmentForm } from './amendment-form.tsx';

interface AmendmentDialogProps {
  readonly contract: Contract;
  readonly amended: AmendedTerms;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Records an amendment. Closing it by a click beside it would lose what was typed, so only its buttons and Escape do. */
export function AmendmentDialog({ contract, amended, isOpen, onClose }: AmendmentDialogProps) {
  const titleId = useId();
  return (
    <Dialog open={isOpen} onClose={onClose} fullWidth maxWidth="md" aria-labelledby={titleId}>
      <AmendmentForm contract={contract} amended={amended} titleId={titleId} onClose={onClose} />
    </Dialog>
  );
}
