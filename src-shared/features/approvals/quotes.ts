/**
 * Whether words stand in a text. Blanks and line breaks are looked over: a selection on the screen has others than the
 * text as it is kept. A quote without a letter or figure stands nowhere.
 */
export function standsIn(quote: string, text: string): boolean {
  return /[\p{L}\p{N}]/u.test(quote) && squeezed(text).includes(squeezed(quote));
}

function squeezed(text: string): string {
  return text.replace(/[\s\u3000\u00A0]+/gu, '');
}
