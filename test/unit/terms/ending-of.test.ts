import { expect, test } from 'vitest';
import { aboutEnding, endableTerm } from '#shared/features/contracts/ending.ts';
import type { Contract } from '#shared/features/contracts/model.ts';
import type { TermFacts } from '#shared/features/terms/model.ts';
import { termPlan } from '#shared/features/terms/rules.ts';
import { statusOn } from '#shared/features/terms/status.ts';
import { endingOf } from '../../../src-renderer/features/contracts/record/term/ending-of.ts';
import { outlookOf } from '../../../src-renderer/features/contracts/record/term/outlook.ts';
import { calendar, day, notice, renewing } from './facts.fixture.ts';

const contract = { summary: { stage: 'signed' }, stageEvents: [] } as unknown as Contract;

function seenOn(today: string, facts: TermFacts) {
  const plan = termPlan(facts, calendar, day(today));
  return { today: day(today), facts, calendar, plan, status: statusOn(facts, plan, day(today)) };
}

test.each([
  ['while the deadline is ahead', '2026-10-15', renewing, 'non_renewal'],
  ['where no deadline is known', '2026-10-15', { ...renewing, optOutPeriod: null }, 'non_renewal'],
  ['once the deadline has passed', '2026-11-15', renewing, 'termination'],
  ['where notice was given', '2026-10-15', { ...renewing, notices: [notice({})] }, 'termination'],
  ['where nothing renews by itself', '2026-10-15', { ...renewing, renewalType: 'none' }, 'termination'],
] as const)('the letter that is offered %s', (_, today, facts, kind) => {
  expect(endingOf(contract, seenOn(today, facts)).kind).toBe(kind);
});

test('a letter of non-renewal is about the last day of its term, one of termination about none', () => {
  const aboutOn = (today: string) => aboutEnding(endableTerm('signed', seenOn(today, renewing).plan));
  expect(aboutOn('2026-10-15')).toBe(seenOn('2026-10-15', renewing).plan.term?.end);
  expect(aboutOn('2026-11-15')).toBe('');
  expect(aboutEnding(endableTerm('terminated', seenOn('2026-10-15', renewing).plan))).toBe('');
});

test.each([
  ['noticePending', { ...renewing, notices: [notice({ isReceived: false })] }],
  ['noticeGiven', { ...renewing, notices: [notice({})] }],
  ['exercisePending', { ...renewing, renewalType: 'option', notices: [notice({ kind: 'exercise', isReceived: false })] }],
  ['exercised', { ...renewing, renewalType: 'option', notices: [notice({ kind: 'exercise' })] }],
] as const)('the outlook says: %s', (kind, facts) => {
  const { plan, today } = seenOn('2026-10-15', facts);
  expect(outlookOf(facts, plan, today)?.kind).toBe(kind);
});
