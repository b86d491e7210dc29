import { isStringKey, useTranslate } from '../../../../i18n/i18n.ts';

/** The usual ways that a notice travels; the record keeps the way as a word, so that imported ones keep theirs. */
export const sendingMethods = ['ems', 'courier', 'courier_abroad', 'email', 'hand'] as const;

/** The name of a way of sending, or the word itself where it isn't one of ours. */
export function useMethodLabel(): (method: string) => string {
  const translate = useTranslate();
  return (method) => {
    const key = `contracts.term.notice.method.${method}`;
    return isStringKey(key) ? translate(key) : method;
  };
}
