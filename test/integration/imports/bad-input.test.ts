import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createDeflateRaw } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ContractField } from '#shared/features/imports/model.ts';
import { sourceViewSchema, type ImportPlan } from '#shared/features/imports/plan.ts';
import { createTestVault, taskId, testWorld, type TestWorld } from '../../harness/world.ts';
import { workbookParts, zipOf } from './files.fixture.ts';
import { effortOf } from '../../harness/effort.ts';

// Files and rows of the worst kind: each is refused at its row and field or as a whole, and nothing is half imported.

let world: TestWorld;
beforeEach(async () => {
  world = testWorld();
  await createTestVault(world);
});
afterEach(() => world.close());

const view = sourceViewSchema.parse({ sheet: null, encoding: null });
const columns = { number: '编号', title: '名称', amountInclTax: '金额', currency: '币种', signedOn: '签订', expiresOn: '到期', parentNumber: '上级' } as const;
const plan: ImportPlan = { kind: 'contracts', mapping: columns, view, options: { onDuplicate: 'skip', onSimilar: 'use', currency: 'CNY', dayOrder: null } };

async function pick(name: string, content?: string | Uint8Array) {
  if (content !== undefined) writeFileSync(join(world.folder, name), content);
  world.answers.push(join(world.folder, name));
  const picked = await world.must('imports.pickFile', undefined);
  if (picked === null) throw new Error('no file was picked');
  return picked.pickId;
}

type Row = Partial<Record<keyof typeof columns, string>>;
const csv = (rows: readonly Row[]): string => [Object.values(columns), ...rows.map((row) => Object.keys(columns).map((key) => `"${row[key as keyof typeof columns] ?? ''}"`))].map((cells) => cells.join(',')).join('\r\n');
const countContracts = () => world.must('contracts.count', { search: '', sort: 'number' });

describe('a row', () => {
  const bad: readonly (readonly [string, Row, ContractField, string])[] = [
    ['that ends before it starts', { signedOn: '2026-05-01', expiresOn: '2026-04-30' }, 'expiresOn', 'END_BEFORE_START'],
    ['of 31 February', { signedOn: '2026-02-31' }, 'signedOn', 'IMPOSSIBLE_DATE'],
    ['with a negative sum', { amountInclTax: '-1' }, 'amountInclTax', 'NEGATIVE_AMOUNT'],
    ['with a sum of 10^15', { amountInclTax: '1000000000000000' }, 'amountInclTax', 'TOO_LARGE'],
    ['with a currency that nobody knows', { amountInclTax: '5', currency: 'XQQ' }, 'currency', 'UNKNOWN_CURRENCY'],
    ['with a title of 10,000 characters', { title: '长'.repeat(10_000) }, 'title', 'TOO_LONG'],
    ['with a number written from right to left', { number: 'HT\u202e9-1\u202c' }, 'number', 'HIDDEN_CHARACTERS'],
    ['with a character of no width in its number', { number: 'HT\u200b-9' }, 'number', 'HIDDEN_CHARACTERS'],
    ['that is its own parent', { number: 'LOOP', parentNumber: 'LOOP' }, 'parentNumber', 'OWN_PARENT'],
  ];

  test.each(bad)('%s is told at its field, and the rows around it are imported', async (_, row, field, code) => {
    const pickId = await pick('ledger.csv', csv([{ number: 'A', title: '前' }, { number: 'B', title: '坏', ...row }, { number: 'C', title: '后' }]));
    const checked = await world.must('imports.check', { pickId, plan, taskId: taskId() });
    expect(checked.problems).toContainEqual(expect.objectContaining({ rowNumber: 3, field, code }));
    const outcome = await world.must('imports.run', { pickId, plan, taskId: taskId() });
    const isOnlyNoted = checked.bad === 0;
    expect([outcome.addedContracts, outcome.bad, await countContracts()]).toEqual(isOnlyNoted ? [3, 0, 3] : [2, 1, 2]);
  });

  test('never brings invisible or reversing characters into the book', async () => {
    const pickId = await pick('ledger.csv', csv([{ number: 'Z\u202e-1', title: '采\u200b购\u202e合同' }]));
    await world.must('imports.run', { pickId, plan, taskId: taskId() });
    const { contracts } = await world.must('contracts.list', { search: '', sort: 'number', limit: 5 });
    expect(contracts.map(({ number, title }) => `${number}${title}`).join('')).not.toMatch(/[\u200b\u202e]/u);
  });

  test('of a circle of parents is refused with the others of the circle, and with what hangs below', async () => {
    const pickId = await pick('ledger.csv', csv([{ number: 'A', title: '甲', parentNumber: 'C' }, { number: 'B', title: '乙', parentNumber: 'A' }, { number: 'C', title: '丙', parentNumber: 'B' }, { number: 'D', title: '丁', parentNumber: 'C' }, { number: 'E', title: '戊' }]));
    const outcome = await world.must('imports.run', { pickId, plan, taskId: taskId() });
    expect([outcome.addedContracts, outcome.bad, await countContracts()]).toEqual([1, 4, 1]);
  });

  test('with the operators of databases and spreadsheets is text, and is found as text', async () => {
    const titles = [`'; DROP TABLE contracts; --`, `NEAR(甲 乙) OR *`, `=HYPERLINK(''http://x'')`];
    const pickId = await pick('ledger.csv', csv(titles.map((title, index) => ({ number: `SQL-${index}`, title }))));
    expect(await world.must('imports.run', { pickId, plan, taskId: taskId() })).toMatchObject({ addedContracts: 3 });
    for (const title of titles) expect((await world.must('contracts.list', { search: title, sort: 'number', limit: 5 })).contracts.map((one) => one.title)).toContain(title);
  });
});

describe('a file', () => {
  const refused = async (name: string, content?: string | Uint8Array) => {
    const pickId = await pick(name, content);
    const previewed = await world.call('imports.preview', { pickId, kind: null, view });
    const run = await world.call('imports.run', { pickId, plan, taskId: taskId() });
    expect(previewed.ok || run.ok).toBe(false);
    expect([await countContracts(), await world.must('imports.batches', undefined)]).toEqual([0, []]);
    return previewed.ok ? '' : previewed.error.code;
  };

  test.each([
    ['a PDF', '%PDF-1.7\n%âãÏÓ'],
    ['a program', Buffer.from('4d5a90000300000004000000ffff0000', 'hex')],
    ['an old .xls', Buffer.from(`d0cf11e0a1b11ae1${'00'.repeat(504)}`, 'hex')],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
    ['a zip of something else', Buffer.from('504b0506000000000000000000000000000000000000', 'hex')],
  ])('that is %s renamed to .xlsx is refused', async (_, content) => {
    expect(await refused('ledger.xlsx', content)).toMatch(/^TABLE_/);
  });

  test('of a gigabyte of zeros in a small zip is refused at once, without the memory for it', async () => {
    const deflated = await deflatedZeros(1024);
    const parts = workbookParts('').map((part) => (part.name === 'xl/worksheets/sheet1.xml' ? { ...part, data: deflated, isDeflated: true, claimedSize: 1024 ** 3 } : part));
    const bomb = zipOf(parts);
    expect(bomb.length).toBeLessThan(2 * 1024 * 1024);
    const before = process.memoryUsage().rss;
    const { outcome, seconds } = await effortOf(() => refused('bomb.xlsx', bomb));
    expect(outcome).toBe('TABLE_BOMB');
    expect(seconds).toBeLessThan(20);
    expect(process.memoryUsage().rss - before).toBeLessThan(300 * 1024 * 1024);
  }, 120_000);
});

/** So many megabytes of zeros as a zip has them; they never lie in memory at once. */
async function deflatedZeros(megabytes: number): Promise<Buffer> {
  const deflate = createDeflateRaw();
  const pieces: Buffer[] = [];
  deflate.on('data', (piece: Buffer) => pieces.push(piece));
  const block = Buffer.alloc(1024 * 1024);
  for (let written = 0; written < megabytes; written += 1) {
    if (!deflate.write(block)) await once(deflate, 'drain');
  }
  deflate.end();
  await once(deflate, 'end');
  return Buffer.concat(pieces);
}
