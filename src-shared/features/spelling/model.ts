import { z } from 'zod';

/** How many words a person, or a contract, may have of their own. */
export const mostWords = 5_000;

/** A word that the spelling checker is to let pass, as it was met: small and capital letters are the same to it. */
export const ownWordSchema = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .regex(/^[\p{Script=Latin}\p{M}](?:[\p{Script=Latin}\p{M}'’.-]*[\p{Script=Latin}\p{M}])?$/u);

/** Two spellings that are one word to the checker have the same key. */
export function wordKey(word: string): string {
  return word.normalize('NFC').replaceAll('’', "'").toLowerCase();
}
