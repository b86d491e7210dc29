import { keptRecordSchema, recordAmountFields, type KeptRecord, type KeptRecordOf } from '#shared/features/contracts/model.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import { sql } from '../../db/sql.ts';
import type { Call } from '../../ipc/handlers.ts';
import type { Clock } from '../../ports.ts';
import { findContract } from './queries.ts';

export type KeptRecords = ReturnType<typeof createKeptRecords>;

/**
 * Forms of records that were left unfinished, each person's own, exactly as typed. What was typed for money goes to the
 * finance compartment; without its key there is nothing to type.
 */
export function createKeptRecords({ clock }: { readonly clock: Clock }) {
  function keep(call: Call, of: KeptRecordOf, { revision, entries }: KeptRecord): Result<{ keptAt: number }, 'NOT_FOUND'> {
    const { session } = call;
    if (!isInReach(call, of)) return fail('NOT_FOUND');
    const [userId, subject, keptAt] = [session.user.id, subjectOf(of), clock.now()];
    const isMoney = (key: string) => recordAmountFields.includes(key);
    const part = (isWanted: (key: string) => boolean) => JSON.stringify(Object.fromEntries(Object.entries(entries).filter(([key]) => isWanted(key))));
    return call.write((db, note) => {
      db.run(sql`
        INSERT INTO kept_records (user_id, subject, revision, entries, kept_at)
        VALUES (${userId}, ${subject}, ${revision}, ${part((key) => !isMoney(key))}, ${keptAt})
        ON CONFLICT (user_id, subject) DO UPDATE SET revision = excluded.revision, entries = excluded.entries, kept_at = excluded.kept_at`);
      if (session.holds('finance')) {
        db.run(sql`
          INSERT INTO finance.kept_record_amounts (user_id, subject, entries) VALUES (${userId}, ${subject}, ${part(isMoney)})
          ON CONFLICT (user_id, subject) DO UPDATE SET entries = excluded.entries`);
      }
      note('form', subject);
      return succeed({ keptAt });
    });
  }

  /** The form that the person left unfinished, or null. */
  function kept(call: Call, of: KeptRecordOf): { readonly form: KeptRecord; readonly keptAt: number } | null {
    const { session, db } = call;
    if (!isInReach(call, of)) return null;
    const [userId, subject] = [session.user.id, subjectOf(of)];
    const row = db.get<{ revision: number | null; entries: string; kept_at: number }>(sql`
      SELECT revision, entries, kept_at FROM kept_records WHERE user_id = ${userId} AND subject = ${subject}`);
    if (row === undefined) return null;
    const amounts = session.holds('finance')
      ? db.get<{ entries: string }>(sql`SELECT entries FROM finance.kept_record_amounts WHERE user_id = ${userId} AND subject = ${subject}`)
      : undefined;
    const entries = { ...(JSON.parse(row.entries) as object), ...(JSON.parse(amounts?.entries ?? '{}') as object) };
    return { form: keptRecordSchema.parse({ revision: row.revision, entries }), keptAt: row.kept_at };
  }

  function discard({ session, write }: Call, of: KeptRecordOf): Result<null, never> {
    const [userId, subject] = [session.user.id, subjectOf(of)];
    return write((db, note) => {
      db.run(sql`DELETE FROM kept_records WHERE user_id = ${userId} AND subject = ${subject}`);
      if (session.holds('finance')) db.run(sql`DELETE FROM finance.kept_record_amounts WHERE user_id = ${userId} AND subject = ${subject}`);
      note('form', subject);
      return succeed(null);
    });
  }

  return { keep, kept, discard };
}

function isInReach({ db }: Call, of: KeptRecordOf): boolean {
  return !('contractId' in of) || findContract(db, of.contractId) !== undefined;
}

function subjectOf(of: KeptRecordOf): string {
  return 'contractId' in of ? of.contractId : `${of.kind} ${of.parentId ?? ''}`.trim();
}
