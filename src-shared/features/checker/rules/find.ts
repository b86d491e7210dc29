import { noSettings, type Clause, type Fix, type FindingParameters, type Hit, type RuleSettings, type Sentence, type Severity, type Span } from '../model.ts';
import { mayHold } from '../triggers/triggers.ts';

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
export function matchesIn(clause: Clause, pattern: RegExp, accept?: (sentence: Sentence) => boolean): readonly Match[] {
  if (!mayHold(clause, pattern)) return nothing;
  // One look at the whole tells sooner than one at each sentence that there is nothing.
  pattern.lastIndex = 0;
  if (!pattern.test(clause.plain)) return nothing;
  const found: Match[] = [];
  for (const sentence of clause.sentences) {
    if (accept?.(sentence) === false) continue;
    pattern.lastIndex = 0;
    for (let match = pattern.exec(sentence.plain); match !== null; match = pattern.exec(sentence.plain)) {
      if (match[0] === '') pattern.lastIndex += 1;
      else found.push({ start: sentence.start + match.index, end: sentence.start + match.index + match[0].length, text: match[0], sentence, groups: match.slice(1) });
    }
  }
  return found;
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

/** The words of a list with those that the vault added and without those that it silenced, as one pattern. */
export function wordPattern(zh: readonly string[], en: readonly string[], settings: RuleSettings = noSettings): RegExp {
  const bySettings = patterns.get(zh) ?? new WeakMap<RuleSettings, RegExp>();
  const known = bySettings.get(settings);
  if (known !== undefined) return known;
  const { addedWords, silencedWords } = settings;
  const silenced = new Set(silencedWords.map((word) => word.toLowerCase()));
  const wanted = (words: readonly string[]) => words.filter((word) => !silenced.has(word.toLowerCase())).map(escaped);
  const isLatin = (word: string) => /^[\u0020-\u024F]+$/u.test(word);
  const chinese = [...wanted(zh), ...wanted(addedWords.filter((word) => !isLatin(word)))];
  const english = [...wanted(en), ...wanted(addedWords.filter(isLatin))];
  const byLength = (one: string, other: string) => other.length - one.length;
  const parts = [...chinese.toSorted(byLength), ...(english.length === 0 ? [] : [`\\b(?:${english.toSorted(byLength).join('|')})\\b`])];
  const pattern = parts.length === 0 ? /(?!)/gu : new RegExp(parts.join('|'), 'giu');
  bySettings.set(settings, pattern);
  patterns.set(zh, bySettings);
  return pattern;
}

// By the list and the settings themselves: a rule asks for its pattern at every clause.
const patterns = new WeakMap<readonly string[], WeakMap<RuleSettings, RegExp>>();

function escaped(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
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
