import type { Trigger } from '#shared/features/risks/warnings.ts';
import { useFormat } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/i18n.ts';

/** A trigger said as a sentence. */
export function useTriggerWords(): (trigger: Trigger) => string {
  const translate = useTranslate();
  const format = useFormat();
  return (trigger) => {
    switch (trigger.kind) {
      case 'text_changed':
      case 'template_retired':
        return translate(`risks.trigger.${trigger.kind}`);
      case 'notice_near':
      case 'expiry_near':
      case 'approval_late':
        return translate(`risks.trigger.${trigger.kind}`, { count: trigger.days });
      case 'obligations_overdue':
        return translate('risks.trigger.obligations_overdue', { count: trigger.count });
      case 'payment_late':
        return translate('risks.trigger.payment_late', { count: trigger.days, amount: format.number(trigger.amountMinor / 100) });
      case 'stage_stays':
        return translate('risks.trigger.stage_stays', { count: trigger.days, stage: translate(`contracts.stage.${trigger.stage}`) });
      case 'grade_fell':
        return translate('risks.trigger.grade_fell', { grade: trigger.grade });
      case 'score_reached':
        return translate('risks.trigger.score_reached', { score: trigger.score });
    }
  };
}
