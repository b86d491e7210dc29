import { copyFileSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { contractParts, type ComparedContract, type ContractPart, type PartDifference, type RestorationId } from '#shared/features/backups/selective.ts';
import { isEditable } from '#shared/features/contracts/lifecycle.ts';
import type { ContractId } from '#shared/features/contracts/model.ts';
import type { Stage } from '#shared/features/contracts/stage.ts';
import type { PartyId } from '#shared/features/parties/model.ts';
import type { ContractType } from '#shared/features/templates/model.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import type { OutputOf } from '#shared/ipc/registry.ts';
import type { Day } from '#shared/kernel/day.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import { contentOf, contractTables, parseRow, rowText, type ContractTable, type Row, type RowsByTable } from '../../backup/contract-tables.ts';
import type { FoundBackup } from '../../backup/manifest.ts';
import type { BackedUpRows } from '../../backup/read-contract.ts';
import { systemErrorCode } from '../../files/file-errors.ts';
import { hashFile } from '../../files/hash-file.ts';
import type { Readable, Writable } from '../../db/connection.ts';
import { presentParty } from '../../db/merged-parties.ts';
import { renewPartyKey } from '../../db/name-keys.ts';
import type { Call } from '../../ipc/handlers.ts';
import { dayOn, type Clock, type Ids } from '../../ports.ts';
import type { RecordChange, Session } from '../../vault/session.ts';
import * as queries from './restoration-queries.ts';

export interface SelectiveParts {
  readonly clock: Clock;
  readonly ids: Ids;
  /** An earlier version of a contract's text once more, as the newest; nested in the transaction that runs. */
  readonly restoreVersion: (call: Call, target: { readonly contractId: ContractId; readonly revision: number }, versionNumber: number) => Result<number, 'NOT_FOUND' | 'CHANGED_MEANWHILE' | 'SIGNED_IS_FIXED'>;
  readonly takeNumber: (db: Writable, type: ContractType, day: Day) => string;
  /** Takes a contract back to review on whose content, as it was until now, others have decided. */
  readonly contentChanged: (db: Writable, note: RecordChange, id: ContractId, by: UserId) => void;
}

export type FoundRows = Extract<BackedUpRows, { kind: 'rows' }>;
type RestoreError = 'SIGNED_IS_FIXED' | 'DAMAGED_FILE' | 'NOTHING_TO_RESTORE' | 'NOT_FOUND';

interface Change {
  readonly table: ContractTable;
  readonly row: Row;
  /** Null: it is not here any more. */
  readonly present: Row | null;
}

const mostNames = 20;
const userColumns: readonly string[] = ['owner_id', 'created_by', 'by_id', 'added_by', 'by', 'measured_by'];

/** One contract out of a backup: compared part by part, brought back in part or as a copy, and taken back again. */
export function createSelective({ clock, ids, restoreVersion, takeNumber, contentChanged }: SelectiveParts) {
  function compare(call: Pick<Call, 'db'>, found: FoundRows): ComparedContract {
    const contract = contractOf(found.rows);
    const here = queries.contractStands(call.db, contract.id);
    const count = (name: string) => found.rows[name]?.length ?? 0;
    return {
      ...contract,
      ...{ obligations: count('main.obligations'), payments: count('main.payment_dues') },
      files: (found.rows['clauses.contract_attachments'] ?? []).filter((row) => row['removed_at'] === null).length,
      differences: here === undefined ? null : contractParts.map((part) => differenceOf(call.db, found, part, here)),
    };
  }

  function differenceOf(db: Readable, found: FoundRows, part: ContractPart, here: NonNullable<ReturnType<typeof queries.contractStands>>): PartDifference {
    const isFixed = (part === 'record' || part === 'text') && !isEditable(here.stage as Stage);
    if (part === 'text') return { part, missing: 0, changed: hasOtherText(db, found) ? 1 : 0, names: [], isFixed };
    const changes = changesOf(db, found.rows, [part]);
    const names = [...new Set(changes.flatMap(({ table, row }) => (table.shown === undefined ? [] : [String(row[table.shown] ?? '')])))].filter((name) => name !== '');
    return { part, missing: changes.filter(({ present }) => present === null).length, changed: changes.filter(({ present }) => present !== null).length, names: names.slice(0, mostNames), isFixed };
  }

  /** Brings parts back into the contract that is here, in one transaction. */
  function restoreParts(call: Call, backup: FoundBackup, found: FoundRows, parts: readonly ContractPart[]): Result<OutputOf<'backups.restoreContract'>, RestoreError> {
    const contract = contractOf(found.rows);
    return undoingFiles((placed) =>
      call.write<OutputOf<'backups.restoreContract'>, RestoreError>((db, note) => {
        const here = queries.contractStands(db, contract.id);
        if (here === undefined) return fail('NOT_FOUND');
        if ((parts.includes('record') || parts.includes('text')) && !isEditable(here.stage as Stage)) return fail('SIGNED_IS_FIXED');
        const changes = changesOf(db, found.rows, parts);
        const bringsText = parts.includes('text') && hasOtherText(db, found);
        if (changes.length === 0 && !bringsText) return fail('NOTHING_TO_RESTORE');
        const id = begin(db, call, { contractId: contract.id, backup, kind: 'parts', parts });
        const written = write(call.session, db, id, changes, backup, placed);
        if (!written.ok) return written;
        if (changes.some(({ table, row, present }) => isOfContent(nameOf(table), present, row))) contentChanged(db, note, contract.id, call.session.user.id);
        queries.touchContract(db, contract.id, clock.now());
        note('contract', contract.id, { restoration: id, backup: backup.manifest.id, parts: parts.join(' '), rows: changes.length });
        if (bringsText) {
          const revision = queries.contractStands(db, contract.id)?.revision ?? 0;
          const restored = restoreVersion(call, { contractId: contract.id, revision }, contract.versionNumber);
          if (!restored.ok) return restored.error.code === 'SIGNED_IS_FIXED' ? fail('SIGNED_IS_FIXED') : fail('NOT_FOUND');
        }
        return succeed({ contractId: contract.id, restorationId: id, rows: changes.length });
      }),
    );
  }

  /** All of the contract once more under a number of its own, or under its old one where that is free. */
  function restoreCopy(call: Call, backup: FoundBackup, found: FoundRows): Result<OutputOf<'backups.restoreContract'>, RestoreError> {
    return undoingFiles((placed) =>
      call.write<OutputOf<'backups.restoreContract'>, RestoreError>((db, note) => {
        const original = contractOf(found.rows);
        const contractType = String(found.rows['main.contracts']?.[0]?.['contract_type']) as ContractType;
        const number = queries.isNumberTaken(db, original.number) ? takeNumber(db, contractType, dayOn(clock)) : original.number;
        const fresh = freshIds(found.rows, ids);
        addParties(db, found);
        const users = queries.listUserIds(db);
        const changes = contractTables.flatMap((table): readonly Change[] =>
          (found.rows[nameOf(table)] ?? []).map((row) => ({ table, present: null, row: fitted(copied(table, row, fresh, number, db), users, call.session.user.id) })),
        );
        const contractId = fresh.get(original.id) as ContractId;
        const id = begin(db, call, { contractId, backup, kind: 'copy', parts: contractParts });
        const written = write(call.session, db, id, changes, backup, placed);
        if (!written.ok) return written;
        queries.touchContract(db, contractId, clock.now());
        note('contract', contractId, { restoration: id, backup: backup.manifest.id, copyOf: original.id, rows: changes.length });
        return succeed({ contractId, restorationId: id, rows: changes.length });
      }),
    );
  }

  function undo(call: Call, id: RestorationId): Result<null, 'NOT_FOUND' | 'CHANGED_MEANWHILE'> {
    try {
      return takeBack(call, id);
    } catch (error) {
      // Something was added since that hangs on what would go.
      if (systemErrorCode(error)?.startsWith('SQLITE_CONSTRAINT') === true) return fail('CHANGED_MEANWHILE');
      throw error;
    }
  }

  function takeBack(call: Call, id: RestorationId): Result<null, 'NOT_FOUND' | 'CHANGED_MEANWHILE'> {
    return call.write<null, 'NOT_FOUND' | 'CHANGED_MEANWHILE'>((db, note) => {
      const restoration = queries.findRestoration(db, id);
      if (restoration === undefined || restoration.undoneAt !== null) return fail('NOT_FOUND');
      const rows = queries.listRestoredRows(db, id);
      const here = queries.contractStands(db, restoration.contractId);
      const isCopy = rows.some(({ tableName, before }) => tableName === 'main.contracts' && before === null);
      if (!isCopy && here !== undefined && rows.some(({ tableName }) => isOfRecord(tableName)) && !isEditable(here.stage as Stage)) return fail('CHANGED_MEANWHILE');
      for (const { tableName, before, after } of rows) {
        const table = contractTables.find((one) => nameOf(one) === tableName);
        const wrote = parseRow(after);
        const present = table === undefined ? undefined : queries.findRow(db, table, wrote);
        if (table === undefined || present === undefined || !saysTheSame(table, present, wrote)) return fail('CHANGED_MEANWHILE');
        if (before === null) queries.deleteRow(db, table, wrote);
        else queries.updateRow(db, table, parseRow(before));
      }
      const changesContent = rows.some(({ tableName, before, after }) => isOfContent(tableName, before === null ? null : parseRow(before), parseRow(after)));
      if (!isCopy && changesContent) contentChanged(db, note, restoration.contractId, call.session.user.id);
      if (queries.contractStands(db, restoration.contractId) !== undefined) queries.touchContract(db, restoration.contractId, clock.now());
      queries.setUndone(db, id, clock.now());
      note('contract', restoration.contractId, { restoration: id, undone: true });
      return succeed(null);
    });
  }

  function begin(db: Writable, call: Call, { contractId, backup, kind, parts }: { readonly contractId: string; readonly backup: FoundBackup; readonly kind: 'copy' | 'parts'; readonly parts: readonly ContractPart[] }): RestorationId {
    const id = ids.create<'restoration'>();
    queries.insertRestoration(db, { id, contractId, takenAt: backup.manifest.takenAt, kind, parts, at: clock.now(), by: call.session.user.id });
    return id;
  }

  return { compare, restoreParts, restoreCopy, undo };
}

/** What a signed contract keeps, and what others decide on before: its sum, and of its row these columns. */
const decidedColumns = ['title', 'contract_type', 'direction'];

function isOfRecord(tableName: string): boolean {
  return contractTables.some((table) => nameOf(table) === tableName && table.part === 'record');
}

function isOfContent(tableName: string, one: Row | null, other: Row): boolean {
  if (tableName === 'finance.contract_totals') return true;
  return tableName === 'main.contracts' && decidedColumns.some((column) => one?.[column] !== other[column]);
}

/** Writes rows, keeps what they were, and puts stored files beside them. */
function write(session: Session, db: Writable, id: RestorationId, changes: readonly Change[], backup: FoundBackup, placed: string[]): Result<null, 'DAMAGED_FILE'> {
  // The same bytes may lie here under another id.
  const idByStored = new Map<string, string>();
  let position = 0;
  for (const { table, row: wanted, present } of changes) {
    const row = withStoredIds(table, wanted, idByStored);
    if (nameOf(table) === 'main.attachments') {
      const storedName = String(row['stored_name']);
      const known = queries.findStored(db, storedName);
      if (known !== undefined) {
        idByStored.set(String(row['id']), known);
        continue;
      }
      if (!placeFile(session, backup, String(row['file_name'] ?? storedName), placed)) return fail('DAMAGED_FILE');
    }
    // A wording or a share of a file that is here already is the same: it is named by what it says.
    if (present === null && queries.findRow(db, table, row) !== undefined) continue;
    const content = contentOf(table, row);
    const inserted = nameOf(table) === 'clauses.contract_attachments' ? content : row;
    if (present === null) queries.insertRow(db, table, inserted);
    else queries.updateRow(db, table, content);
    const touched = present === null ? inserted : content;
    const before = present === null ? null : rowText(Object.fromEntries(Object.keys(content).map((column) => [column, present[column] ?? null])));
    queries.insertRestoredRow(db, id, table, { position, tableName: nameOf(table), before, after: rowText(touched) });
    position += 1;
  }
  return succeed(null);
}

function withStoredIds({ schema, name }: ContractTable, row: Row, idByStored: ReadonlyMap<string, string>): Row {
  if (`${schema}.${name}` === 'main.attachments') return row;
  const known = idByStored.get(String(row['attachment_id']));
  return known === undefined ? row : { ...row, attachment_id: known };
}

function placeFile(session: Session, { folder, manifest }: FoundBackup, fileName: string, placed: string[]): boolean {
  const expected = manifest.files.find(({ name }) => name === `attachments/${fileName}`);
  const [from, to] = [join(folder, 'attachments', fileName), join(session.folder, 'attachments', fileName)];
  if (existsSync(to)) return true;
  if (expected === undefined || !existsSync(from)) return false;
  placed.push(to);
  copyFileSync(from, to);
  const written = hashFile(to);
  return written.bytes === expected.bytes && written.sha256 === expected.sha256;
}

/** Files that were put in place go again when the transaction comes to nothing. */
function undoingFiles<Value, Code extends string>(work: (placed: string[]) => Result<Value, Code>): Result<Value, Code> {
  const placed: string[] = [];
  const clear = () => placed.forEach((path) => rmSync(path, { force: true }));
  try {
    const done = work(placed);
    if (!done.ok) clear();
    return done;
  } catch (error) {
    clear();
    throw error;
  }
}

/** The rows of a backup that are gone here or read otherwise. What came later is no difference. */
function changesOf(db: Readable, rows: RowsByTable, parts: readonly ContractPart[]): readonly Change[] {
  return contractTables
    .filter(({ part }) => parts.some((one) => one === part))
    .flatMap((table) =>
      (rows[nameOf(table)] ?? []).flatMap((row): readonly Change[] => {
        const present = queries.findRow(db, table, row) ?? null;
        return present !== null && saysTheSame(table, present, row) ? [] : [{ table, row, present }];
      }),
    );
}

function saysTheSame(table: ContractTable, one: Row, other: Row): boolean {
  const columns = Object.keys(contentOf(table, other));
  const of = (row: Row) => rowText(Object.fromEntries(columns.map((column) => [column, row[column] ?? null])));
  return of(one) === of(other);
}

/** Whether the wording that stood at the time of the backup is not the one that stands now. */
function hasOtherText(db: Readable, { rows }: FoundRows): boolean {
  const contract = contractOf(rows);
  const here = queries.readContractRows(db, contract.id);
  const hashOf = (all: RowsByTable, versionNumber: number) => all['main.contract_versions']?.find((row) => row['version_number'] === versionNumber)?.['content_hash'] ?? null;
  const present = queries.contractStands(db, contract.id)?.versionNumber ?? 0;
  return contract.versionNumber > 0 && hashOf(rows, contract.versionNumber) !== hashOf(here, present);
}

function contractOf(rows: RowsByTable): Pick<ComparedContract, 'id' | 'number' | 'title' | 'stage' | 'updatedAt' | 'versionNumber'> {
  const row = rows['main.contracts']?.[0] ?? {};
  return { id: row['id'] as ContractId, number: String(row['number']), title: String(row['title']), stage: row['stage'] as Stage, updatedAt: Number(row['updated_at']), versionNumber: Number(row['version_number']) };
}

/** A new id for everything of the contract that has one; stored files keep theirs, for their bytes are the same. */
function freshIds(rows: RowsByTable, ids: Ids): ReadonlyMap<string, string> {
  const owned = contractTables.filter(({ schema, name }) => name !== 'attachments' && !(schema === 'clauses' && name === 'contract_bodies'));
  const known = owned.flatMap((table) => (rows[nameOf(table)] ?? []).flatMap((row) => (typeof row['id'] === 'string' ? [row['id']] : [])));
  return new Map(known.map((id) => [id, ids.create<'copy'>()]));
}

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

function copied(table: ContractTable, row: Row, fresh: ReadonlyMap<string, string>, number: string, db: Readable): Row {
  const renamed = Object.fromEntries(Object.entries(row).map(([column, value]) => [column, typeof value === 'string' ? value.replace(uuid, (id) => fresh.get(id) ?? id) : value]));
  // The backup may be older than a merge of its parties.
  if (nameOf(table) === 'main.contract_parties') return { ...renamed, party_id: presentParty(db, row['party_id'] as PartyId) };
  if (nameOf(table) !== 'main.contracts') return renamed;
  const template = row['template_version_id'];
  const isKnown = typeof template === 'string' && queries.hasTemplateVersion(db, template);
  const parent = typeof row['parent_id'] === 'string' && queries.contractStands(db, row['parent_id']) !== undefined ? row['parent_id'] : null;
  return { ...renamed, number, template_version_id: isKnown ? template : null, parent_id: parent, superseded_by: null };
}

/** People who are not in the vault any more give way to whoever restores. */
function fitted(row: Row, users: ReadonlySet<string>, me: string): Row {
  return Object.fromEntries(Object.entries(row).map(([column, value]) => [column, userColumns.includes(column) && typeof value === 'string' && !users.has(value) ? me : value]));
}

function addParties(db: Writable, { parties, accounts }: FoundRows): void {
  const table = (schema: 'main' | 'finance', name: string, key: string): ContractTable => ({ schema, name, key: [key], part: 'whole', where: '' });
  for (const [of, rows] of [[table('main', 'parties', 'id'), parties], [table('finance', 'party_accounts', 'party_id'), accounts]] as const) {
    for (const row of rows) if (queries.findRow(db, of, row) === undefined) queries.insertRow(db, of, row);
    if (of.name === 'parties') for (const row of rows) renewPartyKey(db, String(row['id']));
  }
}

function nameOf({ schema, name }: ContractTable): string {
  return `${schema}.${name}`;
}
