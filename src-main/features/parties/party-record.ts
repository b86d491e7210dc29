import type { Party, PartyBank, PartyDetails, PartyId, PartyStanding } from '#shared/features/parties/model.ts';
import { partyProblems } from '#shared/features/parties/rules.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import { withheld } from '#shared/kernel/withheld.ts';
import type { Readable } from '../../db/connection.ts';
import type { Session } from '../../vault/session.ts';
import { findParty, findPartyBank, findPartyByUscc, type PartyRow } from './queries.ts';

/** What a person enters of a party; `bank` null: not given, or not theirs to give. */
export interface PartyEntry {
  readonly details: PartyDetails;
  readonly bank: PartyBank | null;
  readonly standing?: PartyStanding | undefined;
}

export const noBank: PartyBank = { bankName: '', bankAccount: '' };

/** Why an entry can't be saved as the party `self`, or null. Its credit code is taken as it is stored. */
export function checkEntry(
  db: Readable,
  { details, bank }: PartyEntry,
  self: PartyId | null,
): { readonly ok: false; readonly error: { readonly code: 'PARTY_INVALID' | 'USCC_TAKEN' } } | null {
  const [problem] = partyProblems(details, bank);
  if (problem !== undefined) return fail('PARTY_INVALID', { field: problem.field, problem: problem.code });
  const holder = details.uscc === '' ? undefined : findPartyByUscc(db, details.uscc);
  return holder === undefined || holder === self ? null : fail('USCC_TAKEN', { partyId: holder });
}

/** A party as far as the session's compartments go. */
export function readParty(session: Session, db: Readable, id: PartyId): Result<Party, 'NOT_FOUND'> {
  const row = findParty(db, id);
  if (row === undefined) return fail('NOT_FOUND');
  return succeed({
    ...detailsOf(row),
    ...standingOf(row),
    id: row.id,
    bank: session.holds('finance') ? (findPartyBank(db, id) ?? noBank) : withheld,
    archivedAt: row.archived_at,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    revision: row.revision,
  });
}

export function standingOf({ risk_grade, is_blacklisted }: PartyRow): PartyStanding {
  return { riskGrade: risk_grade, isBlacklisted: is_blacklisted === 1 };
}

export function detailsOf(row: PartyRow): PartyDetails {
  return {
    kind: row.kind,
    nameZh: row.name_zh,
    nameEn: row.name_en,
    uscc: row.uscc,
    legalRepresentative: row.legal_representative,
    registeredAddress: row.registered_address,
    noticeAddress: row.notice_address,
    contactName: row.contact_name,
    contactPhone: row.contact_phone,
    contactEmail: row.contact_email,
    notes: row.notes,
  };
}

/** What was written a moment ago in the same transaction is there. */
export function found(result: Result<Party, 'NOT_FOUND'>): { readonly ok: true; readonly value: Party } {
  if (!result.ok) throw new Error('a party vanished within a transaction');
  return result;
}
