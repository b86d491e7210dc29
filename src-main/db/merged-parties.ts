import type { PartyId } from '#shared/features/parties/model.ts';
import type { Readable } from './connection.ts';
import { sql } from './sql.ts';

const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;

/**
 * A text that holds ids, such as a kept form's JSON, in which every party that was merged into another gives way to that
 * one. Drafts and views are read so instead of being written anew: an undone merge leaves them as they were.
 */
export function withPresentParties(db: Readable, text: string): string {
  const merged = db.all<{ id: string; into: string }>(sql`SELECT id, merged_into AS "into" FROM parties WHERE merged_into IS NOT NULL`);
  if (merged.length === 0) return text;
  const intoById = new Map(merged.map(({ id, into }) => [id, into]));
  return text.replace(uuid, (id) => intoById.get(id) ?? id);
}

/** The party that stands for one in the vault: the one that it was merged into, else itself. */
export function presentParty(db: Readable, id: PartyId): PartyId {
  return standingParty(db, id) ?? id;
}

/** The same for an id that something kept may still name after its party went with the import that had added it; null then. */
export function standingParty(db: Readable, id: PartyId): PartyId | null {
  return db.get<{ id: PartyId }>(sql`SELECT coalesce(merged_into, id) AS id FROM parties WHERE id = ${id}`)?.id ?? null;
}
