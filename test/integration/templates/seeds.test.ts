import { afterEach, beforeEach, expect, test } from 'vitest';
import { seedTypes } from '#shared/features/templates/seeds/seed-templates.ts';
import { createTestVault, testWorld, unlockTestVault, type TestWorld } from '../../harness/world.ts';

let world: TestWorld;
beforeEach(async () => {
  world = testWorld();
  await createTestVault(world);
});
afterEach(() => world.close());

const types = async () => (await world.must('templates.list', undefined)).map(({ contractType }) => contractType);
const forget = (...texts: readonly string[]) =>
  world.core.vaults.session()?.write('vault.addStandardTexts', (db, note) => {
    for (const text of texts) db.run({ text, values: [] });
    note('vault', 'test');
    return { ok: true, value: null };
  });

test('a new vault has a published template of every type', async () => {
  expect(await types()).toEqual(seedTypes);
});

test('a vault that was made before gets the templates and clauses that it lacks when it is opened, once', async () => {
  const lease = "(SELECT id FROM templates WHERE seed_key = 'lease')";
  forget(
    `DELETE FROM clauses.template_contents WHERE template_version_id IN (SELECT id FROM template_versions WHERE template_id = ${lease})`,
    `DELETE FROM template_versions WHERE template_id = ${lease}`,
    "DELETE FROM templates WHERE seed_key = 'lease'",
    "DELETE FROM clauses.library_clause_versions WHERE clause_id IN (SELECT id FROM clauses.library_clauses WHERE seed_key = 'court')",
    "DELETE FROM clauses.library_clauses WHERE seed_key = 'court'",
  );
  expect(await types()).not.toContain('lease');
  const clauses = (await world.must('clauses.list', undefined)).length;
  await world.must('vault.lock', undefined);
  await unlockTestVault(world);
  expect((await types()).filter((type) => type === 'lease')).toEqual(['lease']);
  expect(await world.must('clauses.list', undefined)).toHaveLength(clauses + 1);
});
