/** Offsets as people write them: days before the date, and after it with a plus: `30, 7, 0, +7`. */
export function offsetsToText(offsets: readonly number[]): string {
  return offsets
    .toSorted((one, other) => one - other)
    .map((days) => (days > 0 ? `+${days}` : String(-days || 0)))
    .join(', ');
}

/** The offsets that a text says (negative before the date), or null for what is none. An empty text: no reminder. */
export function textToOffsets(text: string): readonly number[] | null {
  const words = text.split(/[\s,，、;；/]+/).filter((word) => word !== '');
  const offsets = words.map((word) => (/^\+?\d{1,3}$/.test(word) ? (word.startsWith('+') ? Number(word.slice(1)) : 0 - Number(word)) : Number.NaN));
  const isSound = offsets.length <= 20 && offsets.every((days) => days >= -730 && days <= 365);
  return isSound ? [...new Set(offsets)].sort((one, other) => one - other) : null;
}

/** A minute of the day as `09:30`. */
export function minuteToTime(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

/** The minute of the day that `09:30` says, or null. */
export function timeToMinute(time: string): number | null {
  const match = /^(\d{2}):(\d{2})$/.exec(time);
  if (match === null) return null;
  const [hour, minute] = [Number(match[1]), Number(match[2])];
  return hour < 24 && minute < 60 ? hour * 60 + minute : null;
}
