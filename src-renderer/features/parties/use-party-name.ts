import { useLanguage } from '../../i18n/i18n.ts';

interface Named {
  readonly nameZh: string;
  readonly nameEn: string;
}

/** The party's name in the language of the interface, or in the other when only that is known. */
export function usePartyName(): (party: Named) => string {
  const language = useLanguage();
  return (party) => {
    const [own, other] = language === 'zh-CN' ? [party.nameZh, party.nameEn] : [party.nameEn, party.nameZh];
    return own === '' ? other : own;
  };
}
