import type { BackupId } from '#shared/features/backups/model.ts';
import type { InputOf, OutputOf } from '#shared/ipc/registry.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import type { FoundBackup } from '../../backup/manifest.ts';
import type { BackedUpRows } from '../../backup/read-contract.ts';
import type { Call } from '../../ipc/handlers.ts';
import { readHeader } from '../../vault/header.ts';
import type { Kdf } from '../../vault/kdf.ts';
import { openHolder } from '../../vault/key-ring.ts';
import type { Session } from '../../vault/session.ts';
import type { BackupTasks } from '../../workers/backup-tasks.ts';
import { contractStands } from './restoration-queries.ts';
import { createSelective, type FoundRows, type SelectiveParts } from './selective.ts';

export interface LookingParts extends SelectiveParts {
  readonly kdf: Pick<Kdf, 'derive'>;
  readonly tasks: BackupTasks;
  readonly nativeBinding: string | null;
  readonly find: (session: Session, id: BackupId) => FoundBackup | undefined;
}

type LookError = 'NOT_FOUND' | 'NOT_YOUR_BACKUP' | 'WRONG_CREDENTIALS' | 'BACKUP_DAMAGED';
type Asked = Pick<InputOf<'backups.contracts'>, 'id' | 'passphrase'>;

/** Looks into backups for single contracts, with the present keys or with the passphrase of that time. */
export function createLooking(parts: LookingParts) {
  const selective = createSelective(parts);

  async function contracts(call: Call, asked: Asked, signal: AbortSignal): Promise<Result<OutputOf<'backups.contracts'>, LookError>> {
    const looked = await look(call, asked, null, signal);
    if (!looked.ok) return looked;
    const { rows } = looked.value;
    if (rows.kind !== 'list') return fail('NOT_FOUND');
    const listed = rows.contracts as unknown as readonly Omit<OutputOf<'backups.contracts'>[number], 'isHere'>[];
    return succeed(listed.map((one) => ({ ...one, isHere: contractStands(call.db, one.id) !== undefined })));
  }

  async function compare(call: Call, { contractId, ...asked }: Asked & Pick<InputOf<'backups.compareContract'>, 'contractId'>, signal: AbortSignal): Promise<Result<OutputOf<'backups.compareContract'>, LookError>> {
    const found = await contractIn(call, asked, contractId, signal);
    return found.ok ? succeed(selective.compare(call, found.value.rows)) : found;
  }

  async function restore(
    call: Call,
    { contractId, parts: chosen, ...asked }: Asked & Pick<InputOf<'backups.restoreContract'>, 'contractId' | 'parts'>,
    signal: AbortSignal,
  ): Promise<Result<OutputOf<'backups.restoreContract'>, LookError | 'SIGNED_IS_FIXED' | 'DAMAGED_FILE' | 'NOTHING_TO_RESTORE'>> {
    const found = await contractIn(call, asked, contractId, signal);
    if (!found.ok) return found;
    signal.throwIfAborted();
    const { backup, rows } = found.value;
    return chosen === null ? selective.restoreCopy(call, backup, rows) : selective.restoreParts(call, backup, rows, chosen);
  }

  async function contractIn(call: Call, asked: Asked, contractId: string, signal: AbortSignal): Promise<Result<{ readonly backup: FoundBackup; readonly rows: FoundRows }, LookError>> {
    const looked = await look(call, asked, contractId, signal);
    if (!looked.ok) return looked;
    const { backup, rows } = looked.value;
    return rows.kind === 'rows' ? succeed({ backup, rows }) : fail('NOT_FOUND');
  }

  async function look({ session }: Call, { id, passphrase }: Asked, contractId: string | null, signal: AbortSignal): Promise<Result<{ readonly backup: FoundBackup; readonly rows: BackedUpRows }, LookError>> {
    const backup = parts.find(session, id);
    if (backup === undefined) return fail('NOT_FOUND');
    const pair = passphrase === null ? { publicKey: session.pair.publicKey, privateKey: new Uint8Array(session.pair.privateKey.expose()) } : await pairOf(session, backup, passphrase);
    if (pair === null) return fail('WRONG_CREDENTIALS');
    try {
      const rows = await parts.tasks.readContract({ folder: backup.folder, userId: session.user.id, pair, nativeBinding: parts.nativeBinding, contractId }, signal);
      return rows.kind === 'refused' ? fail(rows.code) : succeed({ backup, rows });
    } finally {
      pair.privateKey.fill(0);
    }
  }

  /** The person's keys as they were when the backup was taken. */
  async function pairOf(session: Session, { folder }: FoundBackup, passphrase: string): Promise<{ readonly publicKey: Uint8Array; readonly privateKey: Uint8Array } | null> {
    const header = readHeader(folder);
    const user = header.ok ? header.value.users.find(({ id }) => id === session.user.id) : undefined;
    if (user === undefined) return null;
    const key = await parts.kdf.derive(passphrase, user.kdf);
    const pair = openHolder(user, key);
    key.wipe();
    if (pair === null) return null;
    const privateKey = new Uint8Array(pair.privateKey.expose());
    pair.privateKey.wipe();
    return { publicKey: pair.publicKey, privateKey };
  }

  return { contracts, compare, restore, undo: selective.undo };
}
