import type { Contract } from '#shared/features/contracts/model.ts';
import { certificatePageHtml, idCheckWords, methodWords, signatureSectionHtml, type PageApproval, type PageSigner } from '#shared/features/signing/certificate-page.ts';
import type { Evidence, Signer } from '#shared/features/signing/envelope-model.ts';
import { isPageMark, signerAnchor } from '#shared/features/signing/envelope-rules.ts';
import { localTime, markLines } from '#shared/features/signing/rules.ts';
import type { Drawing } from '#shared/features/signing/strokes.ts';
import type { Id } from '#shared/kernel/ids.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import { loadAttachment } from '../../attachments/attachment-store.ts';
import type { Call } from '../../ipc/handlers.ts';
import type { PageMark } from '../../pdf/finish.ts';
import type { Mark } from '../../pdf/marks.ts';
import type { Composed } from '../../workers/pdf-tasks.ts';
import type { EnvelopeParts } from './envelope-parts.ts';
import { auditHead, drawingOf, evidenceOf, listSignerRows, type EnvelopeRow } from './envelope-queries.ts';
import { contractPage, dataAttachment, metadataOf, sectionsPage } from './printed-contract.ts';
import { usedSealMark } from './seals.ts';

/** A signature that has been given and is not stored yet. */
export interface FreshMark {
  readonly signer: Signer;
  readonly position: number;
  readonly mark: Mark;
  readonly signedAt: number;
  readonly evidence: Evidence;
  readonly evidenceSha256: string;
}

export interface ComposeRequest {
  readonly envelope: EnvelopeRow;
  readonly contract: Contract;
  /** The one that is being given now, where it belongs into the pages. */
  readonly fresh: FreshMark | null;
  /** The scan that is being taken now; else the one that was stored, if any. */
  readonly scan?: Uint8Array;
  readonly taskId: Id<'task'>;
}

/**
 * Makes the document that the certificates sign: the contract (or the scan of its signed paper), a block for each
 * signer, the drawn signatures and seals given so far, and the certificate page. After that nothing can be added but
 * signatures, so it is made as late as possible.
 */
export async function composeEnvelope(call: Call, { envelope, contract, fresh, scan: freshScan, taskId }: ComposeRequest, parts: EnvelopeParts): Promise<Result<Composed, 'DAMAGED_FILE'>> {
  parts.onProgress(taskId, 'print');
  const scan = freshScan ?? (envelope.scanId === null ? null : loadAttachment(call.session, call.db, envelope.scanId));
  if (envelope.scanId !== null && scan === null) return fail('DAMAGED_FILE');
  const rows = pageSigners(call, envelope, fresh, parts);
  const isSealed = !rows.some(({ method }) => method === 'certificate' || method === 'external');
  const now = parts.clock.now();
  const certificate = certificatePageHtml({
    number: contract.summary.number,
    title: contract.summary.title,
    versionNumber: envelope.versionNumber,
    contentHash: envelope.contentHash,
    envelopeId: envelope.id,
    composedAt: localTime(now, parts.clock.offsetMinutes(now)),
    approvals: approvalsOf(call, contract, parts),
    sparingFlow: parts.sparingFlow(call.db, contract.summary.id),
    signers: rows,
    isSealed,
    auditHead: auditHead(call.db),
  });
  const onScreen = scan === null ? rows : rows.filter(({ method }) => method !== 'wet_ink');
  const sections = `${onScreen.length === 0 ? '' : signatureSectionHtml(onScreen)}${certificate}`;
  const page = scan === null ? contractPage(contract, parts, { behind: sections, signatureAnchor: null }) : sectionsPage(contract, sections, parts);
  const printed = await parts.printer.printToPdf(page, new AbortController().signal);
  const marks = storedMarks(call, envelope, parts);
  if (marks === null) return fail('DAMAGED_FILE');
  parts.onProgress(taskId, 'sign');
  const composed = await parts.pdf.compose({
    printed,
    metadata: metadataOf(contract, call.session.user.name, now),
    attachment: dataAttachment(contract),
    marks: fresh === null ? marks : [...marks, pageMark(call, fresh, parts)],
    fontBytes: parts.signatureFont(),
    scan,
  });
  return succeed(composed);
}

/** The paper to sign by hand: the contract with a line for each signer, and nothing that would be untrue on paper. */
export function inkPage(call: Call, envelope: EnvelopeRow, contract: Contract, parts: EnvelopeParts): string {
  return contractPage(contract, parts, { behind: signatureSectionHtml(pageSigners(call, envelope, null, parts)), signatureAnchor: null });
}

function pageSigners(call: Call, envelope: EnvelopeRow, fresh: FreshMark | null, { clock }: EnvelopeParts): readonly PageSigner[] {
  const timeOf = (at: number | null): string | null => (at === null ? null : localTime(at, clock.offsetMinutes(at)));
  return listSignerRows(call.db, envelope.id).map((row) => {
    const isFresh = row.id === fresh?.signer.id;
    const evidence = isFresh ? fresh.evidence : evidenceOf(call.db, row.id);
    return {
      position: row.position,
      side: row.side,
      name: row.name,
      title: row.title,
      partyName: row.partyName,
      method: row.method,
      signedAt: timeOf(isFresh ? fresh.signedAt : row.state === 'signed' ? row.signedAt : null),
      recordedBy: isFresh ? call.session.user.name : row.state === 'signed' ? row.recordedByName : null,
      // The kind only: the note may hold a number that the other side need not read.
      idCheck: identified(evidence),
      evidenceSha256: isFresh ? fresh.evidenceSha256 : row.evidenceSha256,
    };
  });
}

function identified(evidence: Evidence | null): string | null {
  const check = evidence?.idCheck ?? null;
  return check === null ? null : idCheckWords[check.kind];
}

/** Who approved the text, as the certificate page tells it. */
export function approvalsOf(call: Call, contract: Contract, { approvedSteps, clock }: Pick<EnvelopeParts, 'approvedSteps' | 'clock'>): readonly PageApproval[] {
  return approvedSteps(call.db, contract.summary.id).map((step) => ({ ...step, at: localTime(step.at, clock.offsetMinutes(step.at)) }));
}

/** The marks that were given before; null when one of them can't be read any more. */
function storedMarks(call: Call, envelope: EnvelopeRow, parts: EnvelopeParts): readonly PageMark[] | null {
  const marks: PageMark[] = [];
  for (const row of listSignerRows(call.db, envelope.id)) {
    if (row.state !== 'signed' || !isPageMark(row.method) || row.signedAt === null) continue;
    const mark = row.method === 'seal' ? usedSealMark(call, row.id) : drawnMark(drawingOf(call.db, row.id));
    if (mark === null) return null;
    marks.push({ anchor: signerAnchor(row.position), mark, lines: linesOf(row, row.signedAt, row.recordedByName ?? '', parts) });
  }
  return marks;
}

function pageMark(call: Call, { signer, position, mark, signedAt }: FreshMark, parts: EnvelopeParts): PageMark {
  return { anchor: signerAnchor(position), mark, lines: linesOf(signer, signedAt, call.session.user.name, parts) };
}

export function drawnMark(drawing: Drawing | null): Mark | null {
  return drawing === null ? null : { kind: 'drawing', drawing };
}

function linesOf({ name, partyName, method }: Pick<Signer, 'name' | 'partyName' | 'method'>, signedAt: number, recordedBy: string, { clock }: EnvelopeParts): readonly string[] {
  return markLines({ name, partyName, signedAt, offsetMinutes: clock.offsetMinutes(signedAt), method: methodWords[method], recordedBy, sealedBy: null });
}
