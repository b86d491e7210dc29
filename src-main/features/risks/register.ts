import type { Risk, RiskDraft, RiskId } from '#shared/features/risks/model.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import { withheld } from '#shared/kernel/withheld.ts';
import type { Readable } from '../../db/connection.ts';
import type { Call } from '../../ipc/handlers.ts';
import type { Clock, Ids } from '../../ports.ts';
import type { Session } from '../../vault/session.ts';
import { findRisk, listNotes, listRisks, listSteps, namesExist, saveNotes, saveRisk, type RiskFilter, type RiskRow } from './queries.ts';

type SaveError = 'NOT_FOUND' | 'CHANGED_MEANWHILE' | 'WITHHELD' | 'NO_SUCH_MEMBER';

export interface RegisterParts {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly members: (call: Pick<Call, 'session' | 'db'>) => readonly { readonly id: UserId }[];
}

/** The risks that people see and what they do about them. */
export function createRegister({ clock, ids, members }: RegisterParts) {
  function list({ session, db }: Call, filter: RiskFilter): readonly Risk[] {
    return complete(session, db, listRisks(db, filter));
  }

  function save(call: Call, id: RiskId | null, revision: number, draft: RiskDraft): Result<Risk, SaveError> {
    const { session } = call;
    // What can't be read can't be replaced either.
    if (draft.notes !== undefined && !session.holds('clauses')) return fail('WITHHELD');
    return call.write<Risk, SaveError>((db, note) => {
      const present = id === null ? undefined : findRisk(db, id);
      if (id !== null && present === undefined) return fail('NOT_FOUND');
      if (present !== undefined && present.revision !== revision) return fail('CHANGED_MEANWHILE');
      if (!namesExist(db, draft)) return fail('NOT_FOUND');
      // Who left the vault stays named until somebody else is chosen.
      if (draft.ownerId !== null && draft.ownerId !== present?.ownerId && !members(call).some((member) => member.id === draft.ownerId)) return fail('NO_SUCH_MEMBER');
      const riskId = id ?? ids.create<'risk'>();
      const next = (present?.revision ?? 0) + 1;
      saveRisk(db, riskId, draft, { revision: next, at: clock.now(), by: session.user.id });
      if (draft.notes !== undefined) saveNotes(db, riskId, draft.notes);
      note('risk', riskId, { revision: next, likelihood: draft.likelihood, impact: draft.impact, state: draft.state });
      const saved = complete(session, db, [findRisk(db, riskId)].filter((row) => row !== undefined))[0];
      return saved === undefined ? fail('NOT_FOUND') : succeed(saved);
    });
  }

  return { list, save };
}

function complete(session: Session, db: Readable, rows: readonly RiskRow[]): readonly Risk[] {
  const ids = rows.map(({ id }) => id);
  const notes = session.holds('clauses') ? listNotes(db, ids) : null;
  const steps = Map.groupBy(listSteps(db, ids), ({ riskId }) => riskId);
  return rows.map((row) => ({
    ...row,
    notes: notes === null ? withheld : (notes.get(row.id) ?? ''),
    history: (steps.get(row.id) ?? []).map(({ at, byName, likelihood, impact, state, treatment }) => ({ at, byName, likelihood, impact, state, treatment })),
  }));
}
