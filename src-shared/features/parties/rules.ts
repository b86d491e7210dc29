import { hasInvisibleCharacters } from '../../kernel/invisible-characters.ts';
import type { PartyBank, PartyDetails, PartyStanding } from './model.ts';

export type PartyProblemCode =
  | 'REQUIRED'
  | 'USCC_LENGTH'
  | 'USCC_CHARACTERS'
  | 'USCC_CHECK_CHARACTER'
  | 'EMAIL_FORM'
  | 'INVISIBLE_CHARACTERS';

/** What is wrong at which field of a party. */
export interface PartyProblem {
  readonly field: keyof PartyDetails | keyof PartyBank;
  readonly code: PartyProblemCode;
}

/** Every problem of a party's entered data; none when it may be saved. Empty optional fields are no problem. */
export function partyProblems(details: PartyDetails, bank: PartyBank | null): readonly PartyProblem[] {
  const problems: PartyProblem[] = [];
  if (details.nameZh === '' && details.nameEn === '') problems.push({ field: 'nameZh', code: 'REQUIRED' });
  if (details.uscc !== '') {
    const code = usccProblem(details.uscc);
    if (code !== null) problems.push({ field: 'uscc', code });
  }
  if (details.contactEmail !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(details.contactEmail)) {
    problems.push({ field: 'contactEmail', code: 'EMAIL_FORM' });
  }
  const texts = Object.entries({ ...details, ...bank }) as [PartyProblem['field'], string][];
  for (const [field, text] of texts) {
    if (hasInvisibleCharacters(text)) problems.push({ field, code: 'INVISIBLE_CHARACTERS' });
  }
  return problems;
}

/** How bad a party's standing is, from 0 (trusted, or not judged) to 4 (blacklisted). */
export function standingRank({ riskGrade, isBlacklisted }: PartyStanding): number {
  return isBlacklisted ? 4 : Math.max(0, ['A', 'B', 'C', 'D'].indexOf(riskGrade));
}

const usccAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/**
 * What is wrong with a unified social credit code, or null. The eighteenth character checks the others:
 * (31 - sum(value_i * 3^(i-1) mod 31)) mod 31 over the alphabet without I, O, S, V, Z (GB 32100-2015, 4.3).
 */
export function usccProblem(code: string): 'USCC_LENGTH' | 'USCC_CHARACTERS' | 'USCC_CHECK_CHARACTER' | null {
  if (code.length !== 18) return 'USCC_LENGTH';
  const values = [...code].map((character) => usccAlphabet.indexOf(character));
  if (values.includes(-1)) return 'USCC_CHARACTERS';
  let weight = 1;
  let sum = 0;
  for (const value of values.slice(0, 17)) {
    sum += value * weight;
    weight = (weight * 3) % 31;
  }
  return values[17] === (31 - (sum % 31)) % 31 ? null : 'USCC_CHECK_CHARACTER';
}

/** The code as it is stored: upper case, without spaces, full-width letters and digits made half-width. */
export function normaliseUscc(entered: string): string {
  return entered.normalize('NFKC').replace(/\s/g, '').toUpperCase();
}
