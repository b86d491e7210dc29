import audit from '../features/audit/cli-strings.json' with { type: 'json' };
import lint from '../features/checker/cli-strings.json' with { type: 'json' };
import seed from './seed-strings.json' with { type: 'json' };
import verify from '../features/verification/cli-strings.json' with { type: 'json' };

export type CliLanguage = 'zh-CN' | 'en';

/** Sentences of the command line; a key without words is given back as it is, so that a slip is seen. */
export function translatorOf(language: CliLanguage): (key: string, params: Readonly<Record<string, string | number>>) => string {
  const words: Readonly<Record<string, string>> = { ...verify[language], ...lint[language], ...audit[language], ...seed[language] };
  return (key, params) => (words[key] ?? key).replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(params[name] ?? ''));
}
