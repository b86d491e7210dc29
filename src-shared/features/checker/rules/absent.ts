import type { AbsenceRule, ClausedText, Fix, PlacedHit, RecordFacts } from '../model.ts';

export interface Absence extends Pick<AbsenceRule, 'id' | 'kind' | 'severity' | 'bases'> {
  /** What shows that the text has it: words, or more than words can tell. */
  readonly present: RegExp | AbsenceRule['isPresent'];
  /** Whether the text needs it at all. */
  readonly needed?: (text: ClausedText, record: RecordFacts | null) => boolean;
  readonly fix: (text: ClausedText) => Fix | null;
}

/** A rule that fires once, at the top of the text, when no clause has what every such contract needs. */
export function absenceRule({ present, needed, fix, ...head }: Absence): AbsenceRule {
  return {
    ...head,
    scope: 'absence',
    isPresent: present instanceof RegExp ? ({ plain }) => present.test(plain) : present,
    conclude: (text, record) => (!isContract(text) || needed?.(text, record) === false ? [] : [absentAt(text, fix(text))]),
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
