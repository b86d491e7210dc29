import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createTestVault, goodPassphrase, testWorld, userName, type TestWorld } from '../../harness/world.ts';

let world: TestWorld;
let folder: string;
beforeEach(async () => {
  world = testWorld();
  ({ folder } = await createTestVault(world));
});
afterEach(() => world.close());

function verify(passphrase: string, ...options: readonly string[]) {
  return spawnSync(process.execPath, [join(import.meta.dirname, '../../../src-main/cli.ts'), 'audit', 'verify', folder, ...options], { input: `${passphrase}\n`, encoding: 'utf8' });
}

test('the log of a vault is checked without a window, with a passphrase on standard input', () => {
  world.core.vaults.lock();
  const { status, stdout } = verify(goodPassphrase, '--lang', 'en');
  expect(stdout).toMatch(/The log is intact: \d+ events\.\nEnd of the log: [0-9a-f]{64}/);
  expect(status).toBe(0);
});

test('a log that was tampered with ends with 1 and names the place', () => {
  world.core.vaults.session()?.derive((db) => db.run({ text: "UPDATE audit_events SET operation = 'nothing.happened' WHERE sequence = 1", values: [] }));
  world.core.vaults.lock();
  const { status, stdout } = verify(goodPassphrase, '--json');
  expect(JSON.parse(stdout)).toMatchObject({ breaks: [{ kind: 'changed', from: 1, to: 1 }] });
  expect(status).toBe(1);
});

test('a wrong passphrase, no vault, and a person left open end with 2', async () => {
  await world.must('users.invite', { name: '法务', roles: ['legal'] });
  world.core.vaults.lock();
  expect(verify('wrong', '--user', userName).status).toBe(2);
  expect(verify(goodPassphrase).stderr).toContain('--user');
  expect(verify(goodPassphrase, '--user', userName).status).toBe(0);
  folder = world.folder;
  expect(verify(goodPassphrase).status).toBe(2);
});
