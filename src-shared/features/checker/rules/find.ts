import { literal } from '../../../kernel/literal.ts';
import { noSettings, type Clause, type Fix, type FindingParameters, type Hit, type RuleSettings, type Sentence, type ScannedClause, type Severity, type Span } from '../model.ts';
import { sentencesThatMayHold, trigger } from '../triggers/triggers.ts';

export interface Match extends Span {
  readonly text: string;
  readonly sentence: Sentence;
  readonly groups: readonly (string | undefined)[];
}

/** Every match of a pattern with the g flag. Unlike `matchAll` it makes nothing for a text without any, which most are. */
export function allIn(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  pattern.lastIndex = 0;
  let match = pattern.exec(text);
  if (match === null) return nothing;
  const found: RegExpExecArray[] = [];
  for (; match !== null; match = pattern.exec(text)) {
    found.push(match);
    if (match[0] === '') pattern.lastIndex += 1;
  }
  return found;
}

const nothing: readonly never[] = [];

/** Every match of a pattern (with the g flag) in the sentences of a clause; offsets are the clause's. */
export function matchesIn(clause: ScannedClause, pattern: RegExp, accept?: (sentence: Sentence) => boolean): readonly Match[] {
  let found: Match[] | null = null;
  for (const sentence of sentencesThatMayHold(clause, pattern)) {
    pattern.lastIndex = 0;
    let match = pattern.exec(sentence.plain);
    if (match === null || accept?.(sentence) === false) continue;
    found ??= [];
    for (; match !== null; match = pattern.exec(sentence.plain)) {
      if (match[0] === '') pattern.lastIndex += 1;
      else found.push(matchAt(sentence, match));
    }
  }
  return found ?? nothing;
}

/** The first of them; nothing after it is looked for. */
export function firstIn(clause: ScannedClause, pattern: RegExp, accept?: (sentence: Sentence) => boolean): Match | undefined {
  for (const sentence of sentencesThatMayHold(clause, pattern)) {
    pattern.lastIndex = 0;
    const match = pattern.exec(sentence.plain);
    if (match !== null && match[0] !== '' && accept?.(sentence) !== false) return matchAt(sentence, match);
  }
  return undefined;
}

function matchAt(sentence: Sentence, match: RegExpExecArray): Match {
  return new FoundMatch(sentence, match);
}

class FoundMatch implements Match {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly sentence: Sentence;
  readonly #match: RegExpExecArray;

  constructor(sentence: Sentence, match: RegExpExecArray) {
    this.start = sentence.start + match.index;
    this.end = this.start + match[0].length;
    this.text = match[0];
    this.sentence = sentence;
    this.#match = match;
  }

  // Few rules ask for them.
  get groups(): readonly (string | undefined)[] {
    return this.#match.slice(1);
  }
}

/** What a clause tells in some respect, reckoned once however many rules ask; what reckons it is its name. */
export function factOf<Value extends NonNullable<unknown> | null>(clause: ScannedClause, reckon: (clause: ScannedClause) => Value): Value {
  const known = clause.facts.get(reckon);
  if (known !== undefined) return known as Value;
  const value = reckon(clause);
  clause.facts.set(reckon, value);
  return value;
}

export interface HitDetails {
  readonly parameters?: FindingParameters;
  readonly severity?: Severity;
  readonly fix?: Fix | null;
}

/** A hit at a span; the words found are its parameter `words` unless others are given. */
export function hitAt({ start, end }: Span, { parameters = {}, severity, fix = null }: HitDetails = {}): Hit {
  return { start, end, parameters, fix, ...(severity === undefined ? {} : { severity }) };
}

/** One hit for each sentence at most: the first. */
export function firstOfEach(matches: readonly Match[]): readonly Match[] {
  return matches.filter(({ sentence }, index) => matches[index - 1]?.sentence !== sentence);
}

/** A number with a unit of time, length, weight, money, share, or a date: what makes a vague word precise. */
export const measured =
  /(?:\d[\d,.]{0,20}|[一二三四五六七八九十百千万两半]{1,6})\s{0,4}(?:个?(?:工作日|自然日|日历日|日|天|周|星期|月|季度|年|小时|分钟|秒)|%|‰|元|万元|公里|千米|米|毫米|厘米|千克|公斤|吨|克|台|套|件|次|倍)|\b(?:\d[\d,.]{0,20}|one|two|three|five|seven|ten|fourteen|fifteen|thirty|sixty|ninety)\)?\s{0,4}(?:\(\d{1,12}\)\s{0,4})?(?:business |working |calendar )?(?:days?|weeks?|months?|years?|hours?|minutes?|%|percent|metres?|meters?|km|kg|tons?|units?)\b|\d{4}-\d{2}-\d{2}|(?:百|千|万)分之/iu;

/** A number of days, weeks or hours, or a date: what makes a vague time precise. A sum or a share doesn't. */
export const timed =
  /(?:\d[\d,.]{0,20}|[一二三四五六七八九十百两半]{1,6})\s{0,4}(?:个?(?:工作日|自然日|日历日|日|天|周|星期|月|季度|年|小时|分钟|秒))|\b(?:\d[\d,.]{0,20}|one|two|three|five|seven|ten|fourteen|fifteen|thirty|sixty|ninety)\)?\s{0,4}(?:\(\d{1,12}\)\s{0,4})?(?:business |working |calendar )?(?:days?|weeks?|months?|years?|hours?|minutes?)\b|\d{4}-\d{2}-\d{2}/iu;

/** A norm that a quality is measured by: GB/T 19001, ISO 9001, a sample, an annex with the specification. */
export const normed = /GB\s{0,4}\/?\s{0,4}T?\s{0,4}\d|ISO\s{0,4}\d|IEC|国家标准|行业标准|样品|附件|技术(?:协议|规格书|规范)|\b(?:Annex|Schedule|Appendix|Exhibit|specification|sample)\b/iu;

/** A word that is being defined, or whose meaning is given elsewhere: “重大违约”是指 …, means, as defined in. */
export const defined = /系指|是指|指的是|下列|以下(?:情形|情况)|之一|定义|\b(?:means|defined|following|as set out)\b/iu;

/** A rule's list of words, as the pattern that finds them. */
export interface WordList {
  /** As it is shipped; a trigger. */
  readonly own: RegExp;
  /** With the words that a vault added, and without those that it silenced. */
  readonly with: (settings: RuleSettings) => RegExp;
}

/** Makes a list of words. Added words go to one list of a rule: the others of it don't take any. */
export function wordList(zh: readonly string[], en: readonly string[], { takesAdded = true }: { readonly takesAdded?: boolean } = {}): WordList {
  const own = trigger(wordPattern(zh, en, noSettings));
  // A rule asks for its pattern at every clause.
  const known = new WeakMap<RuleSettings, RegExp>();
  return {
    own,
    with: (settings) => {
      const addedWords = takesAdded ? settings.addedWords : [];
      if (addedWords.length === 0 && settings.silencedWords.length === 0) return own;
      const pattern = known.get(settings) ?? wordPattern(zh, en, { ...settings, addedWords });
      known.set(settings, pattern);
      return pattern;
    },
  };
}

function wordPattern(zh: readonly string[], en: readonly string[], { addedWords, silencedWords }: RuleSettings): RegExp {
  const silenced = new Set(silencedWords.map((word) => word.toLowerCase()));
  const isLatin = (word: string) => /^[\u0020-\u024F]+$/u.test(word);
  const wanted = (words: readonly string[]) => words.filter((word) => !silenced.has(word.toLowerCase())).toSorted((one, other) => other.length - one.length);
  const chinese = wanted([...zh, ...addedWords.filter((word) => !isLatin(word))]);
  const latin = wanted([...en, ...addedWords.filter(isLatin)]);
  const english = latin.filter((word) => /^\w(?:.*\w)?$/u.test(word)).map(literal);
  // A vault's own: where a sign or an accented letter begins or ends it, no edge of a word is there to be found.
  const others = latin.filter((word) => !/^\w(?:.*\w)?$/u.test(word)).map((word) => `${/^\w/u.test(word) ? '\\b' : ''}${literal(word)}${/\w$/u.test(word) ? '\\b' : ''}`);
  const parts = [...chinese.map(literal), ...(english.length === 0 ? [] : [`\\b(?:${english.join('|')})\\b`]), ...others];
  return parts.length === 0 ? /(?!)/gu : new RegExp(parts.join('|'), 'giu');
}

/** Whether the clause speaks of something, by its heading or its words. */
export function isAbout(clause: Clause, topic: RegExp): boolean {
  return topic.test(clause.heading === '' ? clause.plain.slice(0, 60) : clause.heading);
}

/** The first clause whose note holds what is looked for, with it. */
export function firstOf<Note, Value>(notes: readonly { readonly clause: number; readonly note: Note }[], pick: (note: Note) => Value | null): { readonly clause: number; readonly found: Value } | undefined {
  for (const { clause, note } of notes) {
    const found = pick(note);
    if (found !== null) return { clause, found };
  }
  return undefined;
}
