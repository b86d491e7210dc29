import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sourceViewSchema, type ImportBatchId, type ImportOptions, type ImportPlan } from '#shared/features/imports/plan.ts';
import type { ContractMapping, PartyMapping } from '#shared/features/imports/model.ts';
import type { PickId } from '#shared/features/vault/model.ts';
import { checkAuditChain } from '../../../src-main/audit/check-chain.ts';
import { createTestVault, goodPassphrase, taskId, testWorld, userName, type TestWorld } from '../../harness/world.ts';
import { workbookParts, zipOf } from './files.fixture.ts';
import { effortOf } from '../../harness/effort.ts';

let world: TestWorld;
beforeEach(async () => {
  world = testWorld();
  await createTestVault(world);
});
afterEach(() => world.close());

const view = sourceViewSchema.parse({ sheet: null, encoding: null });
const options: ImportOptions = { onDuplicate: 'skip', onSimilar: 'use', currency: 'CNY', dayOrder: null };
const headings = '合同编号,合同名称,对方名称,信用代码,合同金额,签订日期,主合同编号';
const mapping: ContractMapping = {
  number: '合同编号',
  title: '合同名称',
  partyB: '对方名称',
  partyBUscc: '信用代码',
  amountInclTax: '合同金额',
  signedOn: '签订日期',
  parentNumber: '主合同编号',
};

function placed(name: string, content: string | Uint8Array): string {
  const path = join(world.folder, name);
  writeFileSync(path, content);
  return path;
}

/** A ledger with these rows below the usual headings. */
function ledger(rows: readonly string[], name = '台账.csv'): string {
  return placed(name, [headings, ...rows].join('\r\n'));
}

async function pick(path: string): Promise<PickId> {
  world.answers.push(path);
  const picked = await world.must('imports.pickFile', undefined);
  if (picked === null) throw new Error('no file was picked');
  return picked.pickId;
}

const planOf = (changed: Partial<ImportOptions> = {}): ImportPlan => ({ kind: 'contracts', mapping, view, options: { ...options, ...changed } });
const partyPlan = (of: PartyMapping, changed: Partial<ImportOptions> = {}): ImportPlan => ({ kind: 'parties', mapping: of, view, options: { ...options, ...changed } });

const check = async (path: string, plan = planOf()) => world.must('imports.check', { pickId: await pick(path), plan, taskId: taskId() });
const undo = (batchId: ImportBatchId) => world.must('imports.undo', { batchId, taskId: taskId() });
const run = async (path: string, plan = planOf()) => world.must('imports.run', { pickId: await pick(path), plan, taskId: taskId() });

async function contracts() {
  const page = await world.must('contracts.list', { sort: 'number', descending: false, filter: {}, search: '', limit: 100 } as never);
  return page.contracts;
}
async function partyNames(): Promise<readonly string[]> {
  const { parties } = await world.must('parties.list', { search: '', archived: false, sort: 'name', offset: 0, limit: 200 });
  return parties.map(({ nameZh, nameEn }) => nameZh || nameEn);
}

const good = 'HT-1,采购合同,深圳市示例科技有限公司,91440300708461136T,"1,000.50",2026-03-01,';

describe('a preview', () => {
  test('guesses what the file holds and which column is what', async () => {
    const preview = await world.must('imports.preview', { pickId: await pick(ledger([good])), kind: null, view });
    expect(preview).toMatchObject({ kind: 'contracts', format: 'csv', mapping, isRemembered: false, rows: [{ rowNumber: 2 }] });
  });

  test('remembers the mapping of the last import of such a file', async () => {
    await run(ledger([good]), { ...planOf({ dayOrder: 'dmy' }), mapping: { title: '合同名称' } } as ImportPlan);
    const again = await world.must('imports.preview', { pickId: await pick(ledger([good], '另一份.csv')), kind: null, view });
    expect(again).toMatchObject({ mapping: { title: '合同名称' }, options: { dayOrder: 'dmy' }, isRemembered: true });
  });

  test('of a workbook that unpacks to far more than it is is refused', async () => {
    const bomb = zipOf(workbookParts('x'.repeat(20 * 1024 * 1024)));
    const reply = await world.call('imports.preview', { pickId: await pick(placed('bomb.xlsx', bomb)), kind: null, view });
    expect(reply).toMatchObject({ ok: false, error: { code: 'TABLE_BOMB' } });
  });
});

describe('a dry run', () => {
  test('counts what an import would do and changes nothing', async () => {
    const path = ledger([good, 'HT-2,错误日期,某公司,,1,2026-02-30,', 'HT-1,重复,某公司,,1,2026-01-01,']);
    expect(await check(path)).toMatchObject({ rows: 3, good: 1, bad: 1, skipped: 1, newParties: 1, duplicates: { number: 1 } });
    expect(await contracts()).toHaveLength(0);
    expect(await partyNames()).toEqual([]);
    expect(await world.must('imports.batches', undefined)).toEqual([]);
  });

  test('lists totals and sign-off lines as left out, and counts them as no errors', async () => {
    const path = ledger([good, ',小计,,,1000.5,,', '合  计,,,,1000.5,,', '审核：李四,,制表：王五,,,,']);
    const { problems, ...counts } = await check(path);
    expect(counts).toMatchObject({ rows: 4, good: 1, bad: 0, skipped: 0, aside: 3, problemCount: 3 });
    expect(problems.map(({ rowNumber, field, code, weight }) => `${rowNumber} ${field} ${code} ${weight}`)).toEqual(['3 title TOTAL_ROW aside', '4 number TOTAL_ROW aside', '5 number SIGN_OFF_ROW aside']);
    expect(await run(path)).toMatchObject({ addedContracts: 1, addedParties: 1, skipped: 3, bad: 0 });
  });

  test('names an impossible date at its row and field', async () => {
    const { problems } = await check(ledger([good, 'HT-2,错误日期,某公司,,1,2026-02-30,']));
    expect(problems).toEqual([{ rowNumber: 3, field: 'signedOn', code: 'IMPOSSIBLE_DATE', weight: 'refused', shown: '2026-02-30', other: '' }]);
  });

  test('names contracts that are one another’s parent, and those below them', async () => {
    const rows = ['A,甲,,,,,B', 'B,乙,,,,,A', 'C,丙,,,,,B', 'D,丁,,,,,nowhere'];
    const { problems, bad } = await check(ledger(rows));
    expect(bad).toBe(4);
    expect(problems.map(({ rowNumber, code }) => `${rowNumber} ${code}`)).toEqual([
      '2 PARENT_CYCLE',
      '3 PARENT_CYCLE',
      '4 PARENT_NOT_FOUND',
      '5 PARENT_NOT_FOUND',
    ]);
  });

  test('of a file without a required column is refused', async () => {
    const plan = { ...planOf(), mapping: { number: '合同编号' } } as ImportPlan;
    const reply = await world.call('imports.check', { pickId: await pick(ledger([good])), plan, taskId: taskId() });
    expect(reply).toMatchObject({ error: { code: 'FIELD_MISSING', params: { field: 'title' } } });
  });

  test('writes its problems with the rows’ own cells, and no cell of theirs is a formula', async () => {
    const target = join(world.folder, 'problems.csv');
    const pickId = await pick(ledger(['HT-9,=cmd(),某公司,,1,2026-02-30,']));
    world.answers.push(target);
    const words = { 'problem.IMPOSSIBLE_DATE': '没有这一天', 'field.signedOn': '签订日期' };
    const request = { pickId, plan: planOf(), taskId: taskId(), fileName: '问题', headings: { row: '行', field: '栏', problem: '问题' }, words };
    expect(await world.must('imports.saveProblems', request)).toEqual({ fileName: 'problems.csv', rows: 1 });
    expect(readFileSync(target, 'utf8')).toContain("2,签订日期,没有这一天,HT-9,'=cmd(),某公司");
  });
});

describe('an import', () => {
  test('adds contracts with their parties, sums and parents, children above their parents included', async () => {
    const outcome = await run(ledger(['HT-2,补充协议,深圳市示例科技有限公司,,,2026-04-01,HT-1', good]));
    expect(outcome).toMatchObject({ state: 'done', addedContracts: 2, addedParties: 1, skipped: 0, bad: 0 });
    const [first, second] = await contracts();
    expect(first).toMatchObject({ number: 'HT-1', stage: 'signed', signedOn: '2026-03-01', amount: { minor: 100_050 }, partyNames: ['深圳市示例科技有限公司'] });
    const child = await world.must('contracts.get', { id: second?.id ?? ('' as never) });
    expect(child.record).toMatchObject({ recordKind: 'order', parentId: first?.id });
  });

  test('leaves out what is there already, and so can be run twice', async () => {
    await run(ledger([good]));
    const again = await run(ledger([good], 'again.csv'));
    expect(again).toMatchObject({ addedContracts: 0, addedParties: 0, skipped: 1 });
    expect(await contracts()).toHaveLength(1);
  });

  test('leaves out contracts without a number that are there already, and says which they meet', async () => {
    const rows = [',采购合同,深圳市示例科技有限公司,,"1,000.50",2026-03-01,', ',服务合同,某公司,,,,', ',租赁合同,,,8,2026-03-01,'];
    expect(await run(ledger(rows))).toMatchObject({ addedContracts: 3, skipped: 0 });
    const [first] = await contracts();
    const changed = [...rows, ',采购合同,深圳市示例科技有限公司,,2000,2026-03-01,', ',采购合同,深圳市示例科技有限公司,,1000.5,2026-03-02,', ',采购合同,别的公司,,1000.5,2026-03-01,', ',采购合同,,,1000.5,2026-03-01,', ',服务合同,某公司,,9,,'];
    const again = ledger(changed, 'again.csv');
    const checked = await check(again);
    expect(checked).toMatchObject({ rows: 8, good: 4, bad: 0, skipped: 4, duplicates: { contract: 4 } });
    expect(checked.problems[0]).toEqual({ rowNumber: 2, field: 'title', code: 'CONTRACT_KNOWN', weight: 'duplicate', shown: '采购合同', other: first?.number });
    expect(await check(again, planOf({ onDuplicate: 'add' }))).toMatchObject({ good: 8, skipped: 0, duplicates: { contract: 4 } });
    expect(await run(again)).toMatchObject({ addedContracts: 4, skipped: 4, bad: 0 });
    expect(await run(ledger(changed, 'third.csv'))).toMatchObject({ addedContracts: 0, skipped: 8 });
    expect(await contracts()).toHaveLength(7);
  });

  test('leaves out a row without a number that stands in the file twice, and no other that is like it', async () => {
    const path = ledger([',租车,某公司,,8,2026-03-01,', ',租车,某公司,,8,2026-03-01,', ',租车,某公司,,9,2026-03-01,', ',租车,,,,,']);
    const { problems } = await check(path);
    expect(problems).toEqual([{ rowNumber: 3, field: 'title', code: 'ROW_TWICE', weight: 'duplicate', shown: '租车', other: '2' }]);
    expect(await run(path)).toMatchObject({ addedContracts: 3, skipped: 1 });
  });

  test('looks for 5,000 contracts of one name that have no number in a moment', async () => {
    const rows = Array.from({ length: 5000 }, (_, index) => `,采购合同,第${index % 50}号供应商有限公司,,${index},,`);
    await run(ledger(rows));
    const { outcome, seconds } = await effortOf(() => check(ledger(rows, 'again.csv')));
    expect(outcome).toMatchObject({ good: 0, skipped: 5000 });
    expect(seconds).toBeLessThan(5);
  }, 60_000);

  test('adds a contract whose number is taken under another, where that is wished', async () => {
    await run(ledger([good]));
    expect(await run(ledger([good], 'again.csv'), planOf({ onDuplicate: 'add' }))).toMatchObject({ addedContracts: 1 });
    const added = (await contracts()).find(({ number }) => number !== 'HT-1');
    const contract = await world.must('contracts.get', { id: added?.id ?? ('' as never) });
    expect(contract.record?.details.custom).toEqual([{ name: '原编号 / Former number', kind: 'text', value: 'HT-1' }]);
  });

  test('takes nearly the same name for the same party, or for another, as is wished', async () => {
    await run(ledger([good]));
    const slip = 'HT-5,另一合同,深圳市示列科技有限公司,,,,';
    const longer = ['HT-6,合同甲,北京市海淀区示例数据服务有限公司,,,,', 'HT-7,合同乙,北京市海淀区示列数据服务有限公司,,,,'];
    expect((await check(ledger([slip]))).duplicates.similar).toBe(0);
    expect(await check(ledger(longer))).toMatchObject({ newParties: 1, duplicates: { similar: 1 } });
    expect(await run(ledger(longer))).toMatchObject({ addedParties: 1 });
    expect(await run(ledger(['HT-8,合同丙,北京市海淀区示倒数据服务有限公司,,,,']), planOf({ onSimilar: 'add' }))).toMatchObject({ addedParties: 1 });
  });

  test('of parties passes over known codes and names, and reads cards', async () => {
    const of: PartyMapping = { nameZh: '名称', uscc: '代码' };
    const rows = (lines: readonly string[]) => placed('parties.csv', ['名称,代码', ...lines].join('\n'));
    await run(rows(['深圳市示例科技有限公司,91440300708461136T', '深圳市示例科技公司,']), partyPlan(of));
    expect(await partyNames()).toEqual(['深圳市示例科技有限公司']);
    expect(await check(rows(['改名后的公司,91440300708461136T']), partyPlan(of))).toMatchObject({ skipped: 1, duplicates: { uscc: 1 } });
    const card = placed('card.vcf', 'BEGIN:VCARD\r\nVERSION:4.0\r\nFN:李四\r\nORG:Harbour Ltd\r\nTEL:0755\r\nEND:VCARD\r\n');
    const preview = await world.must('imports.preview', { pickId: await pick(card), kind: null, view });
    expect(preview.kind).toBe('parties');
    await run(card, partyPlan(preview.mapping));
    expect(await partyNames()).toContain('Harbour Ltd');
  });

  test('of a file that breaks off adds nothing', async () => {
    const path = ledger([...Array.from({ length: 2000 }, (_, index) => `N-${index},合同,,,,,`)]);
    appendFileSync(path, Buffer.from([0xff, 0xfe, 0x81]));
    const reply = await world.call('imports.run', { pickId: await pick(path), plan: { ...planOf(), view: { sheet: null, encoding: 'utf-8' } }, taskId: taskId() });
    expect(reply).toMatchObject({ ok: false, error: { code: 'TABLE_DAMAGED' } });
    expect(await contracts()).toHaveLength(0);
  });
});

describe('undoing an import', () => {
  test('removes what it added, as if it had not been', async () => {
    const { batchId } = await run(ledger([good, 'HT-2,订单,深圳市示例科技有限公司,,,2026-04-01,HT-1']));
    expect(await undo(batchId)).toEqual({ removedContracts: 2, removedParties: 1, keptContracts: 0, keptParties: 0, isStopped: false });
    expect(await contracts()).toHaveLength(0);
    expect(await partyNames()).toEqual([]);
    expect(await world.must('imports.batches', undefined)).toMatchObject([{ state: 'undone' }]);
    expect(await world.call('imports.undo', { batchId, taskId: taskId() })).toMatchObject({ error: { code: 'NOTHING_TO_UNDO' } });
    expect(await run(ledger([good]))).toMatchObject({ addedContracts: 1, addedParties: 1 });
  });

  test('keeps what somebody changed or added to since, what that hangs on, and says so', async () => {
    const { batchId } = await run(
      ledger([good, 'HT-2,订单,深圳市示例科技有限公司,,,2026-04-01,HT-1', 'HT-3,别的,别的公司,,,,', 'HT-4,通知过,,,,2026-01-01,', 'HT-5,没变,,,,,']),
    );
    const byNumber = new Map((await contracts()).map((one) => [one.number, one.id]));
    const id = (number: string) => byNumber.get(number) ?? ('' as never);
    await world.must('contracts.changeMany', { ids: [id('HT-2')], addTags: ['重要'], archived: false });
    await world.must('contracts.addNotice', {
      id: id('HT-4'),
      notice: { kind: 'non_renewal', termIndex: null, sentOn: '2026-05-01' as never, method: 'ems', trackingNumber: '', receivedOn: null },
    });
    expect(await undo(batchId)).toEqual({ removedContracts: 2, removedParties: 1, keptContracts: 3, keptParties: 1, isStopped: false });
    expect((await contracts()).map(({ number }) => number)).toEqual(['HT-1', 'HT-2', 'HT-4']);
  });
});

test('undoing an import takes a contract along that somebody only looked at', async () => {
  const { batchId } = await run(ledger([good, 'HT-2,没看过,,,,,']));
  const id = (await contracts()).find(({ number }) => number === 'HT-1')?.id ?? ('' as never);
  await world.must('contracts.get', { id });
  await world.must('contracts.family', { id });
  const { events } = await world.must('audit.list', { filter: { subjectKind: 'contract', subjectId: id }, before: null, limit: 10 });
  expect(events.map(({ operation }) => operation)).toContain('contracts.get');
  expect(await undo(batchId)).toMatchObject({ removedContracts: 2, removedParties: 1, keptContracts: 0, keptParties: 0 });
});

test('undoing an import keeps a contract that a file was attached to, and its file', async () => {
  const { batchId } = await run(ledger(['HT-1,有附件,,,,,', 'HT-2,没变,,,,,']));
  const [first] = await contracts();
  const contractId = first?.id ?? ('' as never);
  await world.must('attachments.add', { contractId, pickIds: [world.core.picks.add(placed('盖章扫描件.txt', '扫描件'))], taskId: taskId() });
  expect(await undo(batchId)).toMatchObject({ removedContracts: 1, keptContracts: 1 });
  expect((await world.must('attachments.list', { contractId })).map(({ name }) => name)).toEqual(['盖章扫描件.txt']);
});

describe('an undoing that is stopped', () => {
  test('keeps what is not removed yet, can’t be gone on with as an import, and is undone to the end another time', async () => {
    const rows = Array.from({ length: 3000 }, (_, index) => `U-${String(index).padStart(5, '0')},合同 ${index},公司${index % 100}号有限公司,,${index},2026-01-01,${index % 3 === 1 ? `U-${String(index - 1).padStart(5, '0')}` : ''}`);
    const { batchId } = await run(ledger(rows));
    const task = taskId();
    const stopping = world.must('imports.undo', { batchId, taskId: task });
    expect(await world.call('imports.undo', { batchId, taskId: taskId() })).toMatchObject({ error: { code: 'IMPORT_RUNNING' } });
    await until(async () => (await world.must('contracts.count', { search: '', sort: 'number' })) < 2900);
    await world.must('imports.cancel', { taskId: task });
    const first = await stopping;
    expect(first.isStopped).toBe(true);
    expect(first.removedContracts + first.keptContracts).toBe(3000);
    expect(await world.must('contracts.count', { search: '', sort: 'number' })).toBe(first.keptContracts);
    expect(await world.call('imports.resume', { batchId, taskId: taskId() })).toMatchObject({ error: { code: 'NOT_RESUMABLE' } });
    expect(await undo(batchId)).toEqual({ removedContracts: first.keptContracts, removedParties: 100, keptContracts: 0, keptParties: 0, isStopped: false });
    expect(await world.must('imports.batches', undefined)).toMatchObject([{ state: 'undone' }]);
  }, 60_000);
});

describe('an import that was stopped', () => {
  const many = (count: number) => ledger(Array.from({ length: count }, (_, index) => `N-${String(index).padStart(5, '0')},合同 ${index},公司${index % 100}号有限公司,,${index},2026-01-01,`));

  test('goes on where it stood, and no row is done twice', async () => {
    const task = taskId();
    const pickId = await pick(many(3000));
    const stopped = world.must('imports.run', { pickId, plan: planOf(), taskId: task });
    await until(async () => ((await world.must('imports.batches', undefined))[0]?.rowsDone ?? 0) > 300);
    await world.must('imports.cancel', { taskId: task });
    const outcome = await stopped;
    expect(outcome.state).toBe('stopped');
    expect(outcome.addedContracts).toBeLessThan(3000);
    expect(await world.must('imports.batches', undefined)).toMatchObject([{ state: 'stopped', rows: 3000, rowsDone: outcome.addedContracts }]);
    const resumed = await world.must('imports.resume', { batchId: outcome.batchId, taskId: taskId() });
    expect(resumed).toMatchObject({ state: 'done', addedContracts: 3000, addedParties: 100, skipped: 0, bad: 0 });
    expect(await world.call('imports.resume', { batchId: outcome.batchId, taskId: taskId() })).toMatchObject({ error: { code: 'NOT_RESUMABLE' } });
  });

  test('by locking the vault goes on after it is opened again', async () => {
    const pickId = await pick(many(3000));
    const stopped = world.call('imports.run', { pickId, plan: planOf(), taskId: taskId() });
    await until(async () => ((await world.must('imports.batches', undefined))[0]?.rowsDone ?? 0) > 300);
    await world.must('vault.lock', undefined);
    expect(await stopped).toMatchObject({ error: { code: 'VAULT_LOCKED' } });
    await world.must('vault.unlock', { userName, passphrase: goodPassphrase, takeOver: false });
    const [batch] = await world.must('imports.batches', undefined);
    expect(batch).toMatchObject({ state: 'stopped' });
    expect(await world.must('imports.resume', { batchId: batch?.id ?? ('' as never), taskId: taskId() })).toMatchObject({ addedContracts: 3000 });
  });

  test('does not go on with a file that was changed, and can be undone', async () => {
    const task = taskId();
    const path = many(3000);
    const stopped = world.must('imports.run', { pickId: await pick(path), plan: planOf(), taskId: task });
    await until(async () => (await world.must('imports.batches', undefined)).length > 0);
    await world.must('imports.cancel', { taskId: task });
    const { batchId, addedContracts } = await stopped;
    appendFileSync(path, '\r\nN-9,more,,,,,');
    expect(await world.call('imports.resume', { batchId, taskId: taskId() })).toMatchObject({ error: { code: 'SOURCE_CHANGED' } });
    expect(await undo(batchId)).toMatchObject({ removedContracts: addedContracts, keptContracts: 0 });
  });
});

test('5,000 rows are added, audited without a break, and undone as one', async () => {
  const rows = Array.from({ length: 5000 }, (_, index) => `L-${index},合同 ${index},第${index % 500}号供应商有限公司,,${index}.50,2026-01-01,`);
  const outcome = await run(ledger(rows));
  expect(outcome).toMatchObject({ state: 'done', addedContracts: 5000, addedParties: 500, bad: 0 });
  const undone = await effortOf(() => undo(outcome.batchId));
  expect(undone.outcome).toMatchObject({ removedContracts: 5000, removedParties: 500 });
  expect(undone.seconds).toBeLessThan(5);
  const session = world.core.vaults.session();
  expect(session === null ? null : checkAuditChain(session.db)).toMatchObject({ firstBroken: null });
}, 60_000);

async function until(condition: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 2000; tries += 1) {
    if (await condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  throw new Error('what was waited for did not come');
}
