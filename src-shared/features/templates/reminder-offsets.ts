/**
 * Reads days as they are typed, e.g. `90, 30，7`: whole numbers from -30 (after the event) to 365 (before it), at most
 * twelve, each once, the earliest first. None is an empty list; null where it is no such list.
 */
export function readOffsets(text: string): readonly number[] | null {
  const parts = text.normalize('NFKC').split(/[,、;\s]+/u).filter((part) => part !== '');
  const days = parts.map((part) => (/^[+-]?\d{1,3}$/.test(part) ? Number(part) : Number.NaN));
  if (days.length > 12 || days.some((day) => !(day >= -30 && day <= 365))) return null;
  return [...new Set(days)].toSorted((one, other) => other - one);
}
