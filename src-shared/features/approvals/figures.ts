import { byName } from '../../kernel/name-order.ts';
import type { ApprovalFigure, StepFigure } from './ipc.ts';
import type { TaskState } from './model.ts';

/** A round that ended. Milliseconds since the epoch; `attempt` counts the rounds of its contract from 1. */
export interface EndedRound {
  readonly contractType: ApprovalFigure['contractType'];
  readonly submittedAt: number;
  readonly closedAt: number;
  readonly state: 'approved' | 'rejected' | 'returned' | 'withdrawn' | 'voided';
  readonly attempt: number;
}

/**
 * Process figures by contract type and month, the latest month first. Times are those of approved rounds, from submission
 * to the last decision. Rounds that were withdrawn, or voided while they ran, took no decision and are left out; one that
 * was voided after its approval comes as approved.
 */
export function figuresOf(rounds: readonly EndedRound[], monthOf: (epochMs: number) => string): readonly ApprovalFigure[] {
  const decided = rounds.filter(({ state }) => state !== 'withdrawn' && state !== 'voided');
  const groups = Map.groupBy(decided, ({ contractType, closedAt }) => `${monthOf(closedAt)} ${contractType}`);
  return [...groups]
    .map(([key, group]) => {
      const approved = group.filter(({ state }) => state === 'approved');
      const times = approved.map(({ submittedAt, closedAt }) => Math.max(0, closedAt - submittedAt));
      return {
        contractType: (group[0] as EndedRound).contractType,
        month: key.slice(0, 7),
        ended: group.length,
        approved: approved.length,
        firstPass: approved.filter(({ attempt }) => attempt === 1).length,
        sentBack: group.length - approved.length,
        medianMs: median(times) ?? 0,
        longestMs: Math.max(0, ...times),
      };
    })
    .toSorted((one, other) => (one.month === other.month ? one.contractType.localeCompare(other.contractType) : other.month.localeCompare(one.month)));
}

/** A task that was put to somebody: in which round, at which of its steps, and from when to when. */
export interface TimedTask {
  readonly roundId: string;
  readonly contractType: ApprovalFigure['contractType'];
  readonly step: number;
  readonly stepName: string;
  readonly state: TaskState;
  readonly openedAt: number;
  readonly decidedAt: number | null;
}

/**
 * Where the time goes, the longest in all first: for each step of each type, how long rounds stood at it. A step begins
 * with its first task and ends with its last decision; one that was withdrawn or voided before anybody decided is left out.
 */
export function stepFiguresOf(tasks: readonly TimedTask[], now: number): readonly StepFigure[] {
  const stays = [...Map.groupBy(tasks, ({ roundId, step }) => `${roundId} ${step}`).values()].flatMap((own) => {
    const [first] = own;
    const openedAt = Math.min(...own.map((task) => task.openedAt));
    const isOpen = own.some(({ state }) => state === 'pending');
    const decided = own.flatMap(({ decidedAt, state }) => (decidedAt === null || state === 'not_required' ? [] : [decidedAt]));
    if (first === undefined || (!isOpen && decided.length === 0)) return [];
    return [{ contractType: first.contractType, stepName: first.stepName, isOpen, tookMs: Math.max(0, (isOpen ? now : Math.max(...decided)) - openedAt) }];
  });
  const wholeByType = new Map<string, number>();
  for (const { contractType, tookMs } of stays) wholeByType.set(contractType, (wholeByType.get(contractType) ?? 0) + tookMs);
  const groups = [...Map.groupBy(stays, ({ contractType, stepName }) => `${contractType} ${stepName}`).values()];
  return groups
    .flatMap((group) => {
      const [first] = group;
      if (first === undefined) return [];
      const { contractType, stepName } = first;
      const timesOf = (isOpen: boolean) => group.filter((stay) => stay.isOpen === isOpen).map(({ tookMs }) => tookMs);
      const [passed, open] = [timesOf(false), timesOf(true)];
      const totalMs = group.reduce((sum, { tookMs }) => sum + tookMs, 0);
      const longest = (times: readonly number[]) => (times.length === 0 ? null : Math.max(...times));
      return [{ totalMs, figure: { contractType, stepName, passed: passed.length, medianMs: median(passed), longestMs: longest(passed), open: open.length, oldestMs: longest(open), share: totalMs / Math.max(1, wholeByType.get(contractType) ?? 0) } }];
    })
    .toSorted((one, other) => other.totalMs - one.totalMs || byName(one.figure.stepName, other.figure.stepName))
    .map(({ figure }) => figure);
}

/** The middle of some numbers, the mean of the two middle ones for an even count; null for none. */
export function median(numbers: readonly number[]): number | null {
  const sorted = numbers.toSorted((one, other) => one - other);
  const middle = sorted.length >> 1;
  const [low, high] = [sorted[middle - 1], sorted[middle]];
  if (high === undefined) return null;
  return sorted.length % 2 === 1 || low === undefined ? high : Math.round((low + high) / 2);
}
