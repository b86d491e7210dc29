import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ContractId } from '#shared/features/contracts/model.ts';
import type { Stage } from '#shared/features/contracts/stage.ts';
import { consentText } from '#shared/features/signing/consent.ts';
import type { Envelope, SignerDraft } from '#shared/features/signing/envelope-model.ts';
import type { Drawing } from '#shared/features/signing/strokes.ts';
import type { Day } from '#shared/kernel/day.ts';
import { isWithheld } from '#shared/kernel/withheld.ts';
import { boxPrinter } from '../../harness/box-printer.ts';
import { sampleEntry } from '../../harness/entries.ts';
import { createTestVault, taskId, testWorld, type TestWorld } from '../../harness/world.ts';

// A contract that is being signed is taken away from its signature: cancelled, sent back, changed, or signed in another way.

let world: TestWorld;
let contractId: ContractId;
beforeEach(async () => {
  world = testWorld(boxPrinter([]));
  await createTestVault(world);
  contractId = (await world.must('contracts.create', await sampleEntry(world))).summary.id;
});
afterEach(() => world.close());

const drawing: Drawing = { width: 600, height: 200, strokes: [0, 1].map((stroke) => Array.from({ length: 20 }, (_, index) => ({ x: 60 + stroke * 150 + index * 4, y: 100 + Math.sin(index / 3) * 50, pressure: 0.5, time: 1000 + stroke * 500 + index * 10 }))) };
const signer = (side: 'us' | 'them', name: string): SignerDraft => ({ side, name, title: '', partyName: '云帆', method: 'drawn', userId: null });
const now = () => world.must('contracts.get', { id: contractId });
const envelopes = () => world.must('signing.envelopes', { contractId });

async function start(): Promise<Envelope> {
  return world.must('signing.startEnvelope', { contractId, revision: (await now()).revision, draft: { signers: [signer('them', '李娜'), signer('us', '陈静')], expiresOn: null } });
}

async function sign({ signers, contentHash }: Envelope): Promise<Envelope> {
  const { summary } = await now();
  const next = signers.find(({ state }) => state === 'waiting');
  if (next === undefined) throw new Error('nobody is left to sign');
  const consent = consentText({ language: summary.language, number: summary.number, title: summary.title, signerName: next.name, partyName: next.partyName, contentHash });
  return world.must('signing.signByHand', { signerId: next.id, drawing, idCheck: { kind: 'passport', note: '' }, consent, taskId: taskId() });
}

async function move(to: Stage, reason: string) {
  return world.must('contracts.changeStage', { id: contractId, revision: (await now()).revision, to, details: { reason, basis: '', notice: '', effectiveOn: null, signedOn: to === 'signed' ? ('2026-11-20' as Day) : null } });
}

describe('a signing that is under way', () => {
  test('ends where its contract is cancelled, and another can be started once that is drafted again', async () => {
    await sign(await start());
    const cancelled = await move('cancelled', '项目取消');
    expect(cancelled.stageEvents[0]).toMatchObject({ to: 'cancelled', reason: '项目取消', endedSigning: { signed: 1, signers: 2 } });
    const [ended] = await envelopes();
    expect(ended).toMatchObject({ state: 'voided', endedBy: 'cancelled', closingReason: '', closedAt: world.clock.now(), signers: [{ name: '李娜', state: 'signed' }, { state: 'waiting' }] });
    expect(await world.must('signing.allEnvelopes', { show: 'running' })).toEqual([]);
    await move('draft', '项目恢复');
    expect(await start()).toMatchObject({ state: 'pending', endedBy: null });
  });

  test('ends where its contract is sent back to review', async () => {
    await start();
    expect((await move('in_review', '补充附件')).stageEvents[0]).toMatchObject({ endedSigning: { signed: 0, signers: 2 } });
    expect(await envelopes()).toMatchObject([{ state: 'voided', endedBy: 'sent_back' }]);
  });

  test('ends where its contract is signed in another way', async () => {
    await sign(await start());
    expect((await move('signed', '')).summary).toMatchObject({ stage: 'signed', signedOn: '2026-11-20' });
    expect(await envelopes()).toMatchObject([{ state: 'voided', endedBy: 'signed_otherwise' }]);
  });

  test('ends where the record’s content is changed, and its contract goes back to review', async () => {
    await sign(await start());
    const { revision, summary, record, amount } = await now();
    if (amount === null || isWithheld(amount)) throw new Error('no amount');
    const raised = { ...amount, inclusive: { ...amount.inclusive, minor: amount.inclusive.minor + 100 } };
    await world.must('contracts.saveRecord', { id: contractId, revision, title: summary.title, contractType: summary.contractType, record, amount: raised });
    expect((await now()).stageEvents[0]).toMatchObject({ to: 'in_review', reason: 'CONTENT_CHANGED', endedSigning: { signed: 1, signers: 2 } });
    expect(await envelopes()).toMatchObject([{ state: 'voided', endedBy: 'content_changed' }]);
  });

  test('ends where its contract gets another text', async () => {
    await start();
    await world.must('versions.restore', { contractId, revision: (await now()).revision, versionNumber: 1 });
    expect(await envelopes()).toMatchObject([{ state: 'voided', endedBy: 'content_changed' }]);
    expect(await start()).toMatchObject({ versionNumber: 2 });
  });

  test('stays expired where its last day had passed before', async () => {
    const { revision } = await now();
    await world.must('signing.startEnvelope', { contractId, revision, draft: { signers: [signer('us', '陈静')], expiresOn: '2026-11-23' as Day } });
    await world.pass(2 * 86_400_000);
    expect((await move('cancelled', '项目取消')).stageEvents[0]).toMatchObject({ endedSigning: null });
    expect(await envelopes()).toMatchObject([{ state: 'expired', endedBy: null }]);
  });

  test('is no one’s end where its last signature takes the contract to signed', async () => {
    await world.must('signing.createIdentity', { commonName: '陈静', organisation: '云帆' });
    await sign(await sign(await start()));
    expect((await now()).stageEvents[0]).toMatchObject({ to: 'signed', endedSigning: null });
    expect(await envelopes()).toMatchObject([{ state: 'completed', endedBy: null }]);
  });
});
