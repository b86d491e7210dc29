import type { Contract, ContractId } from '#shared/features/contracts/model.ts';
import type { MoveRefusal } from '#shared/features/contracts/lifecycle.ts';
import type { Stage } from '#shared/features/contracts/stage.ts';
import type { PageApproval } from '#shared/features/signing/certificate-page.ts';
import type { Permission } from '#shared/features/vault/roles.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import type { Day } from '#shared/kernel/day.ts';
import type { Id } from '#shared/kernel/ids.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { Readable, Writable } from '../../db/connection.ts';
import type { Picks } from '../../device/picks.ts';
import type { Call } from '../../ipc/handlers.ts';
import type { Clock, FilePicker, Ids, Printer } from '../../ports.ts';
import type { RecordChange } from '../../vault/session.ts';
import type { PdfTasks } from '../../workers/pdf-tasks.ts';
import type { ReadingTasks } from '../../workers/reading-tasks.ts';

export type SigningPhase = 'print' | 'sign' | 'write';

export interface ApprovedStep extends Omit<PageApproval, 'at'> {
  /** Epoch milliseconds. */
  readonly at: number;
}

/** What signing asks of the world and of the other features. */
export interface EnvelopeParts {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly picks: Picks;
  readonly picker: FilePicker;
  readonly printer: Printer;
  readonly pdf: PdfTasks;
  readonly reading: ReadingTasks;
  /** The Noto Sans SC file that visible signatures are set in. */
  readonly signatureFont: () => Uint8Array;
  readonly fontUrls: { readonly regular: string; readonly bold: string };
  /** Who can open the vault now, and what each may do. */
  readonly members: (call: Call) => readonly { readonly id: UserId; readonly name: string; readonly permissions: ReadonlySet<Permission> }[];
  readonly readContract: (call: Call, id: ContractId) => Result<Contract, 'NOT_FOUND'>;
  /** Findings of the clause checker that stand in the way of signing. */
  readonly countBlockingFindings: (call: Call, id: ContractId) => number;
  /** Whether this text may be signed: it was approved, or nobody has to approve it. */
  readonly isApproved: (db: Readable, contract: Contract) => boolean;
  /** Whether people decide on the contract now. */
  readonly isBeingApproved: (db: Readable, id: ContractId) => boolean;
  /** Who approved exactly this text, in order. */
  readonly approvedSteps: (db: Readable, id: ContractId) => readonly ApprovedStep[];
  /** The flow none of whose steps applied to the contract, so that nobody had to approve it; else null. */
  readonly sparingFlow: (db: Readable, id: ContractId) => string | null;
  readonly moveWithin: (
    db: Writable,
    note: RecordChange,
    move: { readonly id: ContractId; readonly to: Stage; readonly reason: string; readonly by: UserId; readonly signedOn?: Day | null },
  ) => Result<null, MoveRefusal | 'NOT_FOUND'>;
  readonly onProgress: (taskId: Id<'task'>, phase: SigningPhase, at?: { readonly step: number; readonly steps: number }) => void;
}
