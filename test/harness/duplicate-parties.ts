import type { Duplicates, PartyMergeEntry } from '#shared/features/parties/merging.ts';
import { fieldsOf, proposedFields } from '#shared/features/parties/merging.ts';
import { partyBankSchema, partyDetailsSchema, partyStandingSchema, type Party, type PartyDetails, type PartyId } from '#shared/features/parties/model.ts';
import { assert } from '#shared/kernel/assert.ts';
import { succeed } from '#shared/kernel/result.ts';
import { taskId, type TestWorld } from './world.ts';

const nothingGiven: PartyDetails = {
  ...{ kind: 'company', nameZh: '', nameEn: '', uscc: '', legalRepresentative: '', registeredAddress: '', noticeAddress: '' },
  ...{ contactName: '', contactPhone: '', contactEmail: '', notes: '' },
};

/** Enters a party of which only so much is known. */
export function enterParty(world: TestWorld, details: Partial<PartyDetails>, bank: Party['bank'] & object = { bankName: '', bankAccount: '' }): Promise<Party> {
  return world.must('parties.create', { details: { ...nothingGiven, ...details }, bank: partyBankSchema.parse(bank) });
}

/** Adds so many parties in one transaction, each with a name of its own unless told otherwise. */
export function addParties(world: TestWorld, count: number, nameOf: (index: number) => string = (index) => `上海某某贸易有限公司${index}`): void {
  const session = world.core.vaults.openSession();
  const added = session?.write('parties.create', (db, note) => {
    for (let index = 0; index < count; index += 1) {
      const one = world.core.parties.add(session, db, note, { details: { ...nothingGiven, nameZh: nameOf(index) }, bank: null });
      if (!one.ok) return one;
    }
    return succeed(null);
  });
  assert(added?.ok === true, 'the parties could not be added');
}

/** The groups of possible duplicates, as a page that was just opened asks for them. */
export function findDuplicatesOf(world: TestWorld): Promise<Duplicates> {
  return world.must('parties.duplicates', { taskId: taskId() });
}

/** A merge as the dialog proposes it, of two records as they are now. */
export async function proposedMerge(world: TestWorld, keptId: PartyId, mergedId: PartyId): Promise<PartyMergeEntry> {
  const [kept, merged] = [await world.must('parties.get', { id: keptId }), await world.must('parties.get', { id: mergedId })];
  const fields = proposedFields(fieldsOf(kept), fieldsOf(merged));
  return {
    ...{ keptId, keptRevision: kept.revision, mergedId, mergedRevision: merged.revision },
    ...{ details: partyDetailsSchema.parse(fields), bank: partyBankSchema.parse(fields), standing: partyStandingSchema.parse(fields) },
  };
}
