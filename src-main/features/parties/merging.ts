import type { MergedFields, MergeEffects, PartyMerge, PartyMergeEntry, PartyMergeId } from '#shared/features/parties/merging.ts';
import { partyBankSchema, partyDetailsSchema, partyStandingSchema, type Party, type PartyBank, type PartyId } from '#shared/features/parties/model.ts';
import { normaliseUscc } from '#shared/features/parties/rules.ts';
import type { ContractId } from '#shared/features/contracts/model.ts';
import { assert } from '#shared/kernel/assert.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import type { Readable, Writable } from '../../db/connection.ts';
import type { Call } from '../../ipc/handlers.ts';
import type { Clock, Ids } from '../../ports.ts';
import { countReferences, deletePartyBank, findMerge, findMergeAccounts, insertMerge, insertMergeAccounts, listMergesIn, listMergesOf, listShared, setMergedInto, setUndone, type MergeRow } from './merging-queries.ts';
import { moveReferences, returnReferences } from './moving-queries.ts';
import { checkEntry, detailsOf, found, readParty, standingOf } from './party-record.ts';
import { findParty, findPartyBank, findPartyByUscc, savePartyBank, setPartyArchived, updateParty, type PartyRow } from './queries.ts';
import { saveStanding } from './standing-queries.ts';

export interface MergingParts {
  readonly clock: Clock;
  readonly ids: Ids;
  /** Notes on a contract that who stands on it was changed in another table. */
  readonly noteContract: (db: Writable, id: ContractId, at: number) => void;
}

type MergeError = 'NOT_FOUND' | 'PARTY_INVALID' | 'USCC_TAKEN' | 'CHANGED_MEANWHILE' | 'PARTIES_OPPOSED';
type UnmergeError = 'NOT_FOUND' | 'USCC_TAKEN' | 'MERGED_FURTHER';

/** What the journal keeps of the kept record; its account is kept with the money. */
interface KeptState {
  readonly fields: Omit<MergedFields, keyof PartyBank>;
  readonly archivedAt: number | null;
}

/**
 * Makes one record of two that stand for the same party. The record that gives way stays, out of every list, because signed
 * texts name it; all that is under way names the other one from then on, and a journal lets it be taken back.
 */
export function createPartyMerging({ clock, ids, noteContract }: MergingParts) {
  function effects({ db }: Call, keptId: PartyId, mergedId: PartyId): Result<MergeEffects, 'NOT_FOUND'> {
    if ([keptId, mergedId].some((id) => findStanding(db, id) === undefined)) return fail('NOT_FOUND');
    return succeed({ ...countReferences(db, mergedId), ...listShared(db, keptId, mergedId) });
  }

  function merge(call: Call, entry: PartyMergeEntry): Result<{ readonly mergeId: PartyMergeId; readonly party: Party }, MergeError> {
    const { keptId, mergedId, bank, standing } = entry;
    return call.write<{ readonly mergeId: PartyMergeId; readonly party: Party }, MergeError>((db, note) => {
      const [kept, merged] = [findStanding(db, keptId), findStanding(db, mergedId)];
      if (kept === undefined || merged === undefined) return fail('NOT_FOUND');
      if (kept.revision !== entry.keptRevision || merged.revision !== entry.mergedRevision) return fail('CHANGED_MEANWHILE');
      const { opposed } = listShared(db, keptId, mergedId);
      if (opposed.length > 0) return fail('PARTIES_OPPOSED', { count: opposed.length });
      const at = clock.now();
      const mergeId = ids.create<'partyMerge'>();
      const before = { state: stateOf(kept), bank: findPartyBank(db, keptId) };
      // First, for a code and a place in the list are free only then.
      setMergedInto(db, mergedId, keptId, at, at);
      const details = { ...entry.details, uscc: normaliseUscc(entry.details.uscc) };
      const refusal = checkEntry(db, { details, bank }, keptId);
      if (refusal !== null) return refusal;
      updateParty(db, keptId, details, at);
      saveStanding(db, keptId, standingOf(kept), standing, at);
      if (before.bank !== undefined || bank.bankName !== '' || bank.bankAccount !== '') savePartyBank(db, keptId, bank);
      // What is in use stays in use.
      if (kept.archived_at !== null && merged.archived_at === null) setPartyArchived(db, keptId, null, at);
      const after = findParty(db, keptId);
      assert(after !== undefined, 'a party vanished within a transaction');
      insertMerge(db, { id: mergeId, kept_id: keptId, merged_id: mergedId, kept_before: JSON.stringify(before.state), kept_after: JSON.stringify(stateOf(after)), merged_archived_at: merged.archived_at }, at, call.session.user.id);
      insertMergeAccounts(db, mergeId, before.bank, findPartyBank(db, keptId));
      const contracts = moveReferences(db, { mergeId, keptId, mergedId });
      for (const id of contracts) {
        noteContract(db, id, at);
        note('contract', id, { mergedParty: mergedId, keptParty: keptId });
      }
      note('party', mergedId, { keptParty: keptId });
      note('party', keptId, { mergedParty: mergedId, contracts: contracts.length });
      return succeed({ mergeId, party: found(readParty(call.session, db, keptId)).value });
    });
  }

  function unmerge(call: Call, mergeId: PartyMergeId): Result<null, UnmergeError> {
    return call.write<null, UnmergeError>((db, note) => {
      const row = findMerge(db, mergeId);
      if (row === undefined) return fail('NOT_FOUND');
      const { kept_id: keptId, merged_id: mergedId } = row;
      const [kept, merged] = [findParty(db, keptId), findParty(db, mergedId)];
      if (kept === undefined || merged === undefined) return fail('NOT_FOUND');
      if (kept.merged_into !== null) return fail('MERGED_FURTHER');
      const at = clock.now();
      const fields = fieldsBefore(row, kept);
      const holderOfKept = findPartyByUscc(db, fields.uscc);
      if (holderOfKept !== undefined && holderOfKept !== keptId) return fail('USCC_TAKEN', { partyId: holderOfKept });
      takeBackFields(db, row, kept, fields, at);
      const holderOfMerged = findPartyByUscc(db, merged.uscc);
      if (holderOfMerged !== undefined) return fail('USCC_TAKEN', { partyId: holderOfMerged });
      setMergedInto(db, mergedId, null, row.merged_archived_at, at);
      const contracts = returnReferences(db, { mergeId, keptId, mergedId });
      setUndone(db, mergeId, at);
      for (const id of contracts) {
        noteContract(db, id, at);
        note('contract', id, { mergedParty: mergedId, keptParty: keptId, undone: true });
      }
      note('party', mergedId, { keptParty: keptId, undone: true });
      note('party', keptId, { mergedParty: mergedId, contracts: contracts.length, undone: true });
      return succeed(null);
    });
  }

  function takeBackFields(db: Writable, row: MergeRow, kept: PartyRow, fields: KeptState['fields'], at: number): void {
    const [before, after, now] = [parseState(row.kept_before), parseState(row.kept_after), stateOf(kept)];
    updateParty(db, row.kept_id, partyDetailsSchema.parse(fields), at);
    saveStanding(db, row.kept_id, standingOf(kept), partyStandingSchema.parse(fields), at);
    if (now.archivedAt === after.archivedAt) setPartyArchived(db, row.kept_id, before.archivedAt, at);
    const accounts = findMergeAccounts(db, row.id);
    const present = findPartyBank(db, row.kept_id);
    if (accounts === undefined || accounts.kept_after !== (present === undefined ? null : JSON.stringify(present))) return;
    if (accounts.kept_before === null) deletePartyBank(db, row.kept_id);
    else savePartyBank(db, row.kept_id, partyBankSchema.parse(JSON.parse(accounts.kept_before)));
  }

  function mergesOf({ db }: Call, id: PartyId): readonly PartyMerge[] {
    return listMergesOf(db, id);
  }

  function mergesIn({ db }: Call, contractId: ContractId): readonly PartyMerge[] {
    return listMergesIn(db, contractId);
  }

  return { effects, merge, unmerge, mergesOf, mergesIn };
}

export type PartyMerging = ReturnType<typeof createPartyMerging>;

/** A record that stands for itself. */
function findStanding(db: Readable, id: PartyId): PartyRow | undefined {
  const row = findParty(db, id);
  return row?.merged_into === null ? row : undefined;
}

function stateOf(row: PartyRow): KeptState {
  return { fields: { ...detailsOf(row), ...standingOf(row) }, archivedAt: row.archived_at };
}

function parseState(text: string): KeptState {
  return JSON.parse(text) as KeptState;
}

/** Fields that say what the merge wrote, as they were before it; what was changed since stays. */
function fieldsBefore({ kept_before, kept_after }: MergeRow, kept: PartyRow): KeptState['fields'] {
  const [before, after, now] = [parseState(kept_before).fields, parseState(kept_after).fields, stateOf(kept).fields];
  const fields = Object.keys(now) as (keyof typeof now)[];
  return { ...now, ...Object.fromEntries(fields.filter((field) => now[field] === after[field]).map((field) => [field, before[field]])) };
}
