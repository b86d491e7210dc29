import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CourseId } from '#shared/features/training/model.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import { sql } from '../../../src-main/db/sql.ts';
import { connectionOf } from '../../harness/connection-of.ts';
import { learnerOf, type Learner } from '../../harness/learner.ts';
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

describe('a course that is published without what somebody still lacked', () => {
  test('gives the certificate to everybody who passed its quiz and has nothing left to do, for what it asks now', async () => {
    await members.invite('法务甲', 'legal');
    await members.invite('法务乙', 'legal');
    await members.become('法务甲');
    await learner.readAll();
    await learner.take(true);
    expect((await learner.course()).certificate).toBeNull();
    // Who failed gets none.
    await members.become('法务乙');
    await learner.readAll();
    await learner.take(false);

    await members.become(userName);
    const { lessons } = (await learner.source()).content;
    // One exercise is left, then none; a lesson that nobody read comes and goes.
    const practice = ['valid_party'] as const;
    await learner.change({ practice });
    await members.become('法务甲');
    expect((await learner.course()).certificate).toBeNull();
    await members.become(userName);
    expect(await learner.change({ practice: [], lessons: lessons.slice(1) })).toMatchObject({ ok: true });
    const { people, cells } = await world.must('training.matrix', undefined);
    const states = cells.filter((cell) => cell.courseId === courseId).map((cell) => [people.find(({ id }) => id === cell.userId)?.name, cell.standing.state, cell.progressPercent]);
    expect(states).toEqual([[userName, 'new', 0], ['法务甲', 'completed', 100], ['法务乙', 'under_way', 80]]);
    await members.become('法务甲');
    expect((await learner.course()).certificate).toMatchObject({ courseVersion: 3, scorePercent: 100, validUntilOn: '2027-11-22' });
    await members.become('法务乙');
    expect((await learner.course()).certificate).toBeNull();
  });

  test('gives it when the vault is opened where it was published by a program that did not', async () => {
    await learner.readAll();
    await learner.take(true);
    await learner.change({ practice: [] });
    world.core.vaults.session()?.derive((db) => db.run({ text: 'DELETE FROM training_certificates', values: [] }));
    expect((await learner.course()).standing.state).toBe('under_way');
    world.changed.length = 0;
    await members.become(userName);
    expect(world.changed).toContainEqual(['training', 'reminders']);
    expect((await learner.course()).standing.state).toBe('completed');
  });

  test('gives none to who left, neither when it is published nor when the vault is opened', async () => {
    await members.invite('法务甲', 'legal');
    await members.become('法务甲');
    await learner.readAll();
    await learner.take(true);
    await members.become(userName);
    await world.must('users.remove', { id: (await members.idOf('法务甲')) as UserId });
    const given = () => connectionOf(world).all(sql`SELECT user_id FROM training_certificates`);
    await learner.change({ practice: [] });
    expect(given()).toEqual([]);
    await members.become(userName);
    expect(given()).toEqual([]);
  });

  test('does so once, and no further version gives another', async () => {
    await learner.readAll();
    await learner.take(true);
    await learner.change({ practice: [] });
    const { certificate } = await learner.course();
    expect(certificate).not.toBeNull();
    world.clock.advance(86_400_000);
    await learner.change({ passPercent: 90 });
    expect((await learner.course()).certificate).toEqual(certificate);
  });
});
