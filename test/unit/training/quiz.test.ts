import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BankQuestion } from '#shared/features/training/bank.ts';
import { askedFace, correctAnswer, drawQuiz, hoursToRetake, isAnswer, isRight, scorePercent } from '#shared/features/training/quiz.ts';

const question = (key: string, kind: BankQuestion['kind'] = 'single'): BankQuestion => {
  const face = { text: key, options: ['a', 'b', 'c', 'd'], rights: kind === 'match' ? ['1', '2', '3', '3'] : [], correct: kind === 'match' ? [0, 1, 2, 3] : kind === 'single' ? [2] : [1, 3], explanation: 'why' };
  return { key, kind, zh: face, en: face };
};
const bank = ['q1', 'q2', 'q3', 'q4', 'q5', 'q6'].map((key) => question(key));
const kinds = ['single', 'multiple', 'match', 'defect'] as const;

describe('a draw', () => {
  test('is the same for the same seed, and each question comes once', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 6 }), (seed, count) => {
        const drawn = drawQuiz(bank, count, seed, new Set());
        expect(drawQuiz(bank, count, seed, new Set())).toEqual(drawn);
        expect(new Set(drawn.map(({ key }) => key)).size).toBe(count);
      }),
    );
  });

  test('takes other questions than the attempt before, as far as the bank goes', () => {
    const first = drawQuiz(bank, 3, 'one', new Set());
    const second = drawQuiz(bank, 3, 'two', new Set(first.map(({ key }) => key)));
    expect(second.filter(({ key }) => first.some((one) => one.key === key))).toEqual([]);
    expect(drawQuiz(bank, 4, 'two', new Set(first.map(({ key }) => key)))).toHaveLength(4);
  });

  test('gives different people different orders', () => {
    const orders = new Set(Array.from({ length: 20 }, (_, seed) => JSON.stringify(drawQuiz(bank, 6, String(seed), new Set()))));
    expect(orders.size).toBeGreaterThan(15);
  });
});

describe('an answer', () => {
  test('that is the right one counts as right in whatever order it was asked', () => {
    fc.assert(
      fc.property(fc.constantFrom(...kinds), fc.string(), (kind, seed) => {
        const asked = question('q', kind);
        const [drawn] = drawQuiz([asked], 1, seed, new Set());
        if (drawn === undefined) return false;
        const correct = correctAnswer(asked.en, kind, drawn);
        return isAnswer(asked.en, kind, correct) && isRight(asked.en, kind, drawn, correct);
      }),
    );
  });

  test('shows the choice that it names', () => {
    const asked = question('q');
    const drawn = { key: 'q', order: [3, 2, 1, 0] };
    expect(askedFace(asked.en, 'single', drawn).options).toEqual(['d', 'c', 'b', 'a']);
    expect(correctAnswer(asked.en, 'single', drawn)).toEqual([1]);
    expect(isRight(asked.en, 'single', drawn, [2])).toBe(false);
  });

  test('that is half right is wrong', () => {
    const asked = question('q', 'multiple');
    const drawn = { key: 'q', order: [0, 1, 2, 3] };
    expect([[1], [1, 2], [1, 2, 3], [3, 1]].map((answer) => isRight(asked.en, 'multiple', drawn, answer))).toEqual([false, false, false, true]);
  });

  test('to pairs may take either of two equal right sides', () => {
    const asked = question('q', 'match');
    const drawn = { key: 'q', order: [0, 1, 2, 3] };
    expect(isRight(asked.en, 'match', drawn, [0, 1, 3, 2])).toBe(true);
    expect(isRight(asked.en, 'match', drawn, [1, 0, 2, 3])).toBe(false);
  });

  test('that does not fit the question is none', () => {
    expect(isAnswer(question('q').en, 'single', [])).toBe(false);
    expect(isAnswer(question('q').en, 'single', [0, 1])).toBe(false);
    expect(isAnswer(question('q').en, 'multiple', [4])).toBe(false);
    expect(isAnswer(question('q', 'match').en, 'match', [0, 1])).toBe(false);
  });
});

test('a score is rounded down, and nothing asked is nothing right', () => {
  expect([scorePercent(7, 9), scorePercent(8, 8), scorePercent(0, 0)]).toEqual([77, 100, 0]);
});

test('a failed quiz may be taken again once its hours are over', () => {
  const hour = 3_600_000;
  expect(hoursToRetake(null, 4, 0)).toBe(0);
  expect(hoursToRetake(10 * hour, 4, 10 * hour + 1)).toBe(4);
  expect(hoursToRetake(10 * hour, 4, 14 * hour - 1)).toBe(1);
  expect(hoursToRetake(10 * hour, 4, 14 * hour)).toBe(0);
});
