import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { goodPassphrase, testWorld, type TestWorld } from '../../harness/world.ts';

let world: TestWorld;
beforeEach(() => void (world = testWorld()));
afterEach(() => world.close());

function seed(folder: string, contracts: string, passphrase = '') {
  const cli = join(import.meta.dirname, '../../../src-main/cli.ts');
  return spawnSync(process.execPath, [cli, 'seed', folder, '--contracts', contracts, '--lang', 'en'], { input: `${passphrase}\n`, encoding: 'utf8' });
}

async function open(folder: string, passphrase: string): Promise<void> {
  world.answers.push(folder);
  const picked = await world.must('vault.pickFolder', { purpose: 'open' });
  if (picked === null) throw new Error('no folder was picked');
  await world.must('vault.select', { pickId: picked.pickId });
  await world.must('vault.unlock', { userName: '陈静 Chen Jing', passphrase, takeOver: false });
}

test('a vault is filled with bilingual contracts that the window lists, finds and reads', async () => {
  const folder = join(world.folder, 'seeded');
  const { status, stdout, stderr } = seed(folder, '60', goodPassphrase);
  expect(stderr).toContain('60 of 60 contracts written');
  expect(stdout).toContain(`The vault is ready: ${folder}`);
  expect(stdout).not.toContain(goodPassphrase);
  expect(status).toBe(0);
  await open(folder, goodPassphrase);
  const { contracts, total } = await world.must('contracts.list', { search: '', sort: 'number', limit: 60 });
  expect(total).toBe(60);
  expect(new Set(contracts.map(({ language }) => language))).toEqual(new Set(['zh', 'en', 'bilingual']));
  expect(contracts.filter(({ stage }) => stage === 'signed').length).toBeGreaterThan(30);
  const { hits } = await world.must('contracts.search', { text: '违约金', limit: 5 });
  expect(hits).toHaveLength(5);
  const [first] = contracts;
  if (first === undefined) throw new Error('there is no contract');
  const read = await world.must('contracts.get', { id: first.id });
  expect(read.record.parties).toHaveLength(2);
  expect(read.record.expiresOn).not.toBeNull();
  world.core.vaults.lock();
  expect(spawnSync(process.execPath, [join(import.meta.dirname, '../../../src-main/cli.ts'), 'audit', 'verify', folder], { input: `${goodPassphrase}\n`, encoding: 'utf8' }).status).toBe(0);
}, 60_000);

test('a folder with files in it, a count that is none and a weak passphrase end with 2 and make nothing', () => {
  const folder = join(world.folder, 'taken');
  mkdirSync(folder);
  writeFileSync(join(folder, 'notes.txt'), 'mine');
  expect(seed(folder, '10')).toMatchObject({ status: 2, stderr: expect.stringContaining('Nothing was changed') as string });
  expect(readdirSync(folder)).toEqual(['notes.txt']);
  const fresh = join(world.folder, 'fresh');
  expect(seed(fresh, 'many').stderr).toContain('whole number');
  expect(seed(fresh, '10', '12345').status).toBe(2);
  expect(readdirSync(world.folder)).not.toContain('fresh');
}, 60_000);
