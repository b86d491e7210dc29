import type { ClauseContent } from '#shared/features/clauses/model.ts';
import type { BlockNode } from '#shared/features/documents/model.ts';
import type { BodyLanguage } from '#shared/features/documents/value-text.ts';

/** A wording of a clause under its title, in the language of the text that it goes into; in the other where there is none in it. */
export function clauseBlocks({ titleZh, titleEn }: Pick<ClauseContent, 'titleZh' | 'titleEn'>, { zh, en }: ClauseContent['preferred'], language: BodyLanguage): readonly BlockNode[] {
  const isChinese = en === '' || (zh !== '' && language === 'zh');
  return [
    { type: 'clauseHeading', attrs: { level: 1, id: null }, content: [{ type: 'text', text: isChinese ? titleZh : titleEn, marks: [] }] },
    ...(isChinese ? zh : en).split('\n').map((text) => ({ type: 'paragraph', attrs: { numbered: true, id: null }, content: [{ type: 'text', text, marks: [] }] }) as const),
  ];
}
