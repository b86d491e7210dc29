import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Contract } from '#shared/features/contracts/model.ts';
import { recordDetailsSchema } from '#shared/features/contracts/record.ts';
import { draftEndingLetter } from '#shared/features/problems/letters.ts';
import type { ProblemEntry } from '#shared/features/problems/model.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import type { Day } from '#shared/kernel/day.ts';
import { isWithheld } from '#shared/kernel/withheld.ts';
import { blocksOfProblems } from '../../../src-main/db/migrations/0650-blocks-of-problems.ts';
import { connectionOf } from '../../harness/connection-of.ts';
import { membersOf } from '../../harness/members.ts';
import { obligationEntry, registerSigned } from '../../harness/signed-contract.ts';
import { createTestVault, taskId, testWorld, type TestWorld } from '../../harness/world.ts';

let world: TestWorld;
let contract: Contract;
beforeEach(async () => {
  world = testWorld();
  await createTestVault(world);
  contract = await registerSigned(world, '浮标采购');
});
afterEach(() => world.close());

const id = () => contract.summary.id;
const show = () => world.must('problems.ofContract', { contractId: id() });
const entry = (over: Partial<ProblemEntry> = {}): ProblemEntry => ({ obligationId: null, kind: 'late', severity: 'high', title: '首批迟到', action: '增派运力', effect: 'none', ownerId: null, dueOn: null, description: '原定 11 月 20 日', ...over });
const save = (over: Partial<ProblemEntry> = {}) => world.must('problems.save', { contractId: id(), id: null, revision: 0, entry: entry(over) });

describe('a problem', () => {
  test('goes its way, explained at each step but taking it in hand', async () => {
    await save();
    const step = async (to: 'acting' | 'resolved' | 'open', reason = '') => {
      const [problem] = (await show()).problems;
      const moved = await world.call('problems.move', { id: problem?.id ?? ('' as never), revision: problem?.revision ?? 0, to, reason });
      return moved.ok ? 'ok' : moved.error.code;
    };
    expect(await step('open')).toBe('NO_SUCH_MOVE');
    expect(await step('acting')).toBe('ok');
    expect(await step('resolved')).toBe('REASON_MISSING');
    expect(await step('resolved', '已补交')).toBe('ok');
    expect((await show()).problems).toMatchObject([{ status: 'resolved', resolvedOn: '2026-11-23', events: [{ to: 'acting' }, { to: 'resolved', reason: '已补交' }] }]);
  });

  test('that blocks its obligation holds it', async () => {
    await world.must('fulfilment.saveObligation', { contractId: id(), id: null, revision: 0, entry: obligationEntry('交付') });
    const [obligation] = (await world.must('fulfilment.ofContract', { contractId: id() })).obligations;
    await save({ obligationId: obligation?.id ?? null, effect: 'blocks' });
    expect((await world.must('fulfilment.ofContract', { contractId: id() })).obligations).toMatchObject([{ status: 'blocked', events: [{ to: 'blocked', reason: '首批迟到' }] }]);
  });

  describe('and its obligation', () => {
    const obligations = async () => (await world.must('fulfilment.ofContract', { contractId: id() })).obligations;
    const states = async () => (await obligations()).map(({ status }) => status);
    const add = async (title: string) => {
      await world.must('fulfilment.saveObligation', { contractId: id(), id: null, revision: 0, entry: obligationEntry(title) });
      return (await obligations()).find((one) => one.title === title)?.id ?? null;
    };
    const find = async (title: string) => {
      const problem = (await show()).problems.find((one) => one.title === title);
      return { id: problem?.id ?? ('' as never), revision: problem?.revision ?? 0 };
    };
    const change = async (over: Partial<ProblemEntry>) => {
      const given = entry(over);
      return world.must('problems.save', { contractId: id(), ...(await find(given.title)), entry: given });
    };
    const step = async (title: string, to: 'resolved' | 'open') => world.must('problems.move', { ...(await find(title)), to, reason: '已补交' });

    test('holds it once it is said to block it, and lets it go when it no longer does', async () => {
      const obligationId = await add('交付');
      await save({ obligationId });
      await change({ obligationId, effect: 'blocks' });
      expect(await states()).toEqual(['blocked']);
      await change({ obligationId, effect: 'blocks', action: '改走空运' });
      expect((await obligations())[0]?.events).toHaveLength(1);
      await change({ obligationId, effect: 'delays' });
      expect(await states()).toEqual(['planned']);
      await change({ obligationId, effect: 'blocks' });
      const other = await add('验收');
      await change({ obligationId: other, effect: 'blocks' });
      expect((await obligations()).map(({ title, status }) => [title, status])).toEqual(expect.arrayContaining([['交付', 'planned'], ['验收', 'blocked']]));
    });

    test('goes on as it was when the last that blocks it is resolved, with the reason, and is held again when that is opened again', async () => {
      const obligationId = await add('交付');
      const [planned] = await obligations();
      await world.must('fulfilment.move', { id: planned?.id ?? ('' as never), revision: planned?.revision ?? 0, to: 'in_progress', on: '2026-11-23' as Day, reason: '' });
      await save({ obligationId, effect: 'blocks' });
      await save({ obligationId, effect: 'blocks', title: '缺少图纸' });
      await step('首批迟到', 'resolved');
      expect(await states()).toEqual(['blocked']);
      await step('缺少图纸', 'resolved');
      expect((await obligations())[0]).toMatchObject({ status: 'in_progress', events: [{ to: 'in_progress' }, { to: 'blocked' }, { from: 'blocked', to: 'in_progress', reason: '已补交' }] });
      await step('首批迟到', 'open');
      expect(await states()).toEqual(['blocked']);
    });

    test('goes on after a clock that was set back in between', async () => {
      const obligationId = await add('交付');
      const [planned] = await obligations();
      await world.must('fulfilment.move', { id: planned?.id ?? ('' as never), revision: planned?.revision ?? 0, to: 'in_progress', on: '2026-11-23' as Day, reason: '' });
      world.clock.advance(-3_600_000);
      await save({ obligationId, effect: 'blocks' });
      await step('首批迟到', 'resolved');
      expect(await states()).toEqual(['in_progress']);
    });

    test('stays held where a person held it', async () => {
      const obligationId = await add('交付');
      const [planned] = await obligations();
      await world.must('fulfilment.move', { id: planned?.id ?? ('' as never), revision: planned?.revision ?? 0, to: 'blocked', on: '2026-11-23' as Day, reason: '等待许可' });
      await save({ obligationId, effect: 'blocks' });
      await step('首批迟到', 'resolved');
      expect(await states()).toEqual(['blocked']);
    });

    test('is known to be held by it from before that was noted, and one that a person held is not', async () => {
      const obligationId = await add('交付');
      await save({ obligationId, effect: 'blocks' });
      await add('验收');
      const own = (await obligations()).find(({ title }) => title === '验收');
      world.clock.advance(60_000);
      await world.must('fulfilment.move', { id: own?.id ?? ('' as never), revision: own?.revision ?? 0, to: 'blocked', on: '2026-11-23' as Day, reason: '等待许可' });
      const connection = connectionOf(world);
      const steps = ['ALTER TABLE obligation_events DROP COLUMN problem_id', ...(blocksOfProblems.steps.core?.('main') ?? '').split(';').filter((text) => text.trim() !== '')];
      connection.transact(() => steps.forEach((text) => connection.run({ text, values: [] })));
      await change({ obligationId: own?.id ?? null, effect: 'blocks' });
      await step('首批迟到', 'resolved');
      expect((await obligations()).map(({ title, status }) => [title, status])).toEqual(expect.arrayContaining([['交付', 'planned'], ['验收', 'blocked']]));
    });
  });

  test('is given only to somebody who is there, but keeps the name of an owner who left, and so does no task go to one', async () => {
    const members = membersOf(world);
    await members.invite('李雷', 'legal');
    await members.invite('韩梅梅', 'legal');
    const [ownerId, other] = [await members.idOf('李雷') as UserId, await members.idOf('韩梅梅') as UserId];
    await save({ ownerId });
    for (const left of [ownerId, other]) await world.must('users.remove', { id: left });
    const [problem] = (await show()).problems;
    const change = async (owner: UserId) => {
      const saved = await world.call('problems.save', { contractId: id(), id: problem?.id ?? null, revision: problem?.revision ?? 0, entry: entry({ ownerId: owner, action: '改走空运' }) });
      return saved.ok ? 'ok' : saved.error.code;
    };
    expect(await change(other)).toBe('NO_SUCH_MEMBER');
    expect(await change(ownerId)).toBe('ok');
    expect((await show()).problems).toMatchObject([{ ownerName: '李雷', action: '改走空运' }]);
    expect(await world.call('problems.addTask', { contractId: id(), title: '催货', assigneeId: other, dueOn: null })).toMatchObject({ error: { code: 'NO_SUCH_MEMBER' } });
  });

  test('keeps its description from those without the key to the texts', async () => {
    await save({ description: '绝密说明' });
    await world.must('problems.addCommunication', { contractId: id(), kind: 'call', partyId: null, happenedOn: '2026-11-20' as Day, text: { subject: '催货', body: '绝密内容', correspondent: '王芳' } });
    const { passphrase } = await world.must('users.invite', { name: '财务', roles: ['finance'] });
    await world.must('vault.lock', undefined);
    await world.must('vault.unlock', { userName: '财务', passphrase, takeOver: false });
    const seen = await show();
    expect(seen.problems).toMatchObject([{ title: '首批迟到', description: { withheld: true } }]);
    expect(seen.communications).toMatchObject([{ kind: 'call', text: { withheld: true } }]);
    expect(JSON.stringify(seen)).not.toMatch(/绝密|催货|王芳/);
  });
});

test('a letter is printed, noted as sent on the contract, and kept in the log', async () => {
  const target = join(world.folder, '通知函.pdf');
  world.answers.push(target);
  const sent = await world.must('problems.sendLetter', { contractId: id(), kind: 'claim', language: 'zh', subject: '索赔函', body: '请赔偿损失。', partyName: '云帆公司', sentOn: '2026-11-23' as Day, method: 'ems', trackingNumber: 'EA123456789CN' });
  expect(sent).toEqual({ fileName: '通知函.pdf' });
  expect(readFileSync(target).subarray(0, 5).toString()).toBe('%PDF-');
  expect((await world.must('contracts.get', { id: id() })).notices).toMatchObject([{ kind: 'claim', sentOn: '2026-11-23', method: 'ems', trackingNumber: 'EA123456789CN' }]);
  expect((await show()).communications).toMatchObject([{ kind: 'letter', text: { subject: '索赔函', correspondent: '云帆公司' } }]);
  expect(await world.must('problems.sendLetter', { contractId: id(), kind: 'notice', language: 'en', subject: 'Notice', body: 'x', partyName: '', sentOn: '2026-11-23' as Day, method: '', trackingNumber: '' })).toBeNull();
  expect(existsSync(target)).toBe(true);
});

test('a letter that can’t be noted as sent is not written', async () => {
  const target = join(world.folder, '通知函.pdf');
  const printing = world.hold('finish');
  world.answers.push(target);
  const letter = { contractId: id(), kind: 'notice', language: 'en', subject: 'Notice', body: 'x', partyName: '', sentOn: '2026-11-23' as Day, method: '', trackingNumber: '' } as const;
  const sending = world.call('problems.sendLetter', letter);
  await printing.reached;
  const preparing = world.hold('prepareCompartment');
  const rotating = world.must('users.rotateKeys', { taskId: taskId() });
  await preparing.reached;
  printing.open();
  expect(await sending).toMatchObject({ ok: false, error: { code: 'VAULT_BUSY' } });
  expect(existsSync(target)).toBe(false);
  preparing.open();
  await rotating;
  world.answers.push(target);
  await world.must('problems.sendLetter', letter);
  expect((await world.must('contracts.get', { id: id() })).notices).toHaveLength(1);
});

test('a letter that has still to go is no notice, and nothing of it is written', async () => {
  const renewed = await registerSigned(world, '按年续约', { renewalType: 'auto', expiresOn: '2027-03-31' as Day, details: recordDetailsSchema.parse({ renewalTermMonths: 12, optOutPeriod: { amount: 30, unit: 'day' } }) });
  const contractId = renewed.summary.id;
  const target = join(world.folder, '不续约.pdf');
  const letter = { contractId, kind: 'non_renewal', language: 'zh', subject: '不续约通知函', body: '到期不再续约。', partyName: '云帆公司', sentOn: '2026-11-24' as Day, method: 'ems', trackingNumber: '', termIndex: 0 } as const;
  expect(await world.call('problems.sendLetter', letter)).toMatchObject({ ok: false, error: { code: 'SENT_IN_FUTURE' } });
  expect(await world.must('contracts.get', { id: contractId })).toMatchObject({ notices: [], summary: { noticeDeadlineOn: renewed.summary.noticeDeadlineOn } });
  expect(existsSync(target)).toBe(false);
  world.clock.advance(86_400_000);
  world.answers.push(target);
  await world.must('problems.sendLetter', letter);
  expect((await world.must('contracts.get', { id: contractId })).summary.noticeDeadlineOn).toBeNull();
});

test('a letter of non-renewal ends the running term, and one of termination is a notice that ends none', async () => {
  const renewed = await registerSigned(world, '按年续约', { renewalType: 'auto', expiresOn: '2027-03-31' as Day, details: recordDetailsSchema.parse({ renewalTermMonths: 12, optOutPeriod: { amount: 30, unit: 'day' } }) });
  const contractId = renewed.summary.id;
  const send = async (kind: 'non_renewal' | 'termination', language: 'zh' | 'en') => {
    world.answers.push(join(world.folder, `${kind}.pdf`));
    const draft = draftEndingLetter(kind, language, { reason: '业务调整', basis: '合同第十二条', endsOn: '2027-03-31' as Day });
    await world.must('problems.sendLetter', { contractId, kind, language, ...draft, partyName: '云帆公司', senderName: '蓝港公司', sentOn: '2026-11-23' as Day, method: 'ems', trackingNumber: '', termIndex: 0 });
  };
  expect(renewed.summary.status).not.toBe('expiring');
  await send('non_renewal', 'zh');
  const ended = await world.must('contracts.get', { id: contractId });
  expect(ended.notices).toMatchObject([{ kind: 'non_renewal', termIndex: 0 }]);
  expect(readFileSync(join(world.folder, 'non_renewal.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
  await send('termination', 'en');
  expect((await world.must('contracts.get', { id: contractId })).notices.find(({ kind }) => kind === 'termination')).toMatchObject({ termIndex: null });
  expect((await world.must('problems.ofContract', { contractId })).communications.map(({ text }) => (isWithheld(text) ? '' : text.subject)).sort()).toEqual(['Notice of termination', '不续约通知函']);
});

test('an e-mail is read for its words and day, and what is none is refused', async () => {
  const path = join(world.folder, 'mail.eml');
  writeFileSync(path, ['From: =?utf-8?B?546L6Iqz?= <wang@example.com>', 'To: chen@example.com', 'Subject: =?utf-8?B?5Lqk6LSn5pel5pyf?=', 'Date: Fri, 20 Nov 2026 18:30:00 +0000', 'Content-Type: text/plain; charset=utf-8', '', '改为下周一。'].join('\r\n'));
  world.answers.push(path);
  expect(await world.must('problems.readEmail', { pickId: null })).toEqual({ subject: '交货日期', correspondent: '王芳 <wang@example.com> → chen@example.com', body: '改为下周一。', sentOn: '2026-11-21' });
  const other = join(world.folder, 'other.eml');
  writeFileSync(other, 'nothing of a mail');
  world.answers.push(other);
  expect(await world.call('problems.readEmail', { pickId: null })).toMatchObject({ error: { code: 'NOT_AN_EMAIL' } });
});

test('a check sheet whose measured value is out of bounds, or missing, opens a problem of quality', async () => {
  await world.must('problems.addSheet', { contractId: id(), name: '出厂检验', items: [{ name: '浮力', unit: 'N', minimum: 50, maximum: null }, { name: '壁厚', unit: 'mm', minimum: 3, maximum: 5 }] });
  const [sheet] = (await show()).sheets;
  const run = (...measured: (number | null)[]) => world.must('problems.runSheet', { id: sheet?.id ?? ('' as never), measured, problemTitle: '出厂检验不合格' });
  expect(await run(50, 5)).toEqual({ failed: 0 });
  expect((await show()).problems).toEqual([]);
  expect(await run(49.9, null)).toEqual({ failed: 2 });
  const { problems, sheets } = await show();
  expect(problems).toMatchObject([{ kind: 'quality', title: '出厂检验不合格', status: 'open' }]);
  expect(sheets[0]?.runs).toMatchObject([{ failed: 2, problemId: problems[0]?.id }, { failed: 0, problemId: null }]);
});

test('a colleague is asked to do something, and ticks it off', async () => {
  const people = await world.must('fulfilment.people', undefined);
  await world.must('problems.addTask', { contractId: id(), title: '联系供应商', assigneeId: people[0]?.id ?? ('' as never), dueOn: '2026-11-25' as Day });
  const [task] = await world.must('problems.myTasks', undefined);
  expect(task).toMatchObject({ title: '联系供应商', contractTitle: '浮标采购', doneAt: null });
  await world.must('problems.setTaskDone', { id: task?.id ?? ('' as never), isDone: true });
  expect(await world.must('problems.myTasks', undefined)).toEqual([]);
});
