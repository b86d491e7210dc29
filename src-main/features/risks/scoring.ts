import type { Contract, ContractId } from '#shared/features/contracts/model.ts';
import { defaultWeights, scoreWeightsSchema, type ContractScore, type ScoreWeights } from '#shared/features/risks/model.ts';
import { coreShares, limitsLiability, riskScore, valueShare, wordShares, type CounterpartyGrade, type ScoreFacts } from '#shared/features/risks/score.ts';
import type { Compartment } from '#shared/features/vault/compartments.ts';
import type { Day } from '#shared/kernel/day.ts';
import { hundredthsOf } from '#shared/kernel/money.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import { isWithheld, withheld } from '#shared/kernel/withheld.ts';
import { createLevel, follow, followPace, type Followed } from '../../audit/audit-follower.ts';
import type { Readable, Writable } from '../../db/connection.ts';
import { listed, sql } from '../../db/sql.ts';
import type { Call } from '../../ipc/handlers.ts';
import { dayOn, type Clock } from '../../ports.ts';
import type { Session } from '../../vault/session.ts';
import { readSetting, writeSetting } from '../../vault/vault-settings.ts';
import { dropShares, findAmounts, findFollow, listLive, listRenewing, listScored, listScoreRows, saveClausesShares, saveCoreShares, saveFinanceShares, saveFollow, type ScoredRow } from './share-queries.ts';

export interface ScoringParts {
  readonly clock: Clock;
  readonly readContract: (call: Call, id: ContractId) => Result<Contract, 'NOT_FOUND'>;
  /** Open findings of severity high and above; null without a text. */
  readonly countFindings: (call: Call, id: ContractId) => number | null;
  readonly textOf: (db: Readable, id: ContractId) => string | null;
  /** Whether the last day for notice of the running term is past. */
  readonly isNoticeMissed: (db: Readable, id: ContractId, today: Day) => boolean;
  readonly countOverdue: (db: Readable, id: ContractId, today: Day) => number;
  /** Contracts of which something fell due since a day and before another, or became overdue after it and by the other. */
  readonly contractsPast: (db: Readable, from: Day, before: Day) => readonly ContractId[];
  /** The worst grade among the contract's counterparties; null where none is known. */
  readonly gradeOf: (db: Readable, id: ContractId) => CounterpartyGrade | null;
}

const followName = 'scores';
/** Up to which day, and by which bands, the shares were made. */
const daysName = 'scoreDays';
const bandsName = 'scoreBands';
const beforeAll = '0000-01-01';
const compartments: readonly Compartment[] = ['core', 'clauses', 'finance'];

/** Scores of contracts: of one with its reasons, of all as a list that is kept in step in the background. */
export function createScoring(parts: ScoringParts) {
  const isLevel = createLevel();
  let lookedOn: { readonly session: Session; readonly day: Day } | null = null;

  function weights(db: Readable): ScoreWeights {
    const kept = readSetting(db, 'risk_weights');
    const parsed = kept === undefined ? null : scoreWeightsSchema.safeParse(JSON.parse(kept));
    return parsed?.success === true ? parsed.data : defaultWeights;
  }

  function saveWeights(call: Call, changed: ScoreWeights): Result<null, never> {
    return call.write<null, never>((db, note) => {
      writeSetting(db, 'risk_weights', JSON.stringify(changed));
      note('riskWeights', 'weights', {});
      return succeed(null);
    });
  }

  function ofContract(call: Call, id: ContractId): Result<ContractScore, 'NOT_FOUND'> {
    const facts = factsOf(call, id);
    return facts.ok ? succeed(riskScore(facts.value, weights(call.db))) : facts;
  }

  function list({ session, db }: Call, choice: { readonly limit: number; readonly from: number }): readonly ScoredRow[] {
    return listScored(db, weights(db), { clauses: session.holds('clauses'), finance: session.holds('finance') }, choice);
  }

  function factsOf(call: Call, id: ContractId): Result<ScoreFacts, 'NOT_FOUND'> {
    const read = parts.readContract(call, id);
    if (!read.ok) return read;
    const { amount } = read.value;
    const core = coreFacts(call.db, [id])[0];
    if (core === undefined) return fail('NOT_FOUND');
    const words = call.session.holds('clauses') ? wordFacts(call, id) : { graveFindings: withheld, hasLiabilityCap: withheld };
    return succeed({ ...core.facts, ...words, amountMinor: isWithheld(amount) ? withheld : amount === null ? null : hundredthsOf(amount.inclusive) });
  }

  /** What everybody who reads contracts knows of some of them. */
  function coreFacts(db: Readable, ids: readonly ContractId[]): readonly { readonly id: ContractId; readonly facts: Omit<ScoreFacts, 'amountMinor' | 'graveFindings' | 'hasLiabilityCap'> }[] {
    const today = dayOn(parts.clock);
    return listScoreRows(db, ids).map(({ id, renewsByItself, hasOwner, isForeignPaper }) => ({
      id,
      facts: {
        renewsByItself: renewsByItself === 1,
        hasOwner: hasOwner === 1,
        isForeignPaper: isForeignPaper === 1,
        noticeMissed: parts.isNoticeMissed(db, id, today),
        overdueObligations: parts.countOverdue(db, id, today),
        counterpartyGrade: parts.gradeOf(db, id),
      },
    }));
  }

  function wordFacts(call: Call, id: ContractId): Pick<ScoreFacts, 'graveFindings' | 'hasLiabilityCap'> {
    const text = parts.textOf(call.db, id);
    return { graveFindings: text === null ? null : parts.countFindings(call, id), hasLiabilityCap: text === null ? null : limitsLiability(text) };
  }

  /** Whether the list lags behind what was changed, or a new day began. */
  function isBehind(session: Session): boolean {
    return lookedOn?.session !== session || lookedOn.day !== dayOn(parts.clock) || !isLevel(session, () => held(session).map(followedIn));
  }

  async function catchUp(session: Session): Promise<number> {
    let changed = 0;
    if (session.holds('finance')) followBands(session);
    for (const compartment of held(session)) changed += await follow(session, followedIn(compartment));
    const today = dayOn(parts.clock);
    if (lookedOn?.session !== session || lookedOn.day !== today) changed += await lookAtDays(session, today);
    lookedOn = { session, day: today };
    return changed;
  }

  /** Shares of value follow from the bands: they are all made anew, whoever set others, once somebody is here who sees sums. */
  function followBands(session: Session): void {
    const bands = JSON.stringify(weights(session.whole).bandsMinor);
    if (findFollow(session.whole, 'finance', bandsName)?.scannedTo === bands) return;
    const auditSequence = findFollow(session.whole, 'finance', followName)?.auditSequence ?? 0;
    session.derive((db) => {
      saveFollow(db, 'finance', followName, { scannedTo: '', auditSequence });
      saveFollow(db, 'finance', bandsName, { scannedTo: bands, auditSequence });
    });
  }

  /**
   * Days that passed since anybody looked make things overdue and turn terms, without a change in the audit chain. A clock
   * that was ahead is right again: what it made overdue is looked at, too.
   */
  async function lookAtDays(session: Session, today: Day): Promise<number> {
    const looked = (findFollow(session.whole, 'core', daysName)?.scannedTo ?? beforeAll) as Day;
    if (looked === today) return 0;
    const [from, until] = looked < today ? [looked, today] : [today, looked];
    const ids = [...new Set([...parts.contractsPast(session.whole, from, until), ...listRenewing(session.whole)])];
    const pace = followPace();
    for (let done = 0; done < ids.length; await pace.rest()) {
      const some = ids.slice(done, done + pace.size);
      pace.take(() => apply(session, 'core', some, () => undefined));
      done += some.length;
    }
    session.derive((db) => saveFollow(db, 'core', daysName, { scannedTo: today, auditSequence: 0 }));
    return ids.length;
  }

  function followedIn(compartment: Compartment): Followed {
    return {
      find: (db) => findFollow(db, compartment, followName),
      save: (db, state) => saveFollow(db, compartment, followName, state),
      affected: (db, kind, ids) => (kind === 'contract' ? ids : kind === 'party' ? contractsOfParties(db, ids) : []),
      subjectsAfter: listLive,
      apply: (session, ids, save) => apply(session, compartment, ids as readonly ContractId[], save),
    };
  }

  function apply(session: Session, compartment: Compartment, ids: readonly ContractId[], save: Parameters<Followed['apply']>[2]): number {
    const write = writerOf(session, compartment, ids);
    session.derive((db) => {
      dropShares(db, compartment, ids);
      write(db);
      save(db);
    });
    return ids.length;
  }

  /** Works out the shares that lie in a compartment; what it gives writes them. */
  function writerOf(session: Session, compartment: Compartment, ids: readonly ContractId[]): (db: Writable) => void {
    const call = readingCall(session);
    const live = ids.length === 0 ? [] : coreFacts(session.whole, ids);
    switch (compartment) {
      case 'core':
        return (db) => live.forEach(({ id, facts }) => saveCoreShares(db, id, coreShares(facts)));
      case 'clauses': {
        const shares = live.map(({ id }) => ({ id, shares: wordShares(wordFacts(call, id)) }));
        return (db) => shares.forEach((one) => saveClausesShares(db, one.id, one.shares));
      }
      case 'finance': {
        const { bandsMinor } = weights(session.whole);
        const amounts = findAmounts(session.whole, live.map(({ id }) => id));
        return (db) => live.forEach(({ id }) => saveFinanceShares(db, id, { value: valueShare(amounts.get(id) ?? null, bandsMinor).share }));
      }
    }
  }

  const held = (session: Session): readonly Compartment[] => compartments.filter((compartment) => session.holds(compartment));
  return { weights, saveWeights, ofContract, list, isBehind, catchUp };
}

/** A call that reads on behalf of the background. */
function readingCall(session: Session): Call {
  return {
    session,
    db: session.whole,
    write: () => {
      throw new Error('a score is read, not written');
    },
  };
}

function contractsOfParties(db: Readable, partyIds: readonly string[]): readonly string[] {
  return db
    .all<{ id: string }>(sql`SELECT DISTINCT contract_id AS id FROM contract_parties WHERE party_id IN ${listed(partyIds)}`)
    .map(({ id }) => id);
}
