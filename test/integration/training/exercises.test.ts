import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CourseId, PracticeTask } from '#shared/features/training/model.ts';
import { sampleParties } from '#shared/features/templates/seeds/samples.ts';
import type { VaultId } from '#shared/features/vault/model.ts';
import type { Day } from '#shared/kernel/day.ts';
import { partyEntryOf } from '../../../src-main/sample-vault.ts';
import { sampleEntry } from '../../harness/entries.ts';
import { learnerOf, type Learner } from '../../harness/learner.ts';
import { membersOf } from '../../harness/members.ts';
import { createTestVault, goodPassphrase, testWorld, userName, type TestWorld } from '../../harness/world.ts';

const courseId: CourseId = 'contract-basics';
let world: TestWorld;
let learner: Learner;
let home: VaultId;
beforeEach(async () => {
  world = testWorld();
  await createTestVault(world);
  learner = learnerOf(world, courseId);
  home = (await world.must('vault.recent', undefined))[0]?.id ?? ('' as never);
});
afterEach(() => world.close());

describe('exercises', () => {
  const check = async (task: PracticeTask) => (await world.must('training.checkPractice', { courseId, task })).hint;
  const begin = (task: PracticeTask) => world.must('training.beginPractice', { courseId, task, language: 'zh' });

  const doneAt = async (task: PracticeTask) => (await learner.course()).practice.find((one) => one.task === task)?.doneAt;
  const goHome = async (name = userName, passphrase = goodPassphrase) => {
    await world.must('vault.select', { vaultId: home });
    await world.must('vault.unlock', { userName: name, passphrase, takeOver: false });
  };
  /** Makes a party with a code; each has a name and code of its own. */
  const makeParty = (stem: string) => {
    const details = { ...partyEntryOf(sampleParties[0]).details, nameZh: `杭州新客户${stem}有限公司`, uscc: validCode(stem) };
    return world.must('parties.create', { details, bank: null });
  };
  const practise = async (stem: string) => {
    world.clock.advance(60_000);
    await begin('valid_party');
    await makeParty(stem);
    expect(await check('valid_party')).toBeNull();
  };

  test('are judged in the sample vault, and the result goes home with the person', async () => {
    expect(await world.call('training.checkPractice', { courseId, task: 'valid_party' })).toMatchObject({ ok: false, error: { code: 'NOT_IN_SANDBOX' } });
    await begin('valid_party');
    world.clock.advance(60_000);
    await world.must('vault.createSample', undefined);
    expect(await world.call('training.checkPractice', { courseId, task: 'valid_party' })).toMatchObject({ ok: false, error: { code: 'PRACTICE_NOT_BEGUN' } });
    world.clock.advance(60_000);
    await begin('valid_party');
    expect(await check('valid_party')).toBe('NO_NEW_PARTY');
    const details = { ...partyEntryOf(sampleParties[0]).details, nameZh: '杭州新客户有限公司', uscc: '91330106MA2CFXYX70' };
    const refused = await world.call('parties.create', { details, bank: null });
    expect(refused.ok).toBe(false);
    await world.must('parties.create', { details: { ...details, uscc: '' }, bank: null });
    expect(await check('valid_party')).toBe('PARTY_WITHOUT_CODE');
    await world.must('parties.create', { details: { ...details, uscc: validCode('91330106MA2CFXYX7') }, bank: null });
    expect(await check('valid_party')).toBeNull();
    await goHome();
    expect(await doneAt('valid_party')).not.toBeNull();
    expect(await doneAt('clean_sales_contract')).toBeNull();
  });

  test('are done anew by everybody who comes to the sample vault for them', async () => {
    const members = membersOf(world);
    await members.invite('法务甲', 'legal');
    await begin('valid_party');
    await world.must('vault.createSample', undefined);
    await practise('91330106MA2CFXYX7');
    const first = await doneAt('valid_party');
    expect(first).not.toBeNull();

    // Another person comes before the first one went home, and finds the exercise as nobody had done it.
    await goHome('法务甲', members.passphraseOf('法务甲'));
    world.clock.advance(60_000);
    await begin('valid_party');
    world.clock.advance(60_000);
    await world.must('vault.createSample', undefined);
    expect((await learner.course()).practice[0]).toMatchObject({ task: 'valid_party', beganAt: null, doneAt: null });
    await practise('91330106MA2CFXYX8');
    await goHome('法务甲', members.passphraseOf('法务甲'));
    expect(await doneAt('valid_party')).toBeGreaterThan(first ?? 0);
    await members.become(userName);
    expect(await doneAt('valid_party')).toBe(first);
  });

  test('are begun anew in the sample vault also once they are done, and stay done at home', async () => {
    await world.must('vault.createSample', undefined);
    await practise('91330106MA2CFXYX7');
    await begin('valid_party');
    expect(await doneAt('valid_party')).toBeNull();
    await goHome();
    await begin('valid_party');
    await world.must('vault.createSample', undefined);
    await practise('91330106MA2CFXYX8');
    await goHome();
    const done = await doneAt('valid_party');
    expect(done).not.toBeNull();
    await begin('valid_party');
    expect(await doneAt('valid_party')).toBe(done);
  });

  test('that are begun in the sample vault go home with whoever came there for another', async () => {
    await begin('clean_sales_contract');
    await world.must('vault.createSample', undefined);
    await practise('91330106MA2CFXYX7');
    await goHome();
    expect(await doneAt('valid_party')).not.toBeNull();
    expect(await doneAt('clean_sales_contract')).toBeNull();
  });

  test('of the notice lays out a contract of its own and asks for the notice in time', async () => {
    await world.must('vault.createSample', undefined);
    await learner.change({ practice: ['timely_notice', 'clean_sales_contract', 'approved_contract', 'second_round'] });
    const { exerciseId } = await begin('timely_notice');
    if (exerciseId === null) throw new Error('no exercise');
    expect(await check('timely_notice')).toBe('NO_NOTICE');
    const deadline = (await world.must('contracts.get', { id: exerciseId })).summary.noticeDeadlineOn;
    expect(deadline).toBe('2026-12-13');
    world.clock.advance(20 * 86_400_000);
    const notice = { kind: 'non_renewal', termIndex: 0, sentOn: '2026-12-11' as Day, method: 'ems', trackingNumber: '', receivedOn: null } as const;
    await world.must('contracts.addNotice', { id: exerciseId, notice });
    // It was posted before the deadline, and takes three days.
    expect(await check('timely_notice')).toBe('NOTICE_TOO_LATE');
    await world.must('contracts.addNotice', { id: exerciseId, notice: { ...notice, sentOn: '2026-12-10' as Day } });
    expect(await check('timely_notice')).toBeNull();
  });

  test('of drafting and approving look at what was really drafted and decided', async () => {
    await world.must('vault.createSample', undefined);
    await learner.change({ practice: ['clean_sales_contract', 'approved_contract', 'second_round'] });
    world.clock.advance(60_000);
    await begin('clean_sales_contract');
    await begin('approved_contract');
    await begin('second_round');
    expect([await check('clean_sales_contract'), await check('approved_contract'), await check('second_round')]).toEqual(['NO_SALES_CONTRACT', 'NOTHING_SUBMITTED', 'NO_SECOND_VERSION']);
    world.clock.advance(60_000);
    const made = await world.must('contracts.create', await sampleEntry(world));
    const id = made.summary.id;
    expect(await check('clean_sales_contract')).toBeNull();
    await world.must('versions.restore', { contractId: id, revision: made.revision, versionNumber: 1 });
    expect(await check('second_round')).toBeNull();
    for (const to of ['in_review', 'pending_approval', 'approved'] as const) {
      expect(await check('approved_contract')).toBe(to === 'in_review' ? 'NOTHING_SUBMITTED' : 'NOT_YET_APPROVED');
      const { revision } = await world.must('contracts.get', { id });
      await world.must('contracts.changeStage', { id, revision, to, details: { reason: '', basis: '', notice: '', effectiveOn: null, signedOn: null } });
    }
    expect(await check('approved_contract')).toBeNull();
  });
});

/** A credit code that no sample party has, with its right check character (GB 32100-2015). */
function validCode(stem: string): string {
  const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  const sum = [...stem].reduce((total, character, index) => total + alphabet.indexOf(character) * (3 ** index % 31), 0);
  return stem + (alphabet[(31 - (sum % 31)) % 31] ?? '');
}
