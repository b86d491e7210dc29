import type { EnvelopeState } from '#shared/features/signing/envelope-model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { StatusChip } from '../../../ui/status-chip.tsx';

const toneByState = {
  draft: 'neutral',
  pending: 'info',
  partially_signed: 'info',
  completed: 'success',
  declined: 'danger',
  voided: 'neutral',
  expired: 'warning',
} as const;

export function EnvelopeStateChip({ state }: { readonly state: EnvelopeState }) {
  const translate = useTranslate();
  return <StatusChip tone={toneByState[state]} label={translate(`signing.envelope.state.${state}`)} />;
}
