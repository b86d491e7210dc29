import { companyKey, similarKeys } from '../imports/similar-names.ts';

/** The names of a party and its credit code; empty text: not given. */
export interface NamedParty {
  readonly nameZh: string;
  readonly nameEn: string;
  readonly uscc: string;
}

/** `same`: one of the names is that of the other party, `near`: it may be meant for it. */
export type NameLikeness = 'same' | 'near';

/** What of a party is compared, worked out once for many comparisons. */
export interface ComparableParty {
  readonly uscc: string;
  /** Its names without what no reader tells apart. */
  readonly plain: readonly string[];
  /** Its names without their legal forms. */
  readonly keys: readonly string[];
}

export function comparableOf({ nameZh, nameEn, uscc }: NamedParty): ComparableParty {
  const names = [nameZh, nameEn];
  return { uscc, plain: names.map(plainName).filter((name) => name !== ''), keys: names.map(companyKey).filter((key) => key !== '') };
}

/** How like two parties' names are, as the import compares them: whoever has another credit code is another party. */
export function likenessOf(one: ComparableParty, other: ComparableParty): NameLikeness | null {
  if (one.uscc !== '' && other.uscc !== '' && other.uscc !== one.uscc) return null;
  if (other.plain.some((name) => one.plain.includes(name))) return 'same';
  return other.keys.some((otherKey) => one.keys.some((key) => shareAnEnd(key, otherKey) && similarKeys(key, otherKey))) ? 'near' : null;
}

/** Compares parties with one whose name is entered. Made once for many comparisons. */
export function createNameComparison(entered: NamedParty): (other: NamedParty) => NameLikeness | null {
  const one = comparableOf(entered);
  return (other) => likenessOf(one, comparableOf(other));
}

/** What a slip of one character always leaves: thousands of other names need no comparing letter by letter. */
function shareAnEnd(a: string, b: string): boolean {
  return a.slice(0, 4) === b.slice(0, 4) || a.slice(-3) === b.slice(-3);
}

/** A name without what no reader tells apart: width, case and spaces. */
function plainName(name: string): string {
  return name.normalize('NFKC').replace(/\s/g, '').toLowerCase();
}
