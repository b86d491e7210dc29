import type { ReminderKind, ReminderTarget } from '#shared/features/reminders/model.ts';
import type { Compartment } from '#shared/features/vault/compartments.ts';
import type { Day } from '#shared/kernel/day.ts';
import type { Readable } from '../db/connection.ts';

/** A target, and the thing under which its source lists it. */
export interface SourcedTarget extends ReminderTarget {
  readonly subjectId: string;
}

/**
 * Where things that fall due come from: a feature makes one, `core.ts` hands it to the reminders. What changed is read
 * off the audit chain, so a source need not be told of anything.
 */
export interface DueSource {
  /** Unique among the sources. */
  readonly kind: ReminderKind;
  /** Where its dates may be kept: in finance for what only those with that key may know of. */
  readonly compartment: Extract<Compartment, 'core' | 'finance'>;
  /** Which of its subjects an audited change of other things may have moved. */
  readonly affected: (db: Readable, subjectKind: string, subjectIds: readonly string[]) => readonly string[];
  /** Listed by contract, and its days stay as they were written: that they pass brings no others, so what is past need not be looked at again. */
  readonly isFixed?: true;
  /** Subjects that come about without an audited change, such as what is scheduled by the calendar. */
  readonly lookedAtDaily?: (db: Readable, today: Day) => readonly string[];
  /** All open targets of the subjects. A subject that is gone or done has none. */
  readonly targetsOf: (db: Readable, subjectIds: readonly string[], today: Day) => readonly SourcedTarget[];
  /** The next subjects by id, for the first look over everything. */
  readonly subjectsAfter: (db: Readable, after: string, limit: number) => readonly string[];
}
