import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ContractId } from '#shared/features/contracts/model.ts';
import { withheld } from '#shared/kernel/withheld.ts';
import { cellsOf } from '../integration/imports/files.fixture.ts';
import { sampleEntry } from '../harness/entries.ts';
import { createTestVault, taskId, testWorld, type TestWorld } from '../harness/world.ts';

// A value that a person may not see: on every road that leads to it, and not to be guessed from what sorts, narrows or
// adds up by it. A lawyer holds no key to amounts and accounts.

const secrets = ['128604000', '1286040', '1,286,040', '6200 0000', '示例银行', '壹佰贰拾捌万'];

let world: TestWorld;
let id: ContractId;
let printedPages: string[];
beforeEach(async () => {
  printedPages = [];
  const bytes = new Uint8Array(readFileSync(join(import.meta.dirname, '../fixtures/pdf/printed-contract.pdf')));
  world = testWorld({
    printToPdf: (page) => {
      printedPages.push(JSON.stringify(page));
      return Promise.resolve(bytes);
    },
  });
  await createTestVault(world);
  id = (await world.must('contracts.create', await sampleEntry(world))).summary.id;
  const { passphrase } = await world.must('users.invite', { name: '法务', roles: ['legal'] });
  world.core.vaults.lock();
  await world.must('vault.unlock', { userName: '法务', passphrase, takeOver: false });
});
afterEach(() => world.close());

function expectNoSecret(shown: string): void {
  expect(secrets.filter((secret) => shown.includes(secret))).toEqual([]);
}

const selection = { search: '', sort: 'number' } as const;

describe('an amount that a lawyer may not see', () => {
  test('is withheld in lists, and no list is sorted by it', async () => {
    const { contracts } = await world.must('contracts.list', { ...selection, limit: 10 });
    expect(contracts.map(({ amount }) => amount)).toEqual([withheld]);
    expectNoSecret(JSON.stringify(contracts));
    const byAmount = { ...selection, sort: 'amount' } as const;
    for (const descending of [false, true]) expect(await world.call('contracts.list', { ...byAmount, descending, limit: 10 })).toMatchObject({ ok: false, error: { code: 'WITHHELD_FILTER' } });
    expect(await world.call('contracts.count', byAmount)).toMatchObject({ ok: false, error: { code: 'WITHHELD_FILTER' } });
    expect(await world.call('contracts.exportList', { selection: byAmount, format: 'csv', fileName: 'list', columns: [{ column: 'number', heading: '#' }], words: {} })).toMatchObject({ ok: false, error: { code: 'WITHHELD_FILTER' } });
  });

  test('narrows no list, no count and no search, whether it fits or not', async () => {
    for (const filter of [{ amountFrom: 1 }, { amountTo: 1 }, { amountFrom: 128_604_000, amountTo: 128_604_000 }]) {
      expect(await world.call('contracts.list', { ...selection, filter, limit: 10 })).toMatchObject({ ok: false, error: { code: 'WITHHELD_FILTER' } });
      expect(await world.call('contracts.count', { ...selection, filter })).toMatchObject({ ok: false, error: { code: 'WITHHELD_FILTER' } });
    }
    for (const search of ['金额>1', '金额<1', 'amount>1286040']) {
      expect(await world.call('contracts.list', { ...selection, search, limit: 10 })).toMatchObject({ ok: false, error: { code: 'WITHHELD_FILTER' } });
      expect(await world.call('contracts.count', { ...selection, search })).toMatchObject({ ok: false, error: { code: 'WITHHELD_FILTER' } });
    }
  });

  test('is found by no search for its digits, its words or the account', async () => {
    for (const search of [...secrets, '1286040.00', '6200']) {
      expect((await world.must('contracts.list', { ...selection, search, limit: 10 })).contracts, search).toEqual([]);
      const reply = await world.core.router('contracts.search', { text: search, limit: 10 });
      if (reply.ok) expect(JSON.stringify(reply.value), search).not.toContain(id);
      expect(await world.must('contracts.wordPlaces', { ids: [id], text: search }), search).toEqual([]);
    }
  });

  test('is empty in a list that is written out', async () => {
    const target = join(world.folder, 'list.csv');
    world.answers.push(target);
    await world.must('contracts.exportList', { selection, format: 'csv', fileName: 'list', columns: [{ column: 'number', heading: '编号' }, { column: 'amount', heading: '金额' }], words: {} });
    expectNoSecret(readFileSync(target, 'utf8'));
    const [, row] = await cellsOf(target);
    expect(JSON.stringify(row?.[1] ?? '')).not.toMatch(/\d{3}/);
  });

  test('stands in no version that is read, compared, previewed or written out', async () => {
    expectNoSecret(JSON.stringify(await world.must('contracts.get', { id })));
    const text = await world.core.router('versions.text', { contractId: id, versionNumber: 1 });
    expectNoSecret(JSON.stringify(text));
    for (const format of ['pdf', 'docx'] as const) {
      const target = join(world.folder, `version.${format}`);
      world.answers.push(target);
      const reply = await world.call('versions.exportFile', { contractId: id, versionNumber: 1, format, since: null, heading: '', taskId: taskId() });
      if (reply.ok && format === 'docx') expectNoSecret(readFileSync(target).toString('latin1'));
    }
    for (const page of printedPages) expectNoSecret(page);
  });

  test('stands in no report and no total', async () => {
    for (const measure of ['value', 'averageValue', 'paymentsDue', 'paymentsLate'] as const) {
      const reply = await world.core.router('analytics.run', { definition: { measure, groupBy: 'type', show: 'bar', filter: {} } });
      if (reply.ok) expect(reply.value).toMatchObject({ rows: [] });
    }
    expect(await world.must('home.money', undefined)).toEqual(withheld);
    expectNoSecret(JSON.stringify(await world.must('home.dashboard', undefined)));
  });

  test('stands in no notification', async () => {
    await world.pass(5 * 86_400_000);
    expectNoSecret(JSON.stringify(world.notifier.shown));
  });

  test('is not told by the counterparty’s record', async () => {
    const { parties } = await world.must('parties.list', { search: '', archived: false, sort: 'name', offset: 0, limit: 50 });
    for (const party of parties) {
      const shown = await world.must('parties.get', { id: party.id });
      expect(shown.bank).toEqual(withheld);
      expectNoSecret(JSON.stringify(shown));
    }
    for (const search of ['6200', '示例银行']) expect((await world.must('parties.list', { search, archived: false, sort: 'name', offset: 0, limit: 50 })).parties).toEqual([]);
  });
});
