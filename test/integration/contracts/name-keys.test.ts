import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ContractSort } from '#shared/features/contracts/list.ts';
import type { Contract, ContractId } from '#shared/features/contracts/model.ts';
import type { DueSort } from '#shared/features/fulfilment/portfolio.ts';
import { sourceViewSchema } from '#shared/features/imports/plan.ts';
import { addNameKeys, haveNameKeys } from '../../../src-main/db/name-keys.ts';
import { sql } from '../../../src-main/db/sql.ts';
import { connectionOf } from '../../harness/connection-of.ts';
import { enterParty, proposedMerge } from '../../harness/duplicate-parties.ts';
import { sampleEntry } from '../../harness/entries.ts';
import { rowsOfOtherKeys } from '../../harness/name-keys.ts';
import { obligationEntry, registerSigned } from '../../harness/signed-contract.ts';
import { createTestVault, goodPassphrase, taskId, testWorld, unlockTestVault, type TestWorld } from '../../harness/world.ts';

// What lists are sorted by stands beside the names. Whoever writes a name writes it too; a vault of before gets it after opening.

let world: TestWorld;
beforeEach(async () => {
  world = testWorld();
  await createTestVault(world);
});
afterEach(() => world.close());

const wrong = () => rowsOfOtherKeys(connectionOf(world));
const count = (table: 'contracts' | 'parties' | 'obligations' | 'users') => connectionOf(world).get<{ count: number }>({ text: `SELECT count(*) AS count FROM ${table}`, values: [] })?.count ?? 0;
const read = (id: ContractId) => world.must('contracts.get', { id });

async function imported(text: string, kind: 'contracts' | 'parties'): Promise<void> {
  const path = join(world.folder, `${kind}.csv`);
  writeFileSync(path, text);
  world.answers.push(path);
  const picked = await world.must('imports.pickFile', undefined);
  const rest = { view: sourceViewSchema.parse({ sheet: null, encoding: null }), options: { onDuplicate: 'skip', onSimilar: 'use', currency: 'CNY', dayOrder: null } } as const;
  const plan = kind === 'contracts' ? ({ kind, mapping: { number: '合同编号', title: '合同名称', partyB: '对方名称' }, ...rest } as const) : ({ kind, mapping: { nameZh: '名称' }, ...rest } as const);
  await world.must('imports.run', { pickId: picked?.pickId ?? ('' as never), plan, taskId: taskId() });
}

test('a contract has them however it came and whatever was changed of it', async () => {
  const made = await world.must('contracts.create', await sampleEntry(world));
  const registered = await registerSigned(world, '仓库租赁', { ownerName: '行者', department: '长租部' });
  expect(wrong()).toEqual([]);
  const { id } = made.summary;
  const { entry } = await sampleEntry(world, { titles: '浮标采购（二）' });
  await world.must('contracts.revise', { id, revision: made.revision, entry });
  expect([(await read(id)).summary.title, wrong()]).toEqual(['浮标采购（二）', []]);
  const present = await read(id);
  await world.must('contracts.saveRecord', { id, revision: present.revision, title: '轴承采购', contractType: present.summary.contractType, record: { ...present.record, ownerName: '张伟', department: '市场部' }, amount: null });
  expect([(await read(id)).summary, wrong()]).toMatchObject([{ title: '轴承采购', ownerName: '张伟', department: '市场部' }, []]);
  const { undo } = await world.must('contracts.changeMany', { ids: [id, registered.summary.id], ownerName: '赵敏' });
  expect([(await read(registered.summary.id)).summary.ownerName, wrong()]).toEqual(['赵敏', []]);
  for (const back of undo) await world.must('contracts.changeMany', back);
  expect([(await read(registered.summary.id)).summary.ownerName, wrong()]).toEqual(['行者', []]);
});

test('so has what an import brings, and a party that is entered, renamed, merged and parted again', async () => {
  await imported('合同编号,合同名称,对方名称\r\nHT-9,钢板采购,长江钢铁有限公司', 'contracts');
  await imported('名称\r\n北方航运有限公司', 'parties');
  expect([count('contracts') > 0, count('parties') > 1, wrong()]).toEqual([true, true, []]);
  const [kept, merged] = [await enterParty(world, { nameZh: '上海浮标有限公司' }), await enterParty(world, { nameEn: 'Shanghai Buoys Ltd' })];
  const entry = await proposedMerge(world, kept.id, merged.id);
  await world.must('parties.merge', { ...entry, details: { ...entry.details, nameZh: '上海浮标（集团）有限公司' } });
  expect([(await world.must('parties.get', { id: kept.id })).nameZh, wrong()]).toEqual(['上海浮标（集团）有限公司', []]);
  const [merge] = await world.must('parties.mergesOf', { id: kept.id });
  await world.must('parties.unmerge', { mergeId: merge?.id ?? ('' as never) });
  expect([(await world.must('parties.get', { id: kept.id })).nameZh, wrong()]).toEqual(['上海浮标有限公司', []]);
  const parted = await world.must('parties.get', { id: merged.id });
  await world.must('parties.update', { id: merged.id, revision: parted.revision, details: { ...parted, nameEn: '', nameZh: '蓝港航运' }, bank: null });
  expect(wrong()).toEqual([]);
});

test('what a backup gives back is sorted by the names that it has, whatever keys it had then', async () => {
  const place = join(world.folder, 'stick');
  mkdirSync(place);
  world.answers.push(place);
  await world.must('backups.chooseFolder', undefined);
  const contract: Contract = await world.must('contracts.create', await sampleEntry(world));
  const { id } = contract.summary;
  await world.must('fulfilment.saveObligation', { contractId: id, id: null, revision: 0, entry: obligationEntry('交付') });
  // A backup of a Deedbox that knew no keys.
  connectionOf(world).transact(() => forgetKeys());
  await world.must('backups.run', { taskId: taskId() });
  world.core.vaults.session()?.derive((db) => addNameKeys(db, 10_000));
  const backupId = (await world.must('backups.overview', undefined)).backups[0]?.id ?? ('' as never);
  const { record } = await read(id);
  await world.must('contracts.saveRecord', { id, revision: contract.revision, title: '误改', contractType: contract.summary.contractType, record: { ...record, department: '误改' }, amount: null });
  const [obligation] = (await world.must('fulfilment.ofContract', { contractId: id })).obligations;
  await world.must('fulfilment.saveObligation', { contractId: id, id: obligation?.id ?? null, revision: obligation?.revision ?? 0, entry: obligationEntry('误改') });
  expect(wrong()).toEqual([]);
  const asked = { id: backupId, passphrase: null, contractId: id };
  const parts = await world.must('backups.restoreContract', { ...asked, parts: ['record', 'obligations'], taskId: taskId() });
  expect([(await read(id)).summary.title, wrong()]).toEqual([contract.summary.title, []]);
  await world.must('backups.undoRestoration', { id: parts.restorationId });
  expect([(await read(id)).summary.title, wrong()]).toEqual(['误改', []]);
  // Its parties aren't here any more, as in a vault that was begun anew.
  world.core.vaults.session()?.derive((db) => ['contract_parties', 'finance.party_accounts', 'parties'].forEach((table) => db.run({ text: `DELETE FROM ${table}`, values: [] })));
  const copy = await world.must('backups.restoreContract', { ...asked, parts: null, taskId: taskId() });
  expect([(await read(copy.contractId)).summary.title, count('parties') > 1, wrong()]).toEqual([contract.summary.title, true, []]);
});

test('a vault that was filled by the command line has them', async () => {
  const folder = join(world.folder, 'seeded');
  const { status } = spawnSync(process.execPath, [join(import.meta.dirname, '../../../src-main/cli.ts'), 'seed', folder, '--contracts', '40', '--lang', 'zh'], { input: `${goodPassphrase}\n`, encoding: 'utf8' });
  expect(status).toBe(0);
  await world.must('vault.lock', undefined);
  world.answers.push(folder);
  const picked = await world.must('vault.pickFolder', { purpose: 'open' });
  await world.must('vault.select', { pickId: picked?.pickId ?? ('' as never) });
  await unlockTestVault(world);
  expect([count('contracts'), count('parties') > 1, wrong()]).toEqual([40, true, []]);
}, 60_000);

/** As a vault is right after it was brought to this version. */
function forgetKeys(): void {
  const db = connectionOf(world);
  db.run(sql`UPDATE contracts SET title_key = NULL, owner_key = NULL, department_key = NULL`);
  for (const table of ['parties', 'users']) db.run({ text: `UPDATE ${table} SET name_key = NULL`, values: [] });
  db.run(sql`UPDATE obligations SET title_key = NULL`);
}

/** Half of a vault's names have their keys. */
function forgetHalf(): void {
  const db = connectionOf(world);
  db.transact(() => {
    forgetKeys();
    for (let left = Math.floor(count('contracts') / 2); left > 0; ) left -= addNameKeys(db, left);
  });
}

test.each<ContractSort>(['title', 'owner', 'department'])('while names have no keys yet a list by %s has every contract once, and goes on so when they have got them', async (sort) => {
  for (let index = 0; index < 12; index += 1) await registerSigned(world, `合同${index}`, { ownerName: `经办${index % 5}`, department: index % 3 === 0 ? '' : `部门${index % 4}` });
  // While the keys are changed nothing is written: the list is read as the vault stands.
  const session = world.core.vaults.session();
  forgetHalf();
  const held = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(session) as object, 'isBusy');
  if (session === null || held === undefined) throw new Error('the vault is locked');
  Object.defineProperty(session, 'isBusy', { value: true, configurable: true });
  const listed: ContractId[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = await world.must('contracts.list', { search: '', sort, descending: false, limit: 5, ...(cursor === undefined ? {} : { cursor }) });
    listed.push(...page.contracts.map(({ id }) => id));
    cursor = page.nextCursor;
    if (listed.length === 5) {
      Reflect.deleteProperty(session, 'isBusy');
      session.derive((db) => addNameKeys(db, 1_000));
    }
  }
  expect([listed.length, new Set(listed).size, haveNameKeys(connectionOf(world))]).toEqual([12, 12, true]);
});

test.each<DueSort>(['title', 'contract', 'owner'])('what falls due is listed by %s in the same way', async (by) => {
  const { summary } = await registerSigned(world, '仓库租赁');
  for (let index = 0; index < 12; index += 1) await world.must('fulfilment.saveObligation', { contractId: summary.id, id: null, revision: 0, entry: obligationEntry(`交付${index}`) });
  connectionOf(world).transact(() => forgetKeys());
  const listed: string[] = [];
  for (let cursor: string | null = null, isMore = true; isMore; isMore = cursor !== null) {
    const page: { readonly lines: readonly { readonly id: string }[]; readonly nextCursor: string | null } = await world.must('fulfilment.list', { filter: { mine: false, show: 'open' }, sort: { by, descending: false }, cursor, limit: 5 });
    listed.push(...page.lines.map(({ id }) => id));
    cursor = page.nextCursor;
    if (listed.length === 5) world.core.vaults.session()?.derive((db) => addNameKeys(db, 1_000));
  }
  expect([listed.length, new Set(listed).size]).toEqual([12, 12]);
  const sorted = await world.must('fulfilment.list', { filter: { mine: false, show: 'open' }, sort: { by: 'title', descending: false }, cursor: null, limit: 50 });
  expect(sorted.lines.map(({ title }) => title)).toEqual(Array.from({ length: 12 }, (_, index) => `交付${index}`));
});

test('after it was opened a vault of before gets them by itself, and whoever looks is told', async () => {
  for (const title of ['浙江租赁', '安徽采购', '成都服务']) await registerSigned(world, title);
  connectionOf(world).transact(() => forgetKeys());
  await world.must('vault.lock', undefined);
  await unlockTestVault(world);
  world.changed.length = 0;
  await world.pass(1_000);
  expect([haveNameKeys(connectionOf(world)), wrong()]).toEqual([true, []]);
  expect(world.changed.some((features) => features.includes('contracts') && features.includes('parties'))).toBe(true);
  const { contracts } = await world.must('contracts.list', { search: '', sort: 'title', descending: false, limit: 10 });
  expect(contracts.map(({ title }) => title)).toEqual(['安徽采购', '成都服务', '浙江租赁']);
});
