import type { SigningEnd } from '#shared/features/contracts/lifecycle.ts';
import type { ContractId, ContractVersionId } from '#shared/features/contracts/model.ts';
import type { Envelope, EnvelopeId, EnvelopeState, EnvelopeSummary, Evidence, Signer, SignerDraft, SignerId, SealId } from '#shared/features/signing/envelope-model.ts';
import { isRunning, nextSigner, stateOn } from '#shared/features/signing/envelope-rules.ts';
import type { Drawing } from '#shared/features/signing/strokes.ts';
import type { SignerStamp } from '#shared/features/signing/timestamp-rules.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import type { KnownFile } from '#shared/features/verification/ipc.ts';
import type { Day } from '#shared/kernel/day.ts';
import { withheld } from '#shared/kernel/withheld.ts';
import type { AttachmentId } from '../../attachments/attachment-store.ts';
import type { Readable, Writable } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';

/** What is asked of the reader: today, and whether the clauses compartment is open. */
export interface Reader {
  readonly today: Day;
  readonly holdsClauses: boolean;
}

export interface EnvelopeRow {
  readonly id: EnvelopeId;
  readonly contractId: ContractId;
  readonly versionId: ContractVersionId;
  readonly versionNumber: number;
  readonly contentHash: string;
  readonly state: EnvelopeState;
  readonly expiresOn: Day | null;
  readonly createdAt: number;
  readonly createdByName: string;
  readonly closedAt: number | null;
  readonly endedBy: SigningEnd | null;
  /** What was given out to be signed on paper or elsewhere. */
  readonly handedOutId: AttachmentId | null;
  /** The signed paper, as it was scanned. */
  readonly scanId: AttachmentId | null;
  /** The file as it stands; null until the first certificate, or the end. */
  readonly attachmentId: AttachmentId | null;
  readonly pdfSha256: string | null;
  readonly pageCount: number | null;
}

const envelopeColumns = sql`
  envelopes.id, envelopes.contract_id AS contractId, version_id AS versionId, version_number AS versionNumber, envelopes.content_hash AS contentHash, envelopes.state,
  expires_on AS expiresOn, envelopes.created_at AS createdAt, creator.name AS createdByName, closed_at AS closedAt, ended_by AS endedBy, handed_out_id AS handedOutId, scan_id AS scanId,
  attachment_id AS attachmentId, pdf_sha256 AS pdfSha256, page_count AS pageCount`;

const envelopeTables = sql`envelopes JOIN contract_versions ON contract_versions.id = version_id JOIN users AS creator ON creator.id = envelopes.created_by`;

export function insertEnvelope(
  db: Writable,
  row: Pick<EnvelopeRow, 'id' | 'contractId' | 'versionId' | 'contentHash' | 'expiresOn' | 'createdAt'> & { readonly createdBy: UserId },
): void {
  db.run(sql`
    INSERT INTO envelopes (id, contract_id, version_id, content_hash, state, expires_on, created_at, created_by)
    VALUES (${row.id}, ${row.contractId}, ${row.versionId}, ${row.contentHash}, 'pending', ${row.expiresOn}, ${row.createdAt}, ${row.createdBy})`);
}

export function insertSigner(db: Writable, envelopeId: EnvelopeId, id: SignerId, position: number, signer: SignerDraft): void {
  const { side, name, title, partyName, method, userId } = signer;
  db.run(sql`
    INSERT INTO envelope_signers (id, envelope_id, position, side, name, title, party_name, method, user_id, state)
    VALUES (${id}, ${envelopeId}, ${position}, ${side}, ${name}, ${title}, ${partyName}, ${method}, ${userId}, 'waiting')`);
}

export function findEnvelope(db: Readable, id: EnvelopeId): EnvelopeRow | undefined {
  return db.get<EnvelopeRow>(sql`SELECT ${envelopeColumns} FROM ${envelopeTables} WHERE envelopes.id = ${id}`);
}

/** The envelope that a signer belongs to. */
export function findEnvelopeOf(db: Readable, id: SignerId): EnvelopeRow | undefined {
  return db.get<EnvelopeRow>(sql`
    SELECT ${envelopeColumns} FROM ${envelopeTables} JOIN envelope_signers ON envelope_id = envelopes.id WHERE envelope_signers.id = ${id}`);
}

/** Whether an envelope of the contract can still be signed. */
export function hasRunningEnvelope(db: Readable, contractId: ContractId, today: Day): boolean {
  return findRunningEnvelope(db, contractId, today) !== undefined;
}

/** The envelope of the contract that can still be signed. */
export function findRunningEnvelope(db: Readable, contractId: ContractId, today: Day): Pick<EnvelopeRow, 'id'> | undefined {
  return db
    .all<Pick<EnvelopeRow, 'id' | 'state' | 'expiresOn'>>(sql`SELECT id, state, expires_on AS expiresOn FROM envelopes WHERE contract_id = ${contractId}`)
    .find(({ state, expiresOn }) => isRunning(stateOn(state, expiresOn, today)));
}

/** The envelopes of a contract, the latest first, as this reader may see them. */
export function listEnvelopes(db: Readable, contractId: ContractId, reader: Reader): readonly Envelope[] {
  return db
    .all<EnvelopeRow>(sql`SELECT ${envelopeColumns} FROM ${envelopeTables} WHERE envelopes.contract_id = ${contractId} ORDER BY envelopes.created_at DESC, envelopes.rowid DESC`)
    .map((row) => envelopeOf(db, row, reader));
}

export function envelopeOf(db: Readable, { versionId: _version, attachmentId: _attachment, handedOutId: _handedOut, scanId: _scan, ...row }: EnvelopeRow, reader: Reader): Envelope {
  return { ...row, state: stateOn(row.state, row.expiresOn, reader.today), closingReason: reader.holdsClauses ? reasonOf(db, row.id) : withheld, signers: listSigners(db, row.id, reader.holdsClauses) };
}

interface SignerRow extends Omit<Signer, 'evidence'> {
  readonly position: number;
  readonly evidenceSha256: string | null;
}

/** The signers of an envelope in their order. */
export function listSigners(db: Readable, envelopeId: EnvelopeId, holdsClauses: boolean): readonly Signer[] {
  return listSignerRows(db, envelopeId).map(({ position: _position, evidenceSha256: _digest, ...row }) => ({ ...row, evidence: holdsClauses ? evidenceOf(db, row.id) : withheld }));
}

export function listSignerRows(db: Readable, envelopeId: EnvelopeId): readonly SignerRow[] {
  return db.all<SignerRow>(sql`
    SELECT envelope_signers.id, position, side, envelope_signers.name, title, party_name AS partyName, method, user_id AS userId, envelope_signers.state, signed_at AS signedAt,
      recorder.name AS recordedByName, certificate_subject AS certificateSubject, certificate_fingerprint AS certificateFingerprint, company_seals.name AS sealName,
      timestamp_state AS timestampState, evidence_sha256 AS evidenceSha256
    FROM envelope_signers LEFT JOIN users AS recorder ON recorder.id = recorded_by LEFT JOIN company_seals ON company_seals.id = seal_id
    WHERE envelope_id = ${envelopeId} ORDER BY position`);
}

export function evidenceOf(db: Readable, id: SignerId): Evidence | null {
  const row = db.get<{ evidence: string }>(sql`SELECT evidence FROM clauses.signing_evidence WHERE signer_id = ${id}`);
  return row === undefined ? null : (JSON.parse(row.evidence) as Evidence);
}

/** The strokes of a signature drawn by hand. */
export function drawingOf(db: Readable, id: SignerId): Drawing | null {
  const row = db.get<{ drawing: string | null }>(sql`SELECT drawing FROM clauses.signing_evidence WHERE signer_id = ${id}`);
  const drawing = row?.drawing ?? null;
  return drawing === null ? null : (JSON.parse(drawing) as Drawing);
}

export function insertEvidence(db: Writable, id: SignerId, evidence: Evidence, drawing: Drawing | null): void {
  db.run(sql`
    INSERT INTO clauses.signing_evidence (signer_id, evidence, drawing) VALUES (${id}, ${JSON.stringify(evidence)}, ${drawing === null ? null : JSON.stringify(drawing)})`);
}

function reasonOf(db: Readable, id: EnvelopeId): string {
  return db.get<{ reason: string }>(sql`SELECT reason FROM clauses.envelope_reasons WHERE envelope_id = ${id}`)?.reason ?? '';
}

export interface SignedFacts {
  readonly signedAt: number;
  readonly recordedBy: UserId;
  readonly certificateSubject: string | null;
  readonly certificateFingerprint: string | null;
  readonly sealId: SealId | null;
  readonly evidenceSha256: string | null;
  readonly timestampState: Signer['timestampState'];
}

/** Notes that a signer signed; gives how many rows that changed, 0 when somebody else was faster. */
export function markSigned(db: Writable, id: SignerId, facts: SignedFacts): number {
  return db.run(sql`
    UPDATE envelope_signers SET state = 'signed', signed_at = ${facts.signedAt}, recorded_by = ${facts.recordedBy}, certificate_subject = ${facts.certificateSubject},
      certificate_fingerprint = ${facts.certificateFingerprint}, seal_id = ${facts.sealId}, evidence_sha256 = ${facts.evidenceSha256}, timestamp_state = ${facts.timestampState}
    WHERE id = ${id} AND state = 'waiting'`);
}

/** Puts another person into the place of one who waits. */
export function setSeat(db: Writable, id: SignerId, { userId, name, title }: Pick<SignerDraft, 'userId' | 'name' | 'title'>): void {
  db.run(sql`UPDATE envelope_signers SET user_id = ${userId}, name = ${name}, title = ${title} WHERE id = ${id}`);
}

export function markDeclined(db: Writable, id: SignerId, by: UserId, at: number): void {
  db.run(sql`UPDATE envelope_signers SET state = 'declined', signed_at = ${at}, recorded_by = ${by} WHERE id = ${id}`);
}

export function setEnvelopeState(db: Writable, id: EnvelopeId, state: EnvelopeState, closedAt: number | null): void {
  db.run(sql`UPDATE envelopes SET state = ${state}, closed_at = ${closedAt} WHERE id = ${id}`);
}

/** An envelope that ends with a step of its contract. */
export function markEnded(db: Writable, id: EnvelopeId, why: SigningEnd, at: number): void {
  db.run(sql`UPDATE envelopes SET state = 'voided', closed_at = ${at}, ended_by = ${why} WHERE id = ${id}`);
}

export function insertReason(db: Writable, id: EnvelopeId, reason: string): void {
  db.run(sql`INSERT INTO clauses.envelope_reasons (envelope_id, reason) VALUES (${id}, ${reason})`);
}

export function setEnvelopeFile(db: Writable, id: EnvelopeId, file: { readonly attachmentId: AttachmentId | null; readonly pdfSha256: string | null; readonly pageCount: number | null }): void {
  db.run(sql`
    UPDATE envelopes SET attachment_id = ${file.attachmentId}, pdf_sha256 = ${file.pdfSha256}, page_count = coalesce(${file.pageCount}, page_count) WHERE id = ${id}`);
}

/** Notes that a file with this digest was signed or given out in an envelope: it is known ever after, whatever takes its place. */
export function noteEnvelopeFile(db: Writable, id: EnvelopeId, pdfSha256: string, at: number): void {
  db.run(sql`INSERT INTO envelope_files (pdf_sha256, envelope_id, kept_at) VALUES (${pdfSha256}, ${id}, ${at}) ON CONFLICT DO NOTHING`);
}

export function setHandedOut(db: Writable, id: EnvelopeId, attachmentId: AttachmentId | null): void {
  db.run(sql`UPDATE envelopes SET handed_out_id = ${attachmentId} WHERE id = ${id}`);
}

export function setScan(db: Writable, id: EnvelopeId, attachmentId: AttachmentId): void {
  db.run(sql`UPDATE envelopes SET scan_id = ${attachmentId} WHERE id = ${id}`);
}

/** Whether an envelope can still be signed on a day: what has expired stays in its stored state. */
const canBeSigned = (today: Day) => sql`(envelopes.state IN ('draft', 'pending', 'partially_signed') AND (envelopes.expires_on IS NULL OR envelopes.expires_on >= ${today}))`;

/** All envelopes of a kind with what the list shows: all that wait, the oldest first; else the latest five hundred. */
export function listSummaries(db: Readable, show: 'running' | 'completed' | 'closed', today: Day): readonly EnvelopeSummary[] {
  const waits = canBeSigned(today);
  const latest = sql`coalesce(envelopes.closed_at, envelopes.created_at) DESC LIMIT 500`;
  const kind = {
    running: sql`${waits} ORDER BY envelopes.created_at, envelopes.rowid`,
    completed: sql`envelopes.state = 'completed' ORDER BY ${latest}`,
    closed: sql`envelopes.state <> 'completed' AND NOT ${waits} ORDER BY ${latest}`,
  }[show];
  const rows = db.all<Omit<EnvelopeSummary, 'signedCount' | 'signerCount' | 'nextName' | 'nextMethod' | 'queuedTimestamps'>>(sql`
    SELECT envelopes.id, envelopes.contract_id AS contractId, contracts.number, contracts.title, contracts.stage, envelopes.state, envelopes.expires_on AS expiresOn,
      envelopes.created_at AS createdAt, envelopes.closed_at AS closedAt
    FROM envelopes JOIN contracts ON contracts.id = envelopes.contract_id WHERE ${kind}`);
  return rows
    .map((row) => ({ ...row, state: stateOn(row.state, row.expiresOn, today) }))
    .map((row) => {
      const signers = listSignerRows(db, row.id);
      const next = isRunning(row.state) ? nextSigner(signers) : null;
      return {
        ...row,
        signedCount: signers.filter(({ state }) => state === 'signed').length,
        signerCount: signers.length,
        nextName: next?.name ?? null,
        nextMethod: next?.method ?? null,
        queuedTimestamps: signers.filter(({ timestampState }) => timestampState === 'queued').length,
      };
    });
}

/** Whether the very file that is kept lies with the other side to be signed: its signature comes back with those bytes only. */
const isOut = (today: Day) => sql`(${canBeSigned(today)} AND attachment_id IS handed_out_id)`;

export interface QueuedStamp {
  readonly envelopeId: EnvelopeId;
  readonly attachmentId: AttachmentId;
}

/** Files here whose last signature is ours and waits for its time stamp. */
export function listQueuedStamps(db: Readable, today: Day): readonly QueuedStamp[] {
  return db.all(sql`
    SELECT DISTINCT envelopes.id AS envelopeId, attachment_id AS attachmentId
    FROM envelopes JOIN envelope_signers AS signer ON signer.envelope_id = envelopes.id
    WHERE timestamp_state = 'queued' AND attachment_id IS NOT NULL AND NOT ${isOut(today)}
      AND NOT EXISTS (SELECT 1 FROM envelope_signers AS later WHERE later.envelope_id = envelopes.id AND later.state = 'signed' AND later.position > signer.position)`);
}

export function setTimestampState(db: Writable, { id, state }: SignerStamp): void {
  db.run(sql`UPDATE envelope_signers SET timestamp_state = ${state} WHERE id = ${id}`);
}

/** How many signatures wait for a time stamp: those whose file is here, and those whose file is out. */
export function countQueuedStamps(db: Readable, today: Day): { readonly queued: number; readonly out: number } {
  const row = db.get<{ queued: number; out: number }>(sql`
    SELECT COUNT(*) FILTER (WHERE NOT ${isOut(today)}) AS queued, COUNT(*) FILTER (WHERE ${isOut(today)}) AS out
    FROM envelope_signers JOIN envelopes ON envelopes.id = envelope_id WHERE timestamp_state = 'queued'`);
  return row ?? { queued: 0, out: 0 };
}

/** Which contract and version of this vault a file was signed or given out for, found by the file's SHA-256, and what has become of its signing. */
export function findEnvelopeByDigest(db: Readable, pdfSha256: string, today: Day): KnownFile | null {
  const row = db.get<Omit<KnownFile, 'signing'> & { state: EnvelopeState; expiresOn: Day | null; isLatest: number }>(sql`
    SELECT contracts.number AS contractNumber, contract_versions.version_number AS versionNumber, envelopes.state, envelopes.expires_on AS expiresOn,
      coalesce(envelopes.pdf_sha256, envelope_files.pdf_sha256) = envelope_files.pdf_sha256 AS isLatest
    FROM envelope_files JOIN envelopes ON envelopes.id = envelope_id
      JOIN contracts ON contracts.id = envelopes.contract_id JOIN contract_versions ON contract_versions.id = version_id
    WHERE envelope_files.pdf_sha256 = ${pdfSha256} ORDER BY kept_at DESC LIMIT 1`);
  if (row === undefined) return null;
  const { state, expiresOn, isLatest, ...facts } = row;
  return { ...facts, signing: { state: stateOn(state, expiresOn, today), isLatest: isLatest === 1 } };
}

/** The newest event of the chain of changes. */
export function auditHead(db: Readable): { readonly sequence: number; readonly hash: string } | null {
  return db.get(sql`SELECT sequence, hash FROM audit_events ORDER BY sequence DESC LIMIT 1`) ?? null;
}
