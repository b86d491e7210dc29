import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ObligationId } from '#shared/features/fulfilment/due-rules.ts';
import { draftEndingLetter, draftLetter, letterReport, openPlaces } from '#shared/features/problems/letters.ts';
import { problemStatuses } from '#shared/features/problems/model.ts';
import { failedItems, heldBy, isProblemLate, passes, problemMoves, problemNeedsReason } from '#shared/features/problems/rules.ts';
import { reportHtml } from '#shared/features/reports/report-html.ts';
import type { Day } from '#shared/kernel/day.ts';

describe('a problem', () => {
  test('goes from any state to resolved, and is only ever opened again from there', () => {
    for (const status of problemStatuses.filter((one) => one !== 'resolved')) {
      expect(problemMoves(status)).toContain('resolved');
      expect(problemMoves(status)).not.toContain('open');
      expect(problemMoves(status)).not.toContain(status);
    }
    expect(problemMoves('resolved')).toEqual(['open']);
  });

  test('is taken in hand without a word; every other step is explained', () => {
    expect(problemStatuses.filter((status) => !problemNeedsReason(status))).toEqual(['acting']);
  });

  test('is late from the day after the one agreed, as long as it isn’t resolved', () => {
    const dueOn = '2026-03-31' as Day;
    expect(isProblemLate({ status: 'open', dueOn }, dueOn)).toBe(false);
    expect(isProblemLate({ status: 'escalated', dueOn }, '2026-04-01' as Day)).toBe(true);
    expect(isProblemLate({ status: 'resolved', dueOn }, '2026-04-01' as Day)).toBe(false);
    expect(isProblemLate({ status: 'open', dueOn: null }, '2026-04-01' as Day)).toBe(false);
  });
});

test('a problem holds the obligation that it blocks, until it is resolved', () => {
  const obligationId = 'o1' as ObligationId;
  for (const status of problemStatuses) expect(heldBy({ status, effect: 'blocks', obligationId })).toBe(status === 'resolved' ? null : obligationId);
  expect([heldBy({ status: 'open', effect: 'delays', obligationId }), heldBy({ status: 'open', effect: 'none', obligationId }), heldBy({ status: 'open', effect: 'blocks', obligationId: null })]).toEqual([null, null, null]);
});

describe('a measured value', () => {
  const item = (minimum: number | null, maximum: number | null) => ({ name: '直径', unit: 'mm', minimum, maximum });

  test('keeps bounds that it touches, and fails beyond them', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1000, max: 1000 }), fc.nat(1000), (minimum, width) => {
        const bounded = item(minimum, minimum + width);
        expect([passes(bounded, minimum), passes(bounded, minimum + width), passes(bounded, minimum - 1), passes(bounded, minimum + width + 1)]).toEqual([true, true, false, false]);
      }),
    );
  });

  test('may lie anywhere on a side without a bound', () => {
    expect(passes(item(null, 5), -1e9)).toBe(true);
    expect(passes(item(5, null), 1e9)).toBe(true);
  });

  test('that is missing fails, even without bounds', () => {
    expect(passes(item(null, null), null)).toBe(false);
    expect(failedItems([item(1, 2), item(1, 2), item(null, null)], [1.5, 3])).toEqual([item(1, 2), item(null, null)]);
  });
});

test('a letter that leaves places open names them, one that is filled in has none', () => {
  const draft = draftEndingLetter('termination', 'zh', { reason: '', basis: '合同第十二条', endsOn: null });
  expect(openPlaces(draft.body)).toEqual(['（请填写理由）', '（请填写终止日期）']);
  expect(openPlaces(draftEndingLetter('termination', 'en', { reason: 'x', basis: '', endsOn: '2027-05-01' as Day }).body)).toEqual(['(enter the clause, the provision of law or the agreement)']);
  expect(openPlaces(draftEndingLetter('non_renewal', 'en', { reason: '', basis: '', endsOn: '2027-05-01' as Day }).body)).toEqual([]);
  expect(draftEndingLetter('non_renewal', 'en', { reason: '', basis: '', endsOn: '2027-05-01' as Day }).body).toContain('ends on 1 May 2027,');
  expect(draftLetter('notice', 'zh', { problem: 'x', action: 'y', due: '2027-05-01' as Day }).body).toContain('请贵方于2027年5月1日前采取');
  expect(openPlaces(draftLetter('notice', 'zh', { problem: '', action: '整改', due: null }).body)).toEqual(['（请填写具体情况）']);
  expect(openPlaces(draftLetter('extension', 'en', { problem: 'x', action: '', due: null }).body)).toEqual(['(enter what is asked for)', '(enter the new date)']);
});

describe('a letter as it is printed', () => {
  const letter = { subject: '不续约通知函', body: '本期届满后不再续约。\n\n请书面签收。', party: '云帆公司', contractTitle: '网络服务合同', contractNumber: 'NS-2026-02', sender: '蓝港公司', day: '2026-11-07' as Day };
  const printed = (language: 'zh' | 'en') => reportHtml(letterReport({ ...letter, language }));

  test('says what it is once, and ends with who writes and when as the language writes days', () => {
    expect(printed('zh').match(/不续约通知函/g)).toHaveLength(1);
    expect(printed('zh')).not.toContain('<h2>');
    expect(printed('zh')).toMatch(/<p>请书面签收。<\/p><p>特此函告。<\/p><div class="sign-off"><p>发函方：蓝港公司<\/p><p>日期：2026年11月7日<\/p><\/div>/);
    expect(printed('en')).toContain('<p>Date: 7 November 2026</p></div>');
  });
});
