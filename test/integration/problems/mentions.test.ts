import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Contract } from '#shared/features/contracts/model.ts';
import type { PartyId } from '#shared/features/parties/model.ts';
import type { ProblemEntry } from '#shared/features/problems/model.ts';
import type { Day } from '#shared/kernel/day.ts';
import { sampleEntry } from '../../harness/entries.ts';
import { obligationEntry, registerSigned } from '../../harness/signed-contract.ts';
import { createTestVault, testWorld, userName, type TestWorld } from '../../harness/world.ts';

const today = '2026-11-23' as Day;
let world: TestWorld;
let contract: Contract;
let partyId: PartyId;
let passphrase: string;
beforeEach(async () => {
  world = testWorld();
  await createTestVault(world);
  ({ passphrase } = await world.must('users.invite', { name: '李雷', roles: ['field'] }));
  await sampleEntry(world);
  const { parties } = await world.must('parties.list', { search: '', archived: false, sort: 'name', offset: 0, limit: 1 });
  partyId = parties[0]?.id ?? ('' as never);
  contract = await registerSigned(world, '浮标采购', { parties: [{ partyId, role: 'party_b', signatory: '' }] });
});
afterEach(() => world.close());

const contractId = () => contract.summary.id;
const tasks = async () => (await world.must('problems.ofContract', { contractId: contractId() })).tasks.map(({ title, assigneeName, createdByName, origin, doneAt }) => ({ title, assigneeName, createdByName, origin, isDone: doneAt !== null }));
const problem = (over: Partial<ProblemEntry>): ProblemEntry => ({ obligationId: null, kind: 'late', severity: 'high', title: '首批延误', action: '', effect: 'none', ownerId: null, dueOn: null, ...over });
const say = (body: string, over: object = {}) => world.call('problems.addCommunication', { contractId: contractId(), kind: 'call', partyId: null, happenedOn: today, text: { subject: '催交', body, correspondent: '' }, ...over });
async function become(name: string) {
  await world.must('vault.lock', undefined);
  await world.must('vault.unlock', { userName: name, passphrase, takeOver: false });
}

describe('a colleague who is mentioned', () => {
  test('in a problem is asked to look at it, once, and anew by a new word on it', async () => {
    await world.must('problems.save', { contractId: contractId(), id: null, revision: 0, entry: problem({ action: '请 @李雷 明天去现场' }) });
    const asked = { title: '', assigneeName: '李雷', createdByName: userName, origin: { kind: 'problem', title: '首批延误' }, isDone: false };
    expect(await tasks()).toEqual([asked]);
    const { problems, tasks: kept } = await world.must('problems.ofContract', { contractId: contractId() });
    const one = problems[0];
    await world.must('problems.setTaskDone', { id: kept[0]?.id ?? ('' as never), isDone: true });
    await world.must('problems.save', { contractId: contractId(), id: one?.id ?? null, revision: one?.revision ?? 0, entry: problem({ action: '请 @李雷 后天去现场' }) });
    expect(await tasks()).toEqual([{ ...asked, isDone: true }]);
    await world.must('problems.move', { id: one?.id ?? ('' as never), revision: (one?.revision ?? 0) + 1, to: 'escalated', reason: '@李雷 没有人去' });
    expect(await tasks()).toEqual([asked]);
  });

  test('in a note and in the log finds it among the own tasks, without the words that lie in the clauses', async () => {
    await world.must('fulfilment.saveObligation', { contractId: contractId(), id: null, revision: 0, entry: obligationEntry('交付浮标') });
    const { obligations } = await world.must('fulfilment.ofContract', { contractId: contractId() });
    await world.must('fulfilment.addNote', { obligationId: obligations[0]?.id ?? ('' as never), words: '@李雷 请核对数量' });
    expect(await say('对方同意降价 5%，@李雷 跟进')).toMatchObject({ ok: true });
    await become('李雷');
    const mine = await world.must('problems.myTasks', undefined);
    expect(mine.map(({ origin, title }) => [origin?.kind, origin?.title, title])).toEqual([['note', '交付浮标', ''], ['communication', '', '']]);
    expect(JSON.stringify(mine)).not.toContain('降价');
  });

  test('is nobody else: not oneself, not an address, not who is unknown', async () => {
    await say(`@${userName} 记得，抄送 sales@李雷.cn 与 @王芳`);
    expect(await tasks()).toEqual([]);
  });
});

describe('the log of a counterparty', () => {
  test('holds what was said with it under every contract, and nothing else', async () => {
    const other = await registerSigned(world, '浮标维护', { parties: [{ partyId, role: 'party_b', signatory: '' }] });
    await say('下周到货', { partyId });
    await say('内部讨论');
    await say('报价', { contractId: other.summary.id, partyId, kind: 'email', happenedOn: '2026-11-20' });
    const log = await world.must('problems.ofParty', { partyId });
    expect(log.map(({ contractTitle, kind, happenedOn }) => [contractTitle, kind, happenedOn])).toEqual([['浮标采购', 'call', '2026-11-23'], ['浮标维护', 'email', '2026-11-20']]);
    expect(log[0]?.text).toMatchObject({ body: '下周到货' });
  });

  test('withholds the words from those without the key to the clauses, and takes no party of another contract', async () => {
    await say('下周到货', { partyId });
    const { parties } = await world.must('parties.list', { search: '', archived: false, sort: 'name', offset: 0, limit: 9 });
    const stranger = parties.find(({ id }) => id !== partyId);
    expect(await say('x', { partyId: stranger?.id ?? null })).toMatchObject({ error: { code: 'NOT_FOUND' } });
    ({ passphrase } = await world.must('users.invite', { name: '会计', roles: ['finance'] }));
    await become('会计');
    const log = await world.must('problems.ofParty', { partyId });
    expect(log.map(({ text }) => text)).toEqual([{ withheld: true }]);
  });
});
