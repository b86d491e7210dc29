import type { ContractId } from '#shared/features/contracts/model.ts';
import type { Seal, SealId, SealUse, SignerId } from '#shared/features/signing/envelope-model.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import type { Id } from '#shared/kernel/ids.ts';
import type { AttachmentId } from '../../attachments/attachment-store.ts';
import type { Readable, Writable } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';

/** The company's seals, those in use first. */
export function listSeals(db: Readable): readonly Seal[] {
  return db.all<Seal>(sql`
    SELECT company_seals.id, company_seals.name, kind, width_millimetres AS widthMillimetres, company_seals.created_at AS createdAt, users.name AS createdByName, retired_at AS retiredAt,
      (SELECT COUNT(*) FROM seal_uses WHERE seal_id = company_seals.id) AS uses, (SELECT MAX(used_at) FROM seal_uses WHERE seal_id = company_seals.id) AS lastUsedAt
    FROM company_seals JOIN users ON users.id = created_by ORDER BY retired_at IS NOT NULL, company_seals.created_at`);
}

export interface SealRow {
  readonly id: SealId;
  readonly name: string;
  readonly widthMillimetres: number;
  readonly attachmentId: AttachmentId;
  readonly retiredAt: number | null;
}

const columns = sql`company_seals.id, name, width_millimetres AS widthMillimetres, attachment_id AS attachmentId, retired_at AS retiredAt`;

export function findSeal(db: Readable, id: SealId): SealRow | undefined {
  return db.get<SealRow>(sql`SELECT ${columns} FROM company_seals WHERE id = ${id}`);
}

/** The seal that a signer's act was made with. */
export function findUsedSeal(db: Readable, signerId: SignerId): SealRow | undefined {
  return db.get<SealRow>(sql`SELECT ${columns} FROM company_seals JOIN seal_uses ON seal_id = company_seals.id WHERE signer_id = ${signerId}`);
}

export function insertSeal(db: Writable, seal: Pick<Seal, 'id' | 'name' | 'kind' | 'widthMillimetres' | 'createdAt'> & { readonly attachmentId: AttachmentId; readonly createdBy: UserId }): void {
  db.run(sql`
    INSERT INTO company_seals (id, name, kind, width_millimetres, attachment_id, created_at, created_by)
    VALUES (${seal.id}, ${seal.name}, ${seal.kind}, ${seal.widthMillimetres}, ${seal.attachmentId}, ${seal.createdAt}, ${seal.createdBy})`);
}

/** Takes a seal out of use; gives how many there were, 0 or 1. */
export function retireSeal(db: Writable, id: SealId, at: number): number {
  return db.run(sql`UPDATE company_seals SET retired_at = ${at} WHERE id = ${id} AND retired_at IS NULL`);
}

export function insertSealUse(db: Writable, use: { readonly id: Id<'sealUse'>; readonly sealId: SealId; readonly signerId: SignerId; readonly contractId: ContractId; readonly at: number; readonly by: UserId }): void {
  db.run(sql`
    INSERT INTO seal_uses (id, seal_id, signer_id, contract_id, used_at, used_by) VALUES (${use.id}, ${use.sealId}, ${use.signerId}, ${use.contractId}, ${use.at}, ${use.by})`);
}

/** When which seal was put on which contract by whom, the latest first, at most a thousand. */
export function listSealUses(db: Readable): readonly SealUse[] {
  return db.all<SealUse>(sql`
    SELECT used_at AS usedAt, users.name AS usedByName, company_seals.name AS sealName, contract_id AS contractId, number AS contractNumber, title AS contractTitle
    FROM seal_uses JOIN company_seals ON company_seals.id = seal_id JOIN users ON users.id = used_by JOIN contracts ON contracts.id = contract_id
    ORDER BY used_at DESC LIMIT 1000`);
}
