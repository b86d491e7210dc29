import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { compareTexts } from '#shared/features/signing/compare-texts.ts';
import type { Comparison, Envelope, Evidence, ReturnedReport, SignerId } from '#shared/features/signing/envelope-model.ts';
import { isLastWithInk, usualInkDay } from '#shared/features/signing/envelope-rules.ts';
import { exportFileName } from '#shared/features/signing/rules.ts';
import { stampsShown } from '#shared/features/signing/timestamp-rules.ts';
import type { PickId } from '#shared/features/vault/model.ts';
import type { SignatureReport, VerificationReport } from '#shared/features/verification/model.ts';
import { canonicalJson } from '#shared/kernel/canonical-json.ts';
import type { Day } from '#shared/kernel/day.ts';
import type { Id } from '#shared/kernel/ids.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import { loadAttachment, storeAttachment } from '../../attachments/attachment-store.ts';
import { sha256 } from '../../crypto/digest.ts';
import { refusedTarget } from '../../files/target-folder.ts';
import type { Call } from '../../ipc/handlers.ts';
import { dayOn } from '../../ports.ts';
import { actOf, certificateOf, fileOf, noEvidence, ownMaterial, seal, sealSignature } from './acts.ts';
import { composeEnvelope, inkPage } from './compose.ts';
import type { EnvelopeParts } from './envelope-parts.ts';
import { noteEnvelopeFile, setEnvelopeFile, setHandedOut } from './envelope-queries.ts';
import { keepAct } from './keep-act.ts';
import { placeFile } from './place-file.ts';
import { dataAttachment, metadataOf } from './printed-contract.ts';
import { standingOf, type Standing, type StandingError } from './standing.ts';

const largestFile = 64 * 1024 * 1024;

type FileError = 'PICK_EXPIRED' | 'FILE_TOO_LARGE' | 'NOT_A_PDF' | 'PDF_UNREADABLE' | 'PDF_ENCRYPTED';
type CheckError = StandingError | FileError | 'DAMAGED_FILE';

/** Writes the PDF that is to be signed on paper or with another program, and keeps a copy to hold the answer against. */
export async function handOut(call: Call, signerId: SignerId, taskId: Id<'task'>, parts: EnvelopeParts): Promise<Result<{ fileName: string } | null, StandingError | 'DAMAGED_FILE' | 'TARGET_MISSING'>> {
  const found = standingOf(call, parts, signerId, ['wet_ink', 'external']);
  if (!found.ok) return found;
  const { contract, envelope, signer } = found.value;
  const { number, title } = contract.summary;
  const target = await parts.picker.chooseTarget(exportFileName(number, title), { name: 'PDF', extensions: ['pdf'] });
  if (target === null) return succeed(null);
  const refused = refusedTarget(target);
  if (refused !== null) return refused;
  const made = signer.method === 'wet_ink' ? await inkPdf(call, found.value, taskId, parts) : await outgoingPdf(call, found.value, taskId, parts);
  if (!made.ok) return made;
  parts.onProgress(taskId, 'write');
  const { pdf, pageCount } = made.value;
  const isFile = signer.method === 'external';
  const kept = placeFile<StandingError>(call, { target, bytes: pdf }, parts, (db, note) => {
    // While the file was made, somebody may have signed, taken the envelope back or cancelled the contract.
    const present = standingOf(call, parts, signerId, ['wet_ink', 'external']);
    if (!present.ok) return present;
    const before = present.value.envelope;
    if (before.attachmentId !== envelope.attachmentId) return fail('CHANGED_MEANWHILE');
    const attachmentId = storeAttachment(call.session, db, pdf, ['clauses', 'finance'], parts);
    setHandedOut(db, envelope.id, attachmentId);
    noteEnvelopeFile(db, envelope.id, sha256(pdf), parts.clock.now());
    if (isFile) setEnvelopeFile(db, envelope.id, { attachmentId, pdfSha256: sha256(pdf), pageCount });
    note('envelope', envelope.id, { handedOut: sha256(pdf) });
    return succeed({
      attachmentId,
      takeBack: (later, noteLater) => {
        setHandedOut(later, envelope.id, before.handedOutId);
        if (isFile) setEnvelopeFile(later, envelope.id, before);
        noteLater('envelope', envelope.id, { takenBack: sha256(pdf) });
      },
    });
  });
  if (!kept.ok) return kept;
  return succeed({ fileName: basename(target) });
}

interface Made {
  readonly pdf: Uint8Array;
  readonly pageCount: number | null;
}

async function inkPdf(call: Call, { contract, envelope }: Standing, taskId: Id<'task'>, parts: EnvelopeParts): Promise<Result<Made, 'DAMAGED_FILE'>> {
  parts.onProgress(taskId, 'print');
  const printed = await parts.printer.printToPdf(inkPage(call, envelope, contract, parts), new AbortController().signal);
  const pdf = await parts.pdf.finish({ printed, metadata: metadataOf(contract, call.session.user.name, parts.clock.now()), attachment: dataAttachment(contract) });
  return succeed({ pdf, pageCount: null });
}

/** The file as it stands; where nobody has signed yet it is composed now, so that the other side signs the certificate page as well. */
async function outgoingPdf(call: Call, { contract, envelope }: Standing, taskId: Id<'task'>, parts: EnvelopeParts): Promise<Result<Made, 'DAMAGED_FILE'>> {
  if (envelope.attachmentId === null) return composeEnvelope(call, { envelope, contract, fresh: null, taskId }, parts);
  const pdf = loadAttachment(call.session, call.db, envelope.attachmentId);
  return pdf === null ? fail('DAMAGED_FILE') : succeed({ pdf, pageCount: null });
}

/** Looks at a file that came back: whether it is ours continued, who signed it, and whether its words are the approved ones. */
export async function checkReturned(call: Call, signerId: SignerId, pickId: PickId, parts: EnvelopeParts): Promise<Result<ReturnedReport, CheckError>> {
  const examined = await examine(call, signerId, pickId, parts);
  return examined.ok ? succeed(examined.value.report) : examined;
}

/**
 * Takes a file that came back. What can't be compared, or differs, needs a reason, which is kept. A signature that
 * doesn't hold is never taken, nor a file that lacks one which was given already. Ink on a scan counts for all who were
 * to sign on that paper.
 */
export async function acceptReturned(
  call: Call,
  { signerId, pickId, reason, signedOn, taskId }: { readonly signerId: SignerId; readonly pickId: PickId; readonly reason: string; readonly signedOn: Day | null; readonly taskId: Id<'task'> },
  parts: EnvelopeParts,
): Promise<Result<Envelope, CheckError | 'REASON_MISSING' | 'SIGNATURE_BROKEN' | 'SIGNATURES_LOST' | 'NO_SIGNATURE' | 'SIGNED_IN_FUTURE' | 'NO_IDENTITY' | 'CERTIFICATE_EXPIRED'>> {
  if (signedOn !== null && signedOn > dayOn(parts.clock)) return fail('SIGNED_IN_FUTURE');
  const examined = await examine(call, signerId, pickId, parts);
  if (!examined.ok) return examined;
  const { report, standing, bytes, fresh } = examined.value;
  if (report.verification?.verdict === 'broken') return fail('SIGNATURE_BROKEN');
  if (report.lostSignatures.length > 0) return fail('SIGNATURES_LOST');
  if (standing.signer.method === 'external' && report.newSignatures === 0) return fail('NO_SIGNATURE');
  if (report.needsReason && reason === '') return fail('REASON_MISSING');
  const signedAt = parts.clock.now();
  const evidence: Evidence = { ...noEvidence, comparison: report.comparison, reason: report.needsReason ? reason : '' };
  const kept = { ...actOf(standing, signedAt), evidence, evidenceSha256: sha256(canonicalJson({ evidence, file: sha256(bytes) })) };
  if (standing.signer.method === 'wet_ink') return acceptScan(call, { ...kept, signedOn: signedOn ?? usualInkDay(standing.contract.summary.signedOn, dayOn(parts.clock)) }, bytes, taskId, parts);
  const latest = fresh.at(-1);
  const signer = latest?.signer ?? null;
  const certificate = signer === null ? null : { subject: signer.subject, fingerprint: signer.fingerprintSha256 };
  const shown = (report.verification?.signatures ?? []).map(({ signer: by, timestamp }) => ({ fingerprint: by?.fingerprintSha256 ?? null, isStamped: timestamp?.holds === true }));
  const stamps = { timestampState: latest?.timestamp?.holds === true ? 'stamped' : 'none', shownStamps: stampsShown(standing.signers, shown) } as const;
  parts.onProgress(taskId, 'write');
  return keepAct(call, { ...kept, ...stamps, certificate, file: { pdf: bytes, sha256: sha256(bytes), pageCount: report.pageCount } }, parts);
}

/** The scan of the signed paper. When nobody signs after the ink, the person at the keyboard seals scan and certificate page. */
async function acceptScan(call: Call, kept: ReturnType<typeof actOf>, scan: Buffer, taskId: Id<'task'>, parts: EnvelopeParts) {
  const { envelope, signers, contract } = kept.standing;
  const act = { ...kept, scan, signers: signers.filter(({ method, state }) => method === 'wet_ink' && state === 'waiting') };
  if (!isLastWithInk(signers)) return keepAct(call, act, parts);
  const material = ownMaterial(call, parts);
  if (!material.ok) return material;
  const composed = await composeEnvelope(call, { envelope, contract, fresh: null, scan, taskId }, parts);
  if (!composed.ok) return composed;
  const stamped = await seal(call, composed.value.pdf, { ...sealSignature(contract.summary.number, material.value, act.signedAt, parts), material: material.value, signedAt: act.signedAt, taskId }, parts);
  return keepAct(call, { ...act, certificate: certificateOf(material.value), ...fileOf(stamped, composed.value) }, parts);
}

interface Examined {
  readonly standing: Standing;
  readonly bytes: Buffer;
  readonly report: ReturnedReport;
  /** The signatures that the envelope's file does not have yet. */
  readonly fresh: readonly SignatureReport[];
}

async function examine(call: Call, signerId: SignerId, pickId: PickId, parts: EnvelopeParts): Promise<Result<Examined, CheckError>> {
  const found = standingOf(call, parts, signerId, ['wet_ink', 'external']);
  if (!found.ok) return found;
  const standing = found.value;
  const path = parts.picks.find(pickId);
  if (path === undefined || !existsSync(path)) return fail('PICK_EXPIRED');
  if (statSync(path).size > largestFile) return fail('FILE_TOO_LARGE', { megabytes: largestFile / 1024 / 1024 });
  const bytes = readFileSync(path);
  const verified = await parts.pdf.verify({ pdf: bytes, trustedCertificatesPem: [], now: parts.clock.now() });
  if (!verified.ok) return fail(verified.error.code === 'PDF_ENCRYPTED' || verified.error.code === 'NOT_A_PDF' ? verified.error.code : 'PDF_UNREADABLE');
  const given = await givenFile(call, standing, parts);
  if (!given.ok) return given;
  const isInk = standing.signer.method === 'wet_ink';
  const continuesOurs = bytes.length >= given.value.length && bytes.subarray(0, given.value.length).equals(given.value);
  const comparison: Comparison = continuesOurs ? { outcome: 'same', places: [], count: 0 } : compareTexts(await linesOf(given.value, parts), (await linesOf(bytes, parts)).join('\n'));
  const { verdict, signatures, pageCount } = verified.value;
  const before = isInk ? [] : await signaturesOf(given.value, parts);
  const fresh = missingFrom(before, signatures);
  const isIntact = isInk ? verdict === 'intact' || verdict === 'unsigned' : verdict === 'intact';
  const report: ReturnedReport = {
    fileName: basename(path),
    pageCount,
    verification: signatures.length === 0 ? null : (verified.value satisfies VerificationReport),
    continuesOurs,
    newSignatures: fresh.length,
    lostSignatures: isInk || continuesOurs ? [] : lostFrom(standing, before, signatures),
    comparison,
    needsReason: comparison.outcome !== 'same' || !isIntact || (!isInk && !continuesOurs),
  };
  return succeed({ standing, bytes, report, fresh });
}

/**
 * Whose signatures a file that does not go on from ours would lose. Where the envelope has no file yet, what was drawn or
 * stamped waits to be put into it, and another file has none of it.
 */
function lostFrom({ envelope, signers }: Standing, before: readonly SignatureReport[], found: readonly SignatureReport[]): readonly string[] {
  if (envelope.attachmentId === null) return signers.filter(({ state }) => state === 'signed').map(({ name }) => name);
  return missingFrom(found, before).map(({ signer, claimed, fieldName }) => signer?.commonName ?? claimed.name ?? fieldName);
}

/** The signatures of `wanted` that are not among `present`. A time stamp may be put to one later; it stays the same. */
function missingFrom(present: readonly SignatureReport[], wanted: readonly SignatureReport[]): readonly SignatureReport[] {
  const known = new Set(present.map(keyOf));
  return wanted.filter((one) => !known.has(keyOf(one)));
}

function keyOf({ fieldName, signer, claimed }: SignatureReport): string {
  return canonicalJson([fieldName, signer?.fingerprintSha256 ?? null, claimed.signedAt]);
}

/**
 * What the file is held against: the paper that was given out to be signed in ink, or the envelope's file as it stands,
 * which others may have signed since it was given out. Printed anew where there is neither.
 */
async function givenFile(call: Call, standing: Standing, parts: EnvelopeParts): Promise<Result<Buffer, 'DAMAGED_FILE'>> {
  const { envelope, signer } = standing;
  const id = signer.method === 'wet_ink' ? envelope.handedOutId : envelope.attachmentId;
  if (id === null) {
    const made = await inkPdf(call, standing, parts.ids.create<'task'>(), parts);
    return made.ok ? succeed(Buffer.from(made.value.pdf)) : made;
  }
  const pdf = loadAttachment(call.session, call.db, id);
  return pdf === null ? fail('DAMAGED_FILE') : succeed(pdf);
}

async function signaturesOf(pdf: Uint8Array, parts: EnvelopeParts): Promise<readonly SignatureReport[]> {
  const verified = await parts.pdf.verify({ pdf, trustedCertificatesPem: [], now: parts.clock.now() });
  return verified.ok ? verified.value.signatures : [];
}

/** A file's words, line by line; none for a scan without recognised text. */
async function linesOf(pdf: Uint8Array, { reading }: EnvelopeParts): Promise<readonly string[]> {
  const read = await reading.read({ name: 'file.pdf', bytes: new Uint8Array(pdf) });
  return read.ok ? read.value.blocks.map(({ text }) => text) : [];
}
