import { isDay, type Day } from '#shared/kernel/day.ts';

/** What a typed text means: nothing, a value, or nothing that can be meant. */
export type Read<Value> =
  | { readonly value: Value | null }
  | {
      readonly problem: 'INCOMPLETE_DATE' | 'NOT_WHOLE' | 'OUT_OF_RANGE' | 'NOT_A_RATE';
      readonly bounds?: { readonly minimum: number; readonly maximum: number };
    };

export function readDay(text: string): Read<Day> {
  if (text === '') return { value: null };
  return isDay(text) ? { value: text } : { problem: 'INCOMPLETE_DATE' };
}

/** A whole number within bounds, full-width digits included. */
export function readWhole(text: string, minimum: number, maximum: number): Read<number> {
  const plain = text.normalize('NFKC').trim();
  if (plain === '') return { value: null };
  if (!/^\d+$/.test(plain)) return { problem: 'NOT_WHOLE' };
  const value = Number(plain);
  return value < minimum || value > maximum ? { problem: 'OUT_OF_RANGE', bounds: { minimum, maximum } } : { value };
}
