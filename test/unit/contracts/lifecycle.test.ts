import { describe, expect, test } from 'vitest';
import { checkMove, checkStep, movesFrom, type LifecycleFacts, type MoveDetails } from '#shared/features/contracts/lifecycle.ts';
import { recordDetailsSchema, type ContractRecord } from '#shared/features/contracts/record.ts';
import { stages, type Stage } from '#shared/features/contracts/stage.ts';
import { lastDayOf, termPlan } from '#shared/features/terms/rules.ts';
import { calendar, day, renewing } from '../terms/facts.fixture.ts';

const today = day('2026-11-27');

const record: ContractRecord = {
  recordKind: 'standalone',
  parentId: null,
  direction: 'none',
  parties: [],
  signedOn: day('2026-01-10'),
  effectiveOn: null,
  expiresOn: day('2026-12-31'),
  renewalType: 'none',
  ownerName: '',
  department: '',
  confidentiality: 'internal',
  tags: [],
  details: recordDetailsSchema.parse({}),
};
const signed: LifecycleFacts = { stage: 'signed', hasText: true, record, lastDay: day('2026-12-31'), isSuperseded: false, openObligations: 0, openPayments: 0, isArchived: false };
const draft: LifecycleFacts = { ...signed, stage: 'draft', record: { ...record, signedOn: null } };
const said: MoveDetails = { reason: '对方停产', basis: '第 12.1 条', notice: '2026-11-20 EMS', effectiveOn: null, signedOn: null };

const refusalOf = (facts: LifecycleFacts, to: Stage, details: Partial<MoveDetails>) => {
  const checked = checkMove(facts, to, { ...said, ...details }, today);
  return checked.ok ? null : checked.error.code;
};

describe('the day on which a contract is ended early', () => {
  test.each([
    ['1999-01-01', 'ENDS_BEFORE_START'],
    ['2026-01-09', 'ENDS_BEFORE_START'],
    ['2026-01-10', null],
    ['2026-12-31', null],
    ['2027-01-01', 'ENDS_AFTER_TERM'],
    ['2035-01-01', 'ENDS_AFTER_TERM'],
  ])('of %s, for one signed on 10 January 2026 that expires on 31 December: %s', (effectiveOn, refusal) => {
    expect(refusalOf(signed, 'terminated', { effectiveOn: day(effectiveOn) })).toBe(refusal);
  });

  test('is free where the contract has no last day', () => {
    expect(refusalOf({ ...signed, lastDay: null }, 'terminated', { effectiveOn: day('2035-01-01') })).toBeNull();
  });
});

describe('the last day of a contract', () => {
  const lastDay = (facts: Partial<typeof renewing>) => {
    const whole = { ...renewing, ...facts };
    return lastDayOf(termPlan(whole, calendar, today), calendar);
  };
  test('is the end of a term that is not renewed', () => {
    expect(lastDay({ renewalType: 'none' })).toBe('2026-12-31');
    expect(lastDay({ renewalType: 'option' })).toBe('2026-12-31');
  });
  test('is the end of the last renewal, and none without a limit', () => {
    expect(lastDay({ maxRenewals: 2 })).toBe('2028-12-31');
    expect(lastDay({})).toBeNull();
  });
  test('is none where the contract runs on', () => {
    expect(lastDay({ renewalType: 'evergreen' })).toBeNull();
    expect(lastDay({ renewalType: 'none', continuingAfterExpiry: true })).toBeNull();
  });
});

describe('the day of signing', () => {
  test.each([
    ['2026-11-27', null],
    ['2026-11-28', 'SIGNED_IN_FUTURE'],
    ['2099-01-01', 'SIGNED_IN_FUTURE'],
  ])('of %s, seen on 27 November 2026: %s', (signedOn, refusal) => {
    expect(refusalOf(draft, 'signed', { signedOn: day(signedOn) })).toBe(refusal);
  });

  test('is not after the expiry, as in the record', () => {
    const past = { ...draft, record: { ...draft.record, expiresOn: day('2026-06-30') } };
    expect(refusalOf(past, 'signed', { signedOn: day('2026-07-01') })).toBe('SIGNED_AFTER_END');
    expect(refusalOf(past, 'signed', { signedOn: day('2026-06-30') })).toBeNull();
  });

  test('of a contract whose last signature was just set stands, whatever the record says of its end', () => {
    expect(checkStep({ ...draft, stage: 'pending_signature', record: { ...draft.record, expiresOn: day('2026-06-30') } }, 'signed', { ...said, signedOn: today }).ok).toBe(true);
  });
});

describe('the moves of a contract', () => {
  const refusals = (facts: LifecycleFacts) => Object.fromEntries(movesFrom(facts).map(({ to, refusal }) => [to, refusal]));

  test('that can be made come first, and every other stage says what has to come before', () => {
    expect(movesFrom(draft).slice(0, 4).map(({ to, refusal }) => [to, refusal])).toEqual([['in_review', null], ['in_negotiation', null], ['signed', null], ['cancelled', null]]);
    expect(refusals(draft)).toMatchObject({ pending_approval: 'NOT_REVIEWED', approved: 'NOT_SUBMITTED', pending_signature: 'NOT_APPROVED', completed: 'NOT_SIGNED', terminated: 'NOT_SIGNED' });
    expect(refusals(signed)).toMatchObject({ completed: null, terminated: null, draft: 'IS_SIGNED', cancelled: 'IS_SIGNED' });
  });

  test('of a closed contract are none', () => {
    for (const stage of ['completed', 'terminated', 'superseded'] as const) expect(new Set(Object.values(refusals({ ...signed, stage })))).toEqual(new Set(['IS_CLOSED']));
  });

  test('are refused wherever a reason stands against them', () => {
    for (const stage of stages) {
      for (const { to, refusal } of movesFrom({ ...signed, stage, isSuperseded: true })) {
        expect(checkStep({ ...signed, stage, isSuperseded: true }, to, { ...said, effectiveOn: today }).ok).toBe(refusal === null);
      }
    }
  });
});
