import { expect, test } from 'vitest';
import type { ContractSummary } from '#shared/features/contracts/model.ts';
import { firstSteps } from '../../../src-renderer/features/home/first-steps.ts';

// The way to a first signed contract on the first page.

const contract = (exportedAt: number | null) => ({ id: 'c1', exportedAt }) as unknown as ContractSummary;
const done = (...given: Parameters<typeof firstSteps>) => firstSteps(...given).map(({ isDone }) => isDone);

test('a step is done once there are two parties, a contract, a signed one', () => {
  expect(done(0, [], 0)).toEqual([false, false, false]);
  expect(done(1, [], 0)).toEqual([false, false, false]);
  expect(done(2, [contract(null)], 1)).toEqual([true, true, false]);
  expect(done(2, [contract(null), contract(5)], 2)).toEqual([true, true, true]);
});

test('the way leads to the latest contract, and before there is one to the list', () => {
  expect(firstSteps(2, [], 0).at(-1)?.to).toBe('/contracts');
  expect(firstSteps(2, [contract(null)], 1).at(-1)?.to).toBe('/contracts/c1');
});

test('who keeps a book of contracts made elsewhere is shown no way', () => {
  expect(firstSteps(2, [contract(null)], 20)).toHaveLength(3);
  expect(firstSteps(2, [contract(null)], 21)).toEqual([]);
});
