import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Contract } from '#shared/features/contracts/model.ts';
import type { Day } from '#shared/kernel/day.ts';
import { obligationEntry, registerSigned } from '../../harness/signed-contract.ts';
import { createTestVault, goodPassphrase, testWorld, unlockTestVault, userName, type TestWorld } from '../../harness/world.ts';

// The test world's clock stands on Monday, 23 November 2026.
const dayMs = 86_400_000;
let world: TestWorld;
let contract: Contract;
let folder: string;
beforeEach(async () => {
  world = testWorld();
  await createTestVault(world);
  contract = await registerSigned(world, '浮标采购');
  const due = { kind: 'fixed', on: '2026-11-20' as Day } as const;
  await world.must('fulfilment.saveObligation', { contractId: contract.summary.id, id: null, revision: 0, entry: obligationEntry('交付浮标', { due }) });
  folder = join(world.folder, '报告');
  mkdirSync(folder);
});
afterEach(() => world.close());

const files = () => readdirSync(folder).map((name) => name.replace(/^deedbox-[0-9a-f]{8}-/, '')).sort();
const schedule = async () => (await world.must('fulfilment.reportSchedules', undefined))[0];
async function add(over: object = {}) {
  world.answers.push(folder);
  const added = await world.must('fulfilment.scheduleReport', { contractId: null, cadence: 'monthly', formats: ['xlsx'], language: 'zh', ...over });
  return added?.id ?? ('' as never);
}

test('is written after each month, by a name without a contract’s, and noted in the audit log', async () => {
  await add({ formats: ['xlsx', 'pdf'] });
  await world.pass(7 * dayMs);
  expect(files()).toEqual([]);
  await world.pass(2 * dayMs);
  expect(files()).toEqual(['2026-11-01_2026-11-30.pdf', '2026-11-01_2026-11-30.xlsx']);
  expect(readdirSync(folder).join()).not.toMatch(/浮标|HT-/);
  const [sheet] = (await readXlsx(readFileSync(join(folder, readdirSync(folder).find((name) => name.endsWith('.xlsx')) ?? '')))).sheets;
  expect(sheet?.rows[1]?.[0]).toBe('交付浮标');
  expect(await schedule()).toMatchObject({ nextOn: '2027-01-01', failure: null, isFolderThere: true });
  const noted = world.core.vaults.session()?.db.get<{ facts: string }>({ text: "SELECT facts FROM audit_events WHERE operation = 'fulfilment.scheduledReport'", values: [] });
  expect(JSON.parse(noted?.facts ?? '{}')).toEqual({ files: 2, rows: 1 });
});

test('that was removed or switched off while another was printed is not written', async () => {
  await add({ formats: ['pdf'] });
  // The oldest is written first.
  world.clock.advance(1_000);
  const [removed, off] = [await add(), await add()];
  const printing = world.hold('finish');
  const passing = world.pass(9 * dayMs);
  await printing.reached;
  await world.must('fulfilment.endReports', { id: removed });
  await world.must('fulfilment.switchReports', { id: off, isOn: false });
  printing.open();
  await passing;
  expect(files()).toEqual(['2026-11-01_2026-11-30.pdf']);
});

test('that was sent elsewhere while it was printed lies there whole', async () => {
  const id = await add({ formats: ['pdf', 'xlsx'] });
  const elsewhere = join(world.folder, '别处');
  mkdirSync(elsewhere);
  const printing = world.hold('finish');
  const passing = world.pass(9 * dayMs);
  await printing.reached;
  world.answers.push(elsewhere);
  await world.must('fulfilment.moveReports', { id });
  printing.open();
  await passing;
  await world.pass(60_000);
  expect(readdirSync(elsewhere)).toHaveLength(2);
  expect(await schedule()).toMatchObject({ nextOn: '2027-01-01', failure: null });
});

test('waits while the vault is locked, and is caught up for every month that passed', async () => {
  await add();
  await world.must('vault.lock', undefined);
  world.clock.advance(75 * dayMs);
  await world.pass(60_000);
  expect(files()).toEqual([]);
  await unlockTestVault(world);
  await world.pass(60_000);
  expect(files()).toEqual(['2026-11-01_2026-11-30.xlsx', '2026-12-01_2026-12-31.xlsx', '2027-01-01_2027-01-31.xlsx']);
  await world.pass(dayMs);
  expect(files()).toHaveLength(3);
});

test('of one contract says how it stands, once however much was missed', async () => {
  await add({ contractId: contract.summary.id, cadence: 'weekly', formats: ['pdf'] });
  await world.must('vault.lock', undefined);
  world.clock.advance(30 * dayMs);
  await unlockTestVault(world);
  await world.pass(60_000);
  expect(files()).toEqual(['2026-12-14_2026-12-20.pdf']);
});

test('says that its folder is gone, tries again by itself, and loses nothing', async () => {
  const id = await add();
  rmSync(folder, { recursive: true });
  expect(await schedule()).toMatchObject({ isFolderThere: false, failure: null });
  world.clock.advance(9 * dayMs);
  await world.pass(3_600_000);
  expect(await schedule()).toMatchObject({ failure: { code: 'FOLDER_GONE' }, nextOn: '2026-12-01', lastWrittenAt: null });
  mkdirSync(folder);
  await world.pass(3_600_000);
  expect(files()).toEqual(['2026-11-01_2026-11-30.xlsx']);
  expect(await schedule()).toMatchObject({ failure: null });
  const other = join(world.folder, '别处');
  mkdirSync(other);
  world.answers.push(other);
  await world.must('fulfilment.moveReports', { id });
  world.clock.advance(31 * dayMs);
  await world.pass(3_600_000);
  expect(readdirSync(other)).toHaveLength(1);
});

test('is written for whoever asked for it, and for nobody else', async () => {
  await add();
  const { passphrase } = await world.must('users.invite', { name: '同事', roles: ['contract_manager'] });
  await world.must('vault.lock', undefined);
  await world.must('vault.unlock', { userName: '同事', passphrase, takeOver: false });
  expect(await world.must('fulfilment.reportSchedules', undefined)).toEqual([]);
  world.clock.advance(10 * dayMs);
  await world.pass(3_600_000);
  expect(files()).toEqual([]);
  await world.must('vault.lock', undefined);
  await world.must('vault.unlock', { userName, passphrase: goodPassphrase, takeOver: false });
  await world.pass(60_000);
  expect(files()).toHaveLength(1);
});

test('is switched off and on again without what passed meanwhile, and ended', async () => {
  const id = await add();
  await world.must('fulfilment.switchReports', { id, isOn: false });
  world.clock.advance(40 * dayMs);
  await world.pass(3_600_000);
  await world.must('fulfilment.switchReports', { id, isOn: true });
  await world.pass(dayMs);
  expect(files()).toEqual([]);
  expect(await schedule()).toMatchObject({ nextOn: '2027-02-01' });
  await world.must('fulfilment.endReports', { id });
  expect(await world.must('fulfilment.reportSchedules', undefined)).toEqual([]);
  expect(await world.call('fulfilment.endReports', { id })).toMatchObject({ error: { code: 'NOT_FOUND' } });
});

test('goes into no folder of the vault', async () => {
  world.answers.push(join(world.folder, 'vault', 'attachments'));
  const entry = { contractId: null, cadence: 'weekly', formats: ['pdf'], language: 'en' } as const;
  expect(await world.call('fulfilment.scheduleReport', entry)).toMatchObject({ error: { code: 'REPORT_FOLDER_IN_VAULT' } });
  world.answers.push(null);
  expect(await world.must('fulfilment.scheduleReport', entry)).toBeNull();
});
