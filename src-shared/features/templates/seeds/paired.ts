import type { BlockNode, DocumentNode } from '../../documents/model.ts';
import { standardParagraphs } from '../../clauses/seeds/seed-clauses.ts';
import * as build from './build.ts';

/** The same words in both languages. */
export type Words = readonly [zh: string, en: string];

/** The same blocks in both languages, so that a clause can't be in one and not in the other. */
export interface Paired {
  readonly zh: readonly BlockNode[];
  readonly en: readonly BlockNode[];
}

type Part = Words | Paired;

/** The two bodies of a template. */
export function bodies(...parts: readonly (Paired | readonly Paired[])[]): { readonly bodyZh: DocumentNode; readonly bodyEn: DocumentNode } {
  const flat = parts.flat();
  return { bodyZh: build.body(flat.flatMap(({ zh }) => zh)), bodyEn: build.body(flat.flatMap(({ en }) => en)) };
}

export function title(words: Words): Paired {
  return { zh: [build.title(words[0])], en: [build.title(words[1])] };
}

/** A paragraph without a number. */
export function p(words: Words): Paired {
  return { zh: [build.p(words[0])], en: [build.p(words[1])] };
}

/** A numbered clause; an id lets other clauses refer to it. */
export function clause(id: string | null, heading: Words, ...parts: readonly Part[]): Paired {
  return inBoth(parts, (content, language) => build.identifiedClause(id, heading[language], ...content));
}

/** Parts shown when a choice has a value; of a boolean, `'true'`. */
export function when(key: string, value: string, ...parts: readonly Part[]): Paired {
  return inBoth(parts, (content) => [build.when(key, value, ...content)]);
}

/** One sub-clause for each item of a list. */
export function repeat(key: string, words: Words): Paired {
  return { zh: [build.repeat(key, words[0])], en: [build.repeat(key, words[1])] };
}

/** A table whose first row is its head. */
export function table(...rows: readonly (readonly Words[])[]): Paired {
  return { zh: [build.table(...rows.map((cells) => cells.map(([zh]) => zh)))], en: [build.table(...rows.map((cells) => cells.map(([, en]) => en)))] };
}

/** The parties' particulars, at the head. */
export function parties(...all: readonly (readonly [role: Words, key: string])[]): readonly Paired[] {
  return all.map(([role, key]) => ({ zh: [build.partyBlock(role[0], key)], en: [build.partyBlock(role[1], key)] }));
}

/** Where they sign. */
export function signatures(...all: readonly (readonly [role: Words, key: string])[]): Paired {
  const of = (language: 0 | 1) => [build.signatures(...all.map(([role, key]) => [role[language], key] as const))];
  return { zh: of(0), en: of(1) };
}

/** The payee's account where it is known, and otherwise the duty to name it. */
export function payeeAccount([payeeZh, payeeEn]: Words, [payerZh, payerEn]: Words, key: string): Paired {
  const blocks = (bank: string, none: string, ask: string): readonly BlockNode[] => [
    build.whenGiven(key, 'filled', 'bankAccount', build.whenGiven(key, 'filled', 'bankName', bank), build.whenGiven(key, 'empty', 'bankName', none)),
    build.whenGiven(key, 'empty', 'bankAccount', ask),
  ];
  const upper = capital(payeeEn);
  return {
    zh: blocks(
      `${payeeZh}的收款账户为：户名{{${key}}}；开户银行{{${key}|bankName}}；账号{{${key}|bankAccount}}。`,
      `${payeeZh}的收款账户为：户名{{${key}}}；账号{{${key}|bankAccount}}。`,
      `${payeeZh}应于首笔付款期限届满10日前，以加盖公章的纸质文件向${payerZh}告知收款账户，该账户的户名应与${payeeZh}名称一致。`,
    ),
    en: blocks(
      `${upper}’s account is: account name {{${key}}}; bank {{${key}|bankName}}; account number {{${key}|bankAccount}}.`,
      `${upper}’s account is: account name {{${key}}}; account number {{${key}|bankAccount}}.`,
      `At least 10 days before the first payment falls due, ${payeeEn} shall notify ${payerEn} of its account on paper under company seal. The account name shall be identical to ${payeeEn}’s name.`,
    ),
  };
}

/** The preferred wording of a clause of the library, its blanks filled in one after the other. */
export function standard(key: string, blanksZh: readonly string[] = [], blanksEn: readonly string[] = []): readonly Words[] {
  const [zh, en] = [standardParagraphs(key, 'zh', blanksZh), standardParagraphs(key, 'en', blanksEn)];
  return zh.map((words, index) => [words, (en[index] ?? '').replace(/^[a-z]/, (letter) => letter.toUpperCase())]);
}

/** With a capital at its beginning, as in `The Supplier`. */
export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function inBoth(parts: readonly Part[], make: (content: readonly (string | BlockNode)[], language: 0 | 1) => readonly BlockNode[]): Paired {
  const of = (language: 0 | 1) => make(parts.flatMap((part): readonly (string | BlockNode)[] => (isWords(part) ? [part[language]] : language === 0 ? part.zh : part.en)), language);
  return { zh: of(0), en: of(1) };
}

function isWords(part: Part): part is Words {
  return Array.isArray(part);
}
