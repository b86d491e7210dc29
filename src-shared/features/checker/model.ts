import { z } from 'zod';
import type { LineNumber } from './segmentation/numbers.ts';

/** What a finding means for the contract: `block` holds back signing. domain.md's B, H, M, I. */
export const severities = ['block', 'high', 'medium', 'info'] as const;
export const severitySchema = z.enum(severities);
export type Severity = z.infer<typeof severitySchema>;

/** 权利义务不明 R, 付款条件模糊 P, 终止条件不清 T, 争议解决方式 D, 缺失条款 M, 前后不一致 X. */
export const problemKinds = ['rights', 'payment', 'termination', 'disputes', 'missing', 'consistency'] as const;
export type ProblemKind = (typeof problemKinds)[number];

/** The language of one sentence, clause or text; a clause that has both is bilingual. */
export const textLanguages = ['zh', 'en', 'bilingual'] as const;
export type TextLanguage = (typeof textLanguages)[number];

/** A stretch of a clause's text: offsets in UTF-16 units from the clause's first character, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** One sentence of a clause. `plain` is `text` in half-width digits, letters and punctuation, of the same length. */
export interface Sentence extends Span {
  readonly text: string;
  readonly plain: string;
  readonly language: 'zh' | 'en';
  /** Holds a verb that binds: 应、须、必须、不得、负责 / shall, must, will, agrees to, is required to. */
  readonly binds: boolean;
}

export const clauseKinds = ['title', 'preamble', 'clause', 'table', 'signature'] as const;

/**
 * A clause with its sub-clauses' text, or the title, the part before the first clause, a table or the signature part.
 * It knows nothing of its place in the text, so that what was found in it holds when text above it grows.
 */
export interface Clause {
  readonly kind: (typeof clauseKinds)[number];
  /** As printed, without its space: 第三条, 3.2, Article 4, （二）; null where none is. */
  readonly number: string | null;
  /** Text of the heading without the number; empty where a clause has none. */
  readonly heading: string;
  /** The depth of the number: 1 for 第三条 and 3., 2 for 3.2, … ; 0 without a number. */
  readonly level: number;
  /** The heading's line and the text below, lines parted by \n. */
  readonly text: string;
  /** `text` in half-width digits, letters and punctuation (，。；：（）％ become , . ; : ( ) %), of the same length. */
  readonly plain: string;
  readonly language: TextLanguage;
  readonly sentences: readonly Sentence[];
  /** Rows of a table with their cells; empty elsewhere. */
  readonly rows: readonly (readonly string[])[];
  /** The numbers that its lines begin with. */
  readonly numbers: readonly LineNumber[];
}

/** A clause as rules look at it. */
export interface ScannedClause extends Clause {
  /** Bits for the triggers that can match: a row for the whole clause, then one for each sentence, `width` numbers each. */
  readonly words: readonly number[];
  readonly width: number;
  /** What `factOf` reckoned. */
  readonly facts: Map<unknown, unknown>;
}

/** A whole text cut into clauses. The text itself is their texts, parted by \n. */
export interface ClausedText {
  readonly language: TextLanguage;
  readonly clauses: readonly Clause[];
}

/** What the contract's record says, for rules that hold the text against it; null where the record or a field is none. */
export interface RecordFacts {
  /** Code of the contract type, e.g. `sales`. */
  readonly typeCode: string | null;
  readonly parties: readonly { readonly role: string; readonly nameZh: string; readonly nameEn: string; readonly uscc: string | null; readonly foreign: boolean }[];
  readonly currency: string | null;
  /** Minor units incl. tax; null when unknown or withheld. */
  readonly amountInclTaxMinor: bigint | null;
  /** ISO days (2026-11-24). */
  readonly signingOn: string | null;
  readonly effectiveOn: string | null;
  readonly expirationOn: string | null;
  /** ISO 8601 period such as P30D; null when not recorded. */
  readonly noticePeriod: string | null;
  /** Names of attached files; null when unknown. */
  readonly attachmentNames: readonly string[] | null;
  /** Content hashes (hex); both null unless something was approved. */
  readonly approvedHash: string | null;
  readonly contentHash: string | null;
}

/** Values that a finding's sentences name: `checker` texts hold them as {{name}}. */
export type FindingParameters = Readonly<Record<string, string | number>>;

/** What one click does: replaces the span, or adds a sentence after it; the wording is in the clause's language. */
export interface Fix {
  readonly kind: 'replace' | 'insertAfter';
  readonly wording: string;
}

/** What a rule saw in one clause. */
export interface Hit extends Span {
  readonly parameters: FindingParameters;
  /** Only where the case differs from the rule's own severity (P01: B/H, R02 beside payment: H). */
  readonly severity?: Severity;
  readonly fix: Fix | null;
}

interface RuleBase {
  /** As in the domain: R01 … X15. */
  readonly id: string;
  readonly kind: ProblemKind;
  readonly severity: Severity;
  /** Keys of the law or practice that it rests on, e.g. `civilCode586`; sentences in the texts' `bases`. */
  readonly bases: readonly string[];
}

interface Looking extends RuleBase {
  /**
   * Patterns declared by `trigger`: a clause without rows that none of them can match has nothing for the rule. Without
   * any the rule looks at every clause; words that a vault added are looked for everywhere too.
   */
  readonly triggers?: readonly RegExp[];
}

/** A rule that looks at one clause at a time; its hits are kept until that clause's text changes. */
export interface ClauseRule extends Looking {
  readonly scope: 'clause';
  readonly check: (clause: ScannedClause, settings: RuleSettings) => readonly Hit[];
}

/** A hit that a whole-text rule places in the clause with this index. */
export interface PlacedHit extends Hit {
  readonly clause: number;
}

/**
 * A rule that reasons over the whole text: what `collect` notes of each clause is kept until that clause changes,
 * so that `conclude` reasons over notes alone and stays cheap at every keystroke.
 */
export interface TextRule<Note = unknown> extends Looking {
  readonly scope: 'text';
  collect(clause: ScannedClause, settings: RuleSettings): Note | null;
  // Written as methods, so that rules with notes of any kind stand in one list.
  conclude(notes: readonly { readonly clause: number; readonly note: Note }[], text: ClausedText, record: RecordFacts | null): readonly PlacedHit[];
}

/** A rule on something that a text must have somewhere: clauses are asked one by one until one has it, and what each said is kept. */
export interface AbsenceRule extends RuleBase {
  readonly scope: 'absence';
  readonly isPresent: (clause: ScannedClause) => boolean;
  /** What is found where no clause has it. */
  readonly conclude: (text: ClausedText, record: RecordFacts | null) => readonly PlacedHit[];
}
export type Rule = ClauseRule | TextRule | AbsenceRule;

/** Words added to or taken from a rule's own list by those who may tune rules. */
export interface RuleSettings {
  readonly addedWords: readonly string[];
  readonly silencedWords: readonly string[];
}

export const noSettings: RuleSettings = { addedWords: [], silencedWords: [] };

/** What the checker found: a hit with its rule and its place. Offsets are of the clause's text, by clause index. */
export interface Finding extends PlacedHit {
  readonly ruleId: string;
  readonly kind: ProblemKind;
  readonly severity: Severity;
  /** The words found, at most 200 characters. */
  readonly quote: string;
  /** The same for the same words in a clause of the same heading, wherever it moves: what a waiver holds on to. */
  readonly fingerprint: string;
}

/** What names one finding among all of a text. */
export function findingKey({ ruleId, fingerprint, clause, start }: Pick<Finding, 'ruleId' | 'fingerprint' | 'clause' | 'start'>): string {
  return `${ruleId} ${fingerprint} ${clause} ${start}`;
}
