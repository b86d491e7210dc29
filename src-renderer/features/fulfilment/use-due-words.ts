import { useCallback } from 'react';
import type { DueRule, MissingDue, ObligationId } from '#shared/features/fulfilment/due-rules.ts';
import { frequencyOf, type Recurrence } from '#shared/features/fulfilment/recurrence.ts';
import { useFormat } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/i18n.ts';

/** Says a due rule in words: 签订后 10 个工作日. `titleOf` names the obligation that a day is counted from. */
export function useDueWords(): (rule: DueRule | Recurrence, titleOf?: (id: ObligationId) => string) => string {
  const translate = useTranslate();
  const format = useFormat();
  return useCallback(
    (rule, titleOf) => {
      switch (rule.kind) {
        case 'none':
          return translate('fulfilment.due.none');
        case 'fixed':
          return format.date(rule.on);
        case 'recurring': {
          const frequency = frequencyOf(rule);
          return frequency === null ? rule.rule : translate(`fulfilment.frequency.${frequency}`);
        }
        case 'offset': {
          const event = rule.obligationId === null ? translate(`fulfilment.event.${rule.from}`) : translate('fulfilment.event.met', { title: titleOf?.(rule.obligationId) ?? translate('fulfilment.event.obligation') });
          const period = translate(`fulfilment.unit.${rule.unit}`, { count: Math.abs(rule.amount) });
          return translate(rule.amount < 0 ? 'fulfilment.due.before' : 'fulfilment.due.after', { event, period });
        }
      }
    },
    [translate, format],
  );
}

/** Why a day can't be told, in words. */
export function useMissingWords(): (missing: MissingDue | null) => string {
  const translate = useTranslate();
  return useCallback((missing) => translate(`fulfilment.missing.${missing ?? 'none'}`), [translate]);
}
