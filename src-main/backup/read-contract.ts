import type { KeyPair } from '../crypto/sealing.ts';
import { Secret } from '../crypto/secret.ts';
import { numberOrder } from '../db/number-order.ts';
import { sql } from '../db/sql.ts';
import { contractTables, rowsOf, type Row, type RowsByTable } from './contract-tables.ts';
import { isManifestAuthentic, readManifest } from './manifest.ts';
import { openRestored, type Rehearsal } from './rehearse-restore.ts';
import { restoreFiles } from './restore-files.ts';

export interface RowsOrder extends Rehearsal {
  /** Null: only the list of contracts is wanted. */
  readonly contractId: string | null;
}

export interface ListedContract {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly stage: string;
  readonly updatedAt: number;
}

export type BackedUpRows =
  | { readonly kind: 'refused'; readonly code: 'BACKUP_DAMAGED' | 'NOT_YOUR_BACKUP' | 'NOT_FOUND' }
  | { readonly kind: 'list'; readonly contracts: readonly ListedContract[] }
  | { readonly kind: 'rows'; readonly rows: RowsByTable; readonly parties: readonly Row[]; readonly accounts: readonly Row[] };

/**
 * Reads a contract out of a backup: its databases, held against their hashes, are opened in a folder of their own. Stored
 * files are left where they are.
 */
export function readBackedUp({ folder, userId, pair, nativeBinding, place, contractId }: RowsOrder): BackedUpRows {
  const own: KeyPair = { publicKey: Buffer.from(pair.publicKey), privateKey: new Secret(pair.privateKey) };
  try {
    const manifest = readManifest(folder);
    if (manifest === null) return { kind: 'refused', code: 'BACKUP_DAMAGED' };
    const databases = { ...manifest, files: manifest.files.filter(({ name }) => !name.startsWith('attachments/')) };
    if (restoreFiles(folder, databases, place).length > 0) return { kind: 'refused', code: 'BACKUP_DAMAGED' };
    const session = openRestored(place, userId, own, nativeBinding);
    if (session === 'not theirs') return { kind: 'refused', code: 'NOT_YOUR_BACKUP' };
    if (session === null) return { kind: 'refused', code: 'BACKUP_DAMAGED' };
    try {
      if (!isManifestAuthentic(manifest, session.ring.header)) return { kind: 'refused', code: 'BACKUP_DAMAGED' };
      if (!session.holds('clauses') || !session.holds('finance')) return { kind: 'refused', code: 'NOT_YOUR_BACKUP' };
      const { whole: db } = session;
      if (contractId === null) {
        return { kind: 'list', contracts: db.all<ListedContract>(sql`SELECT id, number, title, stage, updated_at AS updatedAt FROM main.contracts ORDER BY ${numberOrder(sql`number`)}, id`) };
      }
      const rows = Object.fromEntries(contractTables.map((table) => [`${table.schema}.${table.name}`, db.all<Row>(rowsOf(table, contractId))]));
      if (rows['main.contracts']?.length !== 1) return { kind: 'refused', code: 'NOT_FOUND' };
      const of = 'SELECT party_id FROM main.contract_parties WHERE contract_id = ?';
      return {
        kind: 'rows',
        rows,
        parties: db.all<Row>({ text: `SELECT * FROM main.parties WHERE id IN (${of})`, values: [contractId] }),
        accounts: db.all<Row>({ text: `SELECT * FROM finance.party_accounts WHERE party_id IN (${of})`, values: [contractId] }),
      };
    } finally {
      session.close();
    }
  } finally {
    own.privateKey.wipe();
  }
}
