import { generalClauses } from './general.ts';
import { liabilityClauses } from './liability.ts';
import type { SeedClause } from './seed.ts';
import { statutoryClauses } from './statutory.ts';

/** The clauses that a vault's library starts with, in our own wording. */
export const seedClauses: readonly SeedClause[] = [...statutoryClauses, ...liabilityClauses, ...generalClauses];

const byKey = new Map(seedClauses.map((clause) => [clause.key, clause]));

/**
 * The preferred wording of a shipped clause with its blanks filled in, paragraph by paragraph. What fills a blank may
 * hold variables of a template. A missing clause or blank is a bug and throws.
 */
export function standardParagraphs(key: string, language: 'zh' | 'en', blanks: readonly string[] | Readonly<Record<string, string>>): readonly string[] {
  const wording = byKey.get(key)?.content.preferred[language];
  if (wording === undefined) throw new Error(`no shipped clause ${key}`);
  let at = 0;
  const filled = wording.replace(/【([^】]+)】/g, (_, label: string) => {
    const value = Array.isArray(blanks) ? (blanks as readonly string[])[at++] : (blanks as Readonly<Record<string, string>>)[label];
    if (value === undefined) throw new Error(`nothing for 【${label}】 of ${key}`);
    return value;
  });
  return filled.split('\n');
}
