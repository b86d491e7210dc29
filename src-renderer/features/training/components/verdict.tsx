import { useTranslate } from '../../../i18n/i18n.ts';
import { StatusChip } from '../../../ui/status-chip.tsx';

/** A word beside a choice, after the answer: right, missed or wrong; nothing beside what was rightly left. */
export function Verdict({ isChosen, isRight }: { readonly isChosen: boolean; readonly isRight: boolean }) {
  const translate = useTranslate();
  if (isRight) return <StatusChip label={translate(isChosen ? 'training.quiz.verdict.right' : 'training.quiz.verdict.missed')} tone={isChosen ? 'success' : 'warning'} />;
  return isChosen ? <StatusChip label={translate('training.quiz.verdict.wrong')} tone="danger" /> : null;
}
