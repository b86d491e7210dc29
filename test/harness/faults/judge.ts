import { createHash } from 'node:crypto';
import type { Readable } from '../../../src-main/db/connection.ts';
import { attachmentsHeld, readsBack } from '../../../src-main/attachments/read-back.ts';
import { isDamage } from '../../../src-main/files/file-errors.ts';
import { taskId, type TestWorld } from '../world.ts';

/** What an opened vault turned out to hold. */
export interface Found {
  /** Contracts that were told to be kept and are not there, with their text and their amount. */
  readonly lost: readonly string[];
  /** Rows of one compartment that another compartment knows nothing of, where each must have its other half. */
  readonly mismatches: number;
  readonly auditBreaks: number;
  /** Pages, files or the log are not what was written. */
  readonly isDamaged: boolean;
  /** Over every row that people entered: what two vaults with the same content share. */
  readonly digest: string;
}

const schemas = ['main', 'clauses', 'finance'] as const;
/** What opening a vault writes by itself, and indexes, which are made from the rest. */
const moving = /^(audit_|vault_settings|record_index|text_index|attachment_index|search_|reminder|alerts|contract_dates|contract_tallies|review_pending|review|training_|sqlite_)/;

/** Reads everything in the open vault and holds it against what was told. */
export async function look(world: TestWorld, told: readonly string[]): Promise<Found> {
  const session = world.core.vaults.session();
  if (session === null) throw new Error('no open vault');
  try {
    const digest = digestOf(session.db);
    const files = attachmentsHeld(session, 1_000);
    let readable = 0;
    for (const file of files) if (await readsBack(session, file)) readable += 1;
    const { breaks } = await world.must('audit.check', { taskId: taskId() });
    return { lost: told.filter((id) => !isWhole(session.db, id)), mismatches: mismatchesIn(session.db), auditBreaks: breaks.length, isDamaged: readable < files.length, digest };
  } catch (error) {
    if (!isDamage(error) && !String(error).includes('DAMAGED')) throw error;
    return { lost: [], mismatches: 0, auditBreaks: 0, isDamaged: true, digest: '' };
  }
}

function isWhole(db: Readable, contractId: string): boolean {
  const row = db.get<{ text: string | null; amounts: string | null; minor: number | null }>({
    text: `SELECT body AS text, amounts, minor FROM main.contract_versions AS version
      LEFT JOIN clauses.contract_texts AS held ON held.version_id = version.id
      LEFT JOIN clauses.contract_bodies ON digest = body_digest
      LEFT JOIN finance.contract_amounts AS priced ON priced.version_id = version.id
      LEFT JOIN finance.contract_totals AS total ON total.contract_id = version.contract_id
      WHERE version.contract_id = ?`,
    values: [contractId],
  });
  return row !== undefined && row.text !== null && row.amounts !== null && row.minor !== null;
}

function mismatchesIn(db: Readable): number {
  const halves = [
    'SELECT version_id FROM clauses.contract_texts WHERE version_id NOT IN (SELECT id FROM main.contract_versions)',
    'SELECT id FROM main.contract_versions WHERE id NOT IN (SELECT version_id FROM clauses.contract_texts)',
    'SELECT version_id FROM finance.contract_amounts WHERE version_id NOT IN (SELECT id FROM main.contract_versions)',
    'SELECT id FROM main.contract_versions WHERE id NOT IN (SELECT version_id FROM finance.contract_amounts)',
    'SELECT contract_id FROM finance.contract_totals WHERE contract_id NOT IN (SELECT id FROM main.contracts)',
    'SELECT attachment_id FROM clauses.attachment_shares WHERE attachment_id NOT IN (SELECT id FROM main.attachments)',
  ];
  return halves.reduce((sum, text) => sum + db.all({ text, values: [] }).length, 0);
}

function digestOf(db: Readable): string {
  const hash = createHash('sha256');
  for (const [table, digest] of tableDigests(db)) hash.update(`${table} ${digest}\n`);
  return hash.digest('hex');
}

/** A digest of each table that people's work lies in, by its schema and name, whatever the order of its rows. */
export function tableDigests(db: Readable): ReadonlyMap<string, string> {
  const digests = new Map<string, string>();
  for (const schema of schemas) {
    const tables = db.all<{ name: string }>({ text: `SELECT name FROM ${schema}.sqlite_schema WHERE type = 'table' ORDER BY name`, values: [] });
    for (const { name } of tables) {
      const rows = db.all<object>({ text: `SELECT * FROM ${schema}.${name}`, values: [] }).map((row) => JSON.stringify(row));
      // All of it is read, so that every page is checked; only what people entered is compared.
      if (!moving.test(name)) digests.set(`${schema}.${name}`, createHash('sha256').update(rows.sort().join('\n')).digest('hex'));
    }
  }
  return digests;
}
