import { useCallback } from 'react';
import { isStringKey, useTranslate, type Translate } from './i18n.ts';

/** What an operation is called in the log and in tables of rights; one without a name of its own goes by its code. */
export function useOperationName(): (operation: string) => string {
  const translate = useTranslate();
  return useCallback((operation) => nameOf(`operations.${operation}`, operation, translate), [translate]);
}

/** What a feature is called, else its code. */
export function useFeatureName(): (feature: string) => string {
  const translate = useTranslate();
  return useCallback((feature) => nameOf(`features.${feature}`, feature, translate), [translate]);
}

function nameOf(key: string, code: string, translate: Translate): string {
  return isStringKey(key) ? translate(key) : code;
}
