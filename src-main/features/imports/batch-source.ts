import { statSync } from 'node:fs';
import type { ImportPlan } from '#shared/features/imports/plan.ts';
import { sha256 } from '../../crypto/digest.ts';

/** What a batch needs to be gone on with: which file, and what becomes of which column. Kept as JSON with the batch. */
export interface BatchSource {
  readonly path: string;
  readonly size: number;
  readonly modifiedAt: number;
  readonly rows: number;
  readonly plan: ImportPlan;
}

/** The file as it stands now, or null when it is not there. */
export function stateOfFile(path: string): Pick<BatchSource, 'size' | 'modifiedAt'> | null {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats?.isFile() === true ? { size: stats.size, modifiedAt: Math.round(stats.mtimeMs) } : null;
}

export function readBatchSource(json: string): BatchSource {
  return JSON.parse(json) as BatchSource;
}

/** Under which key a mapping is remembered: files with the same headings come from the same source. */
export function sourceKey(kind: ImportPlan['kind'], headings: readonly string[]): string {
  const normal = headings.map((heading) => heading.normalize('NFKC').toLowerCase().replace(/\s/g, '')).sort();
  return `${kind} ${sha256(JSON.stringify(normal))}`;
}

/** The fields that lie in the finance compartment. */
export function namesAmounts({ mapping }: ImportPlan): boolean {
  return ['amountInclTax', 'amountExclTax', 'taxRate', 'amountInWords', 'bankName', 'bankAccount'].some((field) => field in mapping);
}
