import { rename as renameFile, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { createWriteStream } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  largestAttachmentBytes,
  largestPreviewBytes,
  undoMilliseconds,
  type AttachmentPreview,
  type ContractAttachment,
  type ContractAttachmentId,
} from '#shared/features/attachments/model.ts';
import { imageTypeOf, previewKindOf } from '#shared/features/attachments/rules.ts';
import type { ContractId } from '#shared/features/contracts/model.ts';
import type { PickId } from '#shared/features/vault/model.ts';
import type { Id } from '#shared/kernel/ids.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import { DamagedAttachment } from '../../attachments/chunked-file.ts';
import { AttachmentTooLarge, loadChunks, stageAttachment } from '../../attachments/streamed-store.ts';
import type { Picks } from '../../device/picks.ts';
import { refusedTarget } from '../../files/target-folder.ts';
import type { Call } from '../../ipc/handlers.ts';
import type { Clock, FilePicker, Ids } from '../../ports.ts';
import { bytesOf, failed, type Extraction } from './extraction.ts';
import {
  findAttachment,
  hasContract,
  insertAttachment,
  keepText,
  listAttachments,
  removeAttachment,
  renameAttachment,
  restoreAttachment,
} from './queries.ts';

export interface AttachmentServiceParts {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly picks: Picks;
  readonly picker: FilePicker;
  readonly extraction: Extraction;
  readonly onProgress: (taskId: Id<'task'>, phase: 'read', at: { readonly step: number; readonly steps: number }) => void;
}

interface FilesToAdd {
  readonly contractId: ContractId;
  readonly pickIds: readonly PickId[];
  readonly taskId: Id<'task'>;
}

type AddFailure = { readonly name: string; readonly code: 'FILE_TOO_LARGE' | 'PICK_EXPIRED' };
type Added = { readonly added: number; readonly failed: readonly AddFailure[]; readonly isCancelled: boolean };

const longestPreview = 200_000;

/** The files of contracts. Bytes stream between disk and disk; only previews, which are bounded, come into memory. */
export function createAttachmentService({ clock, ids, picks, picker, extraction, onProgress }: AttachmentServiceParts) {
  function list(call: Call, contractId: ContractId): readonly ContractAttachment[] {
    return listAttachments(call.db, contractId).map((file) => {
      const reading = extraction.readingOf(file.id);
      return { ...file, reading, textState: reading === null ? file.textState : 'running' };
    });
  }

  /** Adds what can be added; an abort keeps the files that were complete. */
  async function add(call: Call, { contractId, pickIds, taskId }: FilesToAdd, signal: AbortSignal): Promise<Result<Added, 'NOT_FOUND'>> {
    if (!hasContract(call.db, contractId)) return fail('NOT_FOUND');
    const files = await Promise.all(pickIds.map(async (id) => measure(picks.find(id))));
    const steps = Math.max(1, files.reduce((sum, { size }) => sum + (isTaken(size) ? size : 0), 0));
    const leftOut: AddFailure[] = [];
    let [added, before] = [0, 0];
    for (const { path, size } of files) {
      const name = path === undefined ? '' : basename(path);
      if (path === undefined || size === null) {
        leftOut.push({ name, code: 'PICK_EXPIRED' });
        continue;
      }
      try {
        if (size > largestAttachmentBytes) throw new AttachmentTooLarge();
        const start = before;
        await addOne(call, contractId, path, signal, (bytes) => onProgress(taskId, 'read', { step: start + bytes, steps }));
        added += 1;
        before += size;
      } catch (error) {
        if (signal.aborted) return succeed({ added, failed: leftOut, isCancelled: true });
        const code = reasonOf(error);
        if (code === null) throw error;
        leftOut.push({ name, code });
      }
    }
    return succeed({ added, failed: leftOut, isCancelled: false });
  }

  async function addOne(call: Call, contractId: ContractId, path: string, signal: AbortSignal, onBytes: (bytes: number) => void): Promise<void> {
    const options = { signal, onBytes, largestBytes: largestAttachmentBytes };
    const staged = await stageAttachment(call.session, path, options, { clock, ids });
    const id = ids.create<'contractAttachment'>();
    try {
      call.write((db, record) => {
        const attachmentId = staged.keep(db);
        const { byteLength } = staged;
        insertAttachment(db, { id, contractId, attachmentId, name: basename(path), byteLength, addedAt: clock.now(), addedBy: call.session.user.id });
        record('contract', contractId, { attachment: id });
        staged.place();
        return succeed(null);
      });
    } finally {
      await staged.discard();
    }
    extraction.wake();
  }

  function rename(call: Call, id: ContractAttachmentId, name: string): Result<null, 'NOT_FOUND'> {
    return change(call, id, (db, file) => renameAttachment(db, file, name));
  }

  function remove(call: Call, id: ContractAttachmentId): Result<null, 'NOT_FOUND'> {
    return change(call, id, (db, file) => removeAttachment(db, file, clock.now()));
  }

  function restore(call: Call, id: ContractAttachmentId): Result<null, 'NOT_FOUND'> {
    return call.write<null, 'NOT_FOUND'>((db, record) => {
      const contractId = restoreAttachment(db, id, clock.now() - undoMilliseconds);
      if (contractId === undefined) return fail('NOT_FOUND');
      record('contract', contractId, { attachment: id });
      return succeed(null);
    });
  }

  function stopReading(call: Call, id: ContractAttachmentId): Result<null, 'NOT_FOUND'> {
    return change(call, id, (db, file) => {
      if (!extraction.stop(id) && file.textState === 'pending') keepText(db, file, failed('STOPPED'));
    });
  }

  function readAgain(call: Call, id: ContractAttachmentId): Result<null, 'NOT_FOUND'> {
    const asked = change(call, id, (db, file) => {
      if (file.textState === 'failed') keepText(db, file, { state: 'pending', text: null, note: null });
    });
    if (asked.ok) extraction.wake();
    return asked;
  }

  async function saveAs(call: Call, id: ContractAttachmentId): Promise<Result<{ readonly fileName: string } | null, 'NOT_FOUND' | 'TARGET_MISSING' | 'DAMAGED_FILE'>> {
    const file = findAttachment(call.db, id);
    if (file === undefined) return fail('NOT_FOUND');
    const extension = /\.([^.]+)$/.exec(file.name)?.[1] ?? '*';
    const target = await picker.chooseTarget(file.name, { name: extension.toUpperCase(), extensions: [extension] });
    if (target === null) return succeed(null);
    const refused = refusedTarget(target);
    if (refused !== null) return refused;
    const temporary = join(dirname(target), `.${basename(target)}.${randomUUID()}.part`);
    try {
      await pipeline(Readable.from(loadChunks(call.session, file.attachmentId)), createWriteStream(temporary, { mode: 0o600, flush: true }));
      await renameFile(temporary, target);
      return succeed({ fileName: basename(target) });
    } catch (error) {
      await rm(temporary, { force: true });
      if (error instanceof DamagedAttachment) return fail('DAMAGED_FILE');
      throw error;
    }
  }

  async function preview(call: Call, id: ContractAttachmentId): Promise<Result<AttachmentPreview, 'NOT_FOUND' | 'FILE_TOO_LARGE' | 'DAMAGED_FILE'>> {
    const file = findAttachment(call.db, id);
    if (file === undefined) return fail('NOT_FOUND');
    const kind = previewKindOf(file.name);
    if (kind === 'none' || kind === 'text') {
      if (file.text === null) return succeed({ kind: 'none' });
      return succeed({ kind: 'text', text: file.text.slice(0, longestPreview), isCut: file.text.length > longestPreview });
    }
    if (file.byteLength > largestPreviewBytes) return fail('FILE_TOO_LARGE', { name: file.name, megabytes: largestPreviewBytes / 1024 / 1024 });
    const bytes = await bytesOf(call.session, file);
    if (bytes === null) return fail('DAMAGED_FILE');
    return succeed(kind === 'pdf' ? { kind, bytes } : { kind, bytes, type: imageTypeOf(file.name) });
  }

  return { list, add, rename, remove, restore, stopReading, readAgain, saveAs, preview };
}

function change(
  call: Call,
  id: ContractAttachmentId,
  work: (db: Parameters<typeof renameAttachment>[0], file: NonNullable<ReturnType<typeof findAttachment>>) => void,
): Result<null, 'NOT_FOUND'> {
  return call.write<null, 'NOT_FOUND'>((db, record) => {
    const file = findAttachment(db, id);
    if (file === undefined) return fail('NOT_FOUND');
    work(db, file);
    record('contract', file.contractId, { attachment: id });
    return succeed(null);
  });
}

async function measure(path: string | undefined): Promise<{ readonly path: string | undefined; readonly size: number | null }> {
  try {
    const found = path === undefined ? null : await stat(path);
    return { path, size: found?.isFile() === true ? found.size : null };
  } catch {
    return { path, size: null };
  }
}

function isTaken(size: number | null): size is number {
  return size !== null && size <= largestAttachmentBytes;
}

/** Why this file alone was left out; null for troubles of the vault itself. */
function reasonOf(error: unknown): AddFailure['code'] | null {
  if (error instanceof AttachmentTooLarge) return 'FILE_TOO_LARGE';
  const code = error instanceof Error && 'code' in error ? error.code : '';
  return code === 'ENOENT' || code === 'EACCES' || code === 'EPERM' || code === 'EISDIR' ? 'PICK_EXPIRED' : null;
}
