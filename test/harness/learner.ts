import { readBank, type BankQuestion } from '#shared/features/training/bank.ts';
import type { ShownCourse } from '#shared/features/training/ipc.ts';
import type { Attempt, CourseContent, CourseId } from '#shared/features/training/model.ts';
import type { OutputOf, Reply } from '#shared/ipc/registry.ts';
import type { TestWorld } from './world.ts';

export interface Learner {
  /** The course as its editors see it. */
  source(): Promise<OutputOf<'training.source'>>;
  /** The course as whoever opened the vault sees it. */
  course(): Promise<ShownCourse>;
  /** Publishes the course with these parts changed. */
  change(over: Partial<CourseContent>): Promise<Reply<'training.saveCourse'>>;
  readAll(): Promise<void>;
  start(): Promise<Attempt>;
  /** Takes the quiz to its end: all right, or all wrong. */
  take(isGood: boolean): Promise<Attempt>;
}

/** What whoever opened the vault does with a course. They have to be allowed to edit it: answers are looked up in its bank. */
export function learnerOf(world: TestWorld, courseId: CourseId): Learner {
  const source = () => world.must('training.source', { courseId, version: null });
  const course = () => world.must('training.course', { courseId });
  const start = () => world.must('training.startQuiz', { courseId });
  return {
    source,
    course,
    start,
    change: async (over) => {
      const { version, content } = await source();
      return world.call('training.saveCourse', { courseId, version, content: { ...content, ...over } });
    },
    readAll: async () => {
      for (const { key } of (await course()).lessons) await world.must('training.markRead', { courseId, lessonKey: key });
    },
    take: async (isGood) => {
      let attempt = await start();
      for (const [position, { kind, en }] of attempt.questions.entries()) {
        const right = await rightAnswer(world, attempt, position);
        const wrong = kind === 'match' ? right.map((_, index) => right[(index + 1) % right.length] ?? 0) : [en.options.findIndex((_, place) => !right.includes(place))];
        attempt = await world.must('training.answer', { attemptId: attempt.id, position, language: 'en', answer: isGood ? right : wrong });
      }
      return attempt;
    },
  };
}

/** The answer to a question as shown in English, found by its texts in the bank of the version that was taken. */
export async function rightAnswer(world: TestWorld, { courseId, courseVersion, questions }: Attempt, position: number): Promise<readonly number[]> {
  const { content } = await world.must('training.source', { courseId, version: courseVersion });
  const bank = readBank(content.bank);
  const asked = questions[position];
  const question: BankQuestion | undefined = bank.ok ? bank.value.find(({ en }) => en.text === asked?.en.text) : undefined;
  if (question === undefined || asked === undefined) throw new Error('the question is not in the bank');
  if (asked.kind === 'defect') return question.en.correct;
  if (asked.kind === 'match') return question.en.rights.map((right) => asked.en.rights.indexOf(right));
  return question.en.correct.map((place) => asked.en.options.indexOf(question.en.options[place] ?? ''));
}
