/**
 * The number that a person typed, as an input method may leave it: full-width digits and signs, a 。 for the point, thousands
 * in groups. Null where nothing, or no number of at most 15 and 9 digits, is written.
 */
export function typedNumber(text: string): number | null {
  const plain = text.normalize('NFKC').trim().replace(/(?<=\d)。(?=\d)/u, '.').replace(/(?<=\d),(?=\d{3}(?!\d))/gu, '');
  return /^-?(?:\d{1,15}(?:\.\d{1,9})?|\.\d{1,9})$/u.test(plain) ? Number(plain) : null;
}
