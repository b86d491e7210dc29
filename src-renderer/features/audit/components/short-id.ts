/** Enough of an id or a hash to tell it from others by eye; any other text as it is. */
export function shortId(text: string): string {
  return /^[0-9a-f-]{20,}$/i.test(text) ? text.slice(0, 8) : text;
}
