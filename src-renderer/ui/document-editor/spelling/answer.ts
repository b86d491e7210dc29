import type { Dictionary } from './dictionary.ts';

export type Question = { readonly id: number; readonly words: readonly string[] } | { readonly id: number; readonly near: string };
export type Answer = { readonly id: number; readonly words: readonly string[] };

/** Answers which of the words are unknown, or what is near a word. */
export function answerSpelling({ knows, near }: Dictionary): (question: Question) => Answer {
  return (question) => ({ id: question.id, words: 'near' in question ? near(question.near) : question.words.filter((word) => !knows(word)) });
}
