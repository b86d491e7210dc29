import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { recordDetailsSchema, type ContractRecord } from '#shared/features/contracts/record.ts';
import type { Day } from '#shared/kernel/day.ts';
import { closedContracts } from '../../../src-main/db/migrations/0720-closed-contracts.ts';
import { sql } from '../../../src-main/db/sql.ts';
import { connectionOf } from '../../harness/connection-of.ts';
import { createTestVault, testWorld, type TestWorld } from '../../harness/world.ts';

let world: TestWorld;
beforeEach(async () => {
  world = testWorld();
  await createTestVault(world);
});
afterEach(() => world.close());

const day = (text: string): Day => text as Day;
const record: ContractRecord = {
  ...{ recordKind: 'standalone', parentId: null, direction: 'pay', parties: [], signedOn: day('2026-03-01'), effectiveOn: day('2026-03-01') },
  ...{ expiresOn: day('2027-02-28'), renewalType: 'none', ownerName: '陈静', department: '', confidentiality: 'internal', tags: ['重点'] },
  details: recordDetailsSchema.parse({}),
};
const register = (number: string) =>
  world.must('contracts.register', {
    ...{ title: `合同 ${number}`, contractType: 'purchase', language: 'zh', stage: 'signed', number, record },
    amount: { inclusive: { minor: 123_450, currency: 'CNY' }, exclusiveMinor: null, taxBasisPoints: 1300, basis: 'fixed' },
  });

describe('changes for another system', () => {
  async function changes(since: string): Promise<readonly Record<string, unknown>[]> {
    const path = join(world.folder, 'changes.jsonl');
    world.answers.push(path);
    const written = await world.must('contracts.exportChanges', { since: day(since), fileName: '变动' });
    const lines = readFileSync(path, 'utf8').trimEnd().split('\n').filter((line) => line !== '');
    expect(written).toEqual({ fileName: 'changes.jsonl', rows: lines.length });
    return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  }

  test('are written a line each, the earliest first, over more than one page', async () => {
    for (let number = 1; number <= 3; number += 1) {
      await register(`A-${number}`);
      world.clock.advance(60_000);
    }
    const [first, ...rest] = await changes('2026-11-23');
    expect(first).toMatchObject({
      ...{ format: 'deedbox-contract-change', formatVersion: 1, number: 'A-1', link: 'deedbox://contract/A-1', stage: 'signed', endsOn: '2027-02-28', tags: ['重点'] },
      amount: { inclusive: '1234.50', currency: 'CNY', taxBasisPoints: 1300 },
    });
    expect(rest.map(({ number }) => number)).toEqual(['A-2', 'A-3']);
  });

  test('leave out what did not change since', async () => {
    await register('ALT-1');
    world.clock.advance(2 * 86_400_000);
    await register('NEU-1');
    expect((await changes('2026-11-25')).map(({ number }) => number)).toEqual(['NEU-1']);
    expect(await changes('2026-12-31')).toEqual([]);
  });

  test('have a contract under which a notice was given or taken back', async () => {
    const { summary: { id } } = await register('A-1');
    world.clock.advance(2 * 86_400_000);
    const notice = { kind: 'non_renewal', termIndex: 0, sentOn: day('2026-11-25'), method: 'ems', trackingNumber: '', receivedOn: null } as const;
    const { notices } = await world.must('contracts.addNotice', { id, notice });
    expect((await changes('2026-11-25')).map(({ number }) => number)).toEqual(['A-1']);
    world.clock.advance(2 * 86_400_000);
    await world.must('contracts.withdrawNotice', { id, noticeId: notices[0]?.id ?? ('' as never), reason: '误录' });
    expect((await changes('2026-11-27')).map(({ number }) => number)).toEqual(['A-1']);
  });

  test('say nothing of sums to who has no key for them', async () => {
    await register('A-1');
    const { passphrase } = await world.must('users.invite', { name: '法务甲', roles: ['legal'] });
    await world.must('vault.lock', undefined);
    await world.must('vault.unlock', { userName: '法务甲', passphrase, takeOver: false });
    const [line] = await changes('2026-11-01');
    expect(line).not.toHaveProperty('amount');
    expect(JSON.stringify(line)).not.toContain('1234');
  });
});

describe('a signed contract whose place another takes', () => {
  test('is superseded, and says by what', async () => {
    const [old, next] = [await register('ALT-1'), await register('NEU-1')];
    const superseded = await world.must('contracts.supersede', { id: old.summary.id, revision: old.revision, successorId: next.summary.id, reason: '重新签订' });
    expect(superseded.summary.status).toBe('superseded');
    expect(superseded.stageEvents[0]).toMatchObject({ from: 'signed', to: 'superseded', reason: '重新签订' });
  });

  test('renews no more: nobody has to give notice, and it keeps its last day, in the list and for another system', async () => {
    const renewing: ContractRecord = { ...record, renewalType: 'auto', details: recordDetailsSchema.parse({ renewalTermMonths: 12, optOutPeriod: { amount: 30, unit: 'day' } }) };
    const old = await world.must('contracts.register', { title: '旧合同', contractType: 'lease', language: 'zh', stage: 'signed', number: 'ALT-1', record: renewing });
    expect(old.summary).toMatchObject({ endsOn: '2027-02-28', noticeDeadlineOn: '2027-01-29' });
    const next = await register('NEU-1');
    const ended = { endsOn: '2027-02-28', noticeDeadlineOn: null };
    expect((await world.must('contracts.supersede', { id: old.summary.id, revision: old.revision, successorId: next.summary.id, reason: '' })).summary).toMatchObject(ended);
    world.clock.advance(500 * 86_400_000);
    await world.must('contracts.list', { search: '', sort: 'end', limit: 10 });
    expect((await world.must('contracts.get', { id: old.summary.id })).summary).toMatchObject(ended);
    const kept = connectionOf(world).get(sql`SELECT term_end_on, notice_deadline_on, safe_send_on FROM contract_dates WHERE contract_id = ${old.summary.id}`);
    expect(kept).toEqual({ term_end_on: '2027-02-28', notice_deadline_on: '', safe_send_on: '' });
    const { revision } = await world.must('contracts.get', { id: old.summary.id });
    const save = (expiresOn: Day, at: number) => world.must('contracts.saveRecord', { id: old.summary.id, revision: at, title: '旧合同', contractType: 'lease', record: { ...renewing, department: '法务部', expiresOn } });
    expect((await save(day('2027-02-28'), revision)).summary).toMatchObject(ended);
    expect((await save(day('2027-03-31'), revision + 1)).summary).toMatchObject({ ...ended, endsOn: '2027-03-31' });
    expect((await save(day('2026-12-31'), revision + 2)).summary).toMatchObject({ ...ended, endsOn: '2026-12-31' });
  });

  test('stands in the term in which it was superseded, whatever is corrected in it', async () => {
    const renewing: ContractRecord = { ...record, renewalType: 'auto', details: recordDetailsSchema.parse({ renewalTermMonths: 12 }) };
    const old = await world.must('contracts.register', { title: '旧合同', contractType: 'lease', language: 'zh', stage: 'signed', number: 'ALT-1', record: renewing });
    world.clock.advance(400 * 86_400_000);
    await world.must('contracts.list', { search: '', sort: 'end', limit: 10 });
    const { revision } = await world.must('contracts.get', { id: old.summary.id });
    const { summary } = await world.must('contracts.supersede', { id: old.summary.id, revision, successorId: (await register('NEU-1')).summary.id, reason: '' });
    expect(summary.endsOn).toBe('2028-02-29');
    const save = async (expiresOn: Day) => {
      const { revision: at } = await world.must('contracts.get', { id: old.summary.id });
      return (await world.must('contracts.saveRecord', { id: old.summary.id, revision: at, title: '旧合同', contractType: 'lease', record: { ...renewing, expiresOn } })).summary.endsOn;
    };
    expect([await save(day('2027-03-31')), await save(day('2027-01-31')), await save(day('2027-02-28'))]).toEqual(['2028-03-31', '2028-01-31', '2028-02-29']);
  });

  test.each(['completed', 'terminated', 'cancelled'] as const)('is as little asked for a notice where it was entered as %s', async (stage) => {
    const renewing: ContractRecord = { ...record, renewalType: 'auto', details: recordDetailsSchema.parse({ renewalTermMonths: 12, optOutPeriod: { amount: 30, unit: 'day' } }) };
    const { summary: { id } } = await world.must('contracts.register', { title: '旧合同', contractType: 'lease', language: 'zh', stage, number: 'ALT-1', record: renewing });
    world.clock.advance(500 * 86_400_000);
    const { contracts } = await world.must('contracts.list', { search: '', sort: 'notice', limit: 10 });
    expect(contracts).toMatchObject([{ id, endsOn: '2027-02-28', noticeDeadlineOn: null }]);
  });

  test('has nothing to give notice of in a vault of the version before either', async () => {
    const renewing: ContractRecord = { ...record, renewalType: 'auto', details: recordDetailsSchema.parse({ renewalTermMonths: 12, optOutPeriod: { amount: 30, unit: 'day' } }) };
    const { summary: { id } } = await world.must('contracts.register', { title: '旧合同', contractType: 'lease', language: 'zh', stage: 'completed', number: 'ALT-1', record: renewing });
    const connection = connectionOf(world);
    const kept = () => connection.get(sql`SELECT notice_deadline_on AS deadline, valid_through AS valid FROM contract_dates WHERE contract_id = ${id}`);
    connection.transact(() => {
      connection.run(sql`UPDATE contract_dates SET notice_deadline_on = '2027-01-29', safe_send_on = '2027-01-26', valid_through = '2027-02-28' WHERE contract_id = ${id}`);
      for (const text of (closedContracts.steps.core?.('main') ?? '').split(';')) if (text.trim() !== '') connection.run({ text, values: [] });
    });
    expect(kept()).toEqual({ deadline: '2027-01-29', valid: '' });
    await world.must('contracts.list', { search: '', sort: 'notice', limit: 10 });
    expect(kept()).toEqual({ deadline: '', valid: '9999-12-31' });
  });

  test('and its successor name each other, and their family shows both, also over a third between', async () => {
    const [old, next, last] = [await register('ALT-1'), await register('NEU-1'), await register('NEU-2')];
    const linkOf = ({ summary: { id, number, title } }: typeof old) => ({ id, number, title });
    const supersede = (of: typeof old, by: typeof old) => world.must('contracts.supersede', { id: of.summary.id, revision: of.revision, successorId: by.summary.id, reason: '' });
    expect(await supersede(old, next)).toMatchObject({ successor: linkOf(next), predecessors: [] });
    await supersede(next, last);
    expect(await world.must('contracts.get', { id: next.summary.id })).toMatchObject({ successor: linkOf(last), predecessors: [linkOf(old)] });
    const familyOf = async ({ summary: { id } }: typeof old) => (await world.must('contracts.family', { id })).map(({ contract, succession }) => [contract.number, succession]);
    expect(await familyOf(old)).toEqual([['ALT-1', null], ['NEU-1', 'successor'], ['NEU-2', 'successor']]);
    expect(await familyOf(last)).toEqual([['ALT-1', 'predecessor'], ['NEU-1', 'predecessor'], ['NEU-2', null]]);
  });

  test('is not given up for one that was cancelled', async () => {
    const old = await register('ALT-1');
    const draft = await world.must('contracts.register', { title: '未谈成', contractType: 'purchase', language: 'zh', stage: 'draft', number: 'NEU-1', record: { ...record, signedOn: null } });
    const supersede = () => world.call('contracts.supersede', { id: old.summary.id, revision: old.revision, successorId: draft.summary.id, reason: '' });
    const { revision } = await world.must('contracts.changeStage', { id: draft.summary.id, revision: draft.revision, to: 'cancelled', details: { reason: '未谈成', basis: '', notice: '', effectiveOn: null, signedOn: null } });
    expect(await supersede()).toMatchObject({ ok: false, error: { code: 'SUCCESSOR_CANCELLED' } });
    expect((await world.must('contracts.get', { id: old.summary.id })).summary).toMatchObject({ stage: 'signed', noticeDeadlineOn: null, endsOn: '2027-02-28' });
    await world.must('contracts.changeStage', { id: draft.summary.id, revision, to: 'draft', details: { reason: '重新洽谈', basis: '', notice: '', effectiveOn: null, signedOn: null } });
    expect(await supersede()).toMatchObject({ ok: true });
  });

  test('can’t be its own successor, nor that of its successor', async () => {
    const [old, next] = [await register('ALT-1'), await register('NEU-1')];
    const supersede = (of: typeof old, by: typeof old) => world.call('contracts.supersede', { id: of.summary.id, revision: of.revision, successorId: by.summary.id, reason: '' });
    expect(await supersede(old, old)).toMatchObject({ error: { code: 'SUCCESSOR_CYCLE' } });
    expect((await supersede(old, next)).ok).toBe(true);
    expect(await supersede(next, old)).toMatchObject({ error: { code: 'SUCCESSOR_CYCLE' } });
  });

  test('is not without a successor that is there', async () => {
    const old = await register('ALT-1');
    expect(await world.call('contracts.changeStage', { id: old.summary.id, revision: old.revision, to: 'superseded', details: { reason: '', basis: '', notice: '', effectiveOn: null, signedOn: null } })).toMatchObject({ error: { code: 'SUCCESSOR_MISSING' } });
    expect((await world.must('contracts.get', { id: old.summary.id })).summary.stage).toBe('signed');
  });
});
