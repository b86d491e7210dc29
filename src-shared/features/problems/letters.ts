import texts from './texts/letters.json' with { type: 'json' };
import type { Day } from '../../kernel/day.ts';
import type { Report } from '../reports/model.ts';
import type { EndingKind } from '../contracts/ending.ts';
import type { ProblemLetterKind } from './model.ts';

export interface LetterFacts {
  readonly problem: string;
  readonly action: string;
  /** Null: none was set. */
  readonly due: Day | null;
}

export interface LetterDraft {
  readonly subject: string;
  readonly body: string;
}

/** A letter as it is first proposed; the person changes it before it is sent. */
export function draftLetter(kind: ProblemLetterKind, language: 'zh' | 'en', { problem, action, due }: LetterFacts): LetterDraft {
  const words = texts[language];
  const when = kind === 'extension' ? (due === null ? words.extendOpen : fill(words.extendTo, { day: writtenOut(due, language) })) : due === null ? words.dueSoon : fill(words.dueBy, { day: writtenOut(due, language) });
  return { subject: words[kind].title, body: fill(words[kind].body, { problem: problem === '' ? words.noProblem : problem, action: action === '' ? words.noAction : action, due: when }) };
}

export interface EndingLetterFacts {
  readonly reason: string;
  readonly basis: string;
  /** Null: not known. */
  readonly endsOn: Day | null;
}

/** A letter that ends a contract, as it is first proposed. What isn't known is left to be filled in; not renewing needs no reason. */
export function draftEndingLetter(kind: EndingKind, language: 'zh' | 'en', { reason, basis, endsOn }: EndingLetterFacts): LetterDraft {
  const words = texts[language];
  const given = reason !== '' ? reason : kind === 'termination' ? words.noReason : '';
  const body = fill(words[kind].body, { reason: given, basis: basis === '' ? words.noBasis : basis, day: endsOn === null ? words.noDay : writtenOut(endsOn, language) });
  return { subject: words[kind].title, body: body.replace(/\n{3,}/g, '\n\n') };
}

/** The places of a letter that were left to be filled in, as they stand in it. */
export function openPlaces(text: string): readonly string[] {
  return [texts.zh, texts.en].flatMap(({ noReason, noBasis, noDay, noProblem, noAction, extendOpen }) => [noReason, noBasis, noDay, noProblem, noAction, extendOpen]).filter((place) => text.includes(place));
}

export interface LetterToPrint {
  readonly language: 'zh' | 'en';
  readonly subject: string;
  readonly body: string;
  readonly party: string;
  readonly contractTitle: string;
  readonly contractNumber: string;
  readonly sender: string;
  readonly day: Day;
}

/** The letter as a page to be printed. */
export function letterReport({ language, subject, body, party, contractTitle, contractNumber, sender, day }: LetterToPrint): Report {
  const words = texts[language];
  const paragraphs = [fill(words.to, { party }), fill(words.contract, { title: contractTitle, number: contractNumber }), ...body.split(/\n+/), words.closing];
  return {
    language,
    title: subject,
    subtitle: '',
    mark: contractNumber,
    facts: [],
    sections: [
      {
        heading: '',
        blocks: [
          ...paragraphs.filter((text) => text.trim() !== '').map((text) => ({ kind: 'paragraph' as const, text })),
          { kind: 'signOff', lines: [fill(words.from, { sender }), fill(words.day, { day: writtenOut(day, language) })] },
        ],
      },
    ],
  };
}

/** A day as letters write it. */
function writtenOut(day: Day, language: 'zh' | 'en'): string {
  return new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}

function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '');
}
