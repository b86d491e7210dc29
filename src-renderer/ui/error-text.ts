import { useCallback } from 'react';
import { isDay } from '#shared/kernel/day.ts';
import { useFormat, type Format } from '../i18n/format.ts';
import { isStringKey, useTranslate, type StringParams, type Translate } from '../i18n/i18n.ts';
import type { ReplyError } from '#shared/ipc/registry.ts';

/**
 * The sentences of a failure: what happened, what is unharmed, what to do next. An operation may have its own wording
 * of a code under `errorsOf.<operation>.<CODE>`.
 */
export function useErrorText(): (error: ReplyError, operation?: string) => string {
  const translate = useTranslate();
  const format = useFormat();
  return useCallback(
    (error, operation) => {
      if (isOfCharacters(error)) return translate('errors.INVISIBLE_CHARACTERS');
      const params = readable(error.params ?? {}, translate, format);
      const own = `errorsOf.${operation ?? ''}.${error.code}`;
      return isStringKey(own) ? translate(own, params) : translate(`errors.${error.code}`, params);
    },
    [translate, format],
  );
}

/** Whether main refused words for the characters in them that nobody sees. */
export function isOfCharacters({ issues }: ReplyError): boolean {
  return issues?.some(({ code }) => code === 'INVISIBLE_CHARACTERS') === true;
}

/** Facts of an error as a person reads them: days, moments, waits and names of compartments instead of numbers and codes. */
function readable(params: StringParams, translate: Translate, format: Format): StringParams {
  const { day, lastSeen, retryAfterMs, compartment } = params;
  return {
    ...params,
    ...(typeof day === 'string' && isDay(day) ? { day: format.date(day) } : {}),
    ...(typeof lastSeen === 'number' ? { lastSeen: format.dateTime(lastSeen) } : {}),
    ...(typeof retryAfterMs === 'number' ? { seconds: format.number(Math.ceil(retryAfterMs / 1000)) } : {}),
    compartment: translate(
      compartment === 'core' || compartment === 'clauses' || compartment === 'finance'
        ? `ui.compartment.${compartment}`
        : 'ui.compartment.some',
    ),
  };
}
