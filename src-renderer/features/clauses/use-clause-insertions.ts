import { useMemo } from 'react';
import { useLanguage, useTranslate } from '../../i18n/i18n.ts';
import { useOperation } from '../../ipc/use-query.ts';
import { insertBlocks } from '../../ui/document-editor/insert/contents.ts';
import { fitting, type Insertion, type InsertionProvider } from '../../ui/document-editor/insert/insertion.ts';
import { clauseBlocks } from './clause-blocks.ts';

/** The clauses of the library, preferred words before fallbacks, as a group of the editor's `/` menu. */
export function useClauseInsertions(): readonly InsertionProvider[] {
  const translate = useTranslate();
  const language = useLanguage();
  const clauses = useOperation('clauses.list', undefined).data;
  return useMemo(() => {
    const insertions = (clauses ?? [])
      .filter(({ retiredAt }) => retiredAt === null)
      .flatMap(({ id, content }): readonly Insertion[] =>
        [content.preferred, ...content.fallbacks.map(({ wording }) => wording)].map((wording, index) => ({
          key: `${id} ${index}`,
          label: language === 'zh-CN' ? content.titleZh : content.titleEn,
          detail: [translate(`clauses.category.${content.category}`), index === 0 ? translate('clauses.preferred') : translate('clauses.fallback', { number: index })].join(' · '),
          insert: (editor, language) => insertBlocks(editor, clauseBlocks(content, wording, language)),
        })),
      );
    return insertions.length === 0 ? [] : [{ key: 'clauses', label: translate('clauses.title'), find: (query) => fitting(insertions, query) }];
  }, [clauses, language, translate]);
}
