import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { MoveDetails } from '#shared/features/contracts/lifecycle.ts';
import type { Contract, ContractId } from '#shared/features/contracts/model.ts';
import { recordDetailsSchema, type ContractRecord, type RecordAmount } from '#shared/features/contracts/record.ts';
import type { Stage } from '#shared/features/contracts/stage.ts';
import type { InputOf } from '#shared/ipc/registry.ts';
import type { Day } from '#shared/kernel/day.ts';
import { sampleEntry } from '../../harness/entries.ts';
import { createTestVault, testWorld, type TestWorld } from '../../harness/world.ts';

let world: TestWorld;
beforeEach(async () => {
  world = testWorld();
  await createTestVault(world);
});
afterEach(() => world.close());

const day = (text: string): Day => text as Day;
const nothingSaid: MoveDetails = { reason: '', basis: '', notice: '', effectiveOn: null, signedOn: null };

const plain: ContractRecord = {
  recordKind: 'standalone',
  parentId: null,
  direction: 'pay',
  parties: [],
  signedOn: null,
  effectiveOn: null,
  expiresOn: null,
  renewalType: 'none',
  ownerName: '李雷',
  department: '采购部',
  confidentiality: 'internal',
  tags: [],
  details: recordDetailsSchema.parse({}),
};
const amount: RecordAmount = { inclusive: { minor: 113_000_00, currency: 'CNY' }, exclusiveMinor: 100_000_00, taxBasisPoints: 1300, basis: 'fixed' };

function entryOf(title: string, change: Partial<ContractRecord> = {}, rest: Partial<InputOf<'contracts.register'>> = {}): InputOf<'contracts.register'> {
  return { title, contractType: 'purchase', language: 'zh', stage: 'draft', number: '', record: { ...plain, ...change }, amount: null, ...rest };
}

const register = (title: string, change: Partial<ContractRecord> = {}, rest: Partial<InputOf<'contracts.register'>> = {}): Promise<Contract> =>
  world.must('contracts.register', entryOf(title, change, rest));

async function parties(): Promise<ContractRecord['parties']> {
  const { entry } = await sampleEntry(world);
  const [first, second] = Object.values(entry.parties);
  if (first === undefined || second === undefined) throw new Error('the sample has no two parties');
  return [
    { partyId: first, role: 'party_a', signatory: '王芳' },
    { partyId: second, role: 'party_b', signatory: '' },
  ];
}

describe('a contract that was made elsewhere', () => {
  test('is read back as it was registered, every field of it', async () => {
    const record: ContractRecord = {
      ...plain,
      parties: await parties(),
      signedOn: day('2026-01-10'),
      effectiveOn: day('2026-01-15'),
      expiresOn: day('2027-01-14'),
      renewalType: 'auto',
      confidentiality: 'confidential',
      tags: ['年度', '重点'],
      details: recordDetailsSchema.parse({
        signingPlace: '上海市浦东新区',
        renewalTermMonths: 12,
        optOutPeriod: { amount: 30, unit: 'day' },
        governingLaw: '中华人民共和国法律',
        disputeMode: 'arbitration',
        disputeForum: '上海国际经济贸易仲裁委员会',
        copies: 4,
        physicalCopyLocation: '档案室 3-12',
        custom: [{ name: '项目号', kind: 'number', value: '1024' }],
      }),
    };
    const made = await register('年度轴承采购', record, { amount, number: 'CG-77', stage: 'signed' });
    expect(made.summary).toMatchObject({ number: 'CG-77', stage: 'signed', status: 'notice_window_open', endsOn: '2027-01-14', noticeDeadlineOn: '2026-12-15', versionNumber: 0 });
    expect(made).toMatchObject({ record, amount, body: null, templateVersionId: null, versions: [] });
    expect(await world.must('contracts.get', { id: made.summary.id })).toEqual(made);
  });

  test('without a number gets the next of the series; with one that is taken it is refused', async () => {
    expect((await register('甲')).summary.number).toBe('HT-2026-0001');
    await register('乙', {}, { number: 'X-1' });
    expect(await world.call('contracts.register', entryOf('丙', {}, { number: 'X-1' }))).toMatchObject({ ok: false, error: { code: 'NUMBER_TAKEN' } });
    expect((await world.must('contracts.list', { search: '', sort: 'number', limit: 10 })).total).toBe(2);
  });

  test.each([
    ['an end before its start', { effectiveOn: day('2026-05-01'), expiresOn: day('2026-04-30') }, 'expiresOn'],
    ['a renewal of no length', { renewalType: 'auto', expiresOn: day('2027-01-01') }, 'details.renewalTermMonths'],
    ['an order without its framework', { recordKind: 'order' }, 'parentId'],
  ] as const)('with %s is refused at that field, and nothing is kept', async (_, change, field) => {
    const reply = await world.call('contracts.register', entryOf('错', change));
    expect(reply).toMatchObject({ ok: false, error: { code: 'RECORD_INVALID', params: { field } } });
    expect((await world.must('contracts.list', { search: '', sort: 'number', limit: 10 })).total).toBe(0);
  });

  test.each([
    ['31 February', { record: { ...plain, expiresOn: '2026-02-31' } }],
    ['a title of 10,000 characters', { title: '长'.repeat(10_000) }],
    ['an unknown currency', { amount: { ...amount, inclusive: { minor: 1, currency: 'XYZ' } } }],
  ])('with %s does not reach the handler', async (_, change) => {
    const reply = await world.core.router('contracts.register', { ...entryOf('错'), ...change });
    expect(reply).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
  });

  test('with a negative sum, or one that its tax does not lead to, is refused', async () => {
    for (const wrong of [{ ...amount, inclusive: { minor: -1, currency: 'CNY' as const } }, { ...amount, exclusiveMinor: 1 }]) {
      expect(await world.call('contracts.register', entryOf('错', {}, { amount: wrong }))).toMatchObject({ ok: false, error: { code: 'RECORD_INVALID' } });
    }
  });
});

describe('what can’t be', () => {
  const sum = (minor: number, currency = 'CNY') => ({ amount: { ...amount, exclusiveMinor: null, taxBasisPoints: null, inclusive: { minor, currency: currency as 'CNY' } } });
  const bad: readonly (readonly [string, InputOf<'contracts.register'>, string])[] = [
    ['an end before the beginning', entryOf('采购', { effectiveOn: day('2026-05-01'), expiresOn: day('2026-04-30') }), 'expiresOn'],
    ['the 31st of February', entryOf('采购', { signedOn: day('2026-02-31') }), 'record.signedOn'],
    ['a negative sum', entryOf('采购', {}, sum(-1)), 'amount.inclusive'],
    ['a sum of 10^15 yuan', entryOf('采购', {}, sum(10 ** 17)), 'amount.inclusive.minor'],
    ['a currency that nobody knows', entryOf('采购', {}, sum(5, 'XQQ')), 'amount.inclusive.currency'],
    ['a title of 10,000 characters', entryOf('长'.repeat(10_000)), 'title'],
    ['a title that is written from right to left', entryOf('采购\u202e合同'), 'title'],
    ['a title of characters without width', entryOf('\u200b\u200b'), 'title'],
    ['a number with a hidden character', entryOf('采购', {}, { number: 'HT\u200b-1' }), 'number'],
    ['a tag with a reversing character', entryOf('采购', { tags: ['年\u202e度'] }), 'tags'],
    ['hidden characters in the notes', entryOf('采购', { details: recordDetailsSchema.parse({ notes: '第一行\r\n第二\u2066行' }) }), 'details.notes'],
  ];

  test.each(bad)('%s is refused at its field, and nothing is registered', async (_, entry, field) => {
    const reply = await world.call('contracts.register', entry);
    if (reply.ok) throw new Error('it was registered');
    const { params, issues } = reply.error as { params?: { field?: string }; issues?: readonly { path: readonly string[] }[] };
    expect(params?.field ?? issues?.[0]?.path.join('.')).toBe(field);
    expect(await world.must('contracts.count', { search: '', sort: 'number' })).toBe(0);
  });

  test('neither does a bulk change nor a text from a template bring hidden characters in', async () => {
    const { summary } = await register('采购', { details: recordDetailsSchema.parse({ notes: '第一行\r\n第二行' }) });
    expect(await world.call('contracts.changeMany', { ids: [summary.id], addTags: ['a\u202eb'] })).toMatchObject({ error: { code: 'INVALID_INPUT' } });
    expect(await world.call('contracts.changeMany', { ids: [summary.id], ownerName: '李\u200b雷' })).toMatchObject({ error: { code: 'INVALID_INPUT' } });
    expect(await world.call('contracts.create', await sampleEntry(world, { titles: '买卖\u202e合同' }))).toMatchObject({ error: { code: 'INVALID_INPUT' } });
  });
});

describe('a change of the record', () => {
  test('on top of somebody else’s is refused, and each change raises the revision', async () => {
    const made = await register('甲');
    const change = { id: made.summary.id, revision: made.revision, title: '甲二', contractType: 'lease', record: { ...plain, tags: ['新'] }, amount } as const;
    const saved = await world.must('contracts.saveRecord', change);
    expect(saved.summary).toMatchObject({ title: '甲二', contractType: 'lease', tags: ['新'], amount: amount.inclusive });
    expect(await world.call('contracts.saveRecord', change)).toMatchObject({ ok: false, error: { code: 'CHANGED_MEANWHILE' } });
  });

  test('of parties or sum is refused once the contract is signed; the rest may change', async () => {
    const made = await register('甲', { parties: await parties(), signedOn: day('2026-01-10') }, { amount, stage: 'signed' });
    const save = (record: ContractRecord, sum: RecordAmount | null = amount) =>
      world.call('contracts.saveRecord', { id: made.summary.id, revision: made.revision, title: '甲', contractType: 'purchase', record, amount: sum });
    expect(await save({ ...made.record, parties: [] })).toMatchObject({ ok: false, error: { code: 'SIGNED_IS_FIXED', params: { field: 'parties' } } });
    expect(await save(made.record, null)).toMatchObject({ ok: false, error: { code: 'SIGNED_IS_FIXED', params: { field: 'amount' } } });
    expect(await save({ ...made.record, department: '法务部' })).toMatchObject({ ok: true });
  });

  test('of what a signed contract runs by is told in the audit log as it was and as it is, and of nothing else', async () => {
    const made = await register('甲', { signedOn: day('2026-01-10'), expiresOn: day('2026-12-31') }, { amount, stage: 'signed' });
    const save = (record: ContractRecord, revision: number) => world.must('contracts.saveRecord', { id: made.summary.id, revision, title: '甲', contractType: 'purchase', record });
    const saved = await save({ ...made.record, department: '法务部' }, made.revision);
    await save({ ...saved.record, signedOn: day('2026-01-12'), expiresOn: day('2027-12-31') }, saved.revision);
    const { events } = await world.must('audit.list', { filter: { subjectKind: 'contract', subjectId: made.summary.id }, before: null, limit: 10 });
    expect(events.filter(({ operation }) => operation === 'contracts.saveRecord').map(({ facts }) => JSON.parse(facts) as unknown)).toEqual([
      { revision: saved.revision + 1, before: { signedOn: '2026-01-10', expiresOn: '2026-12-31' }, after: { signedOn: '2026-01-12', expiresOn: '2027-12-31' } },
      { revision: saved.revision },
    ]);
  });

  test('that would make a circle of contracts is refused', async () => {
    const top = await register('框架', { recordKind: 'master' });
    const order = await register('订单', { recordKind: 'order', parentId: top.summary.id });
    const lower = await register('补充', { recordKind: 'amendment', parentId: order.summary.id });
    const reply = await world.call('contracts.saveRecord', {
      ...{ id: order.summary.id, revision: order.revision, title: '订单', contractType: 'purchase', amount: null },
      record: { ...order.record, parentId: lower.summary.id },
    });
    expect(reply).toMatchObject({ ok: false, error: { code: 'PARENT_CYCLE' } });
    const family = await world.must('contracts.family', { id: lower.summary.id });
    expect(family.map(({ contract, depth }) => [contract.title, depth])).toEqual([['框架', 0], ['订单', 1], ['补充', 2]]);
  });
});

describe('the lifecycle', () => {
  const move = (contract: Contract, to: Stage, details: Partial<MoveDetails> = {}) =>
    world.call('contracts.changeStage', { id: contract.summary.id, revision: contract.revision, to, details: { ...nothingSaid, ...details } });

  test('a draft without a signing date cannot be signed; with one it can, and the step is written down', async () => {
    const made = await register('甲');
    expect(await move(made, 'signed')).toMatchObject({ ok: false, error: { code: 'SIGNING_DATE_MISSING' } });
    const signed = await move(made, 'signed', { signedOn: day('2026-03-02') });
    expect(signed).toMatchObject({ ok: true, value: { summary: { stage: 'signed', signedOn: '2026-03-02' }, stageEvents: [{ from: 'draft', to: 'signed' }] } });
  });

  test('a termination that was recorded wrongly is corrected, with why, and what stood before stays', async () => {
    const made = await register('租赁', { signedOn: day('2026-01-01'), expiresOn: day('2027-12-31') }, { stage: 'signed' });
    const told = { reason: '对方停产', basis: '第 12.1 条', notice: '2026-11-20 EMS', effectiveOn: day('2026-11-30') };
    const ended = await move(made, 'terminated', told);
    if (!ended.ok) throw new Error(ended.error.code);
    const { id } = made.summary;
    const correct = (revision: number, correction: string, over: Partial<MoveDetails> = {}) => world.call('contracts.correctTermination', { id, revision, correction, details: { ...nothingSaid, ...told, effectiveOn: day('2026-12-31'), ...over } });
    const { revision } = ended.value;
    expect(await correct(made.revision, '日期误录')).toMatchObject({ ok: false, error: { code: 'CHANGED_MEANWHILE' } });
    expect(await correct(revision, ' ')).toMatchObject({ ok: false, error: { code: 'REASON_MISSING' } });
    expect(await correct(revision, '日期误录', { basis: '' })).toMatchObject({ ok: false, error: { code: 'TERMINATION_INCOMPLETE' } });
    expect(await correct(revision, '日期误录', { effectiveOn: day('2028-01-01') })).toMatchObject({ ok: false, error: { code: 'ENDS_AFTER_TERM' } });
    expect(await correct(revision, '日期误录', { effectiveOn: day('2025-12-31') })).toMatchObject({ ok: false, error: { code: 'ENDS_BEFORE_START' } });
    // The clock is set back meanwhile: the latest still is the one that was recorded last.
    world.clock.advance(-3_600_000);
    const corrected = await correct(revision, '日期误录');
    expect(corrected).toMatchObject({ ok: true, value: { revision: revision + 1, summary: { stage: 'terminated', status: 'terminating', endsOn: '2026-12-31' } } });
    expect(corrected.ok && corrected.value.stageEvents.map(({ from, to, effectiveOn, correction }) => [from, to, effectiveOn, correction])).toEqual([
      ['terminated', 'terminated', '2026-12-31', '日期误录'],
      ['signed', 'terminated', '2026-11-30', ''],
    ]);
    await world.must('contracts.changeMany', { ids: [id], archived: true });
    expect(await correct((await world.must('contracts.get', { id })).revision, '再改')).toMatchObject({ ok: false, error: { code: 'ARCHIVED' } });
  });

  test('a termination is corrected only where there is one', async () => {
    const made = await register('租赁', { signedOn: day('2026-01-01') }, { stage: 'signed' });
    expect(await world.call('contracts.correctTermination', { id: made.summary.id, revision: made.revision, correction: '误录', details: { ...nothingSaid, reason: '停产', basis: '条款', notice: 'EMS', effectiveOn: day('2026-12-31') } })).toMatchObject({ ok: false, error: { code: 'NO_SUCH_MOVE' } });
  });

  test('a signed contract is not terminated without reason, basis, notice and day', async () => {
    const made = await register('甲', { signedOn: day('2026-01-01') }, { stage: 'signed' });
    expect(await move(made, 'terminated', { reason: '对方停产' })).toMatchObject({ ok: false, error: { code: 'TERMINATION_INCOMPLETE' } });
    const ended = await move(made, 'terminated', { reason: '对方停产', basis: '第 12.1 条', notice: '2026-11-20 EMS', effectiveOn: day('2026-12-31') });
    expect(ended).toMatchObject({ ok: true, value: { summary: { status: 'terminating' } } });
  });

  test.each([
    ['before it was signed', '1999-01-01', 'ENDS_BEFORE_START'],
    ['after its own end', '2035-01-01', 'ENDS_AFTER_TERM'],
  ])('a signed contract is not terminated %s', async (_, effectiveOn, code) => {
    const made = await register('甲', { signedOn: day('2026-01-10'), expiresOn: day('2026-12-31') }, { stage: 'signed' });
    expect(await move(made, 'terminated', { reason: '停产', basis: '第 12.1 条', notice: 'EMS', effectiveOn: day(effectiveOn) })).toMatchObject({ ok: false, error: { code } });
  });

  test.each([
    ['in the future', '2099-01-01', 'SIGNED_IN_FUTURE'],
    ['after its expiry', '2026-07-01', 'SIGNED_AFTER_END'],
  ])('a draft is not signed %s', async (_, signedOn, code) => {
    const made = await register('甲', { expiresOn: day('2026-06-30') });
    expect(await move(made, 'signed', { signedOn: day(signedOn) })).toMatchObject({ ok: false, error: { code } });
    expect((await world.must('contracts.get', { id: made.summary.id })).summary).toMatchObject({ stage: 'draft', signedOn: null });
  });

  test('a step that the stage does not know is refused', async () => {
    expect(await move(await register('甲'), 'completed')).toMatchObject({ ok: false, error: { code: 'NO_SUCH_MOVE' } });
  });

  test('a notice of non-renewal ends the renewals, and the list’s dates follow', async () => {
    const renewing = { effectiveOn: day('2026-01-01'), expiresOn: day('2026-12-31'), renewalType: 'auto', details: recordDetailsSchema.parse({ renewalTermMonths: 12, optOutPeriod: { amount: 30, unit: 'day' } }) } as const;
    const made = await register('甲', renewing, { stage: 'signed' });
    expect(made.summary.status).toBe('notice_window_open');
    const told = await world.must('contracts.addNotice', {
      id: made.summary.id,
      notice: { kind: 'non_renewal', termIndex: 0, sentOn: day('2026-11-20'), method: 'EMS', trackingNumber: 'EA123', receivedOn: null },
    });
    expect(told.summary.status).toBe('expiring');
    // The next year: without the notice the term would have turned.
    world.clock.advance(40 * 86_400_000);
    expect((await world.must('contracts.get', { id: made.summary.id })).summary).toMatchObject({ endsOn: '2026-12-31', status: 'expired_unsettled' });
  });
});

describe('a notice of non-renewal', () => {
  const sent = { kind: 'non_renewal', termIndex: 0, sentOn: day('2026-11-20'), method: 'ems', trackingNumber: '', receivedOn: null } as const;
  // Notice has to arrive by 20 November.
  const renewing = { effectiveOn: day('2026-01-01'), expiresOn: day('2026-12-20'), renewalType: 'auto', details: recordDetailsSchema.parse({ renewalTermMonths: 12, optOutPeriod: { amount: 30, unit: 'day' } }) } as const;

  test('that was posted on the last day does not count until its receipt on that day is entered', async () => {
    const { id } = (await register('甲', renewing, { stage: 'signed' })).summary;
    const posted = await world.must('contracts.addNotice', { id, notice: sent });
    const noticeId = posted.notices[0]?.id ?? ('' as never);
    world.clock.advance(86_400_000);
    expect((await world.must('contracts.get', { id })).summary.status).toBe('notice_missed_will_renew');
    await world.must('contracts.changeNotice', { id, noticeId, notice: { ...sent, receivedOn: day('2026-11-20') } });
    expect(await world.must('contracts.get', { id })).toMatchObject({ summary: { status: 'expiring' }, notices: [{ id: noticeId, receivedOn: '2026-11-20' }] });
  });

  test('that was given is not asked for any more, in the list, on the first page and in the reviews, until it is taken back', async () => {
    const { id } = (await register('甲', { ...renewing, expiresOn: day('2027-01-10') }, { stage: 'signed' })).summary;
    const asked = async () => {
      const { contracts } = await world.must('contracts.list', { search: '', sort: 'notice', filter: { due: 'notice' }, limit: 10 });
      const { reviews } = await world.must('reviews.ofContract', { contractId: id });
      return { listed: contracts.map(({ noticeDeadlineOn }) => noticeDeadlineOn), counted: (await world.must('home.dashboard', undefined)).noticeDue.count, toReview: reviews.filter(({ reason }) => reason === 'safe_send').length };
    };
    const open = { listed: ['2026-12-11'], counted: 1, toReview: 1 };
    expect(await asked()).toEqual(open);
    const { notices } = await world.must('contracts.addNotice', { id, notice: { ...sent, method: 'hand' } });
    expect(await asked()).toEqual({ listed: [], counted: 0, toReview: 0 });
    expect((await world.must('contracts.get', { id })).summary.noticeDeadlineOn).toBeNull();
    await world.must('contracts.withdrawNotice', { id, noticeId: notices[0]?.id ?? ('' as never), reason: '登记到了别的合同' });
    expect(await asked()).toEqual(open);
  });

  test('that was a mistake is taken back with the reason, stays on record, and is changed no more', async () => {
    const { id } = (await register('甲', renewing, { stage: 'signed' })).summary;
    const [notice] = (await world.must('contracts.addNotice', { id, notice: { ...sent, method: 'hand' } })).notices;
    const noticeId = notice?.id ?? ('' as never);
    expect((await world.must('contracts.get', { id })).summary.status).toBe('expiring');
    await world.must('contracts.withdrawNotice', { id, noticeId, reason: '登记到了别的合同' });
    const back = await world.must('contracts.get', { id });
    expect(back).toMatchObject({ summary: { status: 'notice_missed_will_renew' }, notices: [{ id: noticeId, withdrawnReason: '登记到了别的合同' }] });
    expect(back.notices[0]?.withdrawnAt).not.toBeNull();
    expect(await world.call('contracts.changeNotice', { id, noticeId, notice: sent })).toMatchObject({ ok: false, error: { code: 'NOTICE_WITHDRAWN' } });
    expect(await world.call('contracts.withdrawNotice', { id, noticeId, reason: '再来' })).toMatchObject({ ok: false, error: { code: 'NOTICE_WITHDRAWN' } });
    expect(await world.call('contracts.withdrawNotice', { id, noticeId: 'nn' as never, reason: '没有' })).toMatchObject({ ok: false });
  });
});

describe('the list', () => {
  test('turns pages by key in every order, both ways, without losing or repeating a row', async () => {
    for (let index = 0; index < 23; index += 1) {
      await register(`合同 ${String(index % 5)}`, index % 3 === 0 ? {} : { effectiveOn: day(`2026-0${1 + (index % 4)}-01`), expiresOn: day(`2027-0${1 + (index % 4)}-01`) });
      world.clock.advance(index % 2);
    }
    for (const sort of ['updated', 'number', 'title', 'effective', 'end'] as const) {
      for (const descending of [true, false]) {
        const seen: ContractId[] = [];
        for (let cursor: string | undefined; ; ) {
          const page = await world.must('contracts.list', { search: '', sort, descending, limit: 7, ...(cursor === undefined ? {} : { cursor }) });
          expect(page.total).toBe(23);
          seen.push(...page.contracts.map(({ id }) => id));
          if (page.nextCursor === null) break;
          cursor = page.nextCursor;
        }
        expect(new Set(seen).size, `${sort} ${String(descending)}`).toBe(23);
        expect(seen).toHaveLength(23);
      }
    }
  });

  test('a cursor that is nonsense begins at the first page', async () => {
    await register('甲');
    for (const cursor of ["' OR 1=1 --", '[]', '{"a":1}', '[null,null]']) {
      expect((await world.must('contracts.list', { search: '', sort: 'title', limit: 5, cursor })).contracts).toHaveLength(1);
    }
  });

  test('is narrowed by stage, type, kind, direction, tag, dates, sum and archive', async () => {
    const top = await register('框架', { recordKind: 'master', direction: 'receive', tags: ['年度'], effectiveOn: day('2026-01-01'), expiresOn: day('2027-01-31') }, { stage: 'signed', contractType: 'framework', amount });
    await register('订单', { recordKind: 'order', parentId: top.summary.id });
    const titles = async (filter: InputOf<'contracts.list'>['filter']) =>
      (await world.must('contracts.list', { search: '', sort: 'number', limit: 10, filter })).contracts.map(({ title }) => title);
    expect(await titles({ stages: ['signed'] })).toEqual(['框架']);
    expect(await titles({ types: ['purchase'] })).toEqual(['订单']);
    expect(await titles({ kinds: ['order', 'master'] })).toEqual(['订单', '框架']);
    expect(await titles({ directions: ['receive'] })).toEqual(['框架']);
    expect(await titles({ tags: ['年度'] })).toEqual(['框架']);
    expect(await titles({ parentId: top.summary.id })).toEqual(['订单']);
    expect(await titles({ due: 'expiring' })).toEqual(['框架']);
    expect(await titles({ due: 'ended' })).toEqual([]);
    expect(await titles({ endFrom: day('2027-01-01'), endTo: day('2027-12-31') })).toEqual(['框架']);
    expect(await titles({ amountFrom: 113_000_00 })).toEqual(['框架']);
    expect(await titles({ amountFrom: 113_000_01 })).toEqual([]);
    await world.must('contracts.changeMany', { ids: [top.summary.id], archived: true });
    expect(await titles({})).toEqual(['订单']);
    expect(await titles({ archived: 'yes' })).toEqual(['框架']);
    expect(await titles({ archived: 'both' })).toHaveLength(2);
  });

  test('many contracts take a tag and an owner at once, or none of them does', async () => {
    const [a, b] = [await register('甲'), await register('乙')];
    await world.must('contracts.changeMany', { ids: [a.summary.id, b.summary.id], addTags: ['盘点'], ownerName: '韩梅梅' });
    expect(await world.must('contracts.tags', undefined)).toEqual([{ tag: '盘点', count: 2 }]);
    const lost = '00000000-0000-4000-8000-000000000000' as ContractId;
    expect(await world.call('contracts.changeMany', { ids: [a.summary.id, lost], addTags: ['半途'] })).toMatchObject({ ok: false });
    expect(await world.must('contracts.tags', undefined)).toEqual([{ tag: '盘点', count: 2 }]);
  });

  test('a view is kept under its name, replaced by its name, and forgotten', async () => {
    const selection = { search: '轴承', sort: 'end', filter: { stages: ['signed'] } } as const;
    await world.must('contracts.saveView', { name: '快到期', selection, hiddenColumns: ['tags'] });
    const again = await world.must('contracts.saveView', { name: '快到期', selection: { ...selection, search: '' }, hiddenColumns: [] });
    expect(await world.must('contracts.views', undefined)).toEqual([again]);
    await world.must('contracts.deleteView', { id: again.id });
    expect(await world.must('contracts.views', undefined)).toEqual([]);
  });
});
