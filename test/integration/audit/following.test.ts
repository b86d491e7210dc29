import { afterEach, beforeEach, expect, test } from 'vitest';
import { follow, type FollowState, type Followed } from '../../../src-main/audit/audit-follower.ts';
import type { Session } from '../../../src-main/vault/session.ts';
import { createTestVault, testWorld, type TestWorld } from '../../harness/world.ts';

// What follows other data does so in slices, between which people go on working.

const beginning: FollowState = { scannedTo: '', auditSequence: 0 };
const subjects = Array.from({ length: 100 }, (_, index) => String(index).padStart(3, '0'));

let world: TestWorld;
let session: Session;
let state: FollowState;
let applied: string[];
beforeEach(async () => {
  world = testWorld();
  await createTestVault(world);
  const open = world.core.vaults.session();
  if (open === null) throw new Error('locked');
  session = open;
  state = beginning;
  applied = [];
});
afterEach(() => world.close());

/** Follows a hundred subjects; `between` is done after the first slice. */
function followed(between: () => void): Followed {
  let slices = 0;
  return {
    find: () => state,
    save: (_db, next) => (state = next),
    affected: () => [],
    subjectsAfter: (_db, after, limit) => subjects.filter((id) => id > after).slice(0, limit),
    apply: (open, ids, save) => {
      open.derive(save);
      applied.push(...ids);
      slices += 1;
      if (slices === 1) setImmediate(between);
      return ids.length;
    },
  };
}

test('a look over everything that somebody has begin again does so, and is not ended as the one before', async () => {
  await follow(session, followed(() => {
    state = beginning;
    applied = [];
  }));
  expect(applied).toEqual(subjects);
  expect(state.scannedTo).toBeNull();
});

test('a look over everything looks at each once', async () => {
  await follow(session, followed(() => undefined));
  expect(applied).toEqual(subjects);
});
