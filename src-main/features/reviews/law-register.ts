import type { InputOf, OutputOf } from '#shared/ipc/registry.ts';
import { citesLaw, isRepealed } from '#shared/features/laws/citations.ts';
import type { Law } from '#shared/features/laws/model.ts';
import { shippedLaws } from '#shared/features/laws/shipped-laws.ts';
import type { ContractId } from '#shared/features/contracts/model.ts';
import { matchExpression } from '#shared/features/contracts/search-text.ts';
import type { StoredLaw } from '#shared/features/reviews/ipc.ts';
import { addDays } from '#shared/kernel/day.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import type { Readable, Writable } from '../../db/connection.ts';
import type { Call } from '../../ipc/handlers.ts';
import { dayOn, type Clock, type Ids } from '../../ports.ts';
import { countUnread, textOf, textsHolding } from './content-queries.ts';
import { findReviewed, insertReview, listUnderReview, openReviewsOf, type ReviewedContract } from './queries.ts';
import { deleteLaw, listOwnLaws, saveLaw } from './register-queries.ts';
import { isUnderReview } from './scheduling.ts';

export interface LawRegisterParts {
  readonly clock: Clock;
  readonly ids: Ids;
  /** The version of the checker's rules as they stand in the vault. */
  readonly ruleSetVersion: (call: Pick<Call, 'db'>) => string;
}

const mostShown = 200;
const mostRead = 5000;
const lawDays = 30;

/** The laws that contracts cite, which of them hold, and the reviews that a change of the law or of the rules asks for. */
export function createLawRegister({ clock, ids, ruleSetVersion }: LawRegisterParts) {
  function list(db: Readable): readonly StoredLaw[] {
    const own = listOwnLaws(db);
    const shipped = shippedLaws.map((law): StoredLaw => {
      const changed = own.find(({ id }) => id === law.id);
      return { ...(changed ?? law), isShipped: true, isChanged: changed !== undefined };
    });
    return [...shipped, ...own.filter(({ id }) => !shippedLaws.some((law) => law.id === id)).map((law) => ({ ...law, isShipped: false, isChanged: false }))];
  }

  function save(call: Call, { law }: InputOf<'reviews.saveLaw'>): Result<StoredLaw, 'NOT_FOUND' | 'END_BEFORE_START'> {
    if (law.inForceOn !== null && law.repealedOn !== null && law.repealedOn < law.inForceOn) return fail('END_BEFORE_START');
    return call.write<StoredLaw, 'NOT_FOUND'>((db, note) => {
      if (law.id !== null && !list(db).some(({ id }) => id === law.id)) return fail('NOT_FOUND');
      const id = law.id ?? ids.create<'law'>();
      saveLaw(db, { ...law, id }, clock.now(), call.session.user.id);
      note('law', id, { repealed: law.repealedOn !== null });
      const saved = list(db).find((one) => one.id === id);
      return saved === undefined ? fail('NOT_FOUND') : succeed(saved);
    });
  }

  function remove(call: Call, id: string): Result<null, 'NOT_FOUND'> {
    return call.write<null, 'NOT_FOUND'>((db, note) => {
      if (deleteLaw(db, id) === 0) return fail('NOT_FOUND');
      note('law', id, { removed: true });
      return succeed(null);
    });
  }

  function citing({ db }: Call, lawId: string): Result<OutputOf<'reviews.citing'>, 'NOT_FOUND'> {
    const law = list(db).find(({ id }) => id === lawId);
    if (law === undefined) return fail('NOT_FOUND');
    const contracts = contractsCiting(db, law);
    return succeed({ contracts: contracts.slice(0, mostShown), hasMore: contracts.length > mostShown, notRead: countUnread(db) });
  }

  function planForLaw(call: Call, lawId: string): Result<{ planned: number }, 'NOT_FOUND' | 'LAW_IN_FORCE'> {
    const law = list(call.db).find(({ id }) => id === lawId);
    if (law === undefined) return fail('NOT_FOUND');
    if (!isRepealed(law, dayOn(clock))) return fail('LAW_IN_FORCE');
    return call.write((db, note) => {
      const planned = planCiting(db, law);
      note('law', lawId, { planned });
      return succeed({ planned });
    });
  }

  function planForRules(call: Call, scope: 'monthly' | 'all'): Result<{ planned: number }, never> {
    const version = ruleSetVersion(call);
    return call.write<{ planned: number }, never>((db, note) => {
      const planned = planUnderRules(db, version, scope);
      note('rules', version, { planned });
      return succeed({ planned });
    });
  }

  /** Plans a review of every contract in force that cites a law, in a transaction that runs; once for each end of the law. */
  function planCiting(db: Writable, law: Law): number {
    const dueOn = addDays(dayOn(clock), lawDays);
    return contractsCiting(db, law).reduce((sum, { id }) => {
      const contract = reviewedFor(db, id);
      if (contract === undefined) return sum;
      const { id: contractId, ownerId: reviewerId } = contract;
      return sum + insertReview(db, { id: ids.create<'review'>(), contractId, reason: 'law', triggerKey: `law:${law.id}:${law.repealedOn ?? ''}`, cadence: null, anchorOn: null, dueOn, reviewerId });
    }, 0);
  }

  /** Plans reviews for a version of the rules; a contract that waits for such a review already gets no second one. */
  function planUnderRules(db: Writable, version: string, scope: 'monthly' | 'all'): number {
    const dueOn = addDays(dayOn(clock), lawDays);
    return listUnderReview(db, scope).reduce((sum, { contractId, reviewerId }) => {
      if (openReviewsOf(db, contractId).some(({ reason }) => reason === 'rules')) return sum;
      return sum + insertReview(db, { id: ids.create<'review'>(), contractId, reason: 'rules', triggerKey: `rules:${version}`, cadence: null, anchorOn: null, dueOn, reviewerId });
    }, 0);
  }

  /** The laws that are none any more and that a contract's text cites; needs the clauses compartment. */
  function repealedIn(db: Readable, contractId: ContractId): readonly StoredLaw[] {
    const text = textOf(db, contractId);
    if (text === undefined) return [];
    const today = dayOn(clock);
    return list(db).filter((law) => isRepealed(law, today) && citesLaw(text, law));
  }

  return { list, save, remove, citing, planForLaw, planForRules, planCiting, planUnderRules, repealedIn };
}

/** The contract in whose review another is looked at: an amendment as a part of what it amends; undefined where it is in none. */
function reviewedFor(db: Readable, id: ContractId): ReviewedContract | undefined {
  const contract = findReviewed(db, id);
  const reviewed = contract?.recordKind === 'amendment' && contract.parentId !== null ? findReviewed(db, contract.parentId) : contract;
  return reviewed !== undefined && isUnderReview(reviewed) ? reviewed : undefined;
}

/** The contracts in force that cite a law: the index finds the name, the law's own pattern decides. */
function contractsCiting(db: Readable, law: Law): readonly { readonly id: ContractId; readonly number: string; readonly title: string }[] {
  const found = new Map<ContractId, { readonly id: ContractId; readonly number: string; readonly title: string }>();
  for (const name of law.citedAs) {
    const expression = matchExpression([name]);
    if (expression === null) continue;
    for (const { id, number, title, text } of textsHolding(db, expression, mostRead)) if (citesLaw(text, law)) found.set(id, { id, number, title });
  }
  return [...found.values()].toSorted((one, other) => one.number.localeCompare(other.number));
}
