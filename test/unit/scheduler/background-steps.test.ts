import { setTimeout } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { createBackgroundSteps } from '../../../src-main/scheduler/background-steps.ts';
import { VaultBusy, type Session } from '../../../src-main/vault/session.ts';

test('goes on step by step while there is more, each once however often it is woken', async () => {
  const left = { steps: 3 };
  const { wake } = createBackgroundSteps({ session: () => ({}) as Session, pauseMs: 1, step: () => (left.steps -= 1) > 0 });
  for (let time = 0; time < 10; time += 1) wake();
  await setTimeout(100);
  expect(left.steps).toBe(0);
});

test('does nothing while there is no session, and goes on when it is woken after that', async () => {
  const vault: { session: Session | null } = { session: null };
  let done = 0;
  const { wake } = createBackgroundSteps({ session: () => vault.session, pauseMs: 1, step: () => (done += 1) < 2 });
  wake();
  await setTimeout(30);
  expect(done).toBe(0);
  vault.session = {} as Session;
  wake();
  await setTimeout(60);
  expect(done).toBe(2);
});

test('tries a step again later that came while nothing could be written', () => {
  vi.useFakeTimers();
  try {
    let tries = 0;
    const { wake } = createBackgroundSteps({
      session: () => ({}) as Session,
      pauseMs: 1,
      step: () => {
        tries += 1;
        if (tries < 3) throw new VaultBusy();
        return false;
      },
    });
    wake();
    vi.advanceTimersByTime(100);
    expect(tries).toBe(1);
    vi.advanceTimersByTime(60_000);
    expect(tries).toBe(3);
  } finally {
    vi.useRealTimers();
  }
});
