import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ContractMapping } from '#shared/features/imports/model.ts';
import type { ImportPlan } from '#shared/features/imports/plan.ts';
import type { WatchChoice } from '#shared/features/imports/watch.ts';
import { createTestVault, goodPassphrase, taskId, testWorld, userName, type TestWorld } from '../../harness/world.ts';

let world: TestWorld;
let inbox: string;
beforeEach(async () => {
  world = testWorld();
  await createTestVault(world);
  inbox = join(world.folder, 'inbox');
  mkdirSync(inbox);
});
afterEach(() => world.close());

const headings = '合同编号,合同名称,对方名称,签订日期';
const report = { headings: { row: '行', field: '栏', problem: '问题' }, words: { 'problem.IMPOSSIBLE_DATE': '没有这一天', 'field.signedOn': '签订日期' } };
const put = (name: string, ...rows: readonly string[]) => writeFileSync(join(inbox, name), [headings, ...rows].join('\r\n'));
const lies = (...path: readonly string[]) => existsSync(join(inbox, ...path));
const state = () => world.must('imports.watch', undefined);
const count = () => world.must('contracts.count', { search: '', sort: 'number' });

async function watch(choice: WatchChoice = { mapping: 'suggested', onDone: 'keep' }): Promise<void> {
  world.answers.push(inbox);
  await world.must('imports.watchFolder', { choice, report });
}

function planOf(mapping: ContractMapping): ImportPlan {
  return { kind: 'contracts', mapping, view: { sheet: null, encoding: null }, options: { onDuplicate: 'skip', onSimilar: 'use', currency: 'CNY', dayOrder: null } };
}

/** Two looks: what lies still between them is taken. */
async function lookTwice(): Promise<void> {
  await world.must('imports.lookNow', undefined);
  await world.must('imports.lookNow', undefined);
}

describe('a file in the watched folder', () => {
  test('is imported while the vault is open, without anybody asking, and put into done', async () => {
    await watch();
    put('crm-1.csv', 'CRM-1,浮标采购,云帆设备有限公司,2026-03-01', 'CRM-2,轴承采购,云帆设备有限公司,2026-03-02');
    await world.pass(30_000);
    expect(await count()).toBe(2);
    expect([lies('crm-1.csv'), lies('done', 'crm-1.csv')]).toEqual([false, true]);
    expect((await state()).arrivals).toMatchObject([{ fileName: 'crm-1.csv', outcome: 'imported', added: 2, bad: 0, failure: null }]);
    expect(await world.must('imports.batches', undefined)).toMatchObject([{ fileName: 'crm-1.csv', state: 'done', added: 2 }]);
    expect(world.changed.flat()).toContain('contracts');
  });

  test('with totals and sign-off lines brings its contracts only', async () => {
    await watch();
    put('totals.csv', 'T-1,浮标采购,,2026-03-01', ',小计,,', '总 计：,,,', '填表人：张三,,,填表日期：2026年3月31日');
    await lookTwice();
    expect(await count()).toBe(1);
    expect((await state()).arrivals).toMatchObject([{ outcome: 'imported', added: 1, skipped: 3, bad: 0 }]);
  });

  test('is left until it has stopped growing, and what is no table is never touched', async () => {
    await watch();
    put('growing.csv', 'G-1,甲,,2026-01-01');
    await world.must('imports.lookNow', undefined);
    put('growing.csv', 'G-1,甲,,2026-01-01', 'G-2,乙,,2026-01-01');
    for (const name of ['readme.md', '~$open.xlsx', '.hidden.csv', 'empty.csv']) writeFileSync(join(inbox, name), name === 'empty.csv' ? '' : 'x');
    await world.must('imports.lookNow', undefined);
    expect(await count()).toBe(0);
    await world.must('imports.lookNow', undefined);
    expect(await count()).toBe(2);
    expect(readdirSync(inbox).sort()).toEqual(['.hidden.csv', 'done', 'empty.csv', 'readme.md', 'working', '~$open.xlsx'].sort());
  });

  test('with rows that are refused is imported for the rest, and a report says which and why', async () => {
    await watch();
    put('mixed.csv', 'M-1,好的,,2026-03-01', 'M-2,坏的,,2026-02-30');
    await lookTwice();
    expect(await count()).toBe(1);
    expect(readFileSync(join(inbox, 'done', 'mixed.csv.problems.csv'), 'utf8')).toContain('3,签订日期,没有这一天,M-2,坏的');
    expect((await state()).arrivals).toMatchObject([{ outcome: 'partly', added: 1, bad: 1 }]);
  });

  test('with no row but refused ones lies beside its report', async () => {
    await watch();
    put('bad.csv', 'M-2,坏的,,2026-02-30');
    await lookTwice();
    expect(readdirSync(join(inbox, 'done')).sort()).toEqual(['bad.csv', 'bad.csv.problems.csv']);
    expect((await state()).arrivals).toMatchObject([{ outcome: 'partly', added: 0, bad: 1 }]);
  });

  test('is deleted after it, where that is wished, but not when rows of it were refused', async () => {
    await watch({ mapping: 'suggested', onDone: 'delete' });
    put('good.csv', 'D-1,好的,,2026-03-01');
    put('mixed.csv', 'D-2,好的,,2026-03-01', 'D-3,坏的,,2026-02-30');
    await lookTwice();
    expect([lies('good.csv'), lies('done', 'good.csv'), lies('done', 'mixed.csv')]).toEqual([false, false, true]);
  });

  test('that can’t be read goes to failed with the reason, and is not tried again', async () => {
    await watch();
    writeFileSync(join(inbox, 'broken.xlsx'), '%PDF-1.7 this is no workbook');
    await lookTwice();
    await lookTwice();
    expect(lies('failed', 'broken.xlsx')).toBe(true);
    const { arrivals } = await state();
    expect(arrivals).toHaveLength(1);
    expect(arrivals[0]?.outcome).toBe('failed');
    expect(arrivals[0]?.failure).toMatch(/^TABLE_/);
  });

  test('with a name that came before is kept beside the earlier one', async () => {
    await watch();
    put('daily.csv', 'E-1,甲,,2026-03-01');
    await lookTwice();
    put('daily.csv', 'E-2,乙,,2026-03-01');
    await lookTwice();
    expect(readdirSync(join(inbox, 'done')).sort()).toEqual(['daily (2).csv', 'daily.csv']);
    expect(await count()).toBe(2);
  });
});

describe('the mapping that was confirmed by hand', () => {
  test('is asked for first: files of unknown headings are put aside, those of a known source taken as then', async () => {
    await watch({ mapping: 'remembered', onDone: 'keep' });
    put('first.csv', 'R-1,甲,云帆设备有限公司,2026-03-01');
    await lookTwice();
    expect((await state()).arrivals).toMatchObject([{ outcome: 'failed', failure: 'MAPPING_UNKNOWN' }]);
    const plan = planOf({ number: '合同编号', title: '对方名称' });
    world.answers.push(join(inbox, 'failed', 'first.csv'));
    const picked = await world.must('imports.pickFile', undefined);
    if (picked === null) throw new Error('no file was picked');
    await world.must('imports.run', { pickId: picked.pickId, plan, taskId: taskId() });
    put('second.csv', 'R-2,乙,远景重工,2026-03-01');
    await lookTwice();
    const { contracts } = await world.must('contracts.list', { search: '', sort: 'number', limit: 10 });
    expect(contracts.map(({ title }) => title).sort()).toEqual(['云帆设备有限公司', '远景重工'].sort());
  });
});

describe('while a file is taken over', () => {
  /** Two files lie still; the first is looked at, and waits. */
  async function takeFirst(): Promise<{ readonly goOn: () => Promise<unknown> }> {
    put('a.csv', 'A-1,甲,,2026-03-01');
    put('b.csv', 'B-1,乙,,2026-03-01');
    await world.must('imports.lookNow', undefined);
    const looking = world.hold('preview');
    const looked = world.must('imports.lookNow', undefined);
    await looking.reached;
    return {
      goOn: () => {
        looking.open();
        return looked;
      },
    };
  }

  test('the folder may be let go of: the next one is left where it lies', async () => {
    await watch();
    const { goOn } = await takeFirst();
    await world.must('imports.stopWatch', undefined);
    await goOn();
    expect([lies('done', 'a.csv'), lies('b.csv'), await count()]).toEqual([true, true, 1]);
  });

  test('files may be wished to be kept: none is deleted any more', async () => {
    await watch({ mapping: 'suggested', onDone: 'delete' });
    const { goOn } = await takeFirst();
    await world.must('imports.changeWatch', { choice: { mapping: 'suggested', onDone: 'keep' } });
    await goOn();
    expect([lies('done', 'a.csv'), lies('done', 'b.csv'), await count()]).toEqual([true, true, 2]);
  });

  test('somebody may begin to check one of their own: theirs goes first', async () => {
    await watch();
    const { goOn } = await takeFirst();
    const own = join(world.folder, 'own.csv');
    writeFileSync(own, [headings, 'O-1,自己的,,2026-03-01'].join('\r\n'));
    const opening = world.hold('open');
    const checking = world.call('imports.check', { pickId: world.core.picks.add(own), plan: planOf({ number: '合同编号', title: '合同名称' }), taskId: taskId() });
    await opening.reached;
    await goOn();
    opening.open();
    expect(await checking).toMatchObject({ ok: true, value: { good: 1 } });
    await world.must('imports.lookNow', undefined);
    expect([lies('done', 'a.csv'), lies('done', 'b.csv'), await count()]).toEqual([true, true, 2]);
  });
});

describe('a folder that is watched', () => {
  test('rests while the vault is locked, and what came meanwhile is taken once it is open', async () => {
    await watch();
    await world.must('vault.lock', undefined);
    put('night.csv', 'N-1,夜里,,2026-03-01');
    await world.pass(60_000);
    expect(lies('night.csv')).toBe(true);
    await world.must('vault.unlock', { userName, passphrase: goodPassphrase, takeOver: false });
    await world.pass(30_000);
    expect(await count()).toBe(1);
  });

  test('goes on with a file that was taken up when the vault was locked', async () => {
    await watch();
    put('long.csv', 'L-1,甲,,2026-03-01', 'L-2,乙,,2026-03-01');
    mkdirSync(join(inbox, 'working'));
    writeFileSync(join(inbox, 'working', 'left.csv'), [headings, 'K-1,留下的,,2026-03-01'].join('\r\n'));
    await lookTwice();
    expect(await count()).toBe(3);
    expect(readdirSync(join(inbox, 'working'))).toEqual([]);
  });

  test('puts a half-imported file aside that was changed meanwhile, says so, and takes the next of its name', async () => {
    mkdirSync(join(inbox, 'working'));
    const left = join(inbox, 'working', 'crm.csv');
    writeFileSync(left, [headings, ...Array.from({ length: 3000 }, (_, at) => `L-${at},合同,,2026-03-01`)].join('\r\n'));
    world.answers.push(left);
    const picked = await world.must('imports.pickFile', undefined);
    if (picked === null) throw new Error('no file was picked');
    const task = taskId();
    const stopped = world.must('imports.run', { pickId: picked.pickId, plan: planOf({ number: '合同编号', title: '合同名称' }), taskId: task });
    while ((await count()) === 0) await new Promise((resolve) => void setImmediate(resolve));
    await world.must('imports.cancel', { taskId: task });
    const { addedContracts } = await stopped;
    appendFileSync(left, '\r\nL-9999,更正,,2026-03-01');
    await watch();
    await lookTwice();
    expect(await count()).toBe(addedContracts);
    expect([lies('working', 'crm.csv'), lies('failed', 'crm.csv')]).toEqual([false, true]);
    expect((await state()).arrivals).toMatchObject([{ fileName: 'crm.csv', outcome: 'failed', failure: 'SOURCE_CHANGED', added: 0 }]);
    put('crm.csv', 'NEU-1,次日,,2026-03-02');
    await lookTwice();
    expect((await state()).arrivals[0]).toMatchObject({ fileName: 'crm.csv', outcome: 'imported', added: 1 });
  });

  test('may lie neither in the vault nor where nothing can be written, and can be given up', async () => {
    world.answers.push(join(world.folder, 'vault', 'attachments'));
    const choice: WatchChoice = { mapping: 'suggested', onDone: 'keep' };
    expect(await world.call('imports.watchFolder', { choice, report })).toMatchObject({ error: { code: 'FOLDER_IN_VAULT' } });
    world.answers.push(join(world.folder, 'nowhere'));
    expect(await world.call('imports.watchFolder', { choice, report })).toMatchObject({ error: { code: 'READ_ONLY_FOLDER' } });
    expect(await world.call('imports.changeWatch', { choice })).toMatchObject({ error: { code: 'NOT_FOUND' } });
    await watch();
    await world.must('imports.changeWatch', { choice: { mapping: 'remembered', onDone: 'delete' } });
    expect((await state()).watched).toEqual({ folder: inbox, mapping: 'remembered', onDone: 'delete', isReachable: true });
    await world.must('imports.stopWatch', undefined);
    put('late.csv', 'X-1,晚到,,2026-03-01');
    await world.pass(60_000);
    expect([(await state()).watched, lies('late.csv')]).toEqual([null, true]);
  });

  test('is not looked into for somebody who may not import', async () => {
    await watch();
    const { passphrase } = await world.must('users.invite', { name: '财务', roles: ['finance'] });
    await world.must('vault.lock', undefined);
    await world.must('vault.unlock', { userName: '财务', passphrase, takeOver: false });
    put('finance.csv', 'F-1,甲,,2026-03-01');
    await world.pass(60_000);
    expect(lies('finance.csv')).toBe(true);
    expect(await world.call('imports.watch', undefined)).toMatchObject({ error: { code: 'FORBIDDEN' } });
  });
});
