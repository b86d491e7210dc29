import texts from './texts/letters.json' with { type: 'json' };
import type { Report } from '../reports/model.ts';
import type { LetterKind } from './model.ts';

export interface LetterFacts {
  readonly problem: string;
  readonly action: string;
  /** As the language writes days; null: none was set. */
  readonly due: string | null;
}

/** A letter as it is first proposed; the person changes it before it is sent. */
export function draftLetter(kind: LetterKind, language: 'zh' | 'en', { problem, action, due }: LetterFacts): { readonly subject: string; readonly body: string } {
  const words = texts[language];
  const when = kind === 'extension' ? (due === null ? words.extendOpen : fill(words.extendTo, { day: due })) : due === null ? words.dueSoon : fill(words.dueBy, { day: due });
  return { subject: words[kind].title, body: fill(words[kind].body, { problem, action: action === '' ? words.noAction : action, due: when }) };
}

export interface LetterToPrint {
  readonly language: 'zh' | 'en';
  readonly subject: string;
  readonly body: string;
  readonly party: string;
  readonly contractTitle: string;
  readonly contractNumber: string;
  readonly sender: string;
  readonly day: string;
}

/** The letter as a page to be printed. */
export function letterReport({ language, subject, body, party, contractTitle, contractNumber, sender, day }: LetterToPrint): Report {
  const words = texts[language];
  const paragraphs = [fill(words.to, { party }), fill(words.contract, { title: contractTitle, number: contractNumber }), ...body.split(/\n+/), words.closing, fill(words.from, { sender }), fill(words.day, { day })];
  return {
    language,
    title: subject,
    subtitle: '',
    mark: contractNumber,
    facts: [],
    sections: [{ heading: subject, blocks: paragraphs.filter((text) => text.trim() !== '').map((text) => ({ kind: 'paragraph' as const, text })) }],
  };
}

function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '');
}
