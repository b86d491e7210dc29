import type { PartyMergeEntry } from '#shared/features/parties/merging.ts';
import { fieldsOf, proposedFields } from '#shared/features/parties/merging.ts';
import { partyBankSchema, partyDetailsSchema, partyStandingSchema, type Party, type PartyDetails, type PartyId } from '#shared/features/parties/model.ts';
import type { TestWorld } from './world.ts';

const nothingGiven: PartyDetails = {
  ...{ kind: 'company', nameZh: '', nameEn: '', uscc: '', legalRepresentative: '', registeredAddress: '', noticeAddress: '' },
  ...{ contactName: '', contactPhone: '', contactEmail: '', notes: '' },
};

/** Enters a party of which only so much is known. */
export function enterParty(world: TestWorld, details: Partial<PartyDetails>, bank: Party['bank'] & object = { bankName: '', bankAccount: '' }): Promise<Party> {
  return world.must('parties.create', { details: { ...nothingGiven, ...details }, bank: partyBankSchema.parse(bank) });
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
