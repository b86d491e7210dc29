import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Contract } from '#shared/features/contracts/model.ts';
import type { Role } from '#shared/features/vault/roles.ts';
import { sampleEntry } from '../../harness/entries.ts';
import { enterParty, proposedMerge } from '../../harness/duplicate-parties.ts';
import { createTestVault, taskId, testWorld, type TestWorld } from '../../harness/world.ts';

let world: TestWorld;
let contract: Contract;
let target: string;
beforeEach(async () => {
  world = testWorld();
  await createTestVault(world);
  contract = await world.must('contracts.create', await sampleEntry(world));
  target = join(world.folder, 'takeout');
  mkdirSync(target);
  const source = join(world.folder, '图纸.txt');
  writeFileSync(source, 'a drawing');
  world.answers.push(source);
  const picked = await world.must('attachments.pickFile', undefined);
  await world.must('attachments.add', { contractId: contract.summary.id, pickIds: picked === null ? [] : [picked.pickId], taskId: taskId() });
});
afterEach(() => world.close());

async function pick() {
  world.answers.push(target);
  const picked = await world.must('takeout.pickFolder', undefined);
  if (picked === null) throw new Error('no folder');
  return picked.pickId;
}
async function become(role: Role) {
  const { passphrase } = await world.must('users.invite', { name: role, roles: [role] });
  world.core.vaults.lock();
  await world.must('vault.unlock', { userName: role, passphrase, takeOver: false });
}
const text = (...names: string[]) => readFileSync(join(target, ...names), 'utf8');
const folderOf = () => join('contracts', contract.summary.number);

describe('everything taken out', () => {
  test('is a folder that any program reads: JSON, PDF, files, an index', async () => {
    const done = await world.must('takeout.run', { pickId: await pick(), language: 'en', taskId: taskId() });
    expect(done).toEqual({ folder: target, contracts: 1, files: 1, damaged: 0, isPartial: false });
    expect(readdirSync(target).toSorted()).toEqual(['README.txt', 'contracts', 'index.csv', 'parties.json']);
    expect(readdirSync(join(target, folderOf())).toSorted()).toEqual(['contract.json', 'files', 'fulfilment.json', 'text.pdf']);
    expect(text(folderOf(), 'files', '图纸.txt')).toBe('a drawing');
    expect(JSON.parse(text(folderOf(), 'contract.json'))).toMatchObject({ format: 'deedbox-contract', summary: { number: contract.summary.number }, body: { variables: expect.any(Array) as unknown } });
    expect(text(folderOf(), 'text.pdf').slice(0, 5)).toBe('%PDF-');
    expect(text('index.csv')).toContain(contract.summary.number);
    expect(text('README.txt')).toContain('NOT ENCRYPTED');
  });

  test('tells of every counterparty, archived ones and those that were merged into another too', async () => {
    const [kept, merged, archived] = [await enterParty(world, { nameZh: '青石海洋工程装备有限公司' }), await enterParty(world, { nameZh: '青石装备', legalRepresentative: '周样本' }), await enterParty(world, { nameZh: '云帆重工' })];
    await world.must('parties.archive', { id: archived.id });
    await world.must('parties.merge', await proposedMerge(world, kept.id, merged.id));
    const { total } = await world.must('parties.list', { search: '', archived: false, sort: 'name', offset: 0, limit: 1 });
    await world.must('takeout.run', { pickId: await pick(), language: 'en', taskId: taskId() });
    const { parties } = JSON.parse(text('parties.json')) as { readonly parties: readonly { readonly id: string }[] };
    expect(parties).toHaveLength(total + 2);
    expect(parties.find(({ id }) => id === kept.id)).toMatchObject({ nameZh: '青石海洋工程装备有限公司', mergedInto: null });
    expect(parties.find(({ id }) => id === archived.id)).toMatchObject({ archivedAt: world.clock.now(), mergedInto: null });
    expect(parties.at(-1)).toMatchObject({ id: merged.id, nameZh: '青石装备', legalRepresentative: '周样本', mergedInto: kept.id });
    expect(text('README.txt')).toContain('mergedInto');
  });

  test('is noted before it begins and when it is done, and may be made by two roles only', async () => {
    await world.must('takeout.run', { pickId: await pick(), language: 'zh', taskId: taskId() });
    const events = world.core.vaults.session()?.db.all<{ subject_id: string }>({ text: "SELECT subject_id FROM audit_events WHERE subject_kind = 'takeout' ORDER BY sequence", values: [] });
    expect(events?.map((event) => event.subject_id)).toEqual(['begun', 'done', 'list']);
    await become('legal');
    expect(await world.call('takeout.pickFolder', undefined)).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } });
  });

  test('holds nothing of what its maker has no key for', async () => {
    await become('administrator');
    const done = await world.must('takeout.run', { pickId: await pick(), language: 'zh', taskId: taskId() });
    expect(done).toMatchObject({ contracts: 1, files: 0, isPartial: true });
    expect(readdirSync(join(target, folderOf())).toSorted()).toEqual(['contract.json', 'fulfilment.json']);
    const written = JSON.parse(text(folderOf(), 'contract.json')) as object;
    expect(written).toMatchObject({ body: { withheld: true }, amount: { withheld: true } });
    expect(text(folderOf(), 'contract.json') + text('parties.json') + text('index.csv')).not.toContain('"minor"');
  });

  test('goes only into an empty folder, and stopped leaves it empty', async () => {
    const pickId = await pick();
    const id = taskId();
    const running = world.call('takeout.run', { pickId, language: 'zh', taskId: id });
    await world.must('takeout.cancel', { taskId: id });
    expect(await running).toMatchObject({ ok: false, error: { code: 'CANCELLED' } });
    expect(readdirSync(target)).toEqual([]);
    writeFileSync(join(target, 'mine.txt'), '');
    expect(await world.call('takeout.run', { pickId, language: 'zh', taskId: id })).toMatchObject({ ok: false, error: { code: 'FOLDER_NOT_EMPTY' } });
    expect(existsSync(join(target, 'mine.txt'))).toBe(true);
  });

  test('stopped leaves what somebody put beside it meanwhile', async () => {
    const printing = world.hold('finish');
    const [pickId, id] = [await pick(), taskId()];
    const running = world.call('takeout.run', { pickId, language: 'zh', taskId: id });
    await printing.reached;
    writeFileSync(join(target, 'mine.txt'), 'my own');
    await world.must('takeout.cancel', { taskId: id });
    printing.open();
    expect(await running).toMatchObject({ ok: false, error: { code: 'CANCELLED' } });
    expect(readdirSync(target)).toEqual(['mine.txt']);
  });

  test('asked for twice at once is made once', async () => {
    const pickId = await pick();
    const run = () => world.call('takeout.run', { pickId, language: 'zh', taskId: taskId() });
    const [first, second] = await Promise.all([run(), run()]);
    expect(first).toMatchObject({ ok: true, value: { contracts: 1, files: 1 } });
    expect(second).toMatchObject({ ok: false, error: { code: 'FOLDER_NOT_EMPTY' } });
    expect(readdirSync(target).toSorted()).toEqual(['README.txt', 'contracts', 'index.csv', 'parties.json']);
  });
});
