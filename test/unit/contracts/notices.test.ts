import { describe, expect, test } from 'vitest';
import { arrivalOf, noticeDayError, termNoticesOf, type NoticeOfContract } from '#shared/features/contracts/notices.ts';
import { day } from '../terms/facts.fixture.ts';

const sent: NoticeOfContract = { kind: 'non_renewal', termIndex: 0, termEndsOn: day('2026-12-31'), sentOn: day('2026-10-31'), method: 'ems', receivedOn: null, withdrawnAt: null };

describe('a notice counts', () => {
  test.each([
    ['email', '2026-10-31'],
    ['hand', '2026-10-31'],
    ['ems', '2026-11-03'],
    ['courier', '2026-11-03'],
    ['挂号信', '2026-11-03'],
    ['courier_abroad', '2026-11-07'],
  ])('by the days on the way as long as no receipt is known: sent by %s on 31 October, on %s', (method, arrives) => {
    expect(arrivalOf({ ...sent, method })).toBe(arrives);
  });

  test('on the day of its receipt once that is known', () => {
    expect(arrivalOf({ ...sent, receivedOn: day('2026-11-01') })).toBe('2026-11-01');
    expect(termNoticesOf([{ ...sent, receivedOn: day('2026-11-01') }])).toEqual([{ kind: 'non_renewal', term: 0, termEndsOn: '2026-12-31', arrivesOn: '2026-11-01', isReceived: true }]);
  });

  test('for no term once it was taken back, or where it is of another kind', () => {
    expect(termNoticesOf([{ ...sent, withdrawnAt: 1 }, { ...sent, kind: 'breach' }, { ...sent, termIndex: null }])).toEqual([]);
  });
});

describe('the days of a notice', () => {
  test.each([
    ['2026-10-31', null, null],
    ['2026-11-01', null, 'SENT_IN_FUTURE'],
    ['2026-10-30', '2026-10-30', null],
    ['2026-10-30', '2026-10-31', null],
    ['2026-10-30', '2026-10-29', 'RECEIVED_WRONG'],
    ['2026-10-30', '2026-11-01', 'RECEIVED_WRONG'],
  ])('sent on %s and received on %s, as of 31 October: %s', (sentOn, receivedOn, wrong) => {
    expect(noticeDayError({ sentOn: day(sentOn), receivedOn: receivedOn === null ? null : day(receivedOn) }, day('2026-10-31'))).toBe(wrong);
  });
});
