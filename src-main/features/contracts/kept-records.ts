import { keepingByDialog, keptDialogSchema, keptEntriesSchema, type KeptDialog, type KeptDialogOf, type KeptEntries, type KeptObstacle, type UnfinishedDialog } from '#shared/features/contracts/kept-dialogs.ts';
import { keptRecordSchema, recordAmountFields, type ContractId, type KeptRecord, type KeptRecordOf } from '#shared/features/contracts/model.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import { withPresentParties } from '../../db/merged-parties.ts';
import { sql } from '../../db/sql.ts';
import type { Call } from '../../ipc/handlers.ts';
import type { Clock } from '../../ports.ts';
import { findContract } from './queries.ts';

export type KeptRecords = ReturnType<typeof createKeptRecords>;

type KeptOf = KeptRecordOf | KeptDialogOf;
type Kept<Form> = { readonly form: Form; readonly keptAt: number } | null;

export interface KeptRecordParts {
  readonly clock: Clock;
  /** What hinders a person from going on with a form as things stand; null: nothing. */
  readonly obstacleTo: (call: Call, of: KeptDialogOf) => KeptObstacle | null;
}

/**
 * Forms of records and dialogs that were left unfinished, each person's own, exactly as typed. What was typed for money
 * goes to the finance compartment, what would go to the texts to theirs; without a key there is nothing of it to type.
 */
export function createKeptRecords({ clock, obstacleTo }: KeptRecordParts) {
  function keep(call: Call, of: KeptOf, { revision, entries }: KeptEntries): Result<{ keptAt: number }, 'NOT_FOUND'> {
    const { session } = call;
    if (!isInReach(call, of)) return fail('NOT_FOUND');
    const [userId, subject, keptAt] = [session.user.id, subjectOf(of), clock.now()];
    const part = (where: Place) => JSON.stringify(Object.fromEntries(Object.entries(entries).filter(([key]) => placeOf(of, key) === where)));
    return call.write((db, note) => {
      db.run(sql`
        INSERT INTO kept_records (user_id, subject, revision, entries, kept_at)
        VALUES (${userId}, ${subject}, ${revision}, ${part('core')}, ${keptAt})
        ON CONFLICT (user_id, subject) DO UPDATE SET revision = excluded.revision, entries = excluded.entries, kept_at = excluded.kept_at`);
      if (session.holds('clauses')) {
        db.run(sql`
          INSERT INTO clauses.kept_record_texts (user_id, subject, entries) VALUES (${userId}, ${subject}, ${part('clauses')})
          ON CONFLICT (user_id, subject) DO UPDATE SET entries = excluded.entries`);
      }
      if (session.holds('finance')) {
        db.run(sql`
          INSERT INTO finance.kept_record_amounts (user_id, subject, entries) VALUES (${userId}, ${subject}, ${part('finance')})
          ON CONFLICT (user_id, subject) DO UPDATE SET entries = excluded.entries`);
      }
      note('form', subject);
      return succeed({ keptAt });
    });
  }

  function read(call: Call, of: KeptOf): { readonly revision: number | null; readonly entries: object; readonly keptAt: number } | null {
    const { session, db } = call;
    if (!isInReach(call, of)) return null;
    const [userId, subject] = [session.user.id, subjectOf(of)];
    const row = db.get<{ revision: number | null; entries: string; kept_at: number }>(sql`
      SELECT revision, entries, kept_at FROM kept_records WHERE user_id = ${userId} AND subject = ${subject}`);
    if (row === undefined) return null;
    const texts = session.holds('clauses')
      ? db.get<{ entries: string }>(sql`SELECT entries FROM clauses.kept_record_texts WHERE user_id = ${userId} AND subject = ${subject}`)
      : undefined;
    const amounts = session.holds('finance')
      ? db.get<{ entries: string }>(sql`SELECT entries FROM finance.kept_record_amounts WHERE user_id = ${userId} AND subject = ${subject}`)
      : undefined;
    const parts = [withPresentParties(db, row.entries), texts?.entries ?? '{}', amounts?.entries ?? '{}'].map((part) => JSON.parse(part) as object);
    return { revision: row.revision, entries: Object.assign({}, ...parts) as object, keptAt: row.kept_at };
  }

  /** The form of a record that the person left unfinished, or null. */
  function kept(call: Call, of: KeptRecordOf): Kept<KeptRecord> {
    const found = read(call, of);
    return found === null ? null : { form: keptRecordSchema.parse({ revision: found.revision, entries: found.entries }), keptAt: found.keptAt };
  }

  /** The form of a dialog that the person left unfinished, or null. It stays theirs to read when they may fill it in no more. */
  function keptDialog(call: Call, of: KeptDialogOf): Kept<KeptEntries> {
    const found = read(call, of);
    return found === null ? null : { form: keptEntriesSchema.parse({ revision: found.revision, entries: found.entries }), keptAt: found.keptAt };
  }

  function keepDialog(call: Call, of: KeptDialogOf, form: KeptEntries): Result<{ keptAt: number }, 'NOT_FOUND'> {
    return mayFillIn(call, of.dialog) && mayKnowOf(call, of) ? keep(call, of, form) : fail('NOT_FOUND');
  }

  /** The dialogs that the person left unfinished on a contract, or on none, the latest first, each with what hinders it. */
  function unfinished(call: Call, contractId: ContractId | null): readonly UnfinishedDialog[] {
    const { session, db } = call;
    if (contractId !== null && findContract(db, contractId) === undefined) return [];
    const start = `${contractId ?? onNoContract} `;
    const rows = db.all<{ subject: string; kept_at: number }>(sql`
      SELECT subject, kept_at FROM kept_records
      WHERE user_id = ${session.user.id} AND substr(subject, 1, ${start.length}) = ${start} ORDER BY kept_at DESC`);
    return rows.flatMap(({ subject, kept_at: keptAt }) => {
      const [kind = '', ...rest] = subject.slice(start.length).split(' ');
      const dialog = keptDialogSchema.safeParse(kind);
      const about = rest.join(' ');
      return dialog.success ? [{ dialog: dialog.data, about, keptAt, obstacle: obstacleTo(call, { contractId, dialog: dialog.data, about }) }] : [];
    });
  }

  function discard({ session, write }: Call, of: KeptOf): Result<null, never> {
    const [userId, subject] = [session.user.id, subjectOf(of)];
    return write((db, note) => {
      db.run(sql`DELETE FROM kept_records WHERE user_id = ${userId} AND subject = ${subject}`);
      if (session.holds('clauses')) db.run(sql`DELETE FROM clauses.kept_record_texts WHERE user_id = ${userId} AND subject = ${subject}`);
      if (session.holds('finance')) db.run(sql`DELETE FROM finance.kept_record_amounts WHERE user_id = ${userId} AND subject = ${subject}`);
      note('form', subject);
      return succeed(null);
    });
  }

  return { keep, kept, discard, keepDialog, keptDialog, unfinished };
}

type Place = 'core' | 'clauses' | 'finance';

/** Stands where the contract of a form would. */
const onNoContract = 'house';

/** The compartment that what was typed in a field is kept in. */
function placeOf(of: KeptOf, key: string): Place {
  if (!('dialog' in of)) return recordAmountFields.includes(key) ? 'finance' : 'core';
  const { clauses = [], finance = [] } = keepingByDialog[of.dialog];
  if (finance.includes(key)) return 'finance';
  return clauses.includes(key) ? 'clauses' : 'core';
}

/** Whether somebody may fill in a form of this kind at all: they have the permission, and the key to what it is about. */
export function mayFillIn({ session }: Call, dialog: KeptDialog): boolean {
  const { access, key } = keepingByDialog[dialog];
  return session.permissions.has(access) && (key === undefined || session.holds(key));
}

/** Whether somebody may learn that the contract of a form is there; what anybody may fill in is on none. */
function mayKnowOf({ session }: Call, { contractId, dialog }: KeptDialogOf): boolean {
  return contractId === null || (session.permissions.has('contracts.read') && keepingByDialog[dialog].access !== 'vault.use');
}

function isInReach({ db }: Call, of: KeptOf): boolean {
  return !('contractId' in of) || of.contractId === null || findContract(db, of.contractId) !== undefined;
}

function subjectOf(of: KeptOf): string {
  if ('dialog' in of) return `${of.contractId ?? onNoContract} ${of.dialog} ${of.about}`.trim();
  return 'contractId' in of ? of.contractId : `${of.kind} ${of.parentId ?? ''}`.trim();
}
