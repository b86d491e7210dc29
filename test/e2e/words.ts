import type { Language } from '#shared/features/settings/model.ts';
import en from '../../src-renderer/i18n/en.json' with { type: 'json' };
import zh from '../../src-renderer/i18n/zh-CN.json' with { type: 'json' };

const strings: Readonly<Record<Language, object>> = { en, 'zh-CN': zh };

/** What the interface says under a key, so that a journey follows the words that a person reads. */
export function wordsIn(language: Language): (key: string, params?: Readonly<Record<string, string>>) => string {
  return (key, params = {}) => {
    const found = key.split('.').reduce<unknown>((node, part) => (node as Record<string, unknown> | undefined)?.[part], strings[language]);
    if (typeof found !== 'string') throw new Error(`No words for ${key} in ${language}`);
    return found.replace(/\{\{(\w+)\}\}/g, (_, name: string) => params[name] ?? '');
  };
}

export type Words = ReturnType<typeof wordsIn>;
