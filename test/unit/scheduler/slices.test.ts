import { expect, test } from 'vitest';
import { createBulkPace, createPace, noteAsked } from '../../../src-main/scheduler/slices.ts';

test('work is done in slices that grow while they are short and shrink once they are felt', () => {
  let at = 0;
  const pace = createPace({ first: 8, least: 4, most: 100 }, () => at);
  // Three milliseconds for each subject.
  const sizes = Array.from({ length: 6 }, () => {
    const { size } = pace;
    pace.take(() => (at += size * 3));
    return size;
  });
  expect(sizes).toEqual([8, 8, 8, 8, 8, 8]);
  pace.take(() => (at += 5));
  expect(pace.size).toBe(16);
  for (let slice = 0; slice < 10; slice += 1) pace.take(() => (at += 1));
  expect(pace.size).toBe(100);
  for (let slice = 0; slice < 10; slice += 1) pace.take(() => (at += 500));
  expect(pace.size).toBe(4);
});

test('what the work gives is handed on, and a failure is not measured', () => {
  const pace = createPace({ first: 8, least: 4, most: 100 });
  expect(pace.take(() => 'done')).toBe('done');
  const { size } = pace;
  expect(() => pace.take(() => { throw new Error('full'); })).toThrow('full');
  expect(pace.size).toBe(size);
});

test('work that writes scattered pages takes long slices while nobody is at the window, and short ones from the first question on', () => {
  let at = 0;
  const pace = createBulkPace({ beside: { first: 8, least: 4, most: 16 }, alone: { first: 100, least: 50, most: 400 } }, () => at);
  expect(pace.size).toBe(100);
  pace.take(() => (at += 50));
  expect(pace.size).toBe(200);
  noteAsked();
  expect(pace.size).toBe(8);
  pace.take(() => (at += 100));
  expect(pace.size).toBe(4);
});
