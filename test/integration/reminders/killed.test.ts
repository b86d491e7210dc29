import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { registerTerms } from '../../harness/portfolio.ts';
import { comingByItself, silenceReviews } from '../../harness/reminder-policy.ts';
import { createTestVault, goodPassphrase, testWorld, userName, type TestWorld } from '../../harness/world.ts';

let world: TestWorld;
beforeEach(() => {
  world = testWorld();
});
afterEach(() => world.close());

test('a process that is killed between recording and showing loses nothing, and nothing comes twice', async () => {
  const { folder } = await createTestVault(world);
  await silenceReviews(world, comingByItself);
  registerTerms(world, [{ title: '浮标维护', from: '2026-01-01', until: '2026-11-30' }]);
  await world.must('vault.lock', undefined);

  await killWhenAboutToShow(folder);
  await world.must('vault.unlock', { userName, passphrase: goodPassphrase, takeOver: true });
  const recorded = () => world.core.vaults.session()?.db.all<{ shown_at: number | null }>({ text: 'SELECT shown_at FROM reminders', values: [] });
  expect(recorded()).toEqual([{ shown_at: null }]);
  await world.pass(60_000);
  expect(world.notifier.shown.map(({ title }) => title)).toEqual(['Contract expires in 7 days']);
  expect(recorded()).toEqual([{ shown_at: expect.any(Number) as number }]);

  await world.must('vault.lock', undefined);
  await world.must('vault.unlock', { userName, passphrase: goodPassphrase, takeOver: false });
  await world.pass(60_000);
  expect(world.notifier.shown).toHaveLength(1);
});

function killWhenAboutToShow(folder: string): Promise<void> {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../harness/reminder-victim.ts'), folder], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => void (said += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      if (chunk.toString().includes('about to show')) child.kill('SIGKILL');
    });
    child.on('exit', (_, signal) => (signal === 'SIGKILL' ? resolve() : reject(new Error(`it ended by itself: ${said}`))));
  });
}
