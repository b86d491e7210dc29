import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Envelope, SignerDraft } from '#shared/features/signing/envelope-model.ts';
import type { Day } from '#shared/kernel/day.ts';
import { sql } from '../../../src-main/db/sql.ts';
import { stampLastSignature } from '../../../src-main/pdf/timestamp.ts';
import { boxPrinter } from '../../harness/box-printer.ts';
import { connectionOf } from '../../harness/connection-of.ts';
import { sampleEntry } from '../../harness/entries.ts';
import { appendUnsigned } from '../../harness/pdf-documents.ts';
import { openSigningDesk, type SigningDesk } from '../../harness/signing-desk.ts';
import { startTimestampServer, type TimestampServer } from '../../harness/timestamp-server.ts';
import { createTestVault, testWorld, type TestWorld } from '../../harness/world.ts';

const nobodyThere = 'http://127.0.0.1:9/';

let server: TimestampServer;
beforeAll(async () => {
  server = await startTimestampServer();
});
afterAll(() => server.close());

let world: TestWorld;
let desk: SigningDesk;
beforeEach(async () => {
  world = testWorld(boxPrinter([]));
  await createTestVault(world);
  desk = await openSigningDesk(world);
});
afterEach(() => world.close());

const askAt = (url: string) => world.must('signing.setTimestampServer', { url });
const stampNow = async () => {
  await askAt(server.url);
  return world.must('signing.stampQueued', undefined);
};
const statesOf = ({ signers }: Envelope) => signers.map(({ timestampState }) => timestampState);
const stampsIn = async (pdf: Uint8Array) => (await desk.verify(pdf)).report.signatures.map(({ timestamp }) => timestamp?.holds ?? false);

async function signedOffline(...signers: readonly SignerDraft[]) {
  await askAt(nobodyThere);
  return desk.certify(await desk.start(...signers));
}

describe('a time stamp that was not to be had', () => {
  test('is fetched for one file though the other side signed another after us and wrote on behind it', async () => {
    const first = await signedOffline(desk.us('certificate'), desk.them('external'));
    expect(statesOf(first)).toEqual(['queued', 'none']);
    const written = await appendUnsigned(await desk.signElsewhere(await desk.handOut(first)), (document) => document.setSubject('对方归档'));
    expect(await desk.takeBack(first, written, '对方软件写入了归档信息')).toMatchObject({ ok: true, value: { state: 'completed' } });
    const second = await signedOffline(desk.us('certificate'));
    expect(await stampNow()).toMatchObject({ stamped: 1, left: 0 });
    const stamped = await desk.now(second.contractId);
    expect(statesOf(stamped)).toEqual(['stamped']);
    expect(await stampsIn(await desk.saved(stamped))).toEqual([true]);
    expect(statesOf(await desk.now(first.contractId))).toEqual(['unstampable', 'none']);
  });

  test('is not written into a signature of the other side', async () => {
    const envelope = await signedOffline(desk.us('certificate'), desk.them('external'));
    const theirs = await desk.signElsewhere(await desk.handOut(envelope), { hasTimestampRoom: true });
    await desk.takeBack(envelope, theirs);
    const before = await desk.now(envelope.contractId);
    expect(await stampNow()).toMatchObject({ stamped: 0, left: 0 });
    expect(await desk.now(envelope.contractId)).toEqual(before);
    expect((await desk.saved(before)).equals(theirs)).toBe(true);
  });

  test('is given up for a file in which something stands behind our signature, and fetched for the next', async () => {
    const first = await signedOffline(desk.us('certificate'), desk.them('external'));
    const written = await appendUnsigned(await desk.signElsewhere(await desk.handOut(first)), (document) => document.setSubject('对方归档'));
    await desk.takeBack(first, written, '对方软件写入了归档信息');
    // As if that last signature were one of ours.
    connectionOf(world).transact(() => connectionOf(world).run(sql`UPDATE envelope_signers SET timestamp_state = 'queued' WHERE envelope_id = ${first.id}`));
    const second = await signedOffline(desk.us('certificate'));
    expect(await stampNow()).toEqual({ stamped: 1, unstampable: 1, tooLarge: 0, isAway: false, left: 0 });
    expect(statesOf(await desk.now(first.contractId))).toEqual(['unstampable', 'unstampable']);
    expect(statesOf(await desk.now(second.contractId))).toEqual(['stamped']);
  });

  test('waits on while the server is away or gives stamps that are too large', async () => {
    const envelope = await signedOffline(desk.us('certificate'));
    expect(await world.must('signing.stampQueued', undefined)).toEqual({ stamped: 0, unstampable: 0, tooLarge: 0, isAway: true, left: 1 });
    const large = await startTimestampServer('large tokens');
    await askAt(large.url);
    expect(await world.must('signing.stampQueued', undefined)).toEqual({ stamped: 0, unstampable: 0, tooLarge: 1, isAway: false, left: 1 });
    await large.close();
    expect(await desk.now(envelope.contractId)).toEqual(envelope);
    expect(await stampNow()).toMatchObject({ stamped: 1, left: 0 });
  });

  test('is not fetched while the file is out to be signed, and what comes back says what it holds', async () => {
    const envelope = await signedOffline(desk.us('certificate'), desk.them('external'));
    const out = await desk.handOut(envelope);
    expect(await world.must('signing.timestamps', undefined)).toMatchObject({ queued: 0, out: 1 });
    expect(await stampNow()).toMatchObject({ stamped: 0, left: 0 });
    await desk.takeBack(envelope, await desk.signElsewhere(out));
    const done = await desk.now(envelope.contractId);
    expect(statesOf(done)).toEqual(['unstampable', 'none']);
    expect(await stampsIn(await desk.saved(done))).toEqual([false, false]);
    expect(await world.must('signing.timestamps', undefined)).toMatchObject({ queued: 0, out: 0 });
  });

  test('is fetched once the time in which the file could come back is over', async () => {
    await askAt(nobodyThere);
    const { summary, revision } = await world.must('contracts.create', await sampleEntry(world));
    const begun = await world.must('signing.startEnvelope', { contractId: summary.id, revision, draft: { signers: [desk.us('certificate'), desk.them('external')], expiresOn: '2026-11-25' as Day } });
    await desk.handOut(await desk.certify(begun));
    world.clock.advance(2 * 86_400_000);
    expect(await world.must('signing.timestamps', undefined)).toMatchObject({ queued: 0, out: 1 });
    world.clock.advance(86_400_000);
    expect(await world.must('signing.timestamps', undefined)).toMatchObject({ queued: 1, out: 0 });
    expect(await stampNow()).toMatchObject({ stamped: 1, left: 0 });
    expect(await desk.now(summary.id)).toMatchObject({ state: 'expired', signers: [{ timestampState: 'stamped' }, {}] });
  });

  test('and came for the kept file only is not claimed of a copy from before it', async () => {
    const envelope = await signedOffline(desk.us('certificate'), desk.them('external'));
    const out = await desk.handOut(envelope);
    // What a vault shows in which such a file was stamped while it was out.
    connectionOf(world).transact(() => connectionOf(world).run(sql`UPDATE envelope_signers SET timestamp_state = 'stamped' WHERE envelope_id = ${envelope.id} AND state = 'signed'`));
    await desk.takeBack(envelope, await desk.signElsewhere(out));
    expect(statesOf(await desk.now(envelope.contractId))).toEqual(['unstampable', 'none']);
  });

  test('is covered by the one that the other side’s program fetched', async () => {
    const envelope = await signedOffline(desk.us('certificate'), desk.them('external'));
    const theirs = await desk.signElsewhere(await desk.handOut(envelope), { hasTimestampRoom: true });
    await desk.takeBack(envelope, await stampLastSignature(theirs, server.url));
    const done = await desk.now(envelope.contractId);
    expect(statesOf(done)).toEqual(['covered', 'stamped']);
    expect(await stampsIn(await desk.saved(done))).toEqual([false, true]);
  });

  test('is covered by the stamp of the next signature, and not asked for again', async () => {
    const first = await signedOffline(desk.us('certificate'), desk.us('certificate'));
    await askAt(server.url);
    const done = await desk.certify(first);
    expect(statesOf(done)).toEqual(['covered', 'stamped']);
    expect(await stampNow()).toMatchObject({ stamped: 0, left: 0 });
    expect(await desk.now(first.contractId)).toEqual(done);
  });

  test('is fetched for the last signature and covers the one before', async () => {
    const done = await desk.certify(await signedOffline(desk.us('certificate'), desk.us('certificate')));
    expect(statesOf(done)).toEqual(['queued', 'queued']);
    expect(await stampNow()).toMatchObject({ stamped: 1, left: 0 });
    const stamped = await desk.now(done.contractId);
    expect(statesOf(stamped)).toEqual(['covered', 'stamped']);
    expect(await stampsIn(await desk.saved(stamped))).toEqual([false, true]);
  });

  test('is not to be had any more when the next signature wants none', async () => {
    const first = await signedOffline(desk.us('certificate'), desk.us('certificate'));
    await askAt('');
    expect(statesOf(await desk.certify(first))).toEqual(['unstampable', 'none']);
    expect(await stampNow()).toMatchObject({ stamped: 0, left: 0 });
  });
});
