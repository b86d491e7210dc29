import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { CustomRoleId } from '#shared/features/vault/custom-roles.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import type { Day } from '#shared/kernel/day.ts';
import { membersOf } from '../../harness/members.ts';
import { obligationEntry, registerSigned } from '../../harness/signed-contract.ts';
import { pickPack, twoVaults } from '../../harness/two-vaults.ts';
import { taskId, userName } from '../../harness/world.ts';

test('whoever may send packs and tick nothing off, takes no work over that came back', async () => {
  const both = await twoVaults();
  const { office, site } = both;
  const path = (name: string) => join(office.folder, name);
  const contractId = (await registerSigned(office, '浮标采购')).summary.id;
  await office.must('fulfilment.saveObligation', { contractId, id: null, revision: 0, entry: obligationEntry('交付') });
  const [owed] = (await office.must('fulfilment.ofContract', { contractId })).obligations;
  office.answers.push(path('work.deedpack'));
  await office.must('exchange.sendWork', { contactId: both.siteContact, contractIds: [contractId], withFiles: false, withAmounts: false, message: '', taskId: taskId() });
  const { packId } = await site.must('exchange.receive', await pickPack(site, path('work.deedpack')));
  await site.must('exchange.step', { packId, obligationId: owed?.id ?? ('' as never), to: 'met', on: '2026-11-23' as Day, reason: '' });
  site.answers.push(path('back.deedpack'));
  await site.must('exchange.reply', { packId, message: '', taskId: taskId() });

  const members = membersOf(office);
  const own = await members.idOf(userName) as UserId;
  const role: CustomRoleId = (await office.must('users.saveCustomRole', { id: null, nameZh: '收发', nameEn: 'Post', permissions: ['contracts.read', 'exchange.use', 'exchange.send'], compartments: ['core', 'clauses'] })).id;
  await members.invite('管理员', 'administrator', 'contract_manager');
  await members.become('管理员');
  await office.must('users.changeRoles', { id: own, roles: [], customRoles: [role] });
  await members.become(userName);
  const picked = await pickPack(office, path('back.deedpack'));
  const preview = await office.must('exchange.openPack', picked);
  const merged = await office.call('exchange.merge', { pickId: picked.pickId, stamp: preview.kind === 'workReturn' ? preview.stamp : '', decisions: {} });
  expect(merged).toMatchObject({ error: { code: 'TICKING_FORBIDDEN' } });
  expect((await office.must('fulfilment.ofContract', { contractId })).obligations).toMatchObject([{ status: 'planned' }]);
  await both.close();
});
