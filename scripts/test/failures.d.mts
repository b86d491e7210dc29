export interface Failure {
  readonly where: string;
  readonly why: string;
}

export interface Reported {
  readonly kind: 'check' | 'vitest' | 'playwright';
  /** The runner's own JSON, or null when it left none. */
  readonly report: unknown;
}

export function listFailures(reported: Reported): readonly Failure[];
export function failureList(results: readonly { readonly name: string; readonly failures: readonly Failure[] }[]): string;
