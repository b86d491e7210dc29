import { describe, expect, test } from 'vitest';
import { certificateNumber, certificatePage } from '#shared/features/training/certificate.ts';
import { shippedCourses } from '#shared/features/training/courses/shipped-courses.ts';
import { summariseRatings } from '#shared/features/training/feedback.ts';
import type { Certificate } from '#shared/features/training/model.ts';
import { checkPractice, type PracticeFacts, type PractisedContract } from '#shared/features/training/practice.ts';
import { isPrepared, readingMinutes, standingOf, validUntil, type Progress } from '#shared/features/training/rules.ts';
import type { Day } from '#shared/kernel/day.ts';

const today = '2026-11-23' as Day;
const nothing: Progress = { readKeys: new Set(), doneTasks: new Set(), hasAttempt: false, certificate: null, assignment: null };
const asked = (dueOn: string, assignedAt = 0) => ({ dueOn: dueOn as Day, assignedAt });

describe('a person stands', () => {
  test('at the beginning, with the day that somebody set', () => {
    expect(standingOf(nothing, today)).toEqual({ state: 'new', dueOn: null, isOverdue: false });
    expect(standingOf({ ...nothing, assignment: asked('2026-11-22') }, today)).toEqual({ state: 'new', dueOn: '2026-11-22', isOverdue: true });
    expect(standingOf({ ...nothing, assignment: asked(today), hasAttempt: true }, today)).toEqual({ state: 'under_way', dueOn: today, isOverdue: false });
  });

  test('as trained until the certificate runs out, and then has to come again', () => {
    const until = (day: string | null) => standingOf({ ...nothing, assignment: asked('2026-01-01'), certificate: { issuedAt: 0, validUntilOn: day as Day | null } }, today);
    expect(until('2026-11-23')).toEqual({ state: 'completed', dueOn: '2026-11-23', isOverdue: false });
    expect(until('2026-11-22')).toEqual({ state: 'refresh_due', dueOn: '2026-11-22', isOverdue: true });
    expect(until(null)).toEqual({ state: 'completed', dueOn: null, isOverdue: false });
  });

  test('as asked to come again by an assignment that the certificate came before', () => {
    const of = (dueOn: string, assignedAt: number, validUntilOn: string | null) => standingOf({ ...nothing, assignment: asked(dueOn, assignedAt), certificate: { issuedAt: 10, validUntilOn: validUntilOn as Day | null } }, today);
    expect(of('2026-12-31', 10, null)).toEqual({ state: 'completed', dueOn: null, isOverdue: false });
    expect(of('2026-12-31', 11, null)).toEqual({ state: 'refresh_due', dueOn: '2026-12-31', isOverdue: false });
    expect(of('2026-11-22', 11, '2027-11-22')).toEqual({ state: 'refresh_due', dueOn: '2026-11-22', isOverdue: true });
    expect(of('2026-12-31', 11, '2026-11-01')).toEqual({ state: 'refresh_due', dueOn: '2026-12-31', isOverdue: false });
  });
});

test('a course is done when every lesson is read and every exercise done', () => {
  const [course] = shippedCourses;
  if (course === undefined) throw new Error('no course');
  const keys = course.content.lessons.map(({ key }) => key);
  const tasks = new Set(course.content.practice);
  expect(isPrepared(course.content, { readKeys: new Set(keys), doneTasks: tasks })).toBe(true);
  expect(isPrepared(course.content, { readKeys: new Set(keys.slice(1)), doneTasks: tasks })).toBe(false);
  expect(isPrepared(course.content, { readKeys: new Set(keys), doneTasks: new Set() })).toBe(false);
});

test('a certificate holds for whole months, and no day longer', () => {
  expect(validUntil('2026-11-23' as Day, 1)).toBe('2026-12-22');
  expect(validUntil('2026-11-01' as Day, 12)).toBe('2027-10-31');
  expect(validUntil('2026-08-31' as Day, 6)).toBe('2027-02-27');
  expect(validUntil('2026-08-31' as Day, null)).toBeNull();
});

test('Chinese and English text take time to read', () => {
  expect([readingMinutes('字'.repeat(700)), readingMinutes('word '.repeat(600)), readingMinutes('')]).toEqual([2, 3, 1]);
});

test('ratings are put together for the course and for each lesson, rated or not', () => {
  const given = [{ lessonKey: null, rating: 4 }, { lessonKey: 'a', rating: 5 }, { lessonKey: 'a', rating: 4 }, { lessonKey: 'gone', rating: 1 }];
  expect(summariseRatings(given, ['a', 'b'])).toEqual([
    { lessonKey: null, count: 1, average: 4, spread: [0, 0, 0, 1, 0] },
    { lessonKey: 'a', count: 2, average: 4.5, spread: [0, 0, 0, 1, 1] },
    { lessonKey: 'b', count: 0, average: null, spread: [0, 0, 0, 0, 0] },
  ]);
});

describe('an exercise', () => {
  const contract: PractisedContract = { id: 'c', contractType: 'sales', createdAt: 20, hasText: true, blockingFindings: 0, versionsAt: [20], stages: [], notices: [], noticeDeadlineOn: null };
  const facts = (over: Partial<PracticeFacts>): PracticeFacts => ({ beganAt: 10, today, exerciseId: null, parties: [], contracts: [], ...over });
  const hint = (...[task, over]: [Parameters<typeof checkPractice>[0], Partial<PracticeFacts>]) => {
    const outcome = checkPractice(task, facts(over));
    return outcome.isDone ? 'done' : outcome.hint;
  };

  test('asks for a party made since, with a code that checks', () => {
    expect(hint('valid_party', { parties: [{ createdAt: 9, uscc: '91310000MA1FAKE015' }] })).toBe('NO_NEW_PARTY');
    expect(hint('valid_party', { parties: [{ createdAt: 11, uscc: '' }] })).toBe('PARTY_WITHOUT_CODE');
    expect(hint('valid_party', { parties: [{ createdAt: 11, uscc: '91310000MA1FAKE016' }] })).toBe('PARTY_WITHOUT_CODE');
    expect(hint('valid_party', { parties: [{ createdAt: 11, uscc: '91310000MA1FAKE015' }] })).toBe('done');
  });

  test('asks for a sales contract drafted since, with nothing that blocks', () => {
    expect(hint('clean_sales_contract', { contracts: [{ ...contract, createdAt: 9 }] })).toBe('NO_SALES_CONTRACT');
    expect(hint('clean_sales_contract', { contracts: [{ ...contract, contractType: 'nda' }, { ...contract, hasText: false }] })).toBe('NO_SALES_CONTRACT');
    expect(hint('clean_sales_contract', { contracts: [{ ...contract, blockingFindings: 2 }] })).toBe('SALES_CONTRACT_BLOCKED');
    expect(hint('clean_sales_contract', { contracts: [{ ...contract, blockingFindings: 2 }, contract] })).toBe('done');
  });

  test('asks for the notice of non-renewal in time', () => {
    const notice = { kind: 'non_renewal', sentOn: '2026-11-19' as Day, arrivesOn: '2026-11-22' as Day };
    const noticed = (...notices: readonly (typeof notice)[]) =>
      hint('timely_notice', { exerciseId: 'c', contracts: [{ ...contract, noticeDeadlineOn: '2026-11-22' as Day, notices }] });
    expect(hint('timely_notice', { exerciseId: 'gone', contracts: [contract] })).toBe('EXERCISE_GONE');
    expect(noticed()).toBe('NO_NOTICE');
    expect(noticed({ ...notice, kind: 'breach' })).toBe('NOTICE_OF_OTHER_KIND');
    expect(noticed({ ...notice, sentOn: '2026-11-24' as Day })).toBe('NOTICE_IN_FUTURE');
    expect(noticed({ ...notice, arrivesOn: '2026-11-23' as Day })).toBe('NOTICE_TOO_LATE');
    expect(noticed(notice)).toBe('done');
  });

  test('asks for an approval since, and for a second version since', () => {
    expect(hint('approved_contract', { contracts: [{ ...contract, stages: [{ to: 'approved', at: 9 }] }] })).toBe('NOTHING_SUBMITTED');
    expect(hint('approved_contract', { contracts: [{ ...contract, stages: [{ to: 'in_review', at: 11 }] }] })).toBe('NOT_YET_APPROVED');
    expect(hint('approved_contract', { contracts: [{ ...contract, stages: [{ to: 'approved', at: 11 }] }] })).toBe('done');
    expect(hint('second_round', { contracts: [contract, { ...contract, versionsAt: [1, 9] }] })).toBe('NO_SECOND_VERSION');
    expect(hint('second_round', { contracts: [{ ...contract, versionsAt: [1, 11] }] })).toBe('done');
  });
});

test('a certificate says who, what, how well and until when, with names that cannot break out of it', () => {
  const [course] = shippedCourses;
  if (course === undefined) throw new Error('no course');
  const certificate: Certificate = { id: '1a2b3c4d-0000-4000-8000-000000000000' as never, courseId: course.id, courseVersion: 2, userId: 'u' as never, scorePercent: 92, issuedAt: 0, validUntilOn: '2027-11-23' as Day };
  expect(certificateNumber(certificate)).toBe('TC-1A2B3C4D');
  for (const language of ['zh', 'en'] as const) {
    const page = certificatePage({ certificate, personName: '<b>李</b>', content: course.content, issuedOn: today, language }, { regular: 'app://a', bold: 'app://b' });
    expect(page).toContain('&lt;b&gt;李&lt;/b&gt;');
    for (const part of [course.content.title[language], '92', '2026-11-23', '2027-11-23', 'TC-1A2B3C4D']) expect(page).toContain(part);
    expect(page).not.toMatch(/\{[a-z]+\}/);
  }
});
