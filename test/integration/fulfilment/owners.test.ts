import { expect, test } from 'vitest';
import type { UserId } from '#shared/features/vault/model.ts';
import { membersOf } from '../../harness/members.ts';
import { obligationEntry, registerSigned } from '../../harness/signed-contract.ts';
import { createTestVault, testWorld } from '../../harness/world.ts';

test('an obligation is given only to somebody who is there, but keeps the name of an owner who left', async () => {
  const world = testWorld();
  await createTestVault(world);
  const members = membersOf(world);
  await members.invite('李雷', 'legal');
  await members.invite('韩梅梅', 'legal');
  const [ownerId, other] = [await members.idOf('李雷') as UserId, await members.idOf('韩梅梅') as UserId];
  const contractId = (await registerSigned(world, '浮标采购')).summary.id;
  const shown = async () => (await world.must('fulfilment.ofContract', { contractId })).obligations;
  await world.must('fulfilment.saveObligation', { contractId, id: null, revision: 0, entry: obligationEntry('交付', { ownerId }) });
  const [added] = await shown();
  for (const left of [ownerId, other]) await world.must('users.remove', { id: left });
  const save = async (obligation: typeof added, owner: UserId) => {
    const saved = await world.call('fulfilment.saveObligation', { contractId, id: obligation?.id ?? null, revision: obligation?.revision ?? 0, entry: obligationEntry('交付首批', { ownerId: owner }) });
    return saved.ok ? 'ok' : saved.error.code;
  };
  expect(await save(added, other)).toBe('NO_SUCH_MEMBER');
  expect(await save(added, ownerId)).toBe('ok');
  expect(await shown()).toMatchObject([{ title: '交付首批', ownerName: '李雷' }]);
  expect(await save(undefined, ownerId)).toBe('NO_SUCH_MEMBER');
  await world.close();
});
