import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Quote } from '#shared/features/approvals/model.ts';
import type { Contract } from '#shared/features/contracts/model.ts';
import { always } from '../../harness/approval-desk.ts';
import { sampleEntry } from '../../harness/entries.ts';
import { membersOf, type Members } from '../../harness/members.ts';
import { createTestVault, testWorld, userName, type TestWorld } from '../../harness/world.ts';

let world: TestWorld;
let people: Members;
let contract: Contract;
beforeEach(async () => {
  world = testWorld();
  await createTestVault(world);
  people = membersOf(world);
  contract = await world.must('contracts.create', await sampleEntry(world));
  await people.invite('法务甲', 'legal');
  await people.invite('财务乙', 'finance');
  const step = (role: 'legal' | 'finance') => ({ name: role, order: 1, mode: 'any', assignees: [{ kind: 'role', role }], condition: always, deadlineHours: null, escalateTo: null }) as const;
  await world.must('approvals.saveFlow', { id: null, version: 0, draft: { name: '标准', contractTypes: [], steps: [step('legal'), step('finance')], isOn: true, drafterMayApprove: false, needsSecondReviewer: false } });
  await world.must('approvals.submit', { contractId: contract.summary.id, revision: contract.revision, note: '' });
});
afterEach(() => world.close());

const rounds = () => world.must('approvals.ofContract', { contractId: contract.summary.id });
async function giveBack(quotes: readonly Quote[], comment = '') {
  const { tasks } = await world.must('approvals.inbox', { show: 'open' });
  const [round] = await rounds();
  return world.call('approvals.decide', { taskId: tasks[0]?.id ?? ('' as never), decision: 'returned', comment, quotes, contentHash: round?.contentHash ?? '' });
}
async function words(): Promise<string> {
  const { blocks } = await world.must('versions.text', { contractId: contract.summary.id, versionNumber: 1 });
  const block = blocks.find(({ kind, text }) => kind === 'paragraph' && text.length > 20 && !/\d/.test(text));
  return block?.text.slice(2, 18) ?? '';
}

describe('comments at the words', () => {
  test('come back with the contract, are reason enough, and are read by the drafter', async () => {
    await people.become('法务甲');
    const quote = await words();
    expect((await giveBack([{ quote, comment: '请写明日期' }])).ok).toBe(true);
    await people.become(userName);
    expect((await rounds())[0]?.tasks.find(({ state }) => state === 'returned')?.quotes).toEqual([{ quote, comment: '请写明日期' }]);
    const stored = world.core.vaults.session()?.db.all<{ text: string }>({ text: "SELECT facts AS text FROM audit_events WHERE operation = 'approvals.decide'", values: [] });
    expect(JSON.stringify(stored)).not.toContain(quote);
    expect(JSON.stringify(stored)).toContain('quotes');
  });

  test('are looked up across blanks and line breaks, and refused where the words don’t stand', async () => {
    await people.become('法务甲');
    const quote = await words();
    expect(await giveBack([{ quote, comment: 'x' }, { quote: '这句话不在合同里', comment: 'x' }])).toMatchObject({ ok: false, error: { code: 'QUOTE_NOT_FOUND', params: { place: 2 } } });
    expect((await rounds())[0]?.state).toBe('pending');
    expect(await giveBack([{ quote: '……', comment: 'x' }])).toMatchObject({ ok: false, error: { code: 'QUOTE_NOT_FOUND' } });
    expect(await giveBack([])).toMatchObject({ ok: false, error: { code: 'REASON_MISSING' } });
    expect((await giveBack([{ quote: `${quote.slice(0, 5)}\n ${quote.slice(5)}`, comment: 'x' }])).ok).toBe(true);
  });

  test('can’t carry an amount over to those who see no amounts', async () => {
    await people.become('法务甲');
    await people.become(userName);
    const amount = contract.amount !== null && 'inclusive' in contract.amount ? contract.amount.inclusive.minor : 0;
    const shown = (amount / 100).toLocaleString('en-US', { minimumFractionDigits: 2 });
    const { blocks } = await world.must('versions.text', { contractId: contract.summary.id, versionNumber: 1 });
    expect(blocks.some(({ text }) => text.includes(shown))).toBe(true);
    await people.become('法务甲');
    expect(await giveBack([{ quote: shown, comment: 'x' }])).toMatchObject({ ok: false, error: { code: 'QUOTE_NOT_FOUND' } });
  });

  test('are withheld from who has no key to the text, whether there are any or not', async () => {
    await people.become('财务乙');
    expect((await rounds())[0]?.tasks.map(({ quotes }) => quotes)).toEqual([{ withheld: true }, { withheld: true }]);
    expect(await giveBack([{ quote: '任意', comment: 'x' }])).toMatchObject({ ok: false, error: { code: 'WITHHELD' } });
    expect((await giveBack([], '金额不符')).ok).toBe(true);
  });
});

test('a contract is held against its template, with its own values', async () => {
  const contractId = contract.summary.id;
  const [own, template] = await Promise.all([1, 0].map((versionNumber) => world.must('versions.text', { contractId, versionNumber })));
  expect(template).toEqual(own);
});
