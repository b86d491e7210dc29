import i18next from 'i18next';
import { useCallback } from 'react';
import { initReactI18next, useTranslation } from 'react-i18next';
import type { Language } from '#shared/features/settings/model.ts';
import english from './en.json' with { type: 'json' };
import chinese from './zh-CN.json' with { type: 'json' };

type WithoutPlural<Key extends string> = Key extends `${infer Base}_${'one' | 'other'}` ? Base : Key;
type Leaves<Node, Prefix extends string = ''> = {
  [Key in keyof Node & string]: Node[Key] extends string
    ? `${Prefix}${WithoutPlural<Key>}`
    : Leaves<Node[Key], `${Prefix}${Key}.`>;
}[keyof Node & string];

/** The dotted name of a sentence; a name that zh-CN.json lacks does not compile. */
export type StringKey = Leaves<typeof chinese>;
export type StringParams = Readonly<Record<string, string | number | boolean>>;
export type Translate = (key: StringKey, params?: StringParams) => string;

/** Starts in one language; both are in memory, so that switching is immediate. */
export async function startTranslating(language: Language): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: { 'zh-CN': { translation: chinese }, en: { translation: english } },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
}

export function changeLanguage(language: Language): void {
  document.documentElement.lang = language;
  if (i18next.language !== language) void i18next.changeLanguage(language);
}

/** Says things in the current language, and again when it changes. */
export function useTranslate(): Translate {
  const { t } = useTranslation();
  return useCallback((key, params) => t(key, params ?? {}), [t]);
}

export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return i18n.language === 'en' ? 'en' : 'zh-CN';
}

/** True for a name that the strings hold; narrows what was put together at run time. */
export function isStringKey(key: string): key is StringKey {
  return i18next.exists(key);
}

/** The sentence in both languages, to be found by either. */
export function sayInBoth(key: StringKey, params: StringParams = {}): string {
  return (['zh-CN', 'en'] as const).map((language) => i18next.t(key, { ...params, lng: language })).join(' ');
}
