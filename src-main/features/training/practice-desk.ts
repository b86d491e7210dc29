import type { CourseId, PracticeTask } from '#shared/features/training/model.ts';
import type { UserId, VaultId } from '#shared/features/vault/model.ts';

/** Whose exercise it is: the person in their own vault from which they went to the sandbox. */
export interface Practitioner {
  readonly vaultId: VaultId;
  readonly userId: UserId;
}

interface PendingExercise {
  readonly who: Practitioner;
  readonly courseId: CourseId;
  readonly task: PracticeTask;
  readonly beganAt: number;
  readonly doneAt: number | null;
}

export type Receipt = Omit<PendingExercise, 'who' | 'doneAt'> & { readonly doneAt: number };

/**
 * Carries results of exercises from the sandbox to the vault of the person who went there for them. Only one vault is
 * open at a time, so what was begun in one and done in the other waits here, in this run's memory and nowhere else.
 */
export interface PracticeDesk {
  /** Remembers that a person goes to the sandbox for an exercise. */
  begin(exercise: Omit<PendingExercise, 'doneAt'>): void;
  /** An exercise was begun in the sandbox itself: whoever came there last from their own vault does it. */
  beginThere(exercise: Pick<PendingExercise, 'courseId' | 'task' | 'beganAt'>): void;
  /** What people went for and have not done yet. */
  errands(): readonly Pick<PendingExercise, 'courseId' | 'task' | 'beganAt'>[];
  /** The exercise was done in the sandbox: whoever went there for it last gets a receipt. */
  complete(courseId: CourseId, task: PracticeTask, doneAt: number): void;
  /** Somebody opened their own vault: what is done in the sandbox from now on is nobody's until a person goes there again. */
  cameHome(): void;
  /** The receipts of a person; `collected` takes them away once they are kept. */
  receiptsOf(who: Practitioner): readonly Receipt[];
  collected(who: Practitioner): void;
}

export function createPracticeDesk(): PracticeDesk {
  let pending: readonly PendingExercise[] = [];
  let present: Practitioner | null = null;
  const isOf = ({ vaultId, userId }: Practitioner) => ({ who }: PendingExercise) => who.vaultId === vaultId && who.userId === userId;
  /** Somebody's way to this exercise that has not led to its end; a receipt is theirs until they collect it. */
  const isOpen = (courseId: CourseId, task: PracticeTask) => (one: PendingExercise) => one.courseId === courseId && one.task === task && one.doneAt === null;
  const expect = (exercise: Omit<PendingExercise, 'doneAt'>): void => {
    const isTaken = isOpen(exercise.courseId, exercise.task);
    pending = [...pending.filter((one) => !isTaken(one)), { ...exercise, doneAt: null }];
  };
  return {
    begin: (exercise) => {
      present = exercise.who;
      expect(exercise);
    },
    beginThere: (exercise) => {
      if (present !== null) expect({ ...exercise, who: present });
    },
    cameHome: () => {
      present = null;
    },
    errands: () => pending.filter(({ doneAt }) => doneAt === null),
    complete: (courseId, task, doneAt) => {
      const isMet = isOpen(courseId, task);
      pending = pending.map((one) => (isMet(one) ? { ...one, doneAt } : one));
    },
    receiptsOf: (who) => pending.filter(isOf(who)).flatMap(({ courseId, task, beganAt, doneAt }) => (doneAt === null ? [] : [{ courseId, task, beganAt, doneAt }])),
    collected: (who) => {
      pending = pending.filter((one) => !isOf(who)(one) || one.doneAt === null);
    },
  };
}
