import type { ApprovalFigure } from './ipc.ts';

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
 * to the last decision; rounds that were withdrawn or voided took no decision and are left out.
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

/** The middle of some numbers, the mean of the two middle ones for an even count; null for none. */
export function median(numbers: readonly number[]): number | null {
  const sorted = numbers.toSorted((one, other) => one - other);
  const middle = sorted.length >> 1;
  const [low, high] = [sorted[middle - 1], sorted[middle]];
  if (high === undefined) return null;
  return sorted.length % 2 === 1 || low === undefined ? high : Math.round((low + high) / 2);
}
