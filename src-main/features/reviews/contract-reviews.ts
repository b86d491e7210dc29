import type { InputOf, OutputOf } from '#shared/ipc/registry.ts';
import { checkFindingMove, isOpen } from '#shared/features/reviews/rules.ts';
import type { Kpi, KpiHistory, ReviewFinding } from '#shared/features/reviews/model.ts';
import type { ContractId } from '#shared/features/contracts/model.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import { assert } from '#shared/kernel/assert.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import { isWithheld, withheld } from '#shared/kernel/withheld.ts';
import type { Call } from '../../ipc/handlers.ts';
import type { Clock, Ids } from '../../ports.ts';
import { listKpis, replaceKpis } from './content-queries.ts';
import { changeFinding, findFinding, findingsOfContract, findingsShown } from './finding-queries.ts';
import type { createLawRegister } from './law-register.ts';
import { findReviewed, linesOfContract } from './queries.ts';
import type { Scheduling } from './scheduling.ts';

export interface ContractReviewParts {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly scheduling: Scheduling;
  readonly laws: Pick<ReturnType<typeof createLawRegister>, 'repealedIn'>;
  readonly members: (call: Pick<Call, 'session' | 'db'>) => readonly { readonly id: UserId }[];
}

type ChangeError = 'NOT_FOUND' | 'CHANGED_MEANWHILE' | 'NO_SUCH_MOVE' | 'REASON_MISSING' | 'NO_SUCH_MEMBER';

/** What reviews say of one contract, what is measured of it, and what is done about the findings. */
export function createContractReviews({ clock, ids, scheduling, laws, members }: ContractReviewParts) {
  function ofContract(call: Call, contractId: ContractId): Result<OutputOf<'reviews.ofContract'>, 'NOT_FOUND'> {
    const { session, db } = call;
    if (findReviewed(db, contractId) === undefined) return fail('NOT_FOUND');
    scheduling.catchUp(session);
    const inClauses = session.holds('clauses');
    return succeed({
      reviews: linesOfContract(db, contractId),
      findings: findingsOfContract(db, inClauses, contractId),
      kpis: inClauses ? listKpis(db, contractId) : withheld,
      repealedLaws: inClauses ? laws.repealedIn(db, contractId) : withheld,
    });
  }

  function saveKpis(call: Call, { contractId, known, kpis }: InputOf<'reviews.saveKpis'>): Result<readonly KpiHistory[], 'NOT_FOUND' | 'CHANGED_MEANWHILE'> {
    return call.write<readonly KpiHistory[], 'NOT_FOUND' | 'CHANGED_MEANWHILE'>((db, note) => {
      if (findReviewed(db, contractId) === undefined) return fail('NOT_FOUND');
      if (asText(listKpis(db, contractId)) !== asText(known)) return fail('CHANGED_MEANWHILE');
      replaceKpis(db, contractId, kpis.map((kpi) => ({ ...kpi, id: kpi.id ?? ids.create<'kpi'>() })), clock.now());
      note('contract', contractId, { kpis: kpis.length });
      return succeed(listKpis(db, contractId));
    });
  }

  function findings({ session, db }: Call, { show, mine }: InputOf<'reviews.findings'>): OutputOf<'reviews.findings'> {
    return findingsShown(db, session.holds('clauses'), show, mine ? session.user.id : null);
  }

  function change(call: Call, input: InputOf<'reviews.changeFinding'>): Result<ReviewFinding, ChangeError> {
    const { id, state, ownerId, dueOn } = input;
    return call.write<ReviewFinding, ChangeError>((db, note) => {
      const finding = findFinding(db, true, id);
      if (finding === undefined) return fail('NOT_FOUND');
      if (finding.revision !== input.revision) return fail('CHANGED_MEANWHILE');
      // Who left the vault stays named until somebody else is chosen.
      if (ownerId !== finding.ownerId && !members(call).some((member) => member.id === ownerId)) return fail('NO_SUCH_MEMBER');
      const resolution = input.resolution === '' && !isWithheld(finding.resolution) ? finding.resolution : input.resolution;
      const moved = checkFindingMove(finding.state, state, resolution);
      if (!moved.ok) return moved;
      changeFinding(db, id, { state, ownerId, dueOn, resolution, closedAt: isOpen(state) ? null : (finding.closedAt ?? clock.now()) });
      note('review-finding', id, { from: finding.state, to: state });
      const changed = findFinding(db, true, id);
      assert(changed !== undefined, 'a finding vanished within a transaction');
      return succeed(changed);
    });
  }

  return { ofContract, saveKpis, findings, change };
}

/** The same text for the same KPIs, whatever was measured of them. */
function asText(kpis: readonly Kpi[]): string {
  return JSON.stringify(kpis.map(({ id, name, unit, target, direction }) => [id, name, unit, target, direction]));
}
