import type { Clause, ClausedText, Fix, PlacedHit, ProblemKind, RecordFacts, Severity, TextRule } from '../model.ts';
import { trigger } from '../triggers/triggers.ts';

export interface AbsenceRule {
  readonly id: string;
  readonly kind: ProblemKind;
  readonly severity: Severity;
  readonly bases: readonly string[];
  /** What shows that the text has it: words, or more than words can tell. */
  readonly present: RegExp | ((clause: Clause) => boolean);
  /** As a rule has them; a pattern in `present` is one by itself. */
  readonly triggers?: readonly RegExp[];
  /** Whether the text needs it at all. */
  readonly needed?: (text: ClausedText, record: RecordFacts | null) => boolean;
  readonly fix: (text: ClausedText) => Fix | null;
}

/** A rule that fires once, at the top of the text, when no clause has what every such contract needs. */
export function absenceRule({ present, triggers, needed, fix, ...head }: AbsenceRule): TextRule<true> {
  const isPresent = present instanceof RegExp ? ({ plain }: Clause) => present.test(plain) : present;
  const words = present instanceof RegExp ? [trigger(present)] : triggers;
  return {
    ...head,
    scope: 'text',
    ...(words === undefined ? {} : { triggers: words }),
    collect: (clause) => (isPresent(clause) ? true : null),
    conclude: (notes, text, record) => (notes.length > 0 || !isContract(text) || needed?.(text, record) === false ? [] : [absentAt(text, fix(text))]),
  };
}

/** A finding on something that isn't there stands at the top, where it covers no words. */
export function absentAt(text: ClausedText, fix: Fix | null, parameters: PlacedHit['parameters'] = {}): PlacedHit {
  return { clause: Math.max(0, text.clauses.findIndex(({ kind }) => kind === 'title')), start: 0, end: 0, parameters, fix };
}

/** A single clause or a letter is not a contract that lacks nearly everything. */
export function isContract({ clauses }: ClausedText): boolean {
  let count = 0;
  for (const { kind } of clauses) {
    if (kind === 'clause') count += 1;
    if (count === 3) return true;
  }
  return false;
}
