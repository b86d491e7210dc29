import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ContractId } from '#shared/features/contracts/model.ts';
import type { Envelope, SignerDraft } from '#shared/features/signing/envelope-model.ts';
import { dayOf } from '#shared/kernel/day.ts';
import { boxPrinter } from '../../harness/box-printer.ts';
import { openSigningDesk, waitingIn, type SigningDesk } from '../../harness/signing-desk.ts';
import { createTestVault, goodPassphrase, taskId, testWorld, userName, type TestWorld } from '../../harness/world.ts';

let world: TestWorld;
let desk: SigningDesk;
beforeEach(async () => {
  world = testWorld(boxPrinter([]));
  await createTestVault(world);
  desk = await openSigningDesk(world);
});
afterEach(() => world.close());

async function takenOut(language: 'zh' | 'en') {
  const target = join(world.folder, `takeout-${language}`);
  mkdirSync(target);
  world.answers.push(target);
  const picked = await world.must('takeout.pickFolder', undefined);
  if (picked === null) throw new Error('no folder');
  await world.must('takeout.run', { pickId: picked.pickId, language, taskId: taskId() });
  return target;
}

async function numberOf(id: ContractId) {
  return (await world.must('contracts.get', { id })).summary.number;
}

const voided = (envelope: Envelope) => world.must('signing.voidEnvelope', { envelopeId: envelope.id, reason: '换签署人' });

async function startAgain(contractId: ContractId, expiresOn: ReturnType<typeof dayOf> | null, ...signers: readonly SignerDraft[]) {
  const { revision } = await world.must('contracts.get', { id: contractId });
  return world.must('signing.startEnvelope', { contractId, revision, draft: { signers, expiresOn } });
}

describe('signed files taken out', () => {
  test('are those that all signed; what was signed in part lies elsewhere under its state', async () => {
    const first = await desk.certify(await desk.start(desk.us('certificate'), desk.them('external')));
    const { contractId } = first;
    await voided(first);
    const refused = await desk.certify(await startAgain(contractId, null, desk.us('certificate'), desk.them('drawn')));
    await world.must('signing.declineEnvelope', { signerId: waitingIn(refused).id, reason: '付款条件要改' });
    const done = await desk.certify(await startAgain(contractId, null, desk.us('certificate')));
    expect(done.state).toBe('completed');
    const number = await numberOf(contractId);
    const en = join(await takenOut('en'), 'contracts', number);
    expect(readdirSync(join(en, 'signed'))).toEqual([`${number}.pdf`]);
    expect((await desk.saved(done)).equals(readFileSync(join(en, 'signed', `${number}.pdf`)))).toBe(true);
    expect(readdirSync(join(en, 'unfinished')).toSorted()).toEqual([`${number} declined.pdf`, `${number} voided.pdf`]);
    const zh = await takenOut('zh');
    expect(readdirSync(join(zh, 'contracts', number, 'unfinished')).toSorted()).toEqual([`${number} 已作废.pdf`, `${number} 已拒签.pdf`].toSorted());
    expect(readFileSync(join(zh, 'README.txt'), 'utf8')).toContain('unfinished/');
  });

  test('say of a half signed file whether it can still be signed', async () => {
    const { contractId } = await voided(await desk.start(desk.us('certificate')));
    await desk.certify(await startAgain(contractId, dayOf(2026, 11, 24), desk.us('certificate'), desk.them('drawn')));
    const number = await numberOf(contractId);
    expect(readdirSync(join(await takenOut('en'), 'contracts', number, 'unfinished'))).toEqual([`${number} partly signed.pdf`]);
    world.clock.advance(2 * 86_400_000);
    await world.must('vault.unlock', { userName, passphrase: goodPassphrase, takeOver: false });
    expect(readdirSync(join(await takenOut('zh'), 'contracts', number, 'unfinished'))).toEqual([`${number} 已过期.pdf`]);
  });

  test('leave out a file that was given out and nobody signed', async () => {
    const envelope = await desk.start(desk.them('external'));
    await desk.handOut(envelope);
    await voided(envelope);
    const folder = join(await takenOut('en'), 'contracts', await numberOf(envelope.contractId));
    expect([existsSync(join(folder, 'signed')), existsSync(join(folder, 'unfinished'))]).toEqual([false, false]);
  });
});
