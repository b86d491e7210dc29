import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ContractId } from '#shared/features/contracts/model.ts';
import { dayOf } from '#shared/kernel/day.ts';
import { boxPrinter } from '../../harness/box-printer.ts';
import { sampleEntry } from '../../harness/entries.ts';
import { envelopeDesk, type EnvelopeDesk } from '../../harness/envelope-desk.ts';
import { createTestVault, testWorld, unlockTestVault, type TestWorld } from '../../harness/world.ts';

let world: TestWorld;
let contractId: ContractId;
let desk: EnvelopeDesk;
beforeEach(async () => {
  world = testWorld(boxPrinter());
  await createTestVault(world);
  contractId = (await world.must('contracts.create', await sampleEntry(world))).summary.id;
  desk = envelopeDesk(world, contractId);
  await world.must('signing.createIdentity', { commonName: '陈静', organisation: '云帆' });
});
afterEach(() => world.close());

const signedOn = async () => (await world.must('contracts.get', { id: contractId })).summary.signedOn;

async function record(day: ReturnType<typeof dayOf>) {
  const { revision, record: present, summary } = await world.must('contracts.get', { id: contractId });
  if (present === null) throw new Error('no record');
  await world.must('contracts.saveRecord', { id: contractId, revision, title: summary.title, contractType: summary.contractType, record: { ...present, signedOn: day }, amount: null });
}

describe('the signing day', () => {
  test('of a scan is the day on the paper that is given with it', async () => {
    await desk.start(desk.us('wet_ink'), desk.them('wet_ink'));
    const scan = await desk.returned(await desk.handOut());
    expect(await scan.accept('', dayOf(2026, 11, 24))).toMatchObject({ ok: false, error: { code: 'SIGNED_IN_FUTURE' } });
    expect(await scan.accept('', dayOf(2026, 11, 10))).toMatchObject({ ok: true, value: { state: 'completed' } });
    expect(await signedOn()).toBe('2026-11-10');
  });

  test('of a scan is the one on record, where none is given and it is not to come', async () => {
    await record(dayOf(2026, 11, 12));
    await desk.start(desk.us('wet_ink'));
    await (await desk.returned(await desk.handOut())).accept();
    expect(await signedOn()).toBe('2026-11-12');
  });

  test('of a scan is today, where the one on record is to come', async () => {
    await record(dayOf(2026, 12, 1));
    await desk.start(desk.us('wet_ink'));
    await (await desk.returned(await desk.handOut())).accept();
    expect(await signedOn()).toBe('2026-11-23');
  });

  test('of a certificate is the day on which it signed, though it was kept after midnight', async () => {
    await desk.start(desk.us('certificate'));
    const midnight = Date.UTC(2026, 10, 23, 16);
    world.clock.advance(midnight - 5_000 - world.clock.now());
    await unlockTestVault(world);
    const gate = world.hold('signAndStamp');
    const signing = desk.certify();
    await gate.reached;
    world.clock.advance(60_000);
    gate.open();
    expect(await signing).toMatchObject({ state: 'completed' });
    expect(await signedOn()).toBe('2026-11-23');
  });
});
