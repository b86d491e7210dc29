import type { FindingParameters } from './model.ts';
import english from './texts/en.json' with { type: 'json' };
import chinese from './texts/zh-CN.json' with { type: 'json' };

export interface RuleText {
  readonly name: string;
  /** What is wrong with the words found. */
  readonly why: string;
  /** What to do about it. */
  readonly fix: string;
}

/** What a rule says, and in other words of its cases: the finding's parameter `case` names one. */
interface RuleTexts extends RuleText {
  readonly cases?: Readonly<Record<string, Pick<RuleText, 'why' | 'fix'>>>;
}

interface Texts {
  readonly rules: Readonly<Record<string, RuleTexts>>;
  readonly bases: Readonly<Record<string, string>>;
  readonly topics: Readonly<Record<string, string>>;
}

const textsByLanguage: Readonly<Record<'zh-CN' | 'en', Texts>> = { 'zh-CN': chinese, en: english };
const nothing: RuleTexts = { name: '', why: '', fix: '' };

/** What a rule says in a language, with a finding's own values in their places; without them, an ellipsis. */
export function ruleText(language: 'zh-CN' | 'en', ruleId: string, parameters: FindingParameters = {}): RuleText {
  const { rules, topics } = textsByLanguage[language];
  const own = rules[ruleId] ?? nothing;
  const { name } = own;
  const { why, fix } = own.cases?.[String(parameters['case'])] ?? own;
  const fill = (text: string) =>
    text.replace(/\{\{(\w+)\}\}/g, (_, key: string) => {
      const value = parameters[key] ?? '…';
      return key === 'topic' ? (topics[value] ?? String(value)) : String(value);
    });
  return { name, why: fill(why), fix: fill(fix) };
}

/** The law or practice behind a rule, as it is cited in a language. */
export function basisText(language: 'zh-CN' | 'en', key: string): string {
  return textsByLanguage[language].bases[key] ?? key;
}
