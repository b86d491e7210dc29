import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Attempt, CourseContent, CourseId } from '#shared/features/training/model.ts';
import type { Day } from '#shared/kernel/day.ts';
import { listDueTrainings } from '../../../src-main/features/training/due-trainings.ts';
import { learnerOf, rightAnswer, type Learner } from '../../harness/learner.ts';
import { membersOf, type Members } from '../../harness/members.ts';
import { createTestVault, testWorld, userName, type TestWorld } from '../../harness/world.ts';

const courseId: CourseId = 'contract-basics';
let world: TestWorld;
let members: Members;
let learner: Learner;
beforeEach(async () => {
  world = testWorld();
  await createTestVault(world);
  members = membersOf(world);
  learner = learnerOf(world, courseId);
});
afterEach(() => world.close());

const source = () => learner.source();
const course = () => learner.course();
const start = () => learner.start();
const change = (over: Partial<CourseContent>) => learner.change(over);
const readAll = () => learner.readAll();
const take = (isGood: boolean) => learner.take(isGood);

describe('a new vault', () => {
  test('has the shipped courses, for everybody who opens it', async () => {
    expect((await world.must('training.courses', undefined)).map(({ id }) => id)).toContain(courseId);
    await members.invite('审计', 'auditor');
    await members.become('审计');
    expect((await course()).lessons).toHaveLength(5);
    expect(await world.call('training.source', { courseId, version: null })).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } });
    expect(await world.call('training.matrix', undefined)).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } });
  });
});

describe('a quiz', () => {
  test('tells nothing of what is right before it is answered, and all of it after', async () => {
    const attempt = await start();
    expect(JSON.stringify(attempt)).not.toMatch(/"correct"|"explanation"/);
    const answered = await world.must('training.answer', { attemptId: attempt.id, position: 0, language: 'en', answer: await rightAnswer(world, attempt, 0) });
    expect(answered.questions[0]?.answered).toMatchObject({ language: 'en', isRight: true });
    expect(answered.questions[0]?.answered?.explanation).not.toBe('');
    expect(answered.questions[1]?.answered).toBeNull();
    expect(await world.call('training.answer', { attemptId: attempt.id, position: 0, language: 'en', answer: [0] })).toMatchObject({ ok: false });
    expect((await start()).id).toBe(attempt.id);
  });

  test('that was failed waits, and then asks other questions', async () => {
    const failed = await take(false);
    expect(failed).toMatchObject({ isPassed: false, rightCount: 0 });
    expect(await world.call('training.startQuiz', { courseId })).toMatchObject({ ok: false, error: { code: 'QUIZ_TOO_SOON', params: { hours: 4 } } });
    expect((await course()).waitHours).toBe(4);
    world.clock.advance(4 * 3_600_000);
    const next = await start();
    const texts = (attempt: Attempt) => attempt.questions.map(({ en }) => en.text);
    expect(texts(next)).not.toEqual(texts(failed));
  });

  test('keeps its questions and its mark when the course is edited meanwhile', async () => {
    const attempt = await start();
    const lone = '### only single\nNew?\n- no\n+ yes\n> Because.';
    expect(await change({ bank: { zh: lone, en: lone }, drawCount: 1, passPercent: 100 })).toMatchObject({ ok: true, value: { version: 2 } });
    const same = await world.must('training.attempt', { attemptId: attempt.id });
    expect(same).toEqual(attempt);
    expect(await take(true)).toMatchObject({ courseVersion: 1, isPassed: true, passPercent: 75 });
    expect((await start()).questions.map(({ en }) => en.text)).toEqual(['New?']);
  });

  test('is taken by whom it was drawn for, and nobody else', async () => {
    const attempt = await start();
    await members.invite('法务甲', 'legal');
    await members.become('法务甲');
    expect(await world.call('training.attempt', { attemptId: attempt.id })).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
    expect(await world.call('training.answer', { attemptId: attempt.id, position: 0, language: 'zh', answer: [0] })).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
  });
});

describe('a certificate', () => {
  test('comes with the last of lessons, exercises and quiz, whichever that is, and is printed', async () => {
    expect(await change({ practice: [] })).toMatchObject({ ok: true });
    await take(true);
    expect((await course()).certificate).toBeNull();
    await readAll();
    const { certificate, standing } = await course();
    expect(certificate).toMatchObject({ scorePercent: 100, validUntilOn: '2027-11-22' });
    expect(standing.state).toBe('completed');
    const target = join(world.folder, 'certificate.pdf');
    world.answers.push(target);
    expect(await world.must('training.saveCertificate', { certificateId: certificate?.id ?? ('' as never), language: 'zh' })).toEqual({ fileName: 'certificate.pdf' });
    expect(readFileSync(target).subarray(0, 5).toString()).toBe('%PDF-');
    await members.invite('法务甲', 'legal');
    await members.become('法务甲');
    expect(await world.call('training.saveCertificate', { certificateId: certificate?.id ?? ('' as never), language: 'zh' })).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
  });

  test('runs out, and the quiz taken again makes a new one', async () => {
    await change({ practice: [] });
    await readAll();
    await take(true);
    world.clock.advance(370 * 86_400_000);
    expect((await course()).standing).toEqual({ state: 'refresh_due', dueOn: '2027-11-22', isOverdue: true });
    await take(true);
    expect((await course()).standing.state).toBe('completed');
  });
});

describe('editing a course', () => {
  test('needs a bank that can be read, and the version that was looked at', async () => {
    expect(await change({ drawCount: 50 })).toMatchObject({ ok: false, error: { code: 'DRAW_OVER_BANK' } });
    expect(await change({ bank: { zh: '### x riddle', en: '### x riddle' } })).toMatchObject({ ok: false, error: { code: 'BANK_HEADING' } });
    const { content } = await source();
    const [lesson] = content.lessons;
    if (lesson === undefined) throw new Error('no lesson');
    expect(await change({ lessons: [lesson, lesson] })).toMatchObject({ ok: false, error: { code: 'LESSON_KEY_TWICE' } });
    expect(await change({ passPercent: 80 })).toMatchObject({ ok: true });
    expect(await world.call('training.saveCourse', { courseId, version: 1, content })).toMatchObject({ ok: false, error: { code: 'CHANGED_MEANWHILE' } });
    expect(await world.must('training.versions', { courseId })).toMatchObject([{ version: 2, isShipped: false, publishedByName: userName }, { version: 1, isShipped: true, publishedByName: null }]);
    await members.become(userName);
    expect((await source()).version).toBe(2);
  });
});

describe('a new course', () => {
  test('is taught beside the shipped ones once it is published, under an address of its own', async () => {
    const { content } = await source();
    const made = await world.must('training.saveCourse', { courseId: null, version: 0, content: { ...content, title: { zh: '招标合规', en: 'Tender compliance' } } });
    expect(made.version).toBe(1);
    const cards = await world.must('training.courses', undefined);
    expect(cards.find(({ id }) => id === made.courseId)?.title.en).toBe('Tender compliance');
    expect((await source()).content.title).toEqual(content.title);
    expect(await world.call('training.saveCourse', { courseId: 'never-made', version: 0, content })).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
    expect(await world.call('training.saveCourse', { courseId: null, version: 3, content })).toMatchObject({ ok: false, error: { code: 'CHANGED_MEANWHILE' } });
  });
});

describe('what people have to learn', () => {
  test('is asked by a day, seen in the matrix and told to the reminders until it is done', async () => {
    await change({ practice: [] });
    await members.invite('法务甲', 'legal');
    const people = (await world.must('training.matrix', undefined)).people;
    const legal = people.find(({ name }) => name === '法务甲')?.id ?? ('' as never);
    expect(await world.call('training.assign', { courseId, userIds: [legal], dueOn: '2026-11-01' as Day })).toMatchObject({ ok: false, error: { code: 'DUE_IN_PAST' } });
    await world.must('training.assign', { courseId, userIds: [legal], dueOn: '2026-12-01' as Day });
    await world.must('training.assign', { courseId, userIds: [legal], dueOn: '2026-12-31' as Day });
    const due = () => {
      const session = world.core.vaults.session();
      return session === null ? [] : listDueTrainings(session, session.db);
    };
    expect(due()).toMatchObject([{ kind: 'training', entityId: courseId, event: 'training_due', targetOn: '2026-12-31', ownerId: legal }]);
    await members.become('法务甲');
    expect((await course()).standing).toMatchObject({ state: 'new', dueOn: '2026-12-31' });
    const onFirstPage = () => world.must('training.due', undefined);
    expect(await onFirstPage()).toEqual({ count: 1, lateCount: 0 });
    world.clock.advance(40 * 86_400_000);
    expect(await onFirstPage()).toEqual({ count: 1, lateCount: 1 });
    world.clock.advance(-40 * 86_400_000);
    await readAll();
    await take(true);
    expect(await onFirstPage()).toEqual({ count: 0, lateCount: 0 });
    expect(due()).toMatchObject([{ event: 'refresher_due', targetOn: '2027-11-22', ownerId: legal }]);
    await members.become(userName);
    const cell = (await world.must('training.matrix', undefined)).cells.find((one) => one.userId === legal && one.courseId === courseId);
    expect(cell).toMatchObject({ progressPercent: 100, bestPercent: 100, standing: { state: 'completed' } });
    for (const format of ['csv', 'xlsx', 'pdf'] as const) {
      world.answers.push(join(world.folder, `matrix.${format}`));
      expect(await world.must('training.exportMatrix', { format, language: 'zh' })).toEqual({ fileName: `matrix.${format}` });
    }
    expect(readFileSync(join(world.folder, 'matrix.csv'), 'utf8')).toContain('法务甲');
    await world.must('training.withdraw', { assignmentId: cell?.assignmentId ?? ('' as never) });
    expect(await world.call('training.withdraw', { assignmentId: cell?.assignmentId ?? ('' as never) })).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });

    // A withdrawal is taken back with its day, and not where the person was asked anew meanwhile.
    const assignmentId = cell?.assignmentId ?? ('' as never);
    const asked = async () => (await world.must('training.matrix', undefined)).cells.find((one) => one.userId === legal && one.courseId === courseId)?.assignmentId;
    expect(await asked()).toBeNull();
    await world.must('training.reinstate', { assignmentId });
    expect(await asked()).toBe(assignmentId);
    expect(await world.call('training.reinstate', { assignmentId })).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
    await world.must('training.withdraw', { assignmentId });
    await world.must('training.assign', { courseId, userIds: [legal], dueOn: '2026-12-24' as Day });
    expect(await world.call('training.reinstate', { assignmentId })).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
  });

  test('is rated once by each person, who may change their mind', async () => {
    await world.must('training.giveFeedback', { courseId, lessonKey: 'lesson-1', rating: 2, comment: '例子太少' });
    await world.must('training.giveFeedback', { courseId, lessonKey: 'lesson-1', rating: 4, comment: '例子够了' });
    expect(await world.call('training.giveFeedback', { courseId, lessonKey: 'lesson-99', rating: 4, comment: '' })).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
    const { ratings, comments } = await world.must('training.feedback', { courseId });
    expect(ratings.find(({ lessonKey }) => lessonKey === 'lesson-1')).toMatchObject({ count: 1, average: 4 });
    expect(comments).toMatchObject([{ comment: '例子够了', userName }]);
  });
});
