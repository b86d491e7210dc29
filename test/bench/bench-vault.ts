import { fail, succeed } from '#shared/kernel/result.ts';
import { sampleEntry, type EntryToMake } from '../harness/entries.ts';
import { createTestVault, testWorld, type TestWorld } from '../harness/world.ts';

/** A new vault with templates and the sample parties, through the real core; gone afterwards. */
export async function inFreshVault<Outcome>(
  work: (world: TestWorld, made: EntryToMake, folder: string) => Promise<Outcome> | Outcome,
): Promise<Outcome> {
  const world = testWorld();
  try {
    const { folder } = await createTestVault(world);
    return await work(world, await sampleEntry(world), folder);
  } finally {
    await world.close();
  }
}

/** Adds contracts in one transaction; with `keep: false` everything is done and then rolled back. */
export function insertContracts(world: TestWorld, made: EntryToMake, count: number, { keep = true } = {}): void {
  const session = world.core.vaults.session();
  if (session === null) throw new Error('the vault is locked');
  const outcome = session.write('contracts.create', (db, note) => {
    for (let index = 0; index < count; index += 1) {
      const added = world.core.contracts.add(session, db, note, made.templateVersionId, made.entry);
      if (!added.ok) throw new Error(added.error.code);
    }
    return keep ? succeed(null) : fail('ROLLED_BACK');
  });
  if (outcome.ok !== keep) throw new Error('the contracts could not be inserted');
}
