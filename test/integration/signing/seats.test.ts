import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ContractId } from '#shared/features/contracts/model.ts';
import type { SignerDraft } from '#shared/features/signing/envelope-model.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import { boxPrinter } from '../../harness/box-printer.ts';
import { sampleEntry } from '../../harness/entries.ts';
import { envelopeDesk, type EnvelopeDesk } from '../../harness/envelope-desk.ts';
import { membersOf, type Members } from '../../harness/members.ts';
import { createTestVault, taskId, testWorld, userName, type TestWorld } from '../../harness/world.ts';

let world: TestWorld;
let contractId: ContractId;
let desk: EnvelopeDesk;
let people: Members;
beforeEach(async () => {
  world = testWorld(boxPrinter());
  await createTestVault(world);
  contractId = (await world.must('contracts.create', await sampleEntry(world))).summary.id;
  desk = envelopeDesk(world, contractId);
  people = membersOf(world);
  await people.invite('经理丁', 'contract_manager');
  await people.invite('法务王', 'legal');
});
afterEach(() => world.close());

const idOf = async (name: string) => (await people.idOf(name)) as UserId;
const seatOf = async (name: string): Promise<SignerDraft> => ({ side: 'us', name, title: '采购经理', partyName: '云帆', method: 'certificate', userId: await idOf(name) });
const codeOf = async (reply: Promise<{ readonly ok: boolean }>) => {
  const said = (await reply) as { readonly ok: boolean; readonly error?: { readonly code: string } };
  return said.error?.code;
};
const startWith = async (seat: SignerDraft) => {
  const { revision } = await world.must('contracts.get', { id: contractId });
  return world.call('signing.startEnvelope', { contractId, revision, draft: { signers: [seat], expiresOn: null } });
};

describe('a place in which one of ours signs with a certificate', () => {
  test('is not for somebody who left the vault or may not sign', async () => {
    const left = await seatOf('经理丁');
    await world.must('users.remove', { id: left.userId as UserId });
    expect(await startWith(left)).toMatchObject({ ok: false, error: { code: 'NOT_A_SIGNER', params: { name: '经理丁' } } });
    expect(await codeOf(startWith(await seatOf('法务王')))).toBe('NOT_A_SIGNER');
    expect(await world.must('signing.envelopes', { contractId })).toEqual([]);
    expect(await world.must('signing.possibleSigners', undefined)).toMatchObject([{ name: userName }]);
  });

  test('is given to a colleague when its person left, and the change is on record', async () => {
    await desk.start(desk.them('drawn'), await seatOf('经理丁'));
    await desk.draw();
    const gone = await idOf('经理丁');
    await world.must('users.remove', { id: gone });
    await world.must('signing.createIdentity', { commonName: '陈静', organisation: '云帆' });
    const { id: signerId } = await desk.next();
    expect(await codeOf(world.call('signing.signWithCertificate', { signerId, source: { kind: 'identity' }, taskId: taskId() }))).toBe('NOT_YOUR_SIGNATURE');
    expect(await codeOf(world.call('signing.giveSeat', { signerId, userId: gone, title: '' }))).toBe('NOT_A_SIGNER');
    expect(await codeOf(world.call('signing.giveSeat', { signerId, userId: await idOf('法务王'), title: '' }))).toBe('NOT_A_SIGNER');
    const given = await world.must('signing.giveSeat', { signerId, userId: await idOf(userName), title: '副总经理' });
    expect(given.signers[1]).toMatchObject({ name: userName, title: '副总经理', state: 'waiting' });
    const { events } = await world.must('audit.list', { filter: { feature: 'signing' }, before: null, limit: 200 });
    expect(events.map(({ operation }) => operation)).toContain('signing.giveSeat');
    expect(await desk.certify()).toMatchObject({ state: 'completed' });
  });

  test('stays with who signed in it, and a place of another kind is not given away', async () => {
    await world.must('signing.createIdentity', { commonName: '陈静', organisation: '云帆' });
    const { signers } = await desk.start(desk.us('certificate'), desk.them('certificate'), await seatOf('经理丁'));
    await desk.certify();
    const userId = await idOf('经理丁');
    const answers = [];
    for (const { id: signerId } of signers.slice(0, 2)) answers.push(await codeOf(world.call('signing.giveSeat', { signerId, userId, title: '' })));
    expect(answers).toEqual(['CHANGED_MEANWHILE', 'WRONG_METHOD']);
    const last = signers.at(-1);
    if (last === undefined) throw new Error('nobody signs last');
    await world.must('signing.voidEnvelope', { envelopeId: (await desk.now()).id, reason: '换版本' });
    expect(await codeOf(world.call('signing.giveSeat', { signerId: last.id, userId, title: '' }))).toBe('ENVELOPE_CLOSED');
  });
});

describe('the other side', () => {
  test('does not sign with our own certificate', async () => {
    await world.must('signing.createIdentity', { commonName: '陈静', organisation: '云帆' });
    await desk.start(desk.them('certificate'));
    const { id: signerId } = await desk.next();
    expect(await codeOf(world.call('signing.signWithCertificate', { signerId, source: { kind: 'identity' }, taskId: taskId() }))).toBe('THEIR_CERTIFICATE_NEEDED');
    expect(await desk.now()).toMatchObject({ state: 'pending', signers: [{ state: 'waiting', certificateSubject: null }] });
  });
});
