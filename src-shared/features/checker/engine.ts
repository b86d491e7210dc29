import type { AbsenceRule, Clause, ClausedText, ClauseRule, Finding, Hit, ProblemKind, RecordFacts, Rule, RuleSettings, ScannedClause, Severity, TextRule } from './model.ts';
import { noSettings, problemKinds } from './model.ts';
import { keptOrMade, type Kept, type Making } from './segmentation/kept.ts';
import { bitsOf, mayHoldAny, scanned } from './triggers/triggers.ts';

/** How a rule is applied in a vault that changed it. */
export interface Tuning {
  readonly ruleId: string;
  readonly isOff: boolean;
  /** Null: the rule's own. */
  readonly severity: Severity | null;
  readonly addedWords: readonly string[];
  readonly silencedWords: readonly string[];
}

export interface CheckOptions {
  readonly record: RecordFacts | null;
  readonly rules: readonly Rule[];
  readonly tuning: readonly Tuning[];
  /** Fingerprints of findings that were set aside: they are reported, but don't lower the score. */
  readonly waived?: ReadonlySet<string>;
  /** What the check before kept; clauses whose words are the same aren't looked at again. */
  readonly previous?: CheckCache;
}

/** What a rule, by its place among those used, noted of a clause, with where that stands: as it is given to the rule again. */
interface Noted {
  readonly place: number;
  readonly clause: number;
  readonly note: unknown;
}

/** What one clause gave, with the place of each rule among those used. */
interface ClauseResult {
  /** Where the clause stood when it was looked at. */
  readonly at: number;
  readonly clause: ScannedClause;
  readonly hits: { readonly place: number; readonly found: readonly Hit[] }[];
  readonly notes: Noted[];
  /** Whether it has what an absence rule looks for, of those that asked. */
  readonly answers: Map<number, boolean>;
}

/** What each clause gave, and the settings under which that was so. Clauses are known again that `clauseText` kept. */
export interface CheckCache {
  readonly settings: string;
  readonly kept: Kept<Clause, ClauseResult>;
}

export interface Score {
  /** 100: nothing found; 0: as bad as it gets. */
  readonly total: number;
  readonly byKind: Readonly<Record<ProblemKind, number>>;
}

export interface CheckResult {
  readonly findings: readonly Finding[];
  readonly score: Score;
  readonly cache: CheckCache;
}

const longestQuote = 200;

/**
 * Holds a text against rules. The same text, record, rules and tuning give the same findings, in the text's order. Time
 * grows with the length of the clauses that are not in `previous`, and with the number of clauses.
 */
export function checkText(text: ClausedText, { record, rules, tuning, waived, previous }: CheckOptions): CheckResult {
  const tuningById = new Map(tuning.map((one) => [one.ruleId, one]));
  const used = rules.filter(({ id }) => tuningById.get(id)?.isOff !== true);
  const settings = JSON.stringify([used.map(({ id }) => id), tuning.map(({ ruleId, addedWords, silencedWords }) => [ruleId, addedWords, silencedWords])]);
  const anew: ClauseResult[] = [];
  const kept = keptOrMade(text.clauses, previous?.settings === settings ? previous.kept : undefined, resultsInto(anew));
  const results = kept.made;
  look(anew, used, tuningById);
  const hits: FoundHit[] = [];
  const notes: Noted[][] = used.map(() => []);
  for (const [clause, result] of results.entries()) {
    for (const { place, found } of result.hits) {
      const rule = used[place];
      if (rule !== undefined) for (const hit of found) hits.push({ rule, clause, hit });
    }
    addNotes(notes, result.notes, clause);
  }
  for (const [place, rule] of used.entries()) {
    const concluded = rule.scope === 'text' ? rule.conclude(notes[place] ?? [], text, record) : rule.scope === 'absence' && !isAnywhere(results, rule, place) ? rule.conclude(text, record) : [];
    for (const { clause, ...hit } of concluded) hits.push({ rule, clause, hit });
  }
  const findings = named(hits, text, tuningById);
  return { findings, score: scoreOf(findings.filter(({ fingerprint }) => waived?.has(fingerprint) !== true)), cache: { settings, kept } };
}

/** How a clause has a result: the one that it had, or an empty one for the rules to fill in, which goes to a list. */
function resultsInto(anew: ClauseResult[]): Making<Clause, ClauseResult> {
  return {
    isSame: (one, other) => one === other,
    keyOf: (clause) => clause,
    make: (clause, at) => {
      const result = { at, clause: scanned(clause), hits: [], notes: [], answers: new Map<number, boolean>() };
      anew.push(result);
      return result;
    },
  };
}

interface FoundHit {
  readonly rule: Rule;
  readonly clause: number;
  readonly hit: Hit;
}

/** Lets every rule look at the clauses that may hold something for it: rule by rule, because a pattern that has just run runs three times as fast. */
function look(results: readonly ClauseResult[], rules: readonly Rule[], tuningById: ReadonlyMap<string, Tuning>): void {
  if (results.length === 0) return;
  // Read once for all rules. What the cells of rows hold isn't told by words: every rule looks at those.
  const words = results.map(({ clause }) => (clause.rows.length > 0 ? null : clause.words));
  for (const [place, rule] of rules.entries()) {
    if (rule.scope === 'absence') continue;
    const settings = tuningById.get(rule.id) ?? noSettings;
    const bits = rule.triggers === undefined || settings.addedWords.length > 0 ? null : bitsOf(rule.triggers);
    for (let at = 0; at < results.length; at += 1) {
      const held = words[at] ?? null;
      const result = results[at];
      if (result !== undefined && (bits === null || held === null || mayHoldAny(held, bits))) lookAt(result, rule, place, settings);
    }
  }
}

function lookAt({ at, clause, hits, notes }: ClauseResult, rule: ClauseRule | TextRule, place: number, settings: RuleSettings): void {
  if (rule.scope === 'clause') {
    const found = rule.check(clause, settings);
    if (found.length > 0) hits.push({ place, found });
  } else {
    const note = rule.collect(clause, settings);
    if (note !== null) notes.push({ place, clause: at, note });
  }
}

/** Adds the notes of a clause to those of each rule, with where the clause stands now. */
function addNotes(to: readonly Noted[][], notes: readonly Noted[], clause: number): void {
  // An iterator would cost more than what it gives: there are nine notes for a clause.
  for (let at = 0; at < notes.length; at += 1) {
    const noted = notes[at];
    if (noted !== undefined) to[noted.place]?.push(noted.clause === clause ? noted : { ...noted, clause });
  }
}

/** Whether some clause has what an absence rule looks for; clauses that were asked before first, and no more than it takes. */
function isAnywhere(results: readonly ClauseResult[], { isPresent }: AbsenceRule, place: number): boolean {
  if (results.some(({ answers }) => answers.get(place) === true)) return true;
  return results.some(({ clause, answers }) => {
    if (answers.has(place)) return false;
    const answer = isPresent(clause);
    answers.set(place, answer);
    return answer;
  });
}

/** Puts hits in order and gives each its severity, quote and fingerprint; the same words twice in a clause are told apart. */
function named(hits: readonly FoundHit[], text: ClausedText, tuningById: ReadonlyMap<string, Tuning>): readonly Finding[] {
  const seen = new Map<string, number>();
  return hits
    .toSorted((one, other) => one.clause - other.clause || one.hit.start - other.hit.start || one.rule.id.localeCompare(other.rule.id))
    .map(({ rule, clause, hit }) => {
      const place = text.clauses[clause];
      const quote = place?.text.slice(hit.start, Math.min(hit.end, hit.start + longestQuote)) ?? '';
      const mark = digest(`${rule.id}\n${place?.heading ?? ''}\n${quote}\n${quote === '' ? JSON.stringify(hit.parameters) : ''}`);
      const times = (seen.get(mark) ?? 0) + 1;
      seen.set(mark, times);
      return {
        ...hit,
        clause,
        ruleId: rule.id,
        kind: rule.kind,
        severity: tuningById.get(rule.id)?.severity ?? hit.severity ?? rule.severity,
        quote,
        fingerprint: times === 1 ? mark : `${mark}-${times}`,
      };
    });
}

// One finding that blocks is worth two grave ones; a note hardly counts. The scale is the house's own.
const weights: Readonly<Record<Severity, number>> = { block: 16, high: 8, medium: 3, info: 1 };

/** 100 less the weight of every finding, never below 0; the kinds each by themselves. */
export function scoreOf(findings: readonly Pick<Finding, 'kind' | 'severity'>[]): Score {
  const left = (some: typeof findings) => Math.max(0, some.reduce((score, { severity }) => score - weights[severity], 100));
  const byKind = Object.fromEntries(problemKinds.map((kind) => [kind, left(findings.filter((finding) => finding.kind === kind))])) as Record<ProblemKind, number>;
  return { total: left(findings), byKind };
}

/** A short mark of a text, the same everywhere (cyrb53, 53 bits, public domain); it names, it doesn't protect. */
function digest(text: string): string {
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36);
}
