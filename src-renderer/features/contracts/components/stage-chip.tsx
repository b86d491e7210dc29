import type { Stage } from '#shared/features/contracts/stage.ts';
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

export function StageChip({ stage }: { readonly stage: Stage }) {
  const translate = useTranslate();
  return <StatusChip tone={toneByStage[stage]} label={translate(`contracts.stage.${stage}`)} />;
}
