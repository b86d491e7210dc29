import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleEntry } from '../../harness/entries.ts';
import { createTestVault, taskId, testWorld, type TestWorld } from '../../harness/world.ts';

const root = join(import.meta.dirname, '../../..');
let world: TestWorld;
let signed: string;
beforeAll(async () => {
  world = testWorld();
  await createTestVault(world);
  const contract = await world.must('contracts.create', await sampleEntry(world));
  await world.must('signing.createIdentity', { commonName: '陈静', organisation: '' });
  signed = join(world.folder, 'signed.pdf');
  world.answers.push(signed);
  await world.must('signing.exportSigned', { contractId: contract.summary.id, taskId: taskId() });
});
afterAll(() => world.close());

function cli(...given: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src-main/cli.ts', ...given], { cwd: root, encoding: 'utf8' });
  return { status, stdout, stderr };
}

describe('verify on the command line', () => {
  test('says in both languages that an untouched file is intact, and exits with 0', () => {
    const en = cli('verify', signed, '--lang', 'en');
    expect(en.status).toBe(0);
    expect(en.stdout).toContain('陈静');
    expect(en.stdout).toMatch(/fingerprint/i);
    const zh = cli('verify', signed, '--lang', 'zh');
    expect(zh.status).toBe(0);
    expect(zh.stdout).toContain('指纹');
  });

  test('gives the whole report as JSON', () => {
    const { status, stdout } = cli('verify', signed, '--json');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ verdict: 'intact', signatures: [{ integrity: 'ok', coversWholeFile: true }] });
  });

  test('exits with 1 for a file that was changed and for one that was never signed', () => {
    const bytes = readFileSync(signed);
    bytes[1500] = (bytes[1500] ?? 0) ^ 1;
    const changed = join(world.folder, 'changed.pdf');
    writeFileSync(changed, bytes);
    expect(cli('verify', changed).status).toBe(1);
    expect(cli('verify', join(root, 'test/fixtures/pdf/printed-contract.pdf')).status).toBe(1);
  });

  test('exits with 2 and a sentence for what can’t be read', () => {
    const empty = join(world.folder, 'empty.pdf');
    writeFileSync(empty, '');
    expect(cli('verify', empty, '--lang', 'en')).toMatchObject({ status: 2, stderr: 'The file is empty.\n' });
    expect(cli('verify', join(world.folder, 'nowhere.pdf')).status).toBe(2);
    expect(cli('verify').status).toBe(2);
  });
});
