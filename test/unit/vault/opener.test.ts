import { beforeEach, expect, test } from 'vitest';
import type { VaultStatus } from '#shared/features/vault/model.ts';
import { createOpenerWatch, onOtherOpener } from '../../../src-renderer/ipc/opener.ts';

// What a list was narrowed to outlasts a lock for whoever narrowed it, and for nobody else.

let forgotten = 0;
onOtherOpener(() => (forgotten += 1));
beforeEach(() => (forgotten = 0));

const open = (vault: string, user: string) => ({ state: 'unlocked', vault: { id: vault }, user: { id: user } }) as unknown as VaultStatus;
const locked = { state: 'locked' } as unknown as VaultStatus;

test('the same person goes on after a lock', () => {
  const watch = createOpenerWatch();
  watch(undefined, open('vault', 'Chen'));
  watch(open('vault', 'Chen'), locked);
  watch(locked, open('vault', 'Chen'));
  expect(forgotten).toBe(0);
});

test('another person begins afresh', () => {
  const watch = createOpenerWatch();
  watch(undefined, open('vault', 'Chen'));
  watch(open('vault', 'Chen'), locked);
  expect(forgotten).toBe(0);
  watch(locked, open('vault', 'Li'));
  expect(forgotten).toBe(1);
});

test('so does whoever opens another vault, also the same person', () => {
  const watch = createOpenerWatch();
  watch(open('vault', 'Chen'), open('sample', 'Chen'));
  expect(forgotten).toBe(1);
});

test('a window that found the vault open knows who had it open', () => {
  const watch = createOpenerWatch();
  watch(open('vault', 'Chen'), locked);
  watch(locked, open('vault', 'Li'));
  expect(forgotten).toBe(1);
});
