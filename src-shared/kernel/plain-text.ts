import { z } from 'zod';
import { hasInvisibleCharacters } from './invisible-characters.ts';

/**
 * Words that come in and that people will read: trimmed, at most so long, and nothing in them that a reader wouldn't see
 * (INVISIBLE_CHARACTERS). Only for input: what is stored may be older than this check and must still open.
 */
export const plainText = (maximum: number) => z.string().trim().max(maximum).refine(isPlain, 'INVISIBLE_CHARACTERS');

/** Whether a text reads as it is kept. Lines that another system ended are still lines. */
export function isPlain(text: string): boolean {
  return !hasInvisibleCharacters(text.replaceAll('\r\n', '\n'));
}
