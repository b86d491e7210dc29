import type { ContractEntry, ContractLanguage } from '#shared/features/contracts/model.ts';
import type { PartyBank, PartyDetails, PartyId } from '#shared/features/parties/model.ts';
import { sampleParties, sampleValues } from '#shared/features/templates/seeds/samples.ts';
import type { SeedType } from '#shared/features/templates/seeds/seed-templates.ts';
import { assert } from '#shared/kernel/assert.ts';
import { succeed } from '#shared/kernel/result.ts';
import type { PartySnapshot, VariableValues } from '#shared/features/documents/variables.ts';
import type { ContractService } from './features/contracts/service.ts';
import type { PartyService } from './features/parties/service.ts';
import { listTemplates } from './features/templates/service.ts';
import type { Session } from './vault/session.ts';

/** What the sample vault shows, each in another language. */
const sampled: readonly SeedType[] = ['sales', 'services', 'nda'];
const languageByType: Readonly<Partial<Record<SeedType, ContractLanguage>>> = { sales: 'bilingual', nda: 'en' };

/** Fills a sample vault with fictional parties and one contract from each template, in one transaction. */
export function fillSample(
  session: Session,
  { parties, contracts }: { readonly parties: PartyService; readonly contracts: ContractService },
): void {
  session.write('vault.createSample', (db, record) => {
    const idBySampleId = new Map<string, PartyId>();
    for (const snapshot of sampleParties) {
      const added = parties.add(session, db, record, partyEntryOf(snapshot));
      assert(added.ok, 'a sample party is not valid');
      idBySampleId.set(snapshot.partyId, added.value.id);
    }
    for (const type of sampled) {
      const template = listTemplates(db).find(({ contractType }) => contractType === type);
      assert(template !== undefined, 'a shipped template is missing');
      const entry = entryOf(type, template.titleZh, template.titleEn, idBySampleId);
      const added = contracts.add(session, db, record, template.versionId, entry);
      assert(added.ok, 'a sample contract is not valid');
    }
    return succeed(null);
  });
}

/** A party as a person would enter it, from a snapshot of one. */
export function partyEntryOf(snapshot: PartySnapshot): { readonly details: PartyDetails; readonly bank: PartyBank } {
  return {
    details: {
      kind: snapshot.kind,
      nameZh: snapshot.nameZh,
      nameEn: snapshot.nameEn ?? '',
      uscc: snapshot.uscc ?? '',
      legalRepresentative: snapshot.legalRepresentative ?? '',
      registeredAddress: snapshot.registeredAddress ?? '',
      noticeAddress: snapshot.noticeAddress ?? '',
      contactName: snapshot.contactName ?? '',
      contactPhone: snapshot.contactPhone ?? '',
      contactEmail: snapshot.contactEmail ?? '',
      notes: '',
    },
    bank: { bankName: snapshot.bankName ?? '', bankAccount: snapshot.bankAccount ?? '' },
  };
}

/** What a person would fill in to make a contract with the sample values, the parties by their ids in the vault. */
export function entryOf(
  type: SeedType,
  titleZh: string,
  titleEn: string,
  idBySampleId: ReadonlyMap<string, PartyId>,
): ContractEntry {
  const language = languageByType[type] ?? 'zh';
  const values: Record<string, VariableValues[string]> = {};
  const parties: Record<string, PartyId> = {};
  for (const [key, value] of Object.entries(sampleValues(type))) {
    if (typeof value === 'object' && 'partyId' in value) {
      const id = idBySampleId.get(value.partyId);
      assert(id !== undefined, 'a sample contract names an unknown party');
      parties[key] = id;
    } else values[key] = value;
  }
  return { language, title: language === 'en' ? titleEn : titleZh, values, parties };
}
