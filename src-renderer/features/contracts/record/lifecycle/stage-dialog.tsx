import { useId, useState, type ReactNode } from 'react';
import type { LifecycleFacts } from '#shared/features/contracts/lifecycle.ts';
import type { Contract } from '#shared/features/contracts/model.ts';
import type { Stage } from '#shared/features/contracts/stage.ts';
import type { Day } from '#shared/kernel/day.ts';
import { KeptDialog } from '../../../../keeping/kept-dialog.tsx';
import { freshStage, StageForm, stageFields } from './stage-form.tsx';

interface StageDialogProps {
  readonly contract: Contract;
  readonly facts: LifecycleFacts;
  readonly today: Day;
  /** The stage to go to; null while the dialog is closed. */
  readonly to: Stage | null;
  /** What others say before a move is made. */
  readonly notice: ReactNode;
  readonly onClose: () => void;
}

/** Asks for what a move needs, and makes it. */
export function StageDialog({ contract, facts, today, to, notice, onClose }: StageDialogProps) {
  const titleId = useId();
  // Keeps the words while the dialog fades out.
  const [shown, setShown] = useState(to);
  if (to !== null && to !== shown) setShown(to);
  if (shown === null) return null;
  const of = { contractId: contract.summary.id, dialog: 'stage', about: shown } as const;
  return (
    <KeptDialog of={of} fields={stageFields} fresh={() => freshStage(contract, today)} isOpen={to !== null} onClose={onClose} titleId={titleId}>
      {(kept) => <StageForm contract={contract} facts={facts} today={today} to={shown} notice={notice} titleId={titleId} kept={kept} />}
    </KeptDialog>
  );
}
