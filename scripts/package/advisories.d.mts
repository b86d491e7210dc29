export interface Advisory {
  readonly library: string;
  readonly severity: string;
  readonly title: string;
  readonly url: string;
  readonly range: string;
}

export type Judged = { readonly asked: true; readonly found: readonly Advisory[] } | { readonly asked: false; readonly reason: string };

export interface Lock {
  readonly packages: Readonly<Record<string, { readonly name?: string; readonly version?: string }>>;
}

export const stoppingSeverities: readonly string[];
export function askAdvisories(folder: string, shipped: readonly string[]): Judged & { readonly file: string };
export function judgeAdvisories(answer: string, lock: Lock, shipped: readonly string[]): Judged;
