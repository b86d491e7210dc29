import { useId, useState } from 'react';
import type { AmendedTerms } from '#shared/features/amendments/model.ts';
import type { Contract } from '#shared/features/contracts/model.ts';
import { KeptDialog } from '../../../keeping/kept-dialog.tsx';
import { presentDay } from '../../../ui/present-day.ts';
import { amendmentFields, freshAmendment } from '../amendment-typed.ts';
import { AmendmentForm } from './amendment-form.tsx';

interface AmendmentDialogProps {
  readonly contract: Contract;
  readonly amended: AmendedTerms;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Records an amendment; what is typed is kept until it is recorded or given up. */
export function AmendmentDialog({ contract, amended, isOpen, onClose }: AmendmentDialogProps) {
  const titleId = useId();
  const [today] = useState(presentDay);
  const of = { contractId: contract.summary.id, dialog: 'amendment', about: '' } as const;
  return (
    <KeptDialog of={of} fields={amendmentFields} fresh={() => freshAmendment(contract, today)} isOpen={isOpen} onClose={onClose} maxWidth="md" titleId={titleId}>
      {(kept) => <AmendmentForm contract={contract} amended={amended} today={today} titleId={titleId} kept={kept} />}
    </KeptDialog>
  );
}
