import type { ClauseContent } from '#shared/features/clauses/model.ts';
import { useLanguage } from '../../i18n/i18n.ts';

/** What a clause says of itself, in the language of the interface. */
export function useClauseWords(): (content: Pick<ClauseContent, 'titleZh' | 'titleEn'> & Partial<Pick<ClauseContent, 'hardLineZh' | 'hardLineEn' | 'guidanceZh' | 'guidanceEn'>>) => { readonly title: string; readonly hardLine: string; readonly guidance: string } {
  const language = useLanguage();
  return ({ titleZh, titleEn, hardLineZh = '', hardLineEn = '', guidanceZh = '', guidanceEn = '' }) =>
    language === 'zh-CN' ? { title: titleZh, hardLine: hardLineZh, guidance: guidanceZh } : { title: titleEn, hardLine: hardLineEn, guidance: guidanceEn };
}
