import type { Stage } from '#shared/features/contracts/stage.ts';
import type { DerivedStatus } from '#shared/features/terms/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { StatusChip } from '../../../ui/status-chip.tsx';

const toneByStage = {
  draft: 'neutral',
  in_review: 'info',
  in_negotiation: 'info',
  pending_approval: 'warning',
  approved: 'info',
  pending_signature: 'warning',
  signed: 'success',
  completed: 'success',
  terminated: 'neutral',
  superseded: 'neutral',
  cancelled: 'neutral',
} as const satisfies Record<Stage, string>;

interface StageChipProps {
  readonly stage: Stage;
  /** By its stage alone, a contract that was terminated for a day to come would be called ended. */
  readonly status?: DerivedStatus;
}

export function StageChip({ stage, status }: StageChipProps) {
  const translate = useTranslate();
  if (status === 'terminating') return <StatusChip tone="warning" label={translate('contracts.status.terminating')} />;
  return <StatusChip tone={toneByStage[stage]} label={translate(`contracts.stage.${stage}`)} />;
}
