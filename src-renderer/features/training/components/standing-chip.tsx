import type { Standing } from '#shared/features/training/model.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { StatusChip } from '../../../ui/status-chip.tsx';

/** Where somebody stands with a course, with the day that counts. */
export function StandingChip({ standing: { state, dueOn, isOverdue } }: { readonly standing: Standing }) {
  const translate = useTranslate();
  const format = useFormat();
  const said = translate(`training.state.${state}`);
  const day = dueOn === null ? null : format.date(dueOn);
  const label = day === null ? said : translate(isOverdue ? 'training.stateOverdue' : state === 'completed' ? 'training.stateValid' : 'training.stateDue', { state: said, day });
  const tone = isOverdue ? 'danger' : state === 'completed' ? 'success' : state === 'under_way' ? 'info' : 'neutral';
  return <StatusChip label={label} tone={tone} />;
}
