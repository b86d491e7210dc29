import { useMemo } from 'react';
import type { Language } from '#shared/features/settings/model.ts';
import { chapterKeys, type Chapter } from '#shared/features/help/model.ts';
import { readChapter } from '#shared/features/help/rules.ts';
import { useLanguage, useTranslate, type StringKey } from '../../i18n/i18n.ts';

const texts = import.meta.glob<string>('../../../assets/handbook/*/*.md', { query: '?raw', import: 'default', eager: true });
const pictures = import.meta.glob<string>('../../../assets/handbook/pictures/*.jpg', { query: '?url', import: 'default', eager: true });

/** The handbook in the language of the interface, with the interface's own words in it. */
export function useHandbook(): readonly Chapter[] {
  const language = useLanguage();
  const translate = useTranslate();
  return useMemo(
    // A test holds every name in the handbook against both language files.
    () => chapterKeys.map((key) => readChapter(key, textOf(language, key), (name) => translate(name as StringKey))),
    [language, translate],
  );
}

/** Where the handbook's pictures lie, by the name that a chapter calls them. */
export function picturesOf(language: Language): ReadonlyMap<string, string> {
  const mark = `/pictures/${language}-`;
  return new Map(
    Object.entries(pictures).flatMap(([path, url]) => (path.includes(mark) ? [[path.slice(path.indexOf(mark) + mark.length, -'.jpg'.length), url] as const] : [])),
  );
}

function textOf(language: Language, key: string): string {
  return texts[`../../../assets/handbook/${language}/${key}.md`] ?? '';
}
