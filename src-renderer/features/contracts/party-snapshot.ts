import { partySnapshotSchema, type PartySnapshot } from '#shared/features/documents/variables.ts';
import type { Party } from '#shared/features/parties/model.ts';
import { isWithheld } from '#shared/kernel/withheld.ts';

/** The party as the text would name it now. A withheld bank account counts as not given. */
export function partyToSnapshot(party: Party): PartySnapshot {
  const bank = isWithheld(party.bank) ? { bankName: '', bankAccount: '' } : party.bank;
  const orNull = (text: string) => (text === '' ? null : text);
  return partySnapshotSchema.parse({
    partyId: party.id,
    kind: party.kind,
    nameZh: party.nameZh === '' ? party.nameEn : party.nameZh,
    nameEn: orNull(party.nameEn),
    uscc: orNull(party.uscc),
    legalRepresentative: orNull(party.legalRepresentative),
    registeredAddress: orNull(party.registeredAddress),
    noticeAddress: orNull(party.noticeAddress),
    contactName: orNull(party.contactName),
    contactPhone: orNull(party.contactPhone),
    contactEmail: orNull(party.contactEmail),
    bankName: orNull(bank.bankName),
    bankAccount: orNull(bank.bankAccount),
  });
}
