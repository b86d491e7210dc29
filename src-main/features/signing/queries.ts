import type { ContractId, ContractVersionId, SignedExport } from '#shared/features/contracts/model.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import type { KnownFile } from '#shared/features/verification/ipc.ts';
import type { Id } from '#shared/kernel/ids.ts';
import type { AttachmentId } from '../../attachments/attachment-store.ts';
import type { Readable, Writable } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';

export type IdentityId = Id<'signingIdentity'>;

export interface IdentityRow {
  readonly id: IdentityId;
  readonly origin: 'self_issued' | 'imported';
  readonly subject: string;
  readonly common_name: string;
  readonly issuer: string;
  readonly fingerprint_sha256: string;
  readonly certificate_pem: string;
  /** The issuers' certificates as one PEM text, the nearest first; empty for a self-issued one. */
  readonly chain_pem: string;
  readonly sealed_private_key: Buffer;
  readonly not_before: number;
  readonly not_after: number;
  readonly created_at: number;
}

/** The identity that the user signs with now. */
export function findIdentity(db: Readable, userId: UserId): IdentityRow | undefined {
  return db.get<IdentityRow>(
    sql`SELECT * FROM signing_identities WHERE user_id = ${userId} AND retired_at IS NULL`,
  );
}

/** Puts a new identity in use and retires the present one. */
export function replaceIdentity(db: Writable, userId: UserId, row: IdentityRow): void {
  db.run(sql`
    UPDATE signing_identities SET retired_at = ${row.created_at} WHERE user_id = ${userId} AND retired_at IS NULL`);
  db.run(sql`
    INSERT INTO signing_identities (id, user_id, origin, subject, common_name, issuer, fingerprint_sha256,
      certificate_pem, chain_pem, sealed_private_key, not_before, not_after, created_at)
    VALUES (${row.id}, ${userId}, ${row.origin}, ${row.subject}, ${row.common_name}, ${row.issuer},
      ${row.fingerprint_sha256}, ${row.certificate_pem}, ${row.chain_pem}, ${row.sealed_private_key},
      ${row.not_before}, ${row.not_after}, ${row.created_at})`);
}

export interface NewExport {
  readonly id: Id<'signedExport'>;
  readonly contractId: ContractId;
  readonly versionId: ContractVersionId;
  readonly identityId: IdentityId;
  readonly attachmentId: AttachmentId;
  readonly path: string;
  readonly pdfSha256: string;
  readonly signedAt: number;
}

export function insertExport(db: Writable, row: NewExport): void {
  db.run(sql`
    INSERT INTO signed_exports (id, contract_id, version_id, identity_id, attachment_id, path, pdf_sha256, signed_at)
    VALUES (${row.id}, ${row.contractId}, ${row.versionId}, ${row.identityId}, ${row.attachmentId}, ${row.path},
      ${row.pdfSha256}, ${row.signedAt})`);
  markExported(db, row.contractId, row.signedAt);
}

/** Takes back the record of an export whose file could not take its place. */
export function deleteExport(db: Writable, id: NewExport['id']): void {
  db.run(sql`DELETE FROM signed_exports WHERE id = ${id}`);
}

/** When a signed file of the contract was last written out; null: never. */
export function exportedAt(db: Readable, contractId: ContractId): number | null {
  return db.get<{ at: number | null }>(sql`SELECT exported_at AS at FROM contracts WHERE id = ${contractId}`)?.at ?? null;
}

/** Notes when a signed file of the contract was last written out. */
export function markExported(db: Writable, contractId: ContractId, at: number | null): void {
  db.run(sql`UPDATE contracts SET exported_at = ${at} WHERE id = ${contractId}`);
}

/** The signed exports of a contract, the newest first. */
export function listExports(db: Readable, contractId: ContractId): SignedExport[] {
  const rows = db.all<Omit<SignedExport, 'fileName'> & { path: string }>(sql`
    SELECT signed_exports.id, version_number AS versionNumber, path, pdf_sha256 AS pdfSha256,
      subject AS signerSubject, signed_at AS signedAt
    FROM signed_exports
    JOIN contract_versions ON contract_versions.id = version_id
    JOIN signing_identities ON signing_identities.id = identity_id
    WHERE signed_exports.contract_id = ${contractId} ORDER BY signed_at DESC`);
  return rows.map(({ path, ...row }) => ({ ...row, fileName: path.split(/[\\/]/).at(-1) ?? path }));
}

export function findLatestExportPath(db: Readable, contractId: ContractId): string | undefined {
  return db.get<{ path: string }>(
    sql`SELECT path FROM signed_exports WHERE contract_id = ${contractId} ORDER BY signed_at DESC LIMIT 1`,
  )?.path;
}

/** Which contract and version of this vault a file was exported from, found by the file's SHA-256. */
export function findExportByDigest(db: Readable, pdfSha256: string): KnownFile | null {
  const row = db.get<Omit<KnownFile, 'signing'>>(sql`
    SELECT contracts.number AS contractNumber, contract_versions.version_number AS versionNumber
    FROM signed_exports
    JOIN contracts ON contracts.id = signed_exports.contract_id
    JOIN contract_versions ON contract_versions.id = signed_exports.version_id
    WHERE pdf_sha256 = ${pdfSha256} LIMIT 1`);
  return row === undefined ? null : { ...row, signing: null };
}
