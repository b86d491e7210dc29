import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ContractId } from '#shared/features/contracts/model.ts';
import { boxPrinter } from '../../harness/box-printer.ts';
import { sampleEntry } from '../../harness/entries.ts';
import { envelopeDesk, signElsewhere, type EnvelopeDesk } from '../../harness/envelope-desk.ts';
import { printedContract } from '../../harness/pdf-documents.ts';
import { createTestVault, taskId, testWorld, type TestWorld } from '../../harness/world.ts';

let world: TestWorld;
let contractId: ContractId;
let desk: EnvelopeDesk;
/** What happens while the next page prints. */
let meanwhile: (() => Promise<unknown>) | null;
beforeEach(async () => {
  meanwhile = null;
  const printer = boxPrinter();
  world = testWorld({
    printToPdf: async (html, signal) => {
      const happening = meanwhile;
      meanwhile = null;
      await happening?.();
      return printer.printToPdf(html, signal);
    },
  });
  await createTestVault(world);
  contractId = (await world.must('contracts.create', await sampleEntry(world))).summary.id;
  desk = envelopeDesk(world, contractId);
  await world.must('signing.createIdentity', { commonName: '陈静', organisation: '云帆' });
});
afterEach(() => world.close());

describe('a file that is given out', () => {
  test.each(['wet_ink', 'external'] as const)('is neither written nor kept for a contract that was cancelled while it was printed (%s)', async (method) => {
    await desk.start(desk.them(method), desk.us('certificate'));
    const details = { reason: '项目取消', basis: '', notice: '', effectiveOn: null, signedOn: null };
    meanwhile = async () => world.must('contracts.changeStage', { id: contractId, revision: (await world.must('contracts.get', { id: contractId })).revision, to: 'cancelled', details });
    const { id: signerId } = await desk.next();
    const path = join(world.folder, 'handed-out.pdf');
    world.answers.push(path);
    expect(await world.call('signing.handOut', { signerId, taskId: taskId() })).toMatchObject({ ok: false });
    expect(existsSync(path)).toBe(false);
    expect(await desk.now()).toMatchObject({ pdfSha256: null });
  });
});

describe('a file that came back from another program', () => {
  test('counts for one signer, however often it is chosen', async () => {
    await desk.start(desk.us('certificate'), desk.them('external'), desk.them('external', '王伟'));
    await desk.certify();
    const hers = await signElsewhere(await desk.handOut(), '李娜', 2);
    expect(await (await desk.returned(hers)).accept()).toMatchObject({ ok: true });
    const again = await desk.returned(hers);
    expect(again.check).toMatchObject({ ok: true, value: { continuesOurs: true, newSignatures: 0 } });
    expect(await again.accept('他在线下签过')).toMatchObject({ ok: false, error: { code: 'NO_SIGNATURE' } });
    expect(await desk.now()).toMatchObject({ state: 'partially_signed', signers: [{ state: 'signed' }, { state: 'signed' }, { state: 'waiting', certificateSubject: null }] });
    const his = await signElsewhere(hers, '王伟', 3);
    expect(await (await desk.returned(his)).accept()).toMatchObject({ ok: true, value: { state: 'completed' } });
    expect((await desk.now()).signers[2]?.certificateSubject).toContain('王伟');
  });

  test('is refused, with a reason as well, when it lacks a signature that was given since', async () => {
    await desk.start(desk.us('certificate'), desk.them('external'), desk.us('certificate'), desk.them('external', '王伟'));
    await desk.certify();
    const hers = await signElsewhere(await desk.handOut(), '李娜', 2);
    await (await desk.returned(hers)).accept();
    await desk.certify();
    const passedOn = await desk.returned(await signElsewhere(hers, '王伟', 4));
    expect(passedOn.check).toMatchObject({ ok: true, value: { continuesOurs: false, lostSignatures: ['陈静'], newSignatures: 1 } });
    expect(await passedOn.accept()).toMatchObject({ ok: false, error: { code: 'SIGNATURES_LOST' } });
    expect(await passedOn.accept('王伟已电话确认')).toMatchObject({ ok: false, error: { code: 'SIGNATURES_LOST' } });
    expect(await desk.now()).toMatchObject({ state: 'partially_signed', signers: [{}, {}, { state: 'signed' }, { state: 'waiting' }] });
    const his = await desk.returned(await signElsewhere(await desk.handOut(), '王伟', 4));
    expect(his.check).toMatchObject({ ok: true, value: { continuesOurs: true, lostSignatures: [], newSignatures: 1 } });
    expect(await his.accept()).toMatchObject({ ok: true, value: { state: 'completed' } });
  });

  test('is refused when it was never given out and lacks what somebody drew before', async () => {
    await desk.start(desk.them('drawn', '王伟'), desk.them('external'));
    await desk.draw();
    const other = await desk.returned(await signElsewhere(printedContract, '李娜', 'a'));
    expect(other.check).toMatchObject({ ok: true, value: { lostSignatures: ['王伟'] } });
    expect(await other.accept('对方坚持用自己的文件')).toMatchObject({ ok: false, error: { code: 'SIGNATURES_LOST' } });
  });

  test('keeps no reason where none was asked for', async () => {
    await desk.start(desk.us('certificate'), desk.them('external'));
    await desk.certify();
    const hers = await desk.returned(await signElsewhere(await desk.handOut(), '李娜', 2));
    expect(hers.check).toMatchObject({ ok: true, value: { needsReason: false } });
    await hers.accept('写给另一份文件的理由');
    expect((await desk.now()).signers[1]).toMatchObject({ state: 'signed', evidence: { reason: '' } });
  });

  test('and was signed on another file, before anybody else signed, is taken with a reason', async () => {
    await desk.start(desk.them('external'), desk.us('certificate'));
    await desk.handOut();
    const other = await desk.returned(await signElsewhere(printedContract, '李娜', 'a'));
    expect(other.check).toMatchObject({ ok: true, value: { continuesOurs: false, lostSignatures: [], newSignatures: 1, needsReason: true } });
    expect(await other.accept()).toMatchObject({ ok: false, error: { code: 'REASON_MISSING' } });
    expect(await other.accept('逐页核对，文字一致')).toMatchObject({ ok: true });
    expect((await desk.now()).signers[0]).toMatchObject({ state: 'signed', evidence: { reason: '逐页核对，文字一致' } });
  });
});
