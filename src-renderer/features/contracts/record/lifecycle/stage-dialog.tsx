import { useId, useState, type ReactNode } from 'react';
import { aboutCorrection } from '#shared/features/contracts/kept-dialogs.ts';
import type { LifecycleFacts } from '#shared/features/contracts/lifecycle.ts';
import type { Contract } from '#shared/features/contracts/model.ts';
import { stageSchema } from '#shared/features/contracts/stage.ts';
import type { Day } from '#shared/kernel/day.ts';
import { KeptDialog } from '../../../../keeping/kept-dialog.tsx';
import { freshStage, StageForm, stageFields } from './stage-form.tsx';

interface StageDialogProps {
  readonly contract: Contract;
  readonly facts: LifecycleFacts;
  readonly today: Day;
  /** The stage to go to, or that a termination is corrected; null while the dialog is closed. */
  readonly about: string | null;
  /** What others say before a move is made. */
  readonly notice: ReactNode;
  readonly onClose: () => void;
}

/** Asks for what a move needs, and makes it. To correct a termination is another form than to record it. */
export function StageDialog({ contract, facts, today, about, notice, onClose }: StageDialogProps) {
  const titleId = useId();
  // Keeps the words while the dialog fades out.
  const [shown, setShown] = useState(about);
  if (about !== null && about !== shown) setShown(about);
  const isCorrection = shown === aboutCorrection;
  const to = isCorrection ? 'terminated' : stageSchema.safeParse(shown).data;
  if (shown === null || to === undefined) return null;
  const of = { contractId: contract.summary.id, dialog: 'stage', about: shown } as const;
  return (
    <KeptDialog of={of} fields={stageFields} fresh={() => freshStage(contract, today, isCorrection)} isOpen={about !== null} onClose={onClose} titleId={titleId}>
      {(kept) => <StageForm contract={contract} facts={facts} today={today} to={to} isCorrection={isCorrection} notice={notice} titleId={titleId} kept={kept} />}
    </KeptDialog>
  );
}
