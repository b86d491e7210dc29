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
  if (haveOtherCodes(one, other)) return null;
  if (other.plain.some((name) => one.plain.includes(name))) return 'same';
  return other.keys.some((otherKey) => one.keys.some((key) => shareAnEnd(key, otherKey) && similarKeys(key, otherKey))) ? 'near' : null;
}

/** Whether two credit codes tell two parties apart; without one nothing does. */
export function haveOtherCodes(one: ComparableParty, other: ComparableParty): boolean {
  return one.uscc !== '' && other.uscc !== '' && other.uscc !== one.uscc;
}

/** Compares parties with one whose name is entered. Made once for many comparisons. */
export function createNameComparison(entered: NamedParty): (other: NamedParty) => NameLikeness | null {
  const one = comparableOf(entered);
  return (other) => likenessOf(one, comparableOf(other));
}

/** Names that are near have so many characters at their start in common, or so many at their end: a slip of one always leaves that. */
export const startLength = 4;
export const endLength = 3;

/** Thousands of other names need no comparing letter by letter. */
function shareAnEnd(a: string, b: string): boolean {
  return a.slice(0, startLength) === b.slice(0, startLength) || a.slice(-endLength) === b.slice(-endLength);
}

/** A name without what no reader tells apart: width, case and spaces. */
function plainName(name: string): string {
  return name.normalize('NFKC').replace(/\s/g, '').toLowerCase();
}
