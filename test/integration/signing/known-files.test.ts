import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { dayOf } from '#shared/kernel/day.ts';
import { boxPrinter } from '../../harness/box-printer.ts';
import { openSigningDesk, type SigningDesk } from '../../harness/signing-desk.ts';
import { startTimestampServer } from '../../harness/timestamp-server.ts';
import { createTestVault, goodPassphrase, testWorld, userName, type TestWorld } from '../../harness/world.ts';

let world: TestWorld;
let desk: SigningDesk;
beforeEach(async () => {
  world = testWorld(boxPrinter([]));
  await createTestVault(world);
  desk = await openSigningDesk(world);
});
afterEach(() => world.close());

const known = async (pdf: Uint8Array) => (await desk.verify(pdf)).known;
const aFile = { contractNumber: 'HT-2026-0001', versionNumber: 1 };

describe('a file of an envelope', () => {
  test('is known after a time stamp was fetched for the one that is kept', async () => {
    await world.must('signing.setTimestampServer', { url: 'http://127.0.0.1:9/' });
    const done = await desk.certify(await desk.start(desk.us('certificate')));
    const mailed = await desk.saved(done);
    const server = await startTimestampServer();
    await world.must('signing.setTimestampServer', { url: server.url });
    expect(await world.must('signing.stampQueued', undefined)).toMatchObject({ stamped: 1 });
    await server.close();
    expect(await known(mailed)).toEqual({ ...aFile, signing: { state: 'completed', isLatest: false } });
    expect(await known(await desk.saved(done))).toEqual({ ...aFile, signing: { state: 'completed', isLatest: true } });
  });

  test('is known as it was given out, and as it came back', async () => {
    const half = await desk.certify(await desk.start(desk.us('certificate'), desk.them('external')));
    const out = await desk.handOut(half);
    expect(await known(out)).toEqual({ ...aFile, signing: { state: 'partially_signed', isLatest: true } });
    const signed = await desk.signElsewhere(out);
    expect(await known(signed)).toBeNull();
    await desk.takeBack(half, signed);
    expect(await known(signed)).toEqual({ ...aFile, signing: { state: 'completed', isLatest: true } });
    expect(await known(out)).toEqual({ ...aFile, signing: { state: 'completed', isLatest: false } });
  });

  test('printed to be signed on paper is known', async () => {
    const paper = await desk.handOut(await desk.start(desk.them('wet_ink')));
    expect(await known(paper)).toEqual({ ...aFile, signing: { state: 'pending', isLatest: true } });
  });

  test('whose signing came to nothing is known as such', async () => {
    const envelope = await desk.start(desk.us('certificate'), desk.them('external'));
    const out = await desk.handOut(await desk.certify(envelope));
    await world.must('signing.voidEnvelope', { envelopeId: envelope.id, reason: '换签署人' });
    expect(await known(out)).toEqual({ ...aFile, signing: { state: 'voided', isLatest: true } });
    const { revision } = await world.must('contracts.get', { id: envelope.contractId });
    const again = await world.must('signing.startEnvelope', { contractId: envelope.contractId, revision, draft: { signers: [desk.us('certificate'), desk.them('external')], expiresOn: dayOf(2026, 11, 24) } });
    const second = await desk.handOut(await desk.certify(again));
    world.clock.advance(2 * 86_400_000);
    await world.must('vault.unlock', { userName, passphrase: goodPassphrase, takeOver: false });
    expect(await known(second)).toEqual({ ...aFile, signing: { state: 'expired', isLatest: true } });
  });
});
