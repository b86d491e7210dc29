import type { Party, PartyBank, PartyDetails, PartyId, PartyStanding, PartySummary, SimilarParty } from '#shared/features/parties/model.ts';
import { normaliseUscc, partyProblems } from '#shared/features/parties/rules.ts';
import { createNameComparison, type NamedParty } from '#shared/features/parties/similar.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import { withheld } from '#shared/kernel/withheld.ts';
import type { Readable, Writable } from '../../db/connection.ts';
import type { Call } from '../../ipc/handlers.ts';
import type { Clock, Ids } from '../../ports.ts';
import type { RecordChange, Session } from '../../vault/session.ts';
import {
  countParties,
  findParty,
  findPartyBank,
  findPartyByUscc,
  insertParty,
  listParties,
  listPartyNames,
  savePartyBank,
  setPartyArchived,
  updateParty,
  type PartyPage,
  type PartyRow,
} from './queries.ts';
import { saveStanding } from './standing-queries.ts';

export interface PartyEntry {
  readonly details: PartyDetails;
  readonly bank: PartyBank | null;
  readonly standing?: PartyStanding | undefined;
}

// A bound for SQL, beyond what any vault holds.
const mostParties = 1_000_000;
const mostSimilar = 3;
const noBank: PartyBank = { bankName: '', bankAccount: '' };
const notJudged: PartyStanding = { riskGrade: '', isBlacklisted: false };

/** Parties: the people, companies and authorities that contracts are made with. */
export function createPartyService(clock: Clock, ids: Ids) {
  function list({ db }: Call, page: PartyPage): { readonly parties: readonly PartySummary[]; readonly total: number } {
    const parties = listParties(db, page).map((row) => ({
      id: row.id,
      kind: row.kind,
      nameZh: row.name_zh,
      nameEn: row.name_en,
      uscc: row.uscc,
      contactName: row.contact_name,
      contactPhone: row.contact_phone,
      ...standingOf(row),
      contractCount: row.contract_count,
      archivedAt: row.archived_at,
      updatedAt: row.updated_at,
    }));
    return { parties, total: countParties(db, page) };
  }

  function get({ session }: Call, id: PartyId): Result<Party, 'NOT_FOUND'> {
    return readParty(session, session.db, id);
  }

  /** The party, for a feature that needs its facts; undefined when there is none. */
  function find(session: Session, db: Readable, id: PartyId): Party | undefined {
    const party = readParty(session, db, id);
    return party.ok ? party.value : undefined;
  }

  /** Parties whose names are like those entered, the likest and those in use first. */
  function similar({ db }: Call, { uscc, ...names }: NamedParty, except: PartyId | null): readonly SimilarParty[] {
    const likenessOf = createNameComparison({ ...names, uscc: normaliseUscc(uscc) });
    const found = listPartyNames(db).flatMap((row): SimilarParty[] => {
      const named = { nameZh: row.name_zh, nameEn: row.name_en, uscc: row.uscc };
      const likeness = row.id === except ? null : likenessOf(named);
      return likeness === null ? [] : [{ id: row.id, ...named, isArchived: row.archived_at !== null, likeness }];
    });
    const rank = ({ likeness, isArchived }: SimilarParty): number => (likeness === 'same' ? 0 : 2) + (isArchived ? 1 : 0);
    return found.sort((one, other) => rank(one) - rank(other)).slice(0, mostSimilar);
  }

  /** Every party, archived ones included, as far as the person's keys go. */
  function all({ session, db }: Call): readonly Party[] {
    const ids = [false, true].flatMap((archived) => listParties(db, { search: '', archived, sort: 'name', offset: 0, limit: mostParties })).map(({ id }) => id);
    return ids.flatMap((id) => find(session, db, id) ?? []);
  }

  function create(call: Call, entry: PartyEntry): Result<Party, 'PARTY_INVALID' | 'USCC_TAKEN'> {
    return call.write((db, record) => add(call.session, db, record, entry));
  }

  /** Adds a party inside a transaction that is already under way. */
  function add(
    session: Session,
    db: Writable,
    record: RecordChange,
    entry: PartyEntry,
  ): Result<Party, 'PARTY_INVALID' | 'USCC_TAKEN'> {
    const details = { ...entry.details, uscc: normaliseUscc(entry.details.uscc) };
    const refusal = checkEntry(db, { ...entry, details }, null);
    if (refusal !== null) return refusal;
    const id = ids.create<'party'>();
    insertParty(db, id, details, clock.now());
    if (entry.bank !== null && session.holds('finance')) savePartyBank(db, id, entry.bank);
    if (entry.standing !== undefined) saveStanding(db, id, notJudged, entry.standing, clock.now());
    record('party', id);
    return found(readParty(session, db, id));
  }

  function update(
    call: Call,
    id: PartyId,
    revision: number,
    entry: PartyEntry,
  ): Result<Party, 'NOT_FOUND' | 'PARTY_INVALID' | 'USCC_TAKEN' | 'CHANGED_MEANWHILE'> {
    return call.write((db, record) => {
      const present = findParty(db, id);
      if (present === undefined) return fail('NOT_FOUND');
      if (present.revision !== revision) return fail('CHANGED_MEANWHILE');
      const details = { ...entry.details, uscc: normaliseUscc(entry.details.uscc) };
      const refusal = checkEntry(db, { ...entry, details }, id);
      if (refusal !== null) return refusal;
      updateParty(db, id, details, clock.now());
      if (entry.bank !== null && call.session.holds('finance')) savePartyBank(db, id, entry.bank);
      if (entry.standing !== undefined) saveStanding(db, id, standingOf(present), entry.standing, clock.now());
      record('party', id, { revision: revision + 1 });
      return found(readParty(call.session, db, id));
    });
  }

  function setArchived(call: Call, id: PartyId, archived: boolean): Result<Party, 'NOT_FOUND'> {
    return call.write((db, record) => {
      if (findParty(db, id) === undefined) return fail('NOT_FOUND');
      const at = clock.now();
      setPartyArchived(db, id, archived ? at : null, at);
      record('party', id);
      return found(readParty(call.session, db, id));
    });
  }

  return { list, get, find, all, similar, create, add, update, setArchived };
}

export type PartyService = ReturnType<typeof createPartyService>;

function checkEntry(
  db: Readable,
  { details, bank }: PartyEntry,
  self: PartyId | null,
): { readonly ok: false; readonly error: { readonly code: 'PARTY_INVALID' | 'USCC_TAKEN' } } | null {
  const [problem] = partyProblems(details, bank);
  if (problem !== undefined) return fail('PARTY_INVALID', { field: problem.field, problem: problem.code });
  const holder = details.uscc === '' ? undefined : findPartyByUscc(db, details.uscc);
  return holder === undefined || holder === self ? null : fail('USCC_TAKEN', { partyId: holder });
}

function readParty(session: Session, db: Readable, id: PartyId): Result<Party, 'NOT_FOUND'> {
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

function standingOf({ risk_grade, is_blacklisted }: PartyRow): PartyStanding {
  return { riskGrade: risk_grade, isBlacklisted: is_blacklisted === 1 };
}

function detailsOf(row: PartyRow): PartyDetails {
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
function found(result: Result<Party, 'NOT_FOUND'>): { readonly ok: true; readonly value: Party } {
  if (!result.ok) throw new Error('a party vanished within a transaction');
  return result;
}
