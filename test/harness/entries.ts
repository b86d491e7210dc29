import type { ContractEntry } from '#shared/features/contracts/model.ts';
import type { PartyId } from '#shared/features/parties/model.ts';
import type { TemplateVersionId } from '#shared/features/templates/model.ts';
import type { SeedType } from '#shared/features/templates/seeds/seed-templates.ts';
import { sampleParties } from '#shared/features/templates/seeds/samples.ts';
import { entryOf, partyEntryOf } from '../../src-main/sample-vault.ts';
import type { TestWorld } from './world.ts';

export interface EntryToMake {
  readonly templateVersionId: TemplateVersionId;
  readonly entry: ContractEntry;
}

/** Makes the sample parties that the vault lacks and gives a complete entry for `contracts.create`. */
export async function sampleEntry(
  world: Pick<TestWorld, 'must'>,
  { type = 'sales', titles }: { readonly type?: SeedType; readonly titles?: string } = {},
): Promise<EntryToMake> {
  const { parties } = await world.must('parties.list', { search: '', archived: false, sort: 'name', offset: 0, limit: 200 });
  const idBySampleId = new Map<string, PartyId>();
  for (const snapshot of sampleParties) {
    const present = parties.find(({ nameZh }) => nameZh === snapshot.nameZh);
    const party = present ?? (await world.must('parties.create', partyEntryOf(snapshot)));
    idBySampleId.set(snapshot.partyId, party.id);
  }
  const templates = await world.must('templates.list', undefined);
  const template = templates.find(({ contractType }) => contractType === type);
  if (template === undefined) throw new Error(`no template for ${type}`);
  const entry = entryOf(type, template.titleZh, template.titleEn, idBySampleId);
  return { templateVersionId: template.versionId, entry: { ...entry, title: titles ?? entry.title } };
}
