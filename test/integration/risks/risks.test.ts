import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { defaultWeights, type RiskDraft } from '#shared/features/risks/model.ts';
import { newTrigger, type RuleDraft, type Trigger } from '#shared/features/risks/warnings.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import type { Role } from '#shared/features/vault/roles.ts';
import { addDays, type Day } from '#shared/kernel/day.ts';
import { sampleEntry } from '../../harness/entries.ts';
import { membersOf } from '../../harness/members.ts';
import { registerTerms } from '../../harness/portfolio.ts';
import { createTestVault, goodPassphrase, testWorld, userName, type TestWorld } from '../../harness/world.ts';

const minute = 60_000;
const dayMs = 24 * 60 * minute;
const today = '2026-11-23' as Day;
let world: TestWorld;
beforeEach(async () => {
  world = testWorld();
  await createTestVault(world);
  await world.pass(0);
});
afterEach(() => world.close());

const passphrases = new Map<string, string>();
async function become(name: string, ...roles: readonly Role[]) {
  if (roles.length > 0) passphrases.set(name, (await world.must('users.invite', { name, roles })).passphrase);
  await world.must('vault.lock', undefined);
  await world.must('vault.unlock', { userName: name, passphrase: passphrases.get(name) ?? goodPassphrase, takeOver: false });
}

const draft: RiskDraft = { category: 'breach', title: '供货可能延迟', contractId: null, partyId: null, likelihood: 4, impact: 3, state: 'open', treatment: 'reduce', ownerId: null, reviewOn: null, notes: '备选供应商询价中' };
const save = (over: Partial<RiskDraft> = {}) => world.must('risks.save', { id: null, revision: 0, draft: { ...draft, ...over } });
const register = () => world.must('risks.list', { contractId: null, withClosed: false });
const rule = (trigger: Trigger, over: Partial<RuleDraft> = {}): RuleDraft => ({ name: '试规则', trigger, audience: { kind: 'owner' }, how: 'notify', isOn: true, ...over });
const build = (made: RuleDraft) => world.must('risks.saveRule', { id: null, revision: 0, draft: made });
const alerts = (open = true) => world.must('risks.alerts', { open, limit: 100 });

const nobody = '00000000-0000-4000-8000-000000000000' as never;

describe('a risk', () => {
  test('keeps how it was judged, and is not overwritten unseen', async () => {
    const risk = await save();
    const { id, revision } = risk;
    await world.must('risks.save', { id, revision, draft: { ...draft, likelihood: 2, state: 'treated' } });
    expect(await world.call('risks.save', { id, revision, draft })).toMatchObject({ ok: false, error: { code: 'CHANGED_MEANWHILE' } });
    const [kept] = await register();
    expect(kept).toMatchObject({ likelihood: 2, state: 'treated', notes: '备选供应商询价中' });
    expect(kept?.history.map(({ likelihood, state, byName }) => [likelihood, state, byName])).toEqual([[2, 'treated', userName], [4, 'open', userName]]);
  });

  test('that names what is not there is refused', async () => {
    expect(await world.call('risks.save', { id: null, revision: 0, draft: { ...draft, contractId: nobody } })).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
    expect(await world.call('risks.save', { id: null, revision: 0, draft: { ...draft, partyId: nobody } })).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
    expect(await world.call('risks.save', { id: null, revision: 0, draft: { ...draft, ownerId: nobody } })).toMatchObject({ ok: false, error: { code: 'NO_SUCH_MEMBER' } });
  });

  test('is given only to somebody who is there, but keeps the name of an owner who left', async () => {
    const members = membersOf(world);
    await members.invite('李雷', 'legal');
    await members.invite('韩梅梅', 'legal');
    const [ownerId, other] = [await members.idOf('李雷') as UserId, await members.idOf('韩梅梅') as UserId];
    const { id, revision } = await save({ ownerId });
    for (const left of [ownerId, other]) await world.must('users.remove', { id: left });
    expect(await world.call('risks.save', { id, revision, draft: { ...draft, ownerId: other } })).toMatchObject({ error: { code: 'NO_SUCH_MEMBER' } });
    expect(await world.must('risks.save', { id, revision, draft: { ...draft, ownerId, impact: 5 } })).toMatchObject({ ownerName: '李雷', impact: 5 });
    expect(await world.call('risks.save', { id: null, revision: 0, draft: { ...draft, ownerId } })).toMatchObject({ error: { code: 'NO_SUCH_MEMBER' } });
  });

  test('reminds of its review, until it is closed', async () => {
    const { id, revision } = await save({ reviewOn: addDays(today, 7) });
    await world.pass(minute);
    expect(world.notifier.shown.map(({ title, body }) => `${title} ${body}`)).toEqual(['Risk review due in 7 days 供货可能延迟 · 2026-11-30']);
    await world.must('risks.save', { id, revision, draft: { ...draft, state: 'closed', reviewOn: addDays(today, 7) } });
    await world.pass(9 * dayMs);
    expect(world.notifier.shown).toHaveLength(1);
    expect(await register()).toEqual([]);
  });

  test('shows its notes to those alone who hold the key to the clauses', async () => {
    await save();
    await become('财务乙', 'finance');
    const [risk] = await register();
    expect(risk?.notes).toEqual({ withheld: true });
    expect(await world.call('risks.save', { id: risk?.id ?? null, revision: risk?.revision ?? 0, draft })).toMatchObject({ ok: false, error: { code: 'WITHHELD' } });
    const { notes, ...withoutNotes } = draft;
    expect(notes).toBeDefined();
    await world.must('risks.save', { id: risk?.id ?? null, revision: risk?.revision ?? 0, draft: { ...withoutNotes, impact: 5 } });
    await become(userName);
    expect((await register())[0]).toMatchObject({ impact: 5, notes: '备选供应商询价中' });
  });
});

describe('scores', () => {
  test('explain a contract item by item, and list all, the highest first', async () => {
    const [id] = registerTerms(world, [
      { title: '自动续约无人管', from: '2026-01-01', until: '2026-12-10', renewal: 'auto', details: { renewalTermMonths: 12, optOutPeriod: { amount: 30, unit: 'day' } } },
      { title: '普通合同', from: '2026-01-01', until: '2027-06-30' },
    ]);
    await world.pass(5 * minute);
    const score = await world.must('risks.score', { contractId: id ?? ('' as never) });
    expect(score.items.filter(({ points }) => points > 0).map(({ part, reason, points }) => [part, reason, points])).toEqual([['renewal', 'noticeMissed', 15], ['paper', 'foreignPaper', 5]]);
    await world.pass(16 * minute);
    expect((await world.must('risks.scores', { from: 0, limit: 10 })).map((row) => [row.title, row.score, row.level])).toEqual([['自动续约无人管', 20, 'low'], ['普通合同', 5, 'low']]);
    await world.must('risks.saveWeights', { weights: { ...defaultWeights, weights: { ...defaultWeights.weights, value: 0, findings: 0 } } });
    expect((await world.must('risks.scores', { from: 10, limit: 10 })).map((row) => row.score)).toEqual([36]);
  });

  test('of a person without the keys say nothing of the amount or the text', async () => {
    const made = await sampleEntry(world);
    const contract = await world.must('contracts.create', made);
    await world.pass(20 * minute);
    const whole = await world.must('risks.score', { contractId: contract.summary.id });
    expect(whole.isPartial).toBe(false);
    await become('审计丙', 'auditor');
    const partial = await world.must('risks.score', { contractId: contract.summary.id });
    expect(partial.items.filter(({ reason }) => reason === 'withheld').map(({ part }) => part)).toEqual(['value', 'findings', 'liability']);
    const [listed] = await world.must('risks.scores', { from: 0, limit: 10 });
    expect(listed?.score).toBe(partial.score);
  });
});

describe('a rule', () => {
  test('is tried on the past, switched on, and warns once of what happens after', async () => {
    const [, near] = registerTerms(world, [
      { title: '早已临近', from: '2026-01-01', until: addDays(today, 20) },
      { title: '将要临近', from: '2026-01-01', until: addDays(today, 61) },
    ]);
    await world.pass(minute);
    const trigger: Trigger = { kind: 'expiry_near', days: 60 };
    expect(await world.must('risks.dryRun', { trigger })).toMatchObject({ total: 1, isPresentOnly: false, examples: [{ contractTitle: '早已临近' }] });
    await build(rule(trigger));
    await world.pass(20 * minute);
    expect(await alerts()).toEqual([]);
    await world.pass(dayMs + minute);
    expect((await alerts()).map(({ contractId, ruleName }) => [contractId, ruleName])).toEqual([[near, '试规则']]);
    expect(world.notifier.shown.map(({ title }) => title)).toContain('Risk warning');
    await world.pass(2 * dayMs);
    expect(await alerts()).toHaveLength(1);
  });

  test('warns of a text that was changed while it was being approved', async () => {
    await world.must('users.invite', { name: '法务甲', roles: ['legal'] });
    const always = { amountFromMinor: null, onlyForeignPaper: false, onlyWithFindings: false, onlyWithNonStandardClauses: false, riskFrom: null, gradeFrom: null };
    await world.must('approvals.saveFlow', { id: null, version: 0, draft: { name: '流程', contractTypes: [], isOn: true, drafterMayApprove: false, needsSecondReviewer: false, steps: [{ name: '法务', order: 1, mode: 'any', assignees: [{ kind: 'role', role: 'legal' }], condition: always, deadlineHours: 8, escalateTo: null }] } });
    const contract = await world.must('contracts.create', await sampleEntry(world));
    await build(rule(newTrigger('text_changed'), { how: 'list' }));
    await world.must('approvals.submit', { contractId: contract.summary.id, revision: contract.revision, note: '' });
    const { revision } = await world.must('contracts.get', { id: contract.summary.id });
    await world.pass(minute);
    await world.must('versions.restore', { contractId: contract.summary.id, revision, versionNumber: 1 });
    await world.pass(minute);
    expect((await alerts()).map(({ contractId, triggerKind }) => [contractId, triggerKind])).toEqual([[contract.summary.id, 'text_changed']]);
    expect(world.notifier.shown.map(({ title }) => title)).not.toContain('Risk warning');
    expect((await world.must('risks.dryRun', { trigger: newTrigger('text_changed') })).total).toBe(1);
  });

  test('that is off warns of nothing, and on again not of what happened meanwhile', async () => {
    registerTerms(world, [{ title: '将要临近', from: '2026-01-01', until: addDays(today, 61) }]);
    await build(rule({ kind: 'expiry_near', days: 60 }, { isOn: false }));
    await world.pass(3 * dayMs);
    const [off] = await world.must('risks.rules', undefined);
    if (off === undefined) throw new Error('no rule');
    await world.must('risks.saveRule', { id: off.id, revision: off.revision, draft: rule(off.trigger) });
    await world.pass(2 * dayMs);
    expect(await alerts(false)).toEqual([]);
    const [on] = await world.must('risks.rules', undefined);
    expect(on?.switches.map(({ isOn }) => isOn)).toEqual([true, false]);
  });

  test('is judged by those whom it warned', async () => {
    registerTerms(world, [1, 2, 3].map((number) => ({ title: `合同 ${number}`, from: '2026-01-01', until: addDays(today, 61) })));
    await build(rule({ kind: 'expiry_near', days: 60 }));
    await world.pass(2 * dayMs);
    const given = await alerts();
    await world.must('risks.judge', { id: given[0]?.id ?? ('' as never), verdict: 'useful' });
    await world.must('risks.judge', { id: given[1]?.id ?? ('' as never), verdict: 'not_useful' });
    await world.must('risks.acknowledge', { id: given[0]?.id ?? ('' as never) });
    expect((await world.must('risks.rules', undefined))[0]).toMatchObject({ hits: 3, useful: 1, notUseful: 1 });
    expect(await alerts()).toHaveLength(2);
    const waiting = await world.must('reminders.list', { view: 'now', everybody: true, kind: 'warning', search: '', contractId: null, limit: 100 });
    expect(waiting).toHaveLength(2);
  });

  test('about money is seen by those alone who hold that key', async () => {
    await build(rule(newTrigger('payment_late')));
    await become('法务甲', 'legal');
    expect(await world.must('risks.rules', undefined)).toEqual([]);
    expect(await world.call('risks.dryRun', { trigger: newTrigger('payment_late') })).toMatchObject({ ok: false, error: { code: 'WITHHELD' } });
    expect(await world.call('risks.saveRule', { id: null, revision: 0, draft: rule(newTrigger('score_reached')) })).toMatchObject({ ok: false, error: { code: 'WITHHELD' } });
  });

  test('for somebody who is not there is refused, and nothing is kept of it', async () => {
    const nobody = crypto.randomUUID() as string as UserId;
    expect(await world.call('risks.saveRule', { id: null, revision: 0, draft: rule(newTrigger('notice_near'), { audience: { kind: 'person', userId: nobody } }) })).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
    expect(await world.must('risks.rules', undefined)).toEqual([]);
  });

  test('ships with the vault, once', async () => {
    const names = { textChanged: '批准后改动文本' };
    expect((await world.must('risks.addShipped', { names })).added).toBe(9);
    expect((await world.must('risks.addShipped', { names })).added).toBe(0);
    const rules = await world.must('risks.rules', undefined);
    expect(rules.map(({ name }) => name)).toContain('批准后改动文本');
    await world.must('risks.removeRule', { id: rules[0]?.id ?? ('' as never) });
    expect(await world.must('risks.rules', undefined)).toHaveLength(8);
  });

  test('sees a contract that waits too long for its signature', async () => {
    registerTerms(world, [{ title: '等签', from: '2026-01-01', until: '2028-01-01', stage: 'draft' }]);
    await build(rule({ kind: 'stage_stays', stage: 'draft', days: 3 }));
    await world.pass(2 * dayMs);
    expect(await alerts()).toEqual([]);
    await world.pass(2 * dayMs);
    expect((await alerts()).map(({ contractTitle }) => contractTitle)).toEqual(['等签']);
  });
});
