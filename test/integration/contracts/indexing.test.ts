import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ContractId } from '#shared/features/contracts/model.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import { insertContract } from '../../../src-main/features/contracts/queries.ts';
import { connectionOf } from '../../harness/connection-of.ts';
import { createTestVault, testWorld, type TestWorld } from '../../harness/world.ts';

let world: TestWorld;
beforeEach(async () => {
  world = testWorld();
  await createTestVault(world);
});
afterEach(() => world.close());

/** Contracts that came without a call of the window's, as an import brings them. */
function bringIn(count: number): void {
  const db = connectionOf(world);
  const ownerId = world.core.vaults.session()?.user.id as UserId;
  db.transact(() => {
    for (let index = 0; index < count; index += 1) {
      insertContract(db, {
        ...{ id: crypto.randomUUID() as string as ContractId, number: `HG-${index}`, title: '巨量', contractType: 'lease', language: 'zh', stage: 'signed', templateVersionId: null },
        ...{ ownerId, ownerName: '', effectiveOn: null, direction: 'pay', versionNumber: 0, at: index },
      });
    }
  });
}

const found = (search: string) => world.must('contracts.list', { search, sort: 'number', limit: 10 });

test('while many contracts come into the index a search says so, and is told when they have', async () => {
  bringIn(600);
  expect(await found('巨量')).toMatchObject({ isIndexing: true });
  expect(await world.must('contracts.search', { text: '巨量', limit: 5 })).toMatchObject({ isIndexing: true });
  expect(await found('')).toMatchObject({ isIndexing: false });
  world.changed.length = 0;
  await vi.waitFor(() => expect(world.changed.flat()).toContain('contracts'), { timeout: 20_000 });
  await vi.waitFor(async () => expect(await found('巨量')).toMatchObject({ isIndexing: false, total: 600 }), { timeout: 20_000 });
});

test('a few are found at once, and nobody is told anew', async () => {
  bringIn(5);
  world.changed.length = 0;
  expect(await found('巨量')).toMatchObject({ isIndexing: false, total: 5 });
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(world.changed.flat()).not.toContain('contracts');
});
