import { describe, expect, test } from 'vitest';
import { checklistSchema, noAnswer, outcomeOf, type Answer, type Answers, type ChecklistItem } from '#shared/features/reviews/checklist.ts';
import { bestResult, checkCompletion, checkFindingMove, failedItems, missedTwice, openItems, type ReviewOutcome } from '#shared/features/reviews/rules.ts';
import { shippedChecklists } from '#shared/features/reviews/seed-checklists.ts';
import type { FollowUp, KpiHistory } from '#shared/features/reviews/model.ts';

const item = (over: Partial<ChecklistItem> = {}): ChecklistItem => ({ key: 'a', area: 'legal', kind: 'yes_no', zh: '问', en: 'Q', isCritical: false, atLeast: null, atMost: null, ...over });
const answer = (over: Partial<Answer>): Answer => ({ ...noAnswer, ...over });
const outcome = (items: readonly ChecklistItem[], answers: Answers, over: Partial<ReviewOutcome> = {}): ReviewOutcome => ({ checklist: { nameZh: '清单', nameEn: 'List', items }, answers, kpis: [], kpiValues: {}, carried: [], ...over });
const followUp: FollowUp = { itemKey: 'a', text: '整改', ownerId: 'u' as never, dueOn: '2026-12-31' as never };
const kpi = (history: readonly number[]): KpiHistory => ({ id: 'k' as never, name: '准时', unit: '%', target: 95, direction: 'at_least', history: history.map((value) => ({ on: '2026-01-01' as never, value })) });

describe('an answer', () => {
  test.each([
    [item(), {}, 'open'],
    [item(), { choice: 'yes' }, 'passed'],
    [item(), { choice: 'no' }, 'failed'],
    [item(), { choice: 'no', isNotApplicable: true }, 'not_applicable'],
    [item({ kind: 'scale' }), { number: 2 }, 'failed'],
    [item({ kind: 'scale' }), { number: 3 }, 'passed'],
    [item({ kind: 'number', atLeast: 90, atMost: 100 }), { number: 89.9 }, 'failed'],
    [item({ kind: 'number', atLeast: 90, atMost: 100 }), { number: 101 }, 'failed'],
    [item({ kind: 'number' }), { number: -5 }, 'passed'],
    [item({ kind: 'text' }), { text: '  ' }, 'open'],
    [item({ kind: 'evidence' }), { fileIds: ['f'] }, 'passed'],
    [item({ kind: 'evidence' }), { choice: 'no' }, 'failed'],
    [item({ kind: 'evidence' }), { choice: 'yes' }, 'open'],
  ] as const)('%# says what it says', (asked, given, expected) => {
    expect(outcomeOf(asked, answer(given as Partial<Answer>))).toBe(expected);
  });
});

describe('closing a review', () => {
  test('needs every question answered', () => {
    expect(openItems({ nameZh: '', nameEn: '', items: [item(), item({ key: 'b' })] }, { a: answer({ choice: 'yes' }) })).toBe(1);
    expect(checkCompletion(outcome([item()], {}), 'fail', [])).toMatchObject({ error: { code: 'ITEMS_OPEN', params: { count: 1 } } });
  });
  test('does not pass over a failed question, nor condone a critical one', () => {
    const failed = { a: answer({ choice: 'no' }) };
    expect(bestResult(outcome([item()], failed))).toBe('conditional');
    expect(bestResult(outcome([item({ isCritical: true })], failed))).toBe('fail');
    expect(checkCompletion(outcome([item()], failed), 'pass', [followUp])).toMatchObject({ error: { code: 'RESULT_TOO_GOOD' } });
    expect(checkCompletion(outcome([item()], failed), 'fail', [followUp]).ok).toBe(true);
  });
  test('needs a follow-up for a failed question, unless a finding stands open for it', () => {
    const failed = { a: answer({ choice: 'no' }) };
    expect(checkCompletion(outcome([item()], failed), 'conditional', [])).toMatchObject({ error: { code: 'FOLLOW_UP_MISSING' } });
    expect(checkCompletion(outcome([item()], failed, { carried: [{ itemKey: 'a', state: 'fixing' }] }), 'conditional', []).ok).toBe(true);
    expect(checkCompletion(outcome([item()], failed, { carried: [{ itemKey: 'a', state: 'closed' }] }), 'conditional', []).ok).toBe(false);
  });
  test('a KPI that is missed, or a finding still open, allows no plain pass', () => {
    const good = { a: answer({ choice: 'yes' }) };
    expect(bestResult(outcome([item()], good))).toBe('pass');
    expect(bestResult(outcome([item()], good, { kpis: [kpi([])], kpiValues: { k: 94 } }))).toBe('conditional');
    expect(bestResult(outcome([item()], good, { carried: [{ itemKey: 'z', state: 'open' }] }))).toBe('conditional');
  });
  test('a KPI counts as missed twice when it was missed now and the last time', () => {
    expect(missedTwice([kpi([99, 90])], { k: 91 })).toHaveLength(1);
    expect(missedTwice([kpi([90, 99])], { k: 91 })).toHaveLength(0);
    expect(missedTwice([kpi([90])], { k: null })).toHaveLength(0);
  });
});

test('a finding ends with a word, and can be opened again', () => {
  expect(checkFindingMove('open', 'closed', '')).toMatchObject({ error: { code: 'REASON_MISSING' } });
  expect(checkFindingMove('fixing', 'risk_accepted', '金额很小').ok).toBe(true);
  expect(checkFindingMove('closed', 'fixing', '')).toMatchObject({ error: { code: 'NO_SUCH_MOVE' } });
  expect(checkFindingMove('closed', 'open', '').ok).toBe(true);
});

test('the shipped checklists are sound and can be passed', () => {
  for (const { checklist } of shippedChecklists) {
    expect(checklistSchema.safeParse(checklist).success).toBe(true);
    expect(failedItems(checklist, {})).toEqual([]);
  }
  expect(new Set(shippedChecklists[0]?.checklist.items.map(({ kind }) => kind)).size).toBe(5);
});
