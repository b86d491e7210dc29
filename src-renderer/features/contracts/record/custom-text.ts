import { isDay } from '#shared/kernel/day.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import type { CustomField } from './form/record-form.ts';

/** A value of one's own as the interface's language writes it. Numbers stay exact, as they were typed. */
export function useCustomText(): (field: CustomField) => string {
  const translate = useTranslate();
  const format = useFormat();
  return ({ kind, value }) => {
    if (value === '') return translate('contracts.notSet');
    if (kind === 'date' && isDay(value)) return format.date(value);
    if (kind === 'boolean') return translate(value === 'true' ? 'contracts.record.yesNo.true' : 'contracts.record.yesNo.false');
    return value;
  };
}
