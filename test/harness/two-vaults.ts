import { join } from 'node:path';
import { fingerprintGroups } from '#shared/features/exchange/rules.ts';
import type { ContactId } from '#shared/features/exchange/model.ts';
import { createTestVault, testWorld, type TestWorld } from './world.ts';

/** Two people with a vault each, who know one another: their cards changed hands and the fingerprints were compared. */
export interface TwoVaults {
  readonly office: TestWorld;
  readonly site: TestWorld;
  /** The site as the office knows it, and the other way round. */
  readonly siteContact: ContactId;
  readonly officeContact: ContactId;
  close(): Promise<void>;
}

export async function twoVaults(): Promise<TwoVaults> {
  const [office, site] = [testWorld(), testWorld()];
  await createTestVault(office);
  await createTestVault(site);
  const siteContact = await introduce(site, office);
  const officeContact = await introduce(office, site);
  return {
    office,
    site,
    siteContact,
    officeContact,
    close: async () => {
      await office.close();
      await site.close();
    },
  };
}

/** Makes one side's card known to the other, compared and confirmed. */
export async function introduce(who: TestWorld, toWhom: TestWorld): Promise<ContactId> {
  const own = await who.must('exchange.makeIdentity', undefined);
  const card = join(who.folder, 'own.deedcard');
  who.answers.push(card);
  await who.must('exchange.saveCard', undefined);
  toWhom.answers.push(card);
  const added = await toWhom.must('exchange.addContact', { pickId: null });
  if (added === null) throw new Error('no contact was added');
  await toWhom.must('exchange.confirmContact', { id: added.id, spoken: fingerprintGroups(own.fingerprint).slice(-2).join(' ') });
  return added.id;
}

/** Opens a file as a person would pick it. */
export async function pickPack(world: TestWorld, path: string) {
  world.answers.push(path);
  const picked = await world.must('exchange.pickPack', undefined);
  if (picked === null) throw new Error('no pack was picked');
  return picked;
}

