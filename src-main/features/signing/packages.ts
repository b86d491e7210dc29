import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Contract } from '#shared/features/contracts/model.ts';
import type { EnvelopeId } from '#shared/features/signing/envelope-model.ts';
import { exportFileName } from '#shared/features/signing/rules.ts';
import { wrapperCover } from '#shared/features/signing/wrapper-cover.ts';
import type { Id } from '#shared/kernel/ids.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import { loadAttachment, type AttachmentId } from '../../attachments/attachment-store.ts';
import { refusedTarget } from '../../files/target-folder.ts';
import type { Call } from '../../ipc/handlers.ts';
import { createReportPrinter } from '../../reports/print-report.ts';
import type { EnvelopeParts } from './envelope-parts.ts';
import { findEnvelope } from './envelope-queries.ts';
import { mailDraft } from './mail.ts';
import { placeFile } from './place-file.ts';
import { exportedAt, markExported } from './queries.ts';

type FileError = 'NOT_FOUND' | 'NO_SIGNATURE' | 'DAMAGED_FILE';
type SaveError = FileError | 'TARGET_MISSING' | 'PASSWORD_NOT_ASCII';

interface SignedFile {
  readonly contract: Contract;
  readonly name: string;
  readonly pdf: Uint8Array;
  readonly sha256: string;
  readonly attachmentId: AttachmentId;
}

export interface SaveRequest {
  readonly envelopeId: EnvelopeId;
  /** Null: as it is. */
  readonly password: string | null;
  readonly taskId: Id<'task'>;
}

/** Writes the signed PDF where the person picks; null when they cancelled. */
export async function saveSigned(call: Call, request: SaveRequest, parts: EnvelopeParts): Promise<Result<{ fileName: string } | null, SaveError>> {
  const file = signedFile(call, request.envelopeId, parts);
  if (!file.ok) return file;
  const target = await parts.picker.chooseTarget(nameOf(file.value, request.password), { name: 'PDF', extensions: ['pdf'] });
  if (target === null) return succeed(null);
  const bytes = await packed(call, file.value, request, parts);
  return bytes.ok ? put(call, target, bytes.value, file.value, parts) : bytes;
}

/** Writes a mail with the signed PDF attached and opens it in the system's mail program. */
export async function draftMail(call: Call, request: SaveRequest & { readonly to: string; readonly subject: string; readonly text: string }, parts: EnvelopeParts): Promise<Result<{ fileName: string } | null, SaveError>> {
  const file = signedFile(call, request.envelopeId, parts);
  if (!file.ok) return file;
  const name = nameOf(file.value, request.password);
  const target = await parts.picker.chooseTarget(name.replace(/\.pdf$/, '.eml'), { name: 'EML', extensions: ['eml'] });
  if (target === null) return succeed(null);
  const pdf = await packed(call, file.value, request, parts);
  if (!pdf.ok) return pdf;
  const { to, subject, text } = request;
  const saved = put(call, target, mailDraft({ to, subject, text, attachment: { name, pdf: pdf.value } }), file.value, parts);
  if (saved.ok) parts.picker.open(target);
  return saved;
}

export interface ExportedMany {
  readonly folder: string;
  readonly written: number;
  /** Numbers of the contracts without a signed file. */
  readonly skipped: readonly string[];
  readonly isCancelled: boolean;
}

/** Writes the signed PDFs of many contracts into a folder, each whole or not at all; stops between two files. */
export async function exportMany(call: Call, envelopeIds: readonly EnvelopeId[], taskId: Id<'task'>, signal: AbortSignal, parts: EnvelopeParts): Promise<Result<ExportedMany | null, never>> {
  const folder = await parts.picker.chooseFolder();
  if (folder === null) return succeed(null);
  const skipped: string[] = [];
  const taken = new Set<string>();
  let written = 0;
  for (const [index, id] of envelopeIds.entries()) {
    if (signal.aborted) break;
    parts.onProgress(taskId, 'write', { step: index + 1, steps: envelopeIds.length });
    const file = signedFile(call, id, parts);
    if (!file.ok) {
      skipped.push(numberOf(call, id, parts));
      continue;
    }
    place(call, join(folder, freeName(folder, file.value.name, taken)), file.value.pdf, file.value, parts);
    written += 1;
    // Lets the interface say how far it is, and a cancel through.
    await new Promise((resolve) => setImmediate(resolve));
  }
  return succeed({ folder, written, skipped, isCancelled: signal.aborted });
}

function signedFile(call: Call, id: EnvelopeId, parts: EnvelopeParts): Result<SignedFile, FileError> {
  const envelope = findEnvelope(call.db, id);
  if (envelope === undefined) return fail('NOT_FOUND');
  if (envelope.attachmentId === null || envelope.pdfSha256 === null || envelope.state !== 'completed') return fail('NO_SIGNATURE');
  const read = parts.readContract(call, envelope.contractId);
  if (!read.ok) return read;
  const pdf = loadAttachment(call.session, call.db, envelope.attachmentId);
  if (pdf === null) return fail('DAMAGED_FILE');
  const { number, title } = read.value.summary;
  return succeed({ contract: read.value, name: exportFileName(number, title), pdf, sha256: envelope.pdfSha256, attachmentId: envelope.attachmentId });
}

async function packed(call: Call, file: SignedFile, { password, taskId }: SaveRequest, parts: EnvelopeParts): Promise<Result<Uint8Array, 'PASSWORD_NOT_ASCII'>> {
  if (password === null) return succeed(file.pdf);
  // Readers turn other letters into bytes in different ways, and would not open it.
  if (!/^[\x20-\x7e]+$/.test(password)) return fail('PASSWORD_NOT_ASCII');
  parts.onProgress(taskId, 'print');
  const { number, title } = file.contract.summary;
  const cover = wrapperCover({ number, title, fileName: file.name, sha256: file.sha256, byteLength: file.pdf.length });
  const printed = await createReportPrinter(parts)(cover, call.session.user.name, new AbortController().signal);
  return succeed(await parts.pdf.protect({ cover: printed, title, file: { name: file.name, pdf: file.pdf }, password, at: parts.clock.now() }));
}

function put(call: Call, target: string, bytes: Uint8Array, file: SignedFile, parts: EnvelopeParts): Result<{ fileName: string }, 'TARGET_MISSING'> {
  const refused = refusedTarget(target);
  if (refused !== null) return refused;
  place(call, target, bytes, file, parts);
  return succeed({ fileName: basename(target) });
}

/** The file and the note that it was written out, both or neither. */
function place(call: Call, target: string, bytes: Uint8Array, { contract, attachmentId, pdf, sha256 }: SignedFile, parts: EnvelopeParts): void {
  const { id } = contract.summary;
  placeFile<never>(call, { target, bytes }, parts, (db, note) => {
    const before = exportedAt(db, id);
    markExported(db, id, parts.clock.now());
    note('contract', id, { exported: sha256 });
    return succeed({
      attachmentId: bytes === pdf ? attachmentId : null,
      takeBack: (later, noteLater) => {
        markExported(later, id, before);
        noteLater('contract', id, { takenBack: sha256 });
      },
    });
  });
}

function nameOf({ name }: SignedFile, password: string | null): string {
  return password === null ? name : name.replace(/\.pdf$/, ' (AES-256).pdf');
}

/** Two contracts may have one name, and an earlier export is not overwritten. */
function freeName(folder: string, name: string, taken: Set<string>): string {
  let free = name;
  for (let count = 2; taken.has(free) || existsSync(join(folder, free)); count += 1) free = name.replace(/\.pdf$/, ` (${count}).pdf`);
  taken.add(free);
  return free;
}

function numberOf(call: Call, id: EnvelopeId, parts: EnvelopeParts): string {
  const envelope = findEnvelope(call.db, id);
  const read = envelope === undefined ? undefined : parts.readContract(call, envelope.contractId);
  return read?.ok === true ? read.value.summary.number : '';
}
