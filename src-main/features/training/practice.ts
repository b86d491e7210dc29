import type { PracticeState } from '#shared/features/training/ipc.ts';
import type { CourseId, CourseLanguage, PracticeTask } from '#shared/features/training/model.ts';
import { checkPractice, type PracticeHint } from '#shared/features/training/practice.ts';
import type { ContractId } from '#shared/features/contracts/model.ts';
import type { VaultId } from '#shared/features/vault/model.ts';
import { fail, succeed, type FailureParams, type Result } from '#shared/kernel/result.ts';
import type { Call } from '../../ipc/handlers.ts';
import { dayOn, type Clock } from '../../ports.ts';
import type { Session } from '../../vault/session.ts';
import { findCourse } from './course-queries.ts';
import { layOutExercise, type ExerciseParts } from './exercise.ts';
import { stateOf, type Learning } from './learning.ts';
import { createPracticeDesk } from './practice-desk.ts';
import { gatherFacts, type PracticeSources } from './practice-facts.ts';
import { dropPractice, listPractice, savePractice } from './progress-queries.ts';

export interface PracticeParts extends PracticeSources, ExerciseParts {
  readonly clock: Clock;
  /** Which vault is open, and whether it is the sample vault; null: none. */
  readonly openVault: () => { readonly id: VaultId; readonly sample: boolean } | null;
  readonly learning: Pick<Learning, 'practised'>;
}

/** Exercises in the sandbox, judged by what really stands there. */
export function createPractice(parts: PracticeParts) {
  const { clock, openVault, learning } = parts;
  const desk = createPracticeDesk();

  function begin(call: Call, courseId: CourseId, task: PracticeTask, language: CourseLanguage): Result<PracticeState, 'NOT_FOUND' | 'EXERCISE_NOT_LAID_OUT'> {
    const stored = findCourse(call.db, courseId);
    const vault = openVault();
    if (!stored?.content.practice.includes(task) || vault === null) return fail('NOT_FOUND');
    const { id: userId } = call.session.user;
    let exerciseId: ContractId | null = null;
    if (vault.sample && task === 'timely_notice') {
      const laidOut = layOutExercise(call, language, parts);
      if (!laidOut.ok) return laidOut;
      exerciseId = laidOut.value;
    }
    const practice = { courseId, task, beganAt: clock.now(), exerciseId, doneAt: null };
    if (vault.sample) desk.beginThere(practice);
    else desk.begin({ ...practice, who: { vaultId: vault.id, userId } });
    return call.write((db, note) => {
      if (vault.sample) dropPractice(db, userId, practice);
      savePractice(db, userId, practice);
      note('course', courseId, { practiceBegun: task });
      return succeed(stateOf(task, listPractice(db, userId).find((one) => one.courseId === courseId && one.task === task)));
    });
  }

  function check(call: Call, courseId: CourseId, task: PracticeTask): Result<{ hint: PracticeHint | null; params: FailureParams }, 'NOT_FOUND' | 'NOT_IN_SANDBOX' | 'PRACTICE_NOT_BEGUN'> {
    if (openVault()?.sample !== true) return fail('NOT_IN_SANDBOX');
    if (!findCourse(call.db, courseId)?.content.practice.includes(task)) return fail('NOT_FOUND');
    const begun = listPractice(call.db, call.session.user.id).find((one) => one.courseId === courseId && one.task === task);
    if (begun === undefined) return fail('PRACTICE_NOT_BEGUN');
    const outcome = checkPractice(task, gatherFacts(call, begun, dayOn(clock), parts));
    if (!outcome.isDone) return succeed({ hint: outcome.hint, params: outcome.params });
    const doneAt = clock.now();
    desk.complete(courseId, task, doneAt);
    return call.write((db, note) => {
      learning.practised(db, note, call.session.user.id, { ...begun, doneAt });
      return succeed({ hint: null, params: {} });
    });
  }

  /**
   * A vault was opened: takes over what its person did in the sandbox, or lays aside in the sandbox what was done there
   * before somebody came for it. The sandbox keeps nobody's completion. Gives whether anything changed.
   */
  function opened(session: Session): boolean {
    const vault = openVault();
    if (vault === null) return false;
    return vault.sample ? layAside(session) : collect(session, vault.id);
  }

  function layAside(session: Session): boolean {
    const kept = listPractice(session.db, session.user.id);
    const earlier = desk.errands().filter(({ courseId, task, beganAt }) => kept.some((one) => one.courseId === courseId && one.task === task && one.beganAt < beganAt));
    if (earlier.length === 0) return false;
    session.write('training.beginPractice', (db, note) => {
      for (const errand of earlier) {
        dropPractice(db, session.user.id, errand);
        note('course', errand.courseId, { practiceLaidAside: errand.task });
      }
      return succeed(null);
    });
    return true;
  }

  function collect(session: Session, vaultId: VaultId): boolean {
    desk.cameHome();
    const who = { vaultId, userId: session.user.id };
    const receipts = desk.receiptsOf(who);
    if (receipts.length === 0) return false;
    session.write('training.beginPractice', (db, note) => {
      for (const receipt of receipts) learning.practised(db, note, session.user.id, { ...receipt, exerciseId: null });
      return succeed(null);
    });
    desk.collected(who);
    return true;
  }

  return { begin, check, opened };
}
