import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CourseId } from '#shared/features/training/model.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import { addDays, type Day } from '#shared/kernel/day.ts';
import { learnerOf, type Learner } from '../../harness/learner.ts';
import { membersOf, type Members } from '../../harness/members.ts';
import { silenceReviews } from '../../harness/reminder-policy.ts';
import { createTestVault, testWorld, userName, type TestWorld } from '../../harness/world.ts';

const courseId: CourseId = 'contract-basics';
const today = '2026-11-23' as Day;
const minute = 60_000;
let world: TestWorld;
let members: Members;
let learner: Learner;
let legal: UserId;
beforeEach(async () => {
  world = testWorld();
  await createTestVault(world);
  await silenceReviews(world);
  members = membersOf(world);
  learner = learnerOf(world, courseId);
  await members.invite('法务甲', 'legal');
  legal = (await members.idOf('法务甲')) as UserId;
});
afterEach(() => world.close());

/** What the reminders know of trainings to come, for everybody. */
async function coming() {
  await world.pass(minute);
  const due = await world.must('reminders.due', { everybody: true, kind: 'training', search: '', contractId: null, limit: 10, view: 'coming', days: 400 });
  return due.map(({ event, targetOn, ownerName }) => [event, targetOn, ownerName]);
}
const assign = (dueOn: Day) => world.must('training.assign', { courseId, userIds: [legal], dueOn });

describe('the training duties of somebody who has no key', () => {
  test('rest, and come back with them', async () => {
    await assign(addDays(today, 7));
    const duty = [['training_due', '2026-11-30', '法务甲']];
    expect(await coming()).toEqual(duty);
    await world.must('users.disable', { id: legal });
    expect(await coming()).toEqual([]);
    await world.must('users.enable', { id: legal });
    expect(await coming()).toEqual(duty);
    await world.must('users.remove', { id: legal });
    expect(await coming()).toEqual([]);
  });

  test('rest also where it is a certificate that runs out', async () => {
    await learner.change({ practice: [] });
    await members.become('法务甲');
    await learner.readAll();
    await learner.take(true);
    await members.become(userName);
    expect(await coming()).toHaveLength(1);
    await world.must('users.disable', { id: legal });
    expect(await coming()).toEqual([]);
  });
});

describe('a course that is asked for again', () => {
  const standing = async () => (await learner.course()).standing;
  const cell = async () => (await world.must('training.matrix', undefined)).cells.find((one) => one.userId === legal && one.courseId === courseId);
  const certify = async () => {
    await members.become('法务甲');
    await learner.readAll();
    await learner.take(true);
  };

  test('of somebody certified is due by its own day, and met by the next certificate', async () => {
    await learner.change({ practice: [] });
    await certify();
    expect(await standing()).toEqual({ state: 'completed', dueOn: '2027-11-22', isOverdue: false });
    expect(await world.must('training.due', undefined)).toEqual({ count: 0, lateCount: 0 });

    await members.become(userName);
    world.clock.advance(minute);
    await assign(addDays(today, 30));
    expect(await coming()).toEqual([['training_due', '2026-12-23', '法务甲']]);
    expect(await cell()).toMatchObject({ standing: { state: 'refresh_due', dueOn: '2026-12-23', isOverdue: false }, progressPercent: 83 });
    await members.become('法务甲');
    expect(await standing()).toEqual({ state: 'refresh_due', dueOn: '2026-12-23', isOverdue: false });
    expect(await world.must('training.due', undefined)).toEqual({ count: 1, lateCount: 0 });

    await certify();
    expect(await standing()).toMatchObject({ state: 'completed', dueOn: '2027-11-22' });
    expect(await coming()).toEqual([['refresher_due', '2027-11-22', '法务甲']]);
  });

  test('before the certificate is met by it, and asked anew after it is not', async () => {
    await learner.change({ practice: [] });
    await assign(addDays(today, 10));
    world.clock.advance(minute);
    await certify();
    expect(await standing()).toMatchObject({ state: 'completed' });
    await members.become(userName);
    world.clock.advance(minute);
    // The same assignment still stands, and gets the new day.
    await assign(addDays(today, 40));
    expect(await cell()).toMatchObject({ standing: { state: 'refresh_due', dueOn: '2027-01-02' } });
  });
});
