import { existsSync, readFileSync } from 'node:fs';
import { methodWords, sealAnchor } from '#shared/features/signing/certificate-page.ts';
import { consentText } from '#shared/features/signing/consent.ts';
import type { Envelope, Evidence, IdCheck, SealId, SignerId } from '#shared/features/signing/envelope-model.ts';
import { signerAnchor } from '#shared/features/signing/envelope-rules.ts';
import { markLines, signatureLines, signingReason } from '#shared/features/signing/rules.ts';
import type { Pkcs12Error } from '../../crypto/pkcs12-file.ts';
import { isDrawn, measureDrawing, type Drawing } from '#shared/features/signing/strokes.ts';
import type { PickId } from '#shared/features/vault/model.ts';
import { canonicalJson } from '#shared/kernel/canonical-json.ts';
import type { Id } from '#shared/kernel/ids.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import { loadAttachment } from '../../attachments/attachment-store.ts';
import { sha256 } from '../../crypto/digest.ts';
import type { Call } from '../../ipc/handlers.ts';
import type { SigningMaterial } from '../../pdf/cms.ts';
import type { Mark } from '../../pdf/marks.ts';
import type { Composed, Stamped } from '../../workers/pdf-tasks.ts';
import { readSetting } from '../../vault/vault-settings.ts';
import { composeEnvelope, type FreshMark } from './compose.ts';
import type { EnvelopeParts } from './envelope-parts.ts';
import { openSigningKey } from './identities.ts';
import { keepAct, type Act } from './keep-act.ts';
import { findSeal } from './seal-queries.ts';
import { sealMark } from './seals.ts';
import { standingOf, type Standing, type StandingError } from './standing.ts';

type ActError = StandingError | 'DAMAGED_FILE';
type SealingError = 'NO_IDENTITY' | 'CERTIFICATE_EXPIRED';

export type CertificateSource = { readonly kind: 'identity' } | { readonly kind: 'pkcs12'; readonly pickId: PickId; readonly password: string };

/** A certificate with its key, ready to sign. */
export interface Material extends SigningMaterial {
  readonly commonName: string;
  readonly subject: string;
  readonly fingerprint: string;
}

/** Signs with a certificate: an increment to the file, so that every earlier signature stays valid. */
export async function signWithCertificate(
  call: Call,
  { signerId, source, taskId }: { readonly signerId: SignerId; readonly source: CertificateSource; readonly taskId: Id<'task'> },
  parts: EnvelopeParts,
): Promise<Result<Envelope, ActError | 'NOT_YOUR_SIGNATURE' | 'THEIR_CERTIFICATE_NEEDED' | 'NO_IDENTITY' | 'PICK_EXPIRED' | Pkcs12Error>> {
  const found = standingOf(call, parts, signerId, ['certificate']);
  if (!found.ok) return found;
  const standing = found.value;
  // The key of somebody else's certificate does not open for the person at the keyboard: it is their turn to unlock.
  if (standing.signer.userId !== null && standing.signer.userId !== call.session.user.id) return fail('NOT_YOUR_SIGNATURE', { name: standing.signer.name });
  // The signature of the other side must not be made with a certificate of ours.
  if (standing.signer.side === 'them' && source.kind === 'identity') return fail('THEIR_CERTIFICATE_NEEDED', { name: standing.signer.name });
  const material = source.kind === 'identity' ? ownMaterial(call, parts) : await pkcs12Material(source, parts);
  if (!material.ok) return material;
  const open = await openFile(call, standing, null, taskId, parts);
  if (!open.ok) return open;
  const signedAt = parts.clock.now();
  const { contract, signer, position } = standing;
  const offsetMinutes = parts.clock.offsetMinutes(signedAt);
  const lines = signatureLines({ signerName: signer.name, signedAt, offsetMinutes, contractNumber: contract.summary.number, fingerprint: material.value.fingerprint });
  const stamped = await seal(call, open.value.pdf, { material: material.value, anchor: signerAnchor(position), name: signer.name, reason: signingReason(contract.summary.number), lines, mark: null, signedAt, taskId }, parts);
  return keepAct(call, { ...actOf(standing, signedAt), certificate: certificateOf(material.value), ...fileOf(stamped, open.value) }, parts);
}

/** Keeps a signature drawn on this screen: its strokes, how its writer was identified and what they agreed to. */
export async function signByHand(
  call: Call,
  request: { readonly signerId: SignerId; readonly drawing: Drawing; readonly idCheck: IdCheck; readonly consent: string; readonly taskId: Id<'task'> },
  parts: EnvelopeParts,
): Promise<Result<Envelope, ActError | SealingError | 'NOT_DRAWN' | 'CONSENT_DIFFERS'>> {
  const found = standingOf(call, parts, request.signerId, ['drawn']);
  if (!found.ok) return found;
  const { signer, contract, envelope } = found.value;
  if (!isDrawn(request.drawing)) return fail('NOT_DRAWN');
  const { language, number, title } = contract.summary;
  const consent = consentText({ language, number, title, signerName: signer.name, partyName: signer.partyName, contentHash: envelope.contentHash });
  // What is kept as agreed must be what was on the screen.
  if (request.consent !== consent) return fail('CONSENT_DIFFERS');
  const { strokes, points, milliseconds, hasPressure } = measureDrawing(request.drawing);
  const evidence: Evidence = { ...noEvidence, idCheck: request.idCheck, consent, strokes, points, milliseconds: Math.round(milliseconds), hasPressure };
  return placeMark(call, found.value, { mark: { kind: 'drawing', drawing: request.drawing }, evidence, drawing: request.drawing, sealId: null, taskId: request.taskId }, parts);
}

/** Puts the company's seal on the contract and notes its use. */
export async function stampSeal(
  call: Call,
  { signerId, sealId, taskId }: { readonly signerId: SignerId; readonly sealId: SealId; readonly taskId: Id<'task'> },
  parts: EnvelopeParts,
): Promise<Result<Envelope, ActError | SealingError | 'SEAL_RETIRED'>> {
  const found = standingOf(call, parts, signerId, ['seal']);
  if (!found.ok) return found;
  const stored = findSeal(call.db, sealId);
  if (stored === undefined) return fail('NOT_FOUND');
  if (stored.retiredAt !== null) return fail('SEAL_RETIRED');
  const mark = sealMark(call, stored);
  if (mark === null) return fail('DAMAGED_FILE');
  return placeMark(call, found.value, { mark, evidence: noEvidence, drawing: null, sealId, taskId }, parts);
}

interface MarkAct {
  readonly mark: Mark;
  readonly evidence: Evidence;
  readonly drawing: Drawing | null;
  readonly sealId: SealId | null;
  readonly taskId: Id<'task'>;
}

/**
 * While no certificate has signed, a mark waits for the document to be composed; as the last act it composes it, and the
 * person at the keyboard seals it. After a certificate it becomes the look of a signature that the same person gives.
 */
async function placeMark(call: Call, standing: Standing, { mark, evidence, drawing, sealId, taskId }: MarkAct, parts: EnvelopeParts): Promise<Result<Envelope, ActError | SealingError>> {
  const { envelope, signers, signer, position, contract } = standing;
  const signedAt = parts.clock.now();
  const evidenceSha256 = sha256(canonicalJson({ evidence, drawing, sealId }));
  const act = { ...actOf(standing, signedAt), evidence, evidenceSha256, drawing, sealId };
  const isLast = signers.filter(({ state }) => state === 'waiting').length === 1;
  if (envelope.attachmentId === null && !isLast) return keepAct(call, act, parts);
  const material = ownMaterial(call, parts);
  if (!material.ok) return material;
  const isComposed = envelope.attachmentId !== null;
  const fresh: FreshMark = { signer, position, mark, signedAt, evidence, evidenceSha256 };
  const open = await openFile(call, standing, isComposed ? null : fresh, taskId, parts);
  if (!open.ok) return open;
  const request = isComposed ? markSignature(call, standing, mark, material.value, signedAt, parts) : sealSignature(contract.summary.number, material.value, signedAt, parts);
  const stamped = await seal(call, open.value.pdf, { ...request, material: material.value, signedAt, taskId }, parts);
  return keepAct(call, { ...act, certificate: certificateOf(material.value), ...fileOf(stamped, open.value) }, parts);
}

function markSignature(call: Call, { signer, position, contract }: Standing, mark: Mark, { commonName, fingerprint }: Material, signedAt: number, { clock }: EnvelopeParts) {
  const { name, partyName, method } = signer;
  const sealedBy = { name: commonName, fingerprint };
  return {
    anchor: signerAnchor(position),
    name: commonName,
    reason: `${methodWords[method]}：${name}（${signingReason(contract.summary.number)}）`,
    lines: markLines({ name, partyName, signedAt, offsetMinutes: clock.offsetMinutes(signedAt), method: methodWords[method], recordedBy: call.session.user.name, sealedBy }),
    mark,
  };
}

/** What seals a file in which nobody signs with a certificate of their own. */
export function sealSignature(number: string, { commonName, fingerprint }: Material, signedAt: number, { clock }: EnvelopeParts) {
  const lines = signatureLines({ signerName: commonName, signedAt, offsetMinutes: clock.offsetMinutes(signedAt), contractNumber: number, fingerprint });
  return { anchor: sealAnchor, name: commonName, reason: `封存 Sealing of contract ${number}`, lines, mark: null };
}

/** The file that is to be signed: the one that is signed already, or a freshly composed one. */
async function openFile(call: Call, { envelope, contract }: Standing, fresh: FreshMark | null, taskId: Id<'task'>, parts: EnvelopeParts): Promise<Result<Omit<Composed, 'pageCount'> & { readonly pageCount: number | null }, 'DAMAGED_FILE'>> {
  if (envelope.attachmentId === null) return composeEnvelope(call, { envelope, contract, fresh, taskId }, parts);
  const pdf = loadAttachment(call.session, call.db, envelope.attachmentId);
  return pdf === null ? fail('DAMAGED_FILE') : succeed({ pdf, pageCount: null });
}

export interface SealRequest {
  readonly material: Material;
  readonly anchor: string;
  readonly name: string;
  readonly reason: string;
  readonly lines: readonly string[];
  readonly mark: Mark | null;
  readonly signedAt: number;
  readonly taskId: Id<'task'>;
}

/** One signature, with a time stamp where the vault knows a server and it can be had. */
export function seal(call: Call, pdf: Uint8Array, request: SealRequest, parts: EnvelopeParts): Promise<Stamped> {
  const { material, anchor, name, reason, lines, mark, signedAt, taskId } = request;
  parts.onProgress(taskId, 'sign');
  const url = readSetting(call.db, 'timestamp_url') ?? '';
  return parts.pdf.signAndStamp(
    {
      pdf,
      identity: material,
      appearance: { placement: { anchor, isOptional: true }, lines, fontBytes: parts.signatureFont(), mark },
      signerName: name,
      reason,
      location: null,
      signedAt,
      timeZoneOffsetMinutes: parts.clock.offsetMinutes(signedAt),
      fieldName: `deedbox-${anchor}`,
    },
    url === '' ? null : url,
  );
}

/** The certificate of the person at the keyboard. */
export function ownMaterial(call: Call, parts: EnvelopeParts): Result<Material, SealingError> {
  const key = openSigningKey(call.session, call.db);
  if (key === null) return fail('NO_IDENTITY');
  if (key.notAfter <= parts.clock.now()) return fail('CERTIFICATE_EXPIRED', { notAfter: key.notAfter });
  return succeed({ ...key, fingerprint: parts.pdf.fingerprintOf(key.certificatePem) });
}

/** A certificate from a file, used once and kept nowhere. */
async function pkcs12Material({ pickId, password }: Extract<CertificateSource, { kind: 'pkcs12' }>, parts: EnvelopeParts): Promise<Result<Material, 'PICK_EXPIRED' | Pkcs12Error>> {
  const path = parts.picks.find(pickId);
  if (path === undefined || !existsSync(path)) return fail('PICK_EXPIRED');
  const read = await parts.pdf.readPkcs12({ bytes: readFileSync(path), password, now: parts.clock.now() });
  return read.ok ? succeed({ ...read.value, fingerprint: read.value.fingerprintSha256 }) : read;
}

export function certificateOf({ subject, fingerprint }: Material): NonNullable<Act['certificate']> {
  return { subject, fingerprint };
}

export function fileOf(stamped: Stamped, { pageCount }: { readonly pageCount: number | null }): Pick<Act, 'file' | 'timestampState'> {
  const timestampState = ({ none: 'none', stamped: 'stamped', SERVER_AWAY: 'queued', TOKEN_TOO_LARGE: 'queued', NO_PLACE: 'unstampable' } as const)[stamped.outcome];
  return { file: { pdf: stamped.pdf, sha256: stamped.sha256, pageCount }, timestampState };
}

/** An act of one signer of which nothing is kept yet. */
export function actOf(standing: Standing, signedAt: number): Act {
  return { standing, signers: [standing.signer], signedAt, signedOn: null, evidence: null, evidenceSha256: null, drawing: null, sealId: null, certificate: null, timestampState: 'none', shownStamps: null, scan: null, file: null };
}

export const noEvidence: Evidence = { idCheck: null, consent: '', strokes: 0, points: 0, milliseconds: 0, hasPressure: false, comparison: null, reason: '' };
