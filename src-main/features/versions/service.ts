import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ContractId, RoundSide } from '#shared/features/contracts/model.ts';
import { documentSchema, type DocumentNode } from '#shared/features/documents/model.ts';
import type { DocumentToRender } from '#shared/features/documents/render.ts';
import type { ReadFailure, ReadText, TextAsides } from '#shared/features/reading/model.ts';
import { documentFromText } from '#shared/features/versions/document-from-text.ts';
import type { NumberedBlock } from '#shared/features/reading/model.ts';
import { documentBlocks } from '#shared/features/documents/text-blocks.ts';
import type { Id } from '#shared/kernel/ids.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import type { PickId } from '#shared/features/vault/model.ts';
import type { Picks } from '../../device/picks.ts';
import type { Call } from '../../ipc/handlers.ts';
import { labelVersion } from './queries.ts';

export interface Version {
  readonly number: string;
  readonly title: string;
  readonly document: Omit<DocumentToRender, 'mode' | 'number'>;
}

export interface Round {
  readonly label: string;
  readonly roundFrom: RoundSide;
}

interface Appending {
  readonly contractId: ContractId;
  readonly revision: number;
}

type AppendError = 'NOT_FOUND' | 'CHANGED_MEANWHILE' | 'SIGNED_IS_FIXED';

export interface VersionServiceParts {
  readonly picks: Picks;
  /** The contracts' versions, handed in by the composition root. */
  readonly stored: {
    readonly read: (call: Call, id: ContractId, versionNumber: number) => Result<Version, 'NOT_FOUND'>;
    /** What the contract's template says, with the contract's values. */
    readonly readTemplate: (call: Call, id: ContractId) => Result<Version, 'NOT_FOUND'>;
    readonly restore: (call: Call, target: Appending, versionNumber: number) => Result<number, AppendError>;
    readonly add: (call: Call, target: Appending, text: DocumentNode, round: Round & { readonly source: 'file' }) => Result<number, AppendError>;
  };
  readonly reading: {
    readonly read: (file: { readonly name: string; readonly bytes: Uint8Array }, signal?: AbortSignal) => Promise<Result<ReadText, ReadFailure>>;
  };
}

export interface RoundToImport extends Appending, Round {
  readonly pickId: PickId;
  readonly taskId: Id<'task'>;
}

export type ImportError = AppendError | ReadFailure | 'PICK_EXPIRED';

// What a reader of contracts' files takes; more is refused before it fills the memory.
const largestBytes = 64 * 1024 * 1024;

/** Versions side by side: their texts, their names, an earlier one once more, the other side's file as a round. */
export function createVersionService({ stored, reading, picks }: VersionServiceParts) {
  function text(call: Call, contractId: ContractId, versionNumber: number): Result<{ readonly blocks: readonly NumberedBlock[] }, 'NOT_FOUND'> {
    const version = versionNumber === 0 ? stored.readTemplate(call, contractId) : stored.read(call, contractId, versionNumber);
    return version.ok ? succeed({ blocks: documentBlocks(version.value.document) }) : version;
  }

  function label(call: Call, contractId: ContractId, versionNumber: number, round: Round): Result<null, 'NOT_FOUND'> {
    return call.write<null, 'NOT_FOUND'>((db, record) => {
      if (!labelVersion(db, contractId, versionNumber, round)) return fail('NOT_FOUND');
      record('contract', contractId, { versionNumber, roundFrom: round.roundFrom });
      return succeed(null);
    });
  }

  function restore(call: Call, target: Appending, versionNumber: number) {
    const restored = stored.restore(call, target, versionNumber);
    return restored.ok ? succeed({ versionNumber: restored.value }) : restored;
  }

  /** Reads the picked file in a worker and adds its text. Throws an AbortError when the signal is aborted. */
  async function importRound(call: Call, request: RoundToImport, signal: AbortSignal): Promise<Result<{ readonly versionNumber: number; readonly asides: TextAsides | null }, ImportError>> {
    const path = picks.find(request.pickId);
    const size = path === undefined ? null : await sizeOf(path);
    if (path === undefined || size === null) return fail('PICK_EXPIRED');
    if (size > largestBytes) return fail('FILE_TOO_LARGE');
    const read = await reading.read({ name: basename(path), bytes: new Uint8Array(await readFile(path, { signal })) }, signal);
    if (!read.ok) return read;
    const document = documentSchema.safeParse(documentFromText(read.value.blocks));
    if (!document.success) return fail('FILE_TOO_LARGE');
    if (document.data.content.length === 0) return fail('NO_TEXT_IN_FILE');
    signal.throwIfAborted();
    const { label, roundFrom } = request;
    const added = stored.add(call, request, document.data, { label, roundFrom, source: 'file' });
    return added.ok ? succeed({ versionNumber: added.value, asides: read.value.asides ?? null }) : added;
  }

  return { text, label, restore, importRound };
}

async function sizeOf(path: string): Promise<number | null> {
  try {
    const found = await stat(path);
    return found.isFile() ? found.size : null;
  } catch {
    return null;
  }
}
