import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { dayOf, type Day } from '#shared/kernel/day.ts';
import { boxPrinter } from '../../harness/box-printer.ts';
import { sampleEntry } from '../../harness/entries.ts';
import { createTestVault, testWorld, type TestWorld } from '../../harness/world.ts';

let world: TestWorld;
beforeEach(async () => {
  world = testWorld(boxPrinter());
  await createTestVault(world);
});
afterEach(() => world.close());

async function begin(expiresOn: Day | null = null) {
  const { summary, revision } = await world.must('contracts.create', await sampleEntry(world));
  const signers = [{ side: 'them' as const, name: '李娜', title: '', partyName: '', method: 'drawn' as const, userId: null }];
  const { id } = await world.must('signing.startEnvelope', { contractId: summary.id, revision, draft: { signers, expiresOn } });
  world.clock.advance(60_000);
  return id;
}

const idsOf = async (show: 'running' | 'closed') => (await world.must('signing.allEnvelopes', { show })).map(({ id }) => id);

describe('the list of signings', () => {
  test('begins with what has waited longest, and with what ended last', async () => {
    const [first, second, third, fourth] = [await begin(), await begin(), await begin(), await begin(dayOf(2026, 11, 23))];
    await world.must('signing.voidEnvelope', { envelopeId: second, reason: '换版本' });
    expect(await idsOf('running')).toEqual([first, third, fourth]);
    world.clock.advance(60_000);
    await world.must('signing.voidEnvelope', { envelopeId: first, reason: '换版本' });
    expect(await idsOf('closed')).toEqual([first, second]);
    world.clock.advance(86_400_000);
    await world.call('vault.unlock', { userName: '陈静 Chen Jing', passphrase: 'lantern-orbit-велосипед-47-苔藓', takeOver: false });
    expect(await idsOf('running')).toEqual([third]);
    expect(await idsOf('closed')).toEqual([first, second, fourth]);
  });
});
