import { companyKey, similarKeys } from '../imports/similar-names.ts';

/** The names of a party and its credit code; empty text: not given. */
export interface NamedParty {
  readonly nameZh: string;
  readonly nameEn: string;
  readonly uscc: string;
}

/** `same`: one of the names is that of the other party, `near`: it may be meant for it. */
type NameLikeness = 'same' | 'near';

/**
 * Compares parties with one whose name is entered, as the import does: whoever has another credit code is another party.
 * Made once for many comparisons.
 */
export function createNameComparison({ nameZh, nameEn, uscc }: NamedParty): (other: NamedParty) => NameLikeness | null {
  const plain = new Set([nameZh, nameEn].map(plainName).filter((name) => name !== ''));
  const keys = [nameZh, nameEn].map(companyKey);
  return (other) => {
    if (uscc !== '' && other.uscc !== '' && other.uscc !== uscc) return null;
    const names = [other.nameZh, other.nameEn];
    if (names.some((name) => plain.has(plainName(name)))) return 'same';
    return names.map(companyKey).some((otherKey) => keys.some((key) => shareAnEnd(key, otherKey) && similarKeys(key, otherKey))) ? 'near' : null;
  };
}

/** What a slip of one character always leaves: thousands of other names need no comparing letter by letter. */
function shareAnEnd(a: string, b: string): boolean {
  return a.slice(0, 4) === b.slice(0, 4) || a.slice(-3) === b.slice(-3);
}

/** A name without what no reader tells apart: width, case and spaces. */
function plainName(name: string): string {
  return name.normalize('NFKC').replace(/\s/g, '').toLowerCase();
}
