export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export interface StageOutcome {
  readonly kind: 'check' | 'vitest' | 'playwright';
  readonly exitCode: number;
  /** The runner's own JSON, or null when it left none. */
  readonly report: unknown;
}

export function countStage(outcome: StageOutcome): Counts;
export function sumCounts(list: readonly Counts[]): Counts;
export function closingLine(counts: Counts): string;
