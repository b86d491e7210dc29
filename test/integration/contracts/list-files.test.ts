import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { readXlsx } from 'hucre/xlsx';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ContractId } from '#shared/features/contracts/model.ts';
import { recordDetailsSchema, type ContractRecord, type RecordAmount } from '#shared/features/contracts/record.ts';
import type { Day } from '#shared/kernel/day.ts';
import { createTestVault, testWorld, type TestWorld } from '../../harness/world.ts';

let world: TestWorld;
beforeEach(async () => {
  world = testWorld();
  await createTestVault(world);
});
afterEach(() => world.close());

const amount: RecordAmount = { inclusive: { minor: 113_000_00, currency: 'CNY' }, exclusiveMinor: 100_000_00, taxBasisPoints: 1300, basis: 'fixed' };
const record: ContractRecord = {
  ...{ recordKind: 'standalone', parentId: null, direction: 'pay', parties: [], signedOn: null, effectiveOn: '2026-05-01' as Day, expiresOn: null },
  ...{ renewalType: 'none', ownerName: '李雷', department: '采购部', confidentiality: 'internal', tags: [], details: recordDetailsSchema.parse({}) },
};

const register = (title: string) => world.must('contracts.register', { title, contractType: 'purchase', language: 'zh', stage: 'draft', number: '', record, amount });

describe('the list as a file', () => {
  const request = { selection: { search: '', sort: 'number' }, fileName: '合同清单', words: { 'stage.draft': '起草' } } as const;
  const columns = [
    { column: 'number', heading: '合同编号' },
    { column: 'title', heading: '合同名称' },
    { column: 'stage', heading: '阶段' },
    { column: 'amount', heading: '含税金额' },
    { column: 'effectiveOn', heading: '生效日期' },
  ] as const;

  test('is a CSV that a spreadsheet reads as Chinese, with no formula in it', async () => {
    await register('=HYPERLINK("http://evil")');
    const target = join(world.folder, '清单.csv');
    world.answers.push(target);
    expect(await world.must('contracts.exportList', { ...request, columns, format: 'csv' })).toEqual({ fileName: '清单.csv', rows: 1 });
    const text = readFileSync(target, 'utf8');
    expect(text.startsWith('\uFEFF合同编号,合同名称,阶段,含税金额,生效日期\r\n')).toBe(true);
    expect(text).toContain(`"'=HYPERLINK(""http://evil"")",起草,113000,2026-05-01`);
  });

  test('is a workbook with real dates and numbers; more rows than a page are all in it', async () => {
    for (let index = 0; index < 3; index += 1) await register(`合同 ${index}`);
    const target = join(world.folder, '清单.xlsx');
    world.answers.push(target);
    await world.must('contracts.exportList', { ...request, columns, format: 'xlsx' });
    const [sheet] = (await readXlsx(readFileSync(target))).sheets;
    expect(sheet?.rows).toHaveLength(4);
    expect(sheet?.rows[1]?.slice(2)).toEqual(['起草', 113000, new Date('2026-05-01T00:00:00Z')]);
  });

  test('has every contract of the selection, also those that are changed while it is written, and none twice', async () => {
    const ids: ContractId[] = [];
    for (let index = 0; index < 450; index += 1) {
      world.clock.advance(1_000);
      ids.push((await register(`合同 ${index}`)).summary.id);
    }
    const target = join(world.folder, '清单.csv');
    world.answers.push(target);
    let isWritten = false;
    const exporting = world.must('contracts.exportList', { ...request, selection: { search: '', sort: 'updated', descending: true }, columns, format: 'csv' }).finally(() => (isWritten = true));
    // The oldest stand on the last page; whatever is changed goes to the first.
    for (const id of ids) {
      world.clock.advance(1_000);
      await world.must('contracts.changeMany', { ids: [id], addTags: ['重点'] });
      await setImmediate();
      if (isWritten) break;
    }
    expect(await exporting).toMatchObject({ rows: 450 });
    const titles = readFileSync(target, 'utf8').match(/合同 \d+/g) ?? [];
    expect([titles.length, new Set(titles).size]).toEqual([450, 450]);
  });

  test('names the window of an option as the list does', async () => {
    const renewing: ContractRecord = { ...record, signedOn: '2026-01-01' as Day, effectiveOn: '2026-01-01' as Day, expiresOn: '2026-12-31' as Day, renewalType: 'option', details: recordDetailsSchema.parse({ renewalTermMonths: 12, optOutPeriod: { amount: 20, unit: 'day' } }) };
    await world.must('contracts.register', { title: '仓库租赁', contractType: 'lease', language: 'zh', stage: 'signed', number: '', record: renewing, amount });
    const target = join(world.folder, '清单.csv');
    world.answers.push(target);
    const words = { 'status.notice_window_open': '不续约通知窗口期', 'status.option_window_open': '续约选择窗口期' };
    await world.must('contracts.exportList', { ...request, words, columns: [{ column: 'status', heading: '状态' }], format: 'csv' });
    expect(readFileSync(target, 'utf8')).toContain('续约选择窗口期');
  });

  test('is not written when the dialog is cancelled', async () => {
    world.answers.push(null);
    expect(await world.must('contracts.exportList', { ...request, columns, format: 'csv' })).toBeNull();
  });
});
