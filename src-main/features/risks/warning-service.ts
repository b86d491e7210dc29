import type { Alert, AlertId, DryRun, RuleDraft, Trigger, WarningRule, WarningRuleId } from '#shared/features/risks/warnings.ts';
import { needsFinance, shippedRules } from '#shared/features/risks/warnings.ts';
import type { ContractId } from '#shared/features/contracts/model.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import { dayAt } from '#shared/kernel/day.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import type { Writable } from '../../db/connection.ts';
import type { Call } from '../../ipc/handlers.ts';
import type { Clock, Ids } from '../../ports.ts';
import { pause } from '../../scheduler/slices.ts';
import type { Session } from '../../vault/session.ts';
import { occurrencesOf, presentOnly, type Occurrence, type OccurrenceParts } from './occurrences.ts';
import { acknowledgeAlert, addSwitch, hasAudience, endOccurrences, hasRules, judgeAlert, knownKeys, listAlerts, listRules, listSwitches, ownerOf, recordAlert, removeRule, revisionOf, reopenAlert, saveRule, setOnSince, statisticsOf, titleOf, type AlertStore, type RuleRow } from './rule-queries.ts';

export interface WarningParts extends OccurrenceParts {
  readonly clock: Clock;
  readonly ids: Ids;
  /** Tells of a warning as a reminder, in a transaction that runs. */
  readonly warn: (session: Session, db: Writable, store: AlertStore, warnings: readonly { readonly entityId: string; readonly contractId: ContractId | null; readonly addresseeId: UserId | null; readonly title: string }[]) => void;
  /** Takes back the reminder of a warning that somebody saw here. */
  readonly seen: (db: Writable, store: AlertStore, alertId: AlertId, by: UserId) => void;
}

const yearMs = 365 * 86_400_000;
const mostExamples = 8;
/** So many warnings are written in one go. */
const atOnce = 300;

/** Rules that warn: built, tried on the past, switched, evaluated, judged. */
export function createWarningService(parts: WarningParts) {
  const { clock, ids } = parts;

  function rules({ session, db }: Call): readonly WarningRule[] {
    const switches = listSwitches(db);
    const statistics = stores(session).map((store) => statisticsOf(db, store));
    return listRules(db)
      .filter(({ draft }) => maySeeRule(session, draft.trigger))
      .map(({ id, draft, revision, changedAt, changedByName }) => {
        const found = statistics.flatMap((some) => some.get(id) ?? [])[0] ?? { hits: 0, useful: 0, notUseful: 0, lastAt: null };
        return { ...draft, id, revision, changedAt, changedByName, switches: switches.get(id) ?? [], ...found };
      });
  }

  function save(call: Call, id: WarningRuleId | null, revision: number, draft: RuleDraft): Result<null, 'NOT_FOUND' | 'CHANGED_MEANWHILE' | 'WITHHELD'> {
    if (!maySeeRule(call.session, draft.trigger)) return fail('WITHHELD');
    return call.write<null, 'NOT_FOUND' | 'CHANGED_MEANWHILE'>((db, note) => {
      const present = listRules(db).find((rule) => rule.id === id);
      if ((id !== null && present === undefined) || !hasAudience(db, draft)) return fail('NOT_FOUND');
      if (present !== undefined && present.revision !== revision) return fail('CHANGED_MEANWHILE');
      write(db, call.session.user.id, id ?? ids.create<'warningRule'>(), present, draft);
      note('warningRule', id ?? '', { kind: draft.trigger.kind, isOn: draft.isOn });
      return succeed(null);
    });
  }

  function write(db: Writable, by: UserId, id: WarningRuleId, present: RuleRow | undefined, draft: RuleDraft): void {
    const at = clock.now();
    const wasOn = present?.draft.isOn === true;
    const isSame = present !== undefined && JSON.stringify(present.draft.trigger) === JSON.stringify(draft.trigger);
    saveRule(db, { id, draft, onSince: wasOn && isSame ? present.onSince : at, revision: (present?.revision ?? 0) + 1, at, by });
    if (present === undefined || wasOn !== draft.isOn) addSwitch(db, id, draft.isOn, at, by);
  }

  /** Puts the shipped rules into a vault that never had any, under names in the person's language. */
  function addShipped(call: Call, names: Readonly<Record<string, string>>): Result<{ added: number }, never> {
    return call.write<{ added: number }, never>((db, note) => {
      let added = 0;
      if (!hasRules(db)) {
        for (const { key, ...rule } of shippedRules) {
          write(db, call.session.user.id, ids.create<'warningRule'>(), undefined, { ...rule, name: names[key] ?? key });
          added += 1;
        }
      }
      note('warningRule', 'shipped', { added });
      return succeed({ added });
    });
  }

  function remove(call: Call, id: WarningRuleId): Result<null, 'NOT_FOUND'> {
    return call.write<null, 'NOT_FOUND'>((db, note) => {
      if (removeRule(db, id, clock.now()) === 0) return fail('NOT_FOUND');
      note('warningRule', id, { removed: true });
      return succeed(null);
    });
  }

  /** What a rule would have warned of in the year before now. */
  function dryRun({ session, db }: Call, trigger: Trigger): Result<DryRun, 'WITHHELD'> {
    if (!maySeeRule(session, trigger)) return fail('WITHHELD');
    const until = clock.now();
    const found = occurrencesOf(session, trigger, { from: until - yearMs, until, onlyPresent: false }, parts);
    const months = Map.groupBy(found, ({ at }) => dayAt(at, clock.offsetMinutes(at)).slice(0, 7));
    return succeed({
      total: found.length,
      byMonth: [...months].map(([month, some]) => ({ month, count: some.length })).toSorted((one, other) => (one.month < other.month ? -1 : 1)),
      examples: found.slice(0, mostExamples).map(({ contractId, at }) => ({ contractId, contractTitle: contractId === null ? null : titleOf(db, contractId), at })),
      isPresentOnly: presentOnly.has(trigger.kind),
    });
  }

  /** Evaluates every rule that is on and that this person's keys reach. Gives how many warnings were given. */
  async function evaluate(session: Session): Promise<number> {
    let given = 0;
    for (const rule of listRules(session.whole)) {
      if (!rule.draft.isOn || !maySeeRule(session, rule.draft.trigger)) continue;
      given += await evaluateOne(session, rule);
      await pause();
    }
    return given;
  }

  /** What is new is written a few hundred at a time: a rule that half the book meets holds nobody up. */
  async function evaluateOne(session: Session, { id, draft, onSince, revision }: RuleRow): Promise<number> {
    const store = storeOf(draft.trigger);
    const now = clock.now();
    // Switched on by a clock that was ahead: it is on from now.
    if (onSince > now) session.derive((db) => setOnSince(db, id, now));
    const present = occurrencesOf(session, draft.trigger, { from: Math.min(onSince, now) - 1, until: now, onlyPresent: true }, parts);
    const known = knownKeys(session.whole, store, id);
    // A score may be reached again once it was not: who sees a part of the contracts can't tell.
    const over = draft.trigger.kind === 'score_reached' && !session.db.isLimited ? endedOf(known, present) : [];
    const found = present.filter(({ key }) => !known.has(key));
    if (over.length > 0) session.derive((db) => endOccurrences(db, store, id, over));
    for (let done = 0; done < found.length; done += atOnce) {
      if (done > 0) {
        await pause();
        // Somebody may have switched it off or changed it meanwhile: it is looked at again soon.
        if (revisionOf(session.whole, id) !== revision) return done;
      }
      session.derive((db) => {
        const recorded = found.slice(done, done + atOnce).flatMap((occurrence) => {
          const entityId = ids.create<'alert'>();
          return recordAlert(db, store, { id: entityId, ruleId: id, occurrence, at: clock.now() }) ? [{ entityId, contractId: occurrence.contractId }] : [];
        });
        if (draft.how !== 'list') parts.warn(session, db, store, recorded.map((one) => ({ ...one, addresseeId: addresseeOf(db, draft, one.contractId), title: draft.name })));
      });
    }
    return found.length;
  }

  function alerts({ session, db }: Call, choice: { readonly open: boolean; readonly limit: number }): readonly Alert[] {
    return stores(session)
      .flatMap((store) => listAlerts(db, store, choice))
      .filter(({ triggerKind }) => triggerKind !== 'score_reached' || session.holds('clauses'))
      .toSorted((one, other) => other.at - one.at)
      .slice(0, choice.limit);
  }

  function acknowledge(call: Call, id: AlertId): Result<null, 'NOT_FOUND'> {
    return change(call, id, (db, store) => {
      const by = call.session.user.id;
      if (!acknowledgeAlert(db, store, id, by, clock.now())) return false;
      parts.seen(db, store, id, by);
      return true;
    });
  }

  /** Somebody saw warnings among their reminders, or, with `at` null, takes that back. */
  function seenElsewhere(db: Writable, store: AlertStore, alertIds: readonly string[], by: UserId, at: number | null): void {
    for (const id of alertIds as readonly AlertId[]) {
      if (at === null) reopenAlert(db, store, id, by);
      else acknowledgeAlert(db, store, id, by, at);
    }
  }

  function judge(call: Call, id: AlertId, verdict: Alert['verdict']): Result<null, 'NOT_FOUND'> {
    return change(call, id, (db, store) => judgeAlert(db, store, id, verdict, call.session.user.id));
  }

  function change(call: Call, id: AlertId, work: (db: Writable, store: AlertStore) => boolean): Result<null, 'NOT_FOUND'> {
    return call.write<null, 'NOT_FOUND'>((db, note) => {
      if (!stores(call.session).some((store) => work(db, store))) return fail('NOT_FOUND');
      note('alert', id, {});
      return succeed(null);
    });
  }

  return { rules, save, addShipped, remove, dryRun, evaluate, alerts, acknowledge, seenElsewhere, judge };
}

/** Happenings that were warned of and are over; what carries the time of its warning was so before. */
function endedOf(known: ReadonlySet<string>, present: readonly Occurrence[]): readonly string[] {
  const still = new Set(present.map(({ key }) => key));
  return [...known].filter((key) => !still.has(key) && !key.includes(' '));
}

function addresseeOf(db: Writable, { audience }: RuleDraft, contractId: ContractId | null): UserId | null {
  switch (audience.kind) {
    case 'everybody':
      return null;
    case 'person':
      return audience.userId;
    case 'owner':
      return contractId === null ? null : ownerOf(db, contractId);
  }
}

/** A score follows from all compartments, a late payment from finance: who lacks a key has no part in it. */
export function maySeeRule(session: Session, trigger: Trigger): boolean {
  return !needsFinance(trigger) || (session.holds('finance') && (trigger.kind !== 'score_reached' || session.holds('clauses')));
}

function storeOf(trigger: Trigger): AlertStore {
  return needsFinance(trigger) ? 'finance' : 'core';
}

function stores(session: Session): readonly AlertStore[] {
  return session.holds('finance') ? ['core', 'finance'] : ['core'];
}
