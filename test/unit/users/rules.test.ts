import { expect, test } from 'vitest';
import { accessReviewDueAt, rotationDueAt } from '#shared/features/users/rules.ts';

const madeAt = Date.UTC(2026, 0, 1);
const day = 86_400_000;

test('who may open the vault is looked at a quarter after it was made, and then after each review', () => {
  expect(accessReviewDueAt(null, madeAt)).toBe(madeAt + 91 * day);
  expect(accessReviewDueAt(madeAt + 100 * day, madeAt)).toBe(madeAt + 191 * day);
});

test('keys are changed after the months agreed, counted from when they last were', () => {
  expect(new Date(rotationDueAt(null, madeAt, 12)).toISOString().slice(0, 10)).toBe('2027-01-01');
  expect(rotationDueAt(madeAt + 5 * day, madeAt, 1)).toBe(madeAt + 35 * day);
});
