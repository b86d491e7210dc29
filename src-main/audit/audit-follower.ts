import type { Readable, Writable } from '../db/connection.ts';
import { sql } from '../db/sql.ts';
import { createPace, type Pace } from '../scheduler/slices.ts';
import type { Session } from '../vault/session.ts';

/** How far the changes of a vault were followed. */
export interface FollowState {
  /** The last subject of the first look over everything; null once that is done. */
  readonly scannedTo: string | null;
  readonly auditSequence: number;
}

/** Something that is kept in step with other data, by what the audit chain says of changes to it. */
export interface Followed {
  readonly find: (db: Readable) => FollowState | undefined;
  readonly save: (db: Writable, state: FollowState) => void;
  /** Which subjects an audited change of other things may have moved. */
  readonly affected: (db: Readable, subjectKind: string, subjectIds: readonly string[]) => readonly string[];
  /** The next subjects by id, for the first look over everything. */
  readonly subjectsAfter: (db: Readable, after: string, limit: number) => readonly string[];
  /** Brings some subjects up to date; gives how much changed. `save` is run in the same transaction. */
  readonly apply: (session: Session, subjectIds: readonly string[], save: (db: Writable) => void) => number;
}

/** Follows in slices short enough for the window not to notice, however slow its subjects are. */
export function followPace(): Pace {
  return createPace({ first: 32, least: 4, most: 200 });
}

/** Whether everything that was changed was followed. */
function isFollowed(db: Readable, followed: Followed): boolean {
  const state = followed.find(db);
  return state !== undefined && state.scannedTo === null && state.auditSequence >= lastSequence(db);
}

/**
 * Tells whether several are level with the audit chain, at the price of one look as long as nothing was written: that is
 * asked again and again by whoever plans what is due.
 */
export function createLevel(): (session: Session, followed: () => readonly Followed[]) => boolean {
  let level: { readonly session: Session; readonly sequence: number } | null = null;
  return (session, followed) => {
    const sequence = lastSequence(session.whole);
    if (level?.session === session && level.sequence === sequence) return true;
    const isLevel = followed().every((one) => isFollowed(session.whole, one));
    level = isLevel ? { session, sequence } : null;
    return isLevel;
  };
}

/**
 * Follows to the present: first everything that is there, going on where that was broken off, then what changed since. Gives
 * how much changed. How far it is is read anew for each slice: somebody may have had it begin again between two.
 */
export async function follow(session: Session, followed: Followed): Promise<number> {
  let changed = 0;
  const [scanning, following] = [followPace(), followPace()];
  for (;;) {
    const state = followed.find(session.whole) ?? { scannedTo: '', auditSequence: lastSequence(session.whole) };
    const { scannedTo } = state;
    const some = scannedTo === null ? followSome(session, followed, state, following) : scanSome(session, followed, { ...state, scannedTo }, scanning);
    if (some === null) return changed;
    changed += some;
    await (scannedTo === null ? following : scanning).rest();
  }
}

/** The next slice of the first look. */
function scanSome(session: Session, followed: Followed, state: FollowState & { readonly scannedTo: string }, pace: Pace): number {
  const { size } = pace;
  const ids = followed.subjectsAfter(session.whole, state.scannedTo, size);
  const next: FollowState = { ...state, scannedTo: ids.length < size ? null : (ids.at(-1) ?? null) };
  return pace.take(() => followed.apply(session, ids, (db) => followed.save(db, next)));
}

/** The next slice of what changed; null: there is none. */
function followSome(session: Session, followed: Followed, { auditSequence: since }: FollowState, pace: Pace): number | null {
  const events = session.whole.all<{ sequence: number; kind: string; id: string }>(sql`
    SELECT sequence, subject_kind AS kind, subject_id AS id FROM audit_events WHERE sequence > ${since} ORDER BY sequence LIMIT ${pace.size}`);
  const last = events.at(-1);
  if (last === undefined) return null;
  const byKind = Map.groupBy(events, ({ kind }) => kind);
  const ids = [...byKind].flatMap(([kind, some]) => followed.affected(session.whole, kind, [...new Set(some.map(({ id }) => id))]));
  return pace.take(() => followed.apply(session, [...new Set(ids)], (db) => followed.save(db, { scannedTo: null, auditSequence: last.sequence })));
}

function lastSequence(db: Readable): number {
  return db.get<{ last: number | null }>(sql`SELECT MAX(sequence) AS last FROM audit_events`)?.last ?? 0;
}
