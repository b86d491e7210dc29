import type { BankFace, BankQuestion } from './bank.ts';
import type { Answer, QuestionFace } from './model.ts';

/** A question as it was drawn for one attempt: which, and in which order its choices are shown. */
export interface DrawnQuestion {
  readonly key: string;
  /** The bank's places of the choices (for pairs: of the right sides) in the order shown; empty: as written. */
  readonly order: readonly number[];
}

/**
 * Draws a quiz. The same bank, seed and `avoid` give the same quiz. Questions named in `avoid` (those of the attempt
 * before) come only when the bank has too few others; choices and right sides are shuffled, a clause is not.
 */
export function drawQuiz(bank: readonly BankQuestion[], count: number, seed: string, avoid: ReadonlySet<string>): readonly DrawnQuestion[] {
  const random = createRandom(seed);
  const shuffled = shuffle(bank, random);
  const chosen = [...shuffled.filter(({ key }) => !avoid.has(key)), ...shuffled.filter(({ key }) => avoid.has(key))].slice(0, count);
  return shuffle(chosen, random).map(({ key, kind, zh }) => ({
    key,
    order: kind === 'defect' ? [] : shuffle([...(kind === 'match' ? zh.rights : zh.options).keys()], random),
  }));
}

/** The question as the person sees it, without what is right. */
export function askedFace({ text, options, rights }: BankFace, kind: BankQuestion['kind'], { order }: DrawnQuestion): QuestionFace {
  if (kind === 'defect') return { text, options, rights };
  if (kind === 'match') return { text, options, rights: inOrder(rights, order) };
  return { text, options: inOrder(options, order), rights };
}

/** The right answer in the places that the person sees. Of equal right sides the first counts; see `isRight`. */
export function correctAnswer({ correct, rights }: BankFace, kind: BankQuestion['kind'], { order }: DrawnQuestion): Answer {
  if (kind === 'defect') return correct;
  if (kind === 'match') return rights.map((_, index) => order.indexOf(index));
  return correct.map((index) => order.indexOf(index)).toSorted((one, other) => one - other);
}

/** Whether an answer is right, wholly: half a question is none. */
export function isRight(face: BankFace, kind: BankQuestion['kind'], drawn: DrawnQuestion, answer: Answer): boolean {
  if (kind === 'match') {
    const shown = inOrder(face.rights, drawn.order);
    return answer.length === face.rights.length && answer.every((place, index) => shown[place] === face.rights[index]);
  }
  const correct = correctAnswer(face, kind, drawn);
  const given = new Set(answer);
  return given.size === correct.length && correct.every((place) => given.has(place));
}

/** Whether an answer fits the question at all: one choice, at least one, or one for each pair, and all of them places that exist. */
export function isAnswer(face: BankFace, kind: BankQuestion['kind'], answer: Answer): boolean {
  const places = kind === 'match' ? face.rights.length : face.options.length;
  if (answer.some((place) => place >= places)) return false;
  if (kind === 'match') return answer.length === face.options.length;
  return kind === 'single' ? answer.length === 1 : answer.length > 0;
}

/** Whole percent of right answers, rounded down: 79.9 % is not 80 %. */
export function scorePercent(right: number, asked: number): number {
  return asked === 0 ? 0 : Math.floor((right * 100) / asked);
}

/**
 * Hours (rounded up) until a quiz may be taken again; 0: now. `failedAt`: when the latest attempt ended without success,
 * null when there is none or it succeeded.
 */
export function hoursToRetake(failedAt: number | null, retakeHours: number, now: number): number {
  if (failedAt === null) return 0;
  return Math.max(0, Math.ceil((failedAt + retakeHours * 3_600_000 - now) / 3_600_000));
}

function inOrder(texts: readonly string[], order: readonly number[]): readonly string[] {
  return order.flatMap((place) => texts[place] ?? []);
}

function shuffle<Item>(items: readonly Item[], random: () => number): readonly Item[] {
  const keyed = items.map((item) => ({ item, key: random() }));
  return keyed.toSorted((one, other) => one.key - other.key).map(({ item }) => item);
}

/** Numbers from 0 to 1 that follow from a seed (FNV-1a into mulberry32, both public domain). */
function createRandom(seed: string): () => number {
  let state = 0x811c9dc5;
  for (let index = 0; index < seed.length; index += 1) state = Math.imul(state ^ seed.charCodeAt(index), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
