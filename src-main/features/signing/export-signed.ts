import { basename, dirname } from 'node:path';
import type { Contract, ContractId } from '#shared/features/contracts/model.ts';
import { certificatePageHtml } from '#shared/features/signing/certificate-page.ts';
import type { ExportReceipt } from '#shared/features/signing/model.ts';
import { exportFileName, localTime, signatureLines, signingReason } from '#shared/features/signing/rules.ts';
import { assert } from '#shared/kernel/assert.ts';
import type { Id } from '#shared/kernel/ids.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import { storeAttachment } from '../../attachments/attachment-store.ts';
import type { Readable } from '../../db/connection.ts';
import { refusedTarget } from '../../files/target-folder.ts';
import type { Call } from '../../ipc/handlers.ts';
import type { Clock, FilePicker, Ids, Printer } from '../../ports.ts';
import type { PdfTasks, Signed } from '../../workers/pdf-tasks.ts';
import { approvalsOf } from './compose.ts';
import type { ApprovedStep } from './envelope-parts.ts';
import { auditHead } from './envelope-queries.ts';
import { openSigningKey, type SigningKey } from './identities.ts';
import { contractPage, dataAttachment, metadataOf } from './printed-contract.ts';
import { placeFile } from './place-file.ts';
import { deleteExport, exportedAt, insertExport, markExported } from './queries.ts';

// The box that the printed page keeps free for our own side's visible signature.
const signatureAnchor = 'signature-a';

export type ExportPhase = 'print' | 'sign' | 'write';
export type ExportError = 'NOT_FOUND' | 'NO_IDENTITY' | 'CERTIFICATE_EXPIRED' | 'TARGET_MISSING' | 'NO_TEXT' | 'CHANGED_MEANWHILE' | 'CONTRACT_CANCELLED' | 'FINDINGS_BLOCK' | 'APPROVAL_NEEDED';

export interface ExportParts {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly picker: FilePicker;
  readonly printer: Printer;
  readonly pdf: PdfTasks;
  /** The Noto Sans SC file that the visible signature is set in. */
  readonly signatureFont: () => Uint8Array;
  /** Where the printed page finds its fonts. */
  readonly fontUrls: { readonly regular: string; readonly bold: string };
  readonly readContract: (call: Call, id: ContractId) => Result<Contract, 'NOT_FOUND'>;
  /** Findings of the clause checker that stand in the way of signing. */
  readonly countBlockingFindings: (call: Call, id: ContractId) => number;
  /** Whether this text may be signed: it was approved, or nobody has to approve it. */
  readonly isApproved: (db: Readable, contract: Contract) => boolean;
  /** Who approved exactly this text, in order. */
  readonly approvedSteps: (db: Readable, id: ContractId) => readonly ApprovedStep[];
  /** The flow none of whose steps applied to the contract, so that nobody had to approve it; else null. */
  readonly sparingFlow: (db: Readable, id: ContractId) => string | null;
  readonly onProgress: (taskId: Id<'task'>, phase: ExportPhase) => void;
}

/**
 * Prints the current version of a contract, signs the PDF and writes it where the person chooses. The file, its
 * encrypted copy in the vault and the record of it come into being together or not at all. Null: the dialog was
 * cancelled.
 */
export async function exportSigned(
  call: Call,
  request: { readonly contractId: ContractId; readonly taskId: Id<'task'>; readonly signal: AbortSignal },
  parts: ExportParts,
): Promise<Result<ExportReceipt | null, ExportError>> {
  const contract = parts.readContract(call, request.contractId);
  if (!contract.ok) return contract;
  const allowed = mayBeSigned(call.db, contract.value, parts);
  if (!allowed.ok) return allowed;
  const key = openSigningKey(call.session, call.db);
  if (key === null) return fail('NO_IDENTITY');
  if (key.notAfter <= parts.clock.now()) return fail('CERTIFICATE_EXPIRED', { notAfter: key.notAfter });
  if (contract.value.body === null) return fail('NO_TEXT');
  const blocking = parts.countBlockingFindings(call, request.contractId);
  if (blocking > 0) return fail('FINDINGS_BLOCK', { count: blocking });
  const { number, title } = contract.value.summary;
  const target = await parts.picker.chooseTarget(exportFileName(number, title), { name: 'PDF', extensions: ['pdf'] });
  if (target === null) return succeed(null);
  const refused = refusedTarget(target);
  if (refused !== null) return refused;

  parts.onProgress(request.taskId, 'print');
  const printed = await parts.printer.printToPdf(contractPage(contract.value, parts, { behind: certificatePage(call, contract.value, key, parts), signatureAnchor }), request.signal);
  parts.onProgress(request.taskId, 'sign');
  const signedAt = parts.clock.now();
  const signed = await sign(printed, contract.value, key, signedAt, request.signal, parts);
  parts.onProgress(request.taskId, 'write');
  request.signal.throwIfAborted();
  return write(call, contract.value, key.id, signed, { target, signedAt }, parts);
}

function mayBeSigned(db: Readable, contract: Contract, { isApproved }: Pick<ExportParts, 'isApproved'>): Result<null, 'CONTRACT_CANCELLED' | 'APPROVAL_NEEDED'> {
  if (contract.summary.stage === 'cancelled') return fail('CONTRACT_CANCELLED');
  return isApproved(db, contract) ? succeed(null) : fail('APPROVAL_NEEDED');
}

/** The page that says what is signed, who approved it and who signs; made before the signature, so that this covers it. */
function certificatePage(call: Call, contract: Contract, { commonName }: SigningKey, parts: ExportParts): string {
  const { number, title, versionNumber } = contract.summary;
  const now = parts.clock.now();
  return certificatePageHtml({
    ...{ number, title, versionNumber },
    contentHash: contract.versions[0]?.contentHash ?? '',
    envelopeId: null,
    composedAt: localTime(now, parts.clock.offsetMinutes(now)),
    approvals: approvalsOf(call, contract, parts),
    sparingFlow: parts.sparingFlow(call.db, contract.summary.id),
    signers: [{ position: 1, side: 'us', name: commonName, title: '', partyName: '', method: 'certificate', signedAt: null, recordedBy: call.session.user.name, idCheck: null, evidenceSha256: null }],
    isSealed: false,
    auditHead: auditHead(call.db),
  });
}

function sign(
  printed: Uint8Array,
  contract: Contract,
  key: SigningKey,
  signedAt: number,
  signal: AbortSignal,
  parts: ExportParts,
): Promise<Signed> {
  const { summary, versions } = contract;
  const offsetMinutes = parts.clock.offsetMinutes(signedAt);
  const fingerprint = parts.pdf.fingerprintOf(key.certificatePem);
  return parts.pdf.finishAndSign(
    {
      printed,
      metadata: metadataOf(contract, key.commonName, signedAt),
      attachment: dataAttachment(contract),
      identity: { certificatePem: key.certificatePem, chainPem: key.chainPem, privateKeyPem: key.privateKeyPem },
      signature: {
        fieldName: `deedbox-${versions[0]?.contentHash.slice(0, 12) ?? 'signature'}`,
        signerName: key.commonName,
        reason: signingReason(summary.number),
        location: null,
        anchor: signatureAnchor,
        signedAt,
        offsetMinutes,
        lines: signatureLines({
          signerName: key.commonName,
          signedAt,
          offsetMinutes,
          contractNumber: summary.number,
          fingerprint,
        }),
      },
      fonts: { regular: parts.signatureFont() },
    },
    signal,
  );
}

function write(
  call: Call,
  contract: Contract,
  identityId: SigningKey['id'],
  signed: Signed,
  { target, signedAt }: { readonly target: string; readonly signedAt: number },
  parts: ExportParts,
): Result<ExportReceipt, ExportError> {
  const version = contract.versions[0];
  assert(version !== undefined, 'a contract has no version');
  const written = placeFile<ExportError>(call, { target, bytes: signed.pdf }, parts, (db, record) => {
    const { id: contractId } = contract.summary;
    const present = parts.readContract(call, contractId);
    if (!present.ok) return present;
    const allowed = mayBeSigned(db, present.value, parts);
    if (!allowed.ok) return allowed;
    // A sum or a party is on record beside the text, and belongs to what was approved.
    if (present.value.versions[0]?.id !== version.id || present.value.revision !== contract.revision) return fail('CHANGED_MEANWHILE');
    const before = exportedAt(db, contractId);
    const id = parts.ids.create<'signedExport'>();
    const attachmentId = storeAttachment(call.session, db, signed.pdf, ['clauses', 'finance'], parts);
    insertExport(db, { id, contractId, versionId: version.id, identityId, attachmentId, path: target, pdfSha256: signed.sha256, signedAt });
    record('contract', contractId, { versionNumber: version.versionNumber, pdfSha256: signed.sha256 });
    return succeed({
      attachmentId,
      takeBack: (later, note) => {
        deleteExport(later, id);
        markExported(later, contractId, before);
        note('contract', contractId, { takenBack: signed.sha256 });
      },
    });
  });
  if (!written.ok) return written;
  return succeed({
    fileName: basename(target),
    folder: dirname(target),
    byteLength: signed.pdf.length,
    pageCount: signed.pageCount,
    pdfSha256: signed.sha256,
    signedAt,
  });
}
