import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { partyExportColumns } from '#shared/features/parties/model.ts';
import type { InputOf } from '#shared/ipc/registry.ts';
import { addParties, enterParty } from '../../harness/duplicate-parties.ts';
import { registerSigned } from '../../harness/signed-contract.ts';
import { createTestVault, testWorld, type TestWorld } from '../../harness/world.ts';

let world: TestWorld;
let target: string;
beforeEach(async () => {
  world = testWorld();
  await createTestVault(world);
  target = join(world.folder, '相对方.csv');
  world.answers.push(target);
});
afterEach(() => world.close());

const request: InputOf<'parties.exportList'> = {
  ...{ selection: { search: '青石', archived: false, sort: 'name' }, format: 'csv', fileName: '相对方清单' },
  ...{ headings: partyExportColumns, words: { 'kind.company': '企业', yes: '是' } },
};
const columnsOf = (text: string, line: number): Readonly<Record<string, string>> => Object.fromEntries<string>((text.split('\r\n')[line] ?? '').split(',').map((cell, at) => [String(partyExportColumns[at]), cell]));

describe('the counterparties as a file', () => {
  test('are those of the selection with everything that is known of them, and nothing that a spreadsheet would run', async () => {
    const { id } = await enterParty(world, { nameZh: '青石装备', uscc: '91440300708461136T', legalRepresentative: '=1+1', contactPhone: '0755-1234' }, { bankName: '示例银行', bankAccount: '6222 0000 1111' });
    await enterParty(world, { nameZh: '云帆重工' });
    await registerSigned(world, '采购', { parties: [{ partyId: id, role: 'party_b', signatory: '' }] });
    expect(await world.must('parties.exportList', request)).toEqual({ fileName: '相对方.csv', rows: 1 });
    const text = readFileSync(target, 'utf8');
    expect(text.startsWith(`\uFEFF${partyExportColumns.join(',')}\r\n`)).toBe(true);
    expect(text.trim().split('\r\n')).toHaveLength(2);
    expect(columnsOf(text, 1)).toMatchObject({ nameZh: '青石装备', kind: '企业', uscc: '91440300708461136T', legalRepresentative: `'=1+1`, contactPhone: '0755-1234', bankName: '示例银行', bankAccount: '6222 0000 1111', blacklisted: '', contractCount: '1' });
    const [event] = world.core.vaults.openSession()?.db.all<{ facts: string }>({ text: "SELECT facts FROM audit_events WHERE operation = 'parties.exportList' AND facts LIKE '%rows%'", values: [] }) ?? [];
    expect(event?.facts).toBe('{"format":"csv","rows":1}');
  });

  test('are all of them in the chosen order, more than are read at a time', async () => {
    addParties(world, 450, (index) => `青石${String(index).padStart(3, '0')}`);
    target = join(world.folder, '相对方.xlsx');
    world.answers[0] = target;
    expect(await world.must('parties.exportList', { ...request, selection: { ...request.selection, descending: true }, format: 'xlsx' })).toMatchObject({ rows: 450 });
    const [sheet] = (await readXlsx(readFileSync(target))).sheets;
    expect(sheet?.rows.slice(1).map(([name]) => name)).toEqual(Array.from({ length: 450 }, (_, index) => `青石${String(449 - index).padStart(3, '0')}`));
  });

  test('say no account to whoever lacks the key to it', async () => {
    await enterParty(world, { nameZh: '青石装备' }, { bankName: '示例银行', bankAccount: '6222 0000 1111' });
    const { passphrase } = await world.must('users.invite', { name: '法务', roles: ['legal'] });
    world.core.vaults.lock();
    await world.must('vault.unlock', { userName: '法务', passphrase, takeOver: false });
    await world.must('parties.exportList', request);
    expect(columnsOf(readFileSync(target, 'utf8'), 1)).toMatchObject({ nameZh: '青石装备', bankName: '', bankAccount: '' });
  });

  test('are not written when the dialog is cancelled or the folder is gone', async () => {
    world.answers[0] = null;
    world.answers.push(join(world.folder, 'gone', 'a.csv'));
    expect(await world.must('parties.exportList', request)).toBeNull();
    expect(await world.call('parties.exportList', request)).toMatchObject({ error: { code: 'TARGET_MISSING' } });
  });
});
