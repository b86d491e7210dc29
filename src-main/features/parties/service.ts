import type { Party, PartyId, PartyStanding, PartySummary, SimilarParty } from '#shared/features/parties/model.ts';
import { normaliseUscc } from '#shared/features/parties/rules.ts';
import { createNameComparison, type NamedParty } from '#shared/features/parties/similar.ts';
import { fail, type Result } from '#shared/kernel/result.ts';
import type { Readable, Writable } from '../../db/connection.ts';
import { presentParty } from '../../db/merged-parties.ts';
import type { Call } from '../../ipc/handlers.ts';
import type { Clock, Ids } from '../../ports.ts';
import { pause } from '../../scheduler/slices.ts';
import type { RecordChange, Session } from '../../vault/session.ts';
import {
  countParties,
  findParty,
  insertParty,
  listParties,
  listPartyIds,
  listPartyNames,
  savePartyBank,
  setPartyArchived,
  updateParty,
  type PartyPage,
  type PartyListRow,
} from './queries.ts';
import { checkEntry, found, readParty, standingOf, type PartyEntry } from './party-record.ts';
import { saveStanding } from './standing-queries.ts';

const partiesAtOnce = 200;
const mostSimilar = 3;
const notJudged: PartyStanding = { riskGrade: '', isBlacklisted: false };

/** Parties: the people, companies and authorities that contracts are made with. */
export function createPartyService(clock: Clock, ids: Ids) {
  function list({ db }: Call, page: PartyPage): { readonly parties: readonly PartySummary[]; readonly total: number; readonly elsewhere: number } {
    const total = countParties(db, page);
    const elsewhere = total === 0 && page.search.trim() !== '' ? countParties(db, { ...page, archived: !page.archived }) : 0;
    return { parties: listParties(db, page).map(summaryOf), total, elsewhere };
  }

  function get({ session }: Call, id: PartyId): Result<Party, 'NOT_FOUND'> {
    return readParty(session, session.db, id);
  }

  /** The party, for a feature that needs its facts; the one that it was merged into, if it was. Undefined when there is none. */
  function find(session: Session, db: Readable, id: PartyId): Party | undefined {
    const party = readParty(session, db, presentParty(db, id));
    return party.ok ? party.value : undefined;
  }

  /** Parties whose names, or those of records merged into them, are like those entered; the likest and those in use first. */
  function similar({ db }: Call, { uscc, ...names }: NamedParty, except: PartyId | null): readonly SimilarParty[] {
    const likenessOf = createNameComparison({ ...names, uscc: normaliseUscc(uscc) });
    const rows = listPartyNames(db);
    const rowById = new Map(rows.map((row) => [row.id, row]));
    const found = rows.flatMap((row): SimilarParty[] => {
      const present = row.merged_into === null ? row : (rowById.get(row.merged_into) ?? row);
      const likeness = present.id === except ? null : likenessOf(namesOf(row));
      return likeness === null ? [] : [{ id: present.id, ...namesOf(present), isArchived: present.archived_at !== null, likeness }];
    });
    const rank = ({ likeness, isArchived }: SimilarParty): number => (likeness === 'same' ? 0 : 2) + (isArchived ? 1 : 0);
    const ordered = found.sort((one, other) => rank(one) - rank(other));
    return ordered.filter(({ id }, index) => ordered.findIndex((other) => other.id === id) === index).slice(0, mostSimilar);
  }

  /**
   * Every record of a party, as far as the person's keys go: archived ones too, and those that were merged into another, with
   * that one's id, for signed texts name them. Read in slices; aborting throws an AbortError.
   */
  async function all({ session }: Call, signal: AbortSignal): Promise<readonly (Party & { readonly mergedInto: PartyId | null })[]> {
    const everyone: (Party & { readonly mergedInto: PartyId | null })[] = [];
    for (const [index, { id, merged_into }] of listPartyIds(session.db).entries()) {
      if (index % partiesAtOnce === partiesAtOnce - 1) await pause();
      signal.throwIfAborted();
      const party = readParty(session, session.db, id);
      if (party.ok) everyone.push({ ...party.value, mergedInto: merged_into });
    }
    return everyone;
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
      if (present === undefined || present.merged_into !== null) return fail('NOT_FOUND');
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
      if (findParty(db, id)?.merged_into !== null) return fail('NOT_FOUND');
      const at = clock.now();
      setPartyArchived(db, id, archived ? at : null, at);
      record('party', id);
      return found(readParty(call.session, db, id));
    });
  }

  return { list, get, find, all, similar, create, add, update, setArchived };
}

export type PartyService = ReturnType<typeof createPartyService>;

/** A line of a list. */
export function summaryOf(row: PartyListRow): PartySummary {
  return {
    id: row.id,
    kind: row.kind,
    ...namesOf(row),
    contactName: row.contact_name,
    contactPhone: row.contact_phone,
    ...standingOf(row),
    contractCount: row.contract_count,
    archivedAt: row.archived_at,
    updatedAt: row.updated_at,
  };
}

function namesOf({ name_zh, name_en, uscc }: Pick<PartyListRow, 'name_zh' | 'name_en' | 'uscc'>): NamedParty {
  return { nameZh: name_zh, nameEn: name_en, uscc };
}
