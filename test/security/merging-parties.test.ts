import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { PartyMergeEntry } from '#shared/features/parties/merging.ts';
import { roles, type Role } from '#shared/features/vault/roles.ts';
import type { InputOf } from '#shared/ipc/registry.ts';
import { enterParty, proposedMerge } from '../harness/duplicate-parties.ts';
import { registerSigned } from '../harness/signed-contract.ts';
import { createTestVault, taskId, testWorld, type TestWorld } from '../harness/world.ts';

// A merge changes contracts and reads bank accounts: who may not see all of both does none, and learns nothing by trying.

let world: TestWorld;
let entry: PartyMergeEntry;
beforeEach(async () => {
  world = testWorld();
  await createTestVault(world);
  const [kept, merged] = [await enterParty(world, { nameZh: '青石海洋' }), await enterParty(world, { nameZh: '青石' }, { bankName: '示例银行', bankAccount: '6222' })];
  await registerSigned(world, '采购', { parties: [{ partyId: merged.id, role: 'party_b', signatory: '' }] });
  entry = await proposedMerge(world, kept.id, merged.id);
});
afterEach(() => world.close());

async function become(invited: InputOf<'users.invite'>): Promise<void> {
  const { passphrase } = await world.must('users.invite', invited);
  world.core.vaults.lock();
  await world.must('vault.unlock', { userName: invited.name, passphrase, takeOver: false });
}

const refusals = async (): Promise<readonly (string | null)[]> => {
  const replies = [await world.call('parties.mergeEffects', { keptId: entry.keptId, mergedId: entry.mergedId }), await world.call('parties.merge', entry)];
  return replies.map((reply) => (reply.ok ? null : reply.error.code));
};

describe('a merge', () => {
  test.each(roles.map((role) => [role]))('by a person who is only %s is theirs as far as changing parties is', async (role: Role) => {
    await become({ name: role, roles: [role] });
    const may = ['contract_manager', 'drafter', 'finance'].includes(role);
    expect(await refusals()).toEqual(may ? [null, null] : ['FORBIDDEN', 'FORBIDDEN']);
    expect((await world.call('parties.duplicates', { taskId: taskId() })).ok).toBe(may);
  });

  test.each([[{ scope: 'own' as const }], [{ scope: 'department' as const, departments: ['采购部'] }]])('is refused to who sees a part of the contracts only, whether or not others are touched', async (reach) => {
    await become({ name: '林经理', roles: ['contract_manager'], reach });
    expect(await refusals()).toEqual(['FORBIDDEN', 'FORBIDDEN']);
    for (const call of [world.call('parties.duplicates', { taskId: taskId() }), world.call('parties.declareDistinct', { first: entry.keptId, second: entry.mergedId })]) expect(await call).toMatchObject({ error: { code: 'FORBIDDEN' } });
  });

  test('is given to no role without the key to the accounts, and with it to one of the vault’s own', async () => {
    const draft = { id: null, nameZh: '录入员', nameEn: 'Clerk', permissions: ['parties.read', 'parties.merge'] as const };
    expect(await world.call('users.saveCustomRole', { ...draft, permissions: [...draft.permissions], compartments: ['core', 'clauses'] })).toMatchObject({ error: { code: 'KEY_NEEDED' } });
    const { id } = await world.must('users.saveCustomRole', { ...draft, permissions: [...draft.permissions], compartments: ['core', 'finance'] });
    await become({ name: '录入员', roles: [], customRoles: [id] });
    expect(await refusals()).toEqual([null, null]);
  });

  test('that took place can be taken back by no one who may not merge', async () => {
    const { mergeId } = await world.must('parties.merge', entry);
    await become({ name: '法务', roles: ['legal'] });
    expect(await world.call('parties.unmerge', { mergeId })).toMatchObject({ error: { code: 'FORBIDDEN' } });
    expect(await world.must('parties.mergesOf', { id: entry.keptId })).toHaveLength(1);
  });
});
