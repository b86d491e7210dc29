import { succeed } from '#shared/kernel/result.ts';
import type { HandlersOf } from '../../ipc/handlers.ts';
import type { Ids, Log } from '../../ports.ts';
import type { Session } from '../../vault/session.ts';
import { createEditing } from './editing.ts';
import { createLearning } from './learning.ts';
import { createManagement, type ManagementParts } from './management.ts';
import { createPractice, type PracticeParts } from './practice.ts';
import { createPrinting, type PrintingParts } from './printing.ts';

export interface TrainingParts extends Omit<PracticeParts, 'learning'>, PrintingParts, ManagementParts {
  readonly ids: Ids;
  readonly log: Log;
  readonly session: () => Session | null;
  readonly onChanged: (features: readonly string[]) => void;
}

/** The operations, and what happens when a vault opens: it gets the shipped courses and what was practised meanwhile. */
export function createTraining(parts: TrainingParts): { readonly handlers: HandlersOf<'training'>; readonly opened: () => void } {
  const learning = createLearning({ ...parts, isSandbox: () => parts.openVault()?.sample === true });
  const practice = createPractice({ ...parts, learning });
  const management = createManagement(parts);
  const editing = createEditing({ ...parts, learning });
  const printing = createPrinting(parts);
  return {
    opened: () => {
      const session = parts.session();
      if (session === null) return;
      try {
        const isPublished = editing.publishShipped(session);
        const isSettled = editing.settle(session);
        if (practice.opened(session) || isPublished || isSettled) parts.onChanged(['training', 'reminders']);
      } catch (error) {
        // A vault on a read-only disk opens as well; its courses are brought up to date when it can be written to.
        parts.log.info('courses-put-off', { kind: error instanceof Error ? error.name : '' });
      }
    },
    handlers: {
      courses: (_, call) => succeed(learning.courses(call)),
      due: (_, call) => succeed(learning.due(call)),
      course: ({ courseId }, call) => learning.course(call, courseId),
      markRead: ({ courseId, lessonKey }, call) => learning.markRead(call, courseId, lessonKey),
      startQuiz: ({ courseId }, call) => learning.startQuiz(call, courseId),
      attempt: ({ attemptId }, call) => learning.attempt(call, attemptId),
      answer: (given, call) => learning.answer(call, given),
      beginPractice: ({ courseId, task, language }, call) => practice.begin(call, courseId, task, language),
      checkPractice: ({ courseId, task }, call) => practice.check(call, courseId, task),
      saveCertificate: ({ certificateId, language }, call) => printing.saveCertificate(call, certificateId, language),
      giveFeedback: (given, call) => learning.giveFeedback(call, given),
      feedback: ({ courseId }, call) => management.feedback(call, courseId),
      matrix: (_, call) => succeed(management.matrix(call)),
      exportMatrix: (request, call) => printing.exportMatrix(call, management.matrix(call), request),
      assign: ({ courseId, userIds, dueOn }, call) => management.assign(call, courseId, userIds, dueOn),
      withdraw: ({ assignmentId }, call) => management.withdraw(call, assignmentId),
      reinstate: ({ assignmentId }, call) => management.reinstate(call, assignmentId),
      source: ({ courseId, version }, call) => editing.source(call, courseId, version),
      versions: ({ courseId }, call) => editing.versions(call, courseId),
      saveCourse: ({ courseId, version, content }, call) => editing.save(call, courseId, version, content),
    },
  };
}
