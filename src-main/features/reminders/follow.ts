import type { ContractId } from '#shared/features/contracts/model.ts';
import type { ReminderKind } from '#shared/features/reminders/model.ts';
import type { Day } from '#shared/kernel/day.ts';
import { createLevel, follow, followPace, type Followed } from '../../audit/audit-follower.ts';
import type { Writable } from '../../db/connection.ts';
import { dayOn, type Clock } from '../../ports.ts';
import type { DueSource } from '../../scheduler/due-source.ts';
import type { Session } from '../../vault/session.ts';
import { findSource, saveSource } from './source-queries.ts';
import { storeNamed, type Store } from './stores.ts';
import { replaceTargets, subjectsPast } from './target-queries.ts';

export interface FollowParts {
  readonly clock: Clock;
  readonly sources: readonly DueSource[];
}

/** Keeps what falls due in step with the features that it comes from. */
export function createFollowing({ clock, sources }: FollowParts) {
  const followed = sources.map((source) => ({ source, follower: followerOf(source) }));
  const isLevel = createLevel();
  let looked: { readonly session: Session; readonly day: Day } | null = null;

  /** Whether something changed that was not followed yet, or a new day began. */
  function isBehind(session: Session): boolean {
    return looked?.session !== session || looked.day !== dayOn(clock) || !isLevel(session, () => held(session).map(({ follower }) => follower));
  }

  /** Follows every source to the present. Gives how many targets changed. */
  async function catchUp(session: Session): Promise<number> {
    let changed = 0;
    const day = dayOn(clock);
    const isNewDay = looked?.session !== session || looked.day !== day;
    for (const { source, follower } of held(session)) {
      changed += await follow(session, follower);
      if (isNewDay) changed += await lookAtPast(session, source);
    }
    looked = { session, day };
    return changed;
  }

  /** Days that passed may have made others follow on them: the next term, the next review. */
  async function lookAtPast(session: Session, source: DueSource): Promise<number> {
    let changed = 0;
    const pace = followPace();
    const daily = source.lookedAtDaily?.(session.whole, dayOn(clock)) ?? [];
    for (let from = 0; from < daily.length; ) {
      const ids = daily.slice(from, from + pace.size);
      changed += pace.take(() => replace(session, source, ids));
      from += ids.length;
      await pace.rest();
    }
    for (let after: string | undefined = source.isFixed === true ? undefined : ''; after !== undefined; ) {
      const ids = subjectsPast(session.whole, storeOf(source), source.kind, dayOn(clock), after, pace.size);
      changed += pace.take(() => replace(session, source, ids));
      after = ids.at(-1);
      await pace.rest();
    }
    return changed;
  }

  function followerOf(source: DueSource): Followed {
    const store = storeOf(source);
    return {
      find: (db) => findSource(db, store, source.kind),
      save: (db, state) => saveSource(db, store, source.kind, state),
      affected: source.affected,
      subjectsAfter: source.subjectsAfter,
      apply: (session, ids, save) => replace(session, source, ids, save),
    };
  }

  function replace(session: Session, source: DueSource, subjectIds: readonly string[], save?: (db: Writable) => void): number {
    const today = dayOn(clock);
    const targets = subjectIds.length === 0 ? [] : source.targetsOf(session.whole, subjectIds, today);
    let changed = 0;
    session.derive((db) => {
      if (subjectIds.length > 0) changed = replaceTargets(db, storeOf(source), { kind: source.kind, subjectIds, targets, today, now: clock.now() });
      save?.(db);
    });
    return changed;
  }

  /**
   * Follows things of a contract whose days moved without anybody's change, in the transaction that moved them: a term that
   * turned, a year that was announced, a series that goes on and reviews that are planned anew leave nothing in the audit chain.
   */
  function daysMoved(db: Writable, contractId: ContractId, kinds: readonly ReminderKind[]): void {
    const today = dayOn(clock);
    for (const source of sources.filter(({ kind }) => kinds.includes(kind))) {
      const targets = source.targetsOf(db, [contractId], today);
      replaceTargets(db, storeOf(source), { kind: source.kind, subjectIds: [contractId], targets, today, now: clock.now() });
    }
  }

  const held = (session: Session) => followed.filter(({ source }) => session.holds(source.compartment));
  return { isBehind, catchUp, daysMoved };
}

function storeOf({ compartment }: DueSource): Store {
  return storeNamed(compartment);
}
