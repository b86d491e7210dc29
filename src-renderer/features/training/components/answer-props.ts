import type { Answer, QuestionFace } from '#shared/features/training/model.ts';

/** What the ways of answering have in common. */
export interface AnswerProps {
  readonly face: QuestionFace;
  readonly given: Answer;
  /** The right answer once the question is answered, which then can't be changed. */
  readonly correct: Answer | null;
  readonly onChange: (answer: Answer) => void;
  /** The id of the question's text. */
  readonly labelledBy: string;
}
