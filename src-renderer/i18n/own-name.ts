import { useCallback } from 'react';
import { useLanguage } from './i18n.ts';

interface Named {
  readonly nameZh: string;
  readonly nameEn: string;
}

/** Says a name, as of a party, in the language of the interface, or in the other when only that is known. */
export function useOwnName(): (named: Named) => string {
  const language = useLanguage();
  return useCallback(({ nameZh, nameEn }) => (language === 'zh-CN' ? nameZh || nameEn : nameEn || nameZh), [language]);
}
