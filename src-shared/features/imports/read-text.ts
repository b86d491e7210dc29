import { hasInvisibleCharacters } from '../../kernel/invisible-characters.ts';
import { fail, succeed, type Result } from '../../kernel/result.ts';
import { cellToText, hasLeftovers, withoutLeftovers } from './cell-text.ts';
import type { Cell } from './model.ts';

export type TextProblem = 'TOO_LONG' | 'HIDDEN_CHARACTERS' | 'FORMULA_ERROR' | 'DIGITS_LOST' | 'NOT_TEXT';

export interface ReadText {
  readonly text: string;
  /** Zero-width leftovers were taken out; the row is imported with a note of it. */
  readonly tidied: boolean;
}

/**
 * Reads a text of at most `maximum` characters; a line's breaks become spaces unless `lines` is true. Zero-width
 * leftovers are taken out and said. HIDDEN_CHARACTERS for what deceives a reader, such as right-to-left overrides;
 * FORMULA_ERROR for #REF! and its kin; DIGITS_LOST for a number of more digits than a sheet can keep (15), as when a
 * credit code or an account number was typed into a number cell; NOT_TEXT for a date.
 */
export function readText(cell: Cell, maximum: number, lines = false): Result<ReadText, TextProblem> {
  if (typeof cell === 'object' && cell !== null) return fail('NOT_TEXT');
  if (typeof cell === 'number' && Math.abs(cell) >= 1e15) return fail('DIGITS_LOST');
  const found = cellToText(cell);
  if (/^\d(\.\d+)?E\+\d{2}$/.test(found)) return fail('DIGITS_LOST');
  if (/^#(REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!)$/.test(found)) return fail('FORMULA_ERROR');
  // Before any other look at it: a cell may hold a book.
  if (found.length > maximum * 2 + 100) return fail('TOO_LONG', { maximum });
  const breaks = found.replace(/\r\n?|[\u2028\u2029\u0085\u000B\u000C]/g, '\n');
  const text = withoutLeftovers(lines ? breaks : breaks.replace(/[\n\t]+/g, ' '));
  if (hasInvisibleCharacters(text)) return fail('HIDDEN_CHARACTERS');
  return text.length > maximum
    ? fail('TOO_LONG', { maximum })
    : succeed({ text, tidied: hasLeftovers(found) });
}

/** Reads labels parted by 、 , ; ， or ；: each once, in the order given, at most 30 of at most 40 characters. */
export function readTags(cell: Cell): Result<readonly string[], TextProblem | 'TOO_MANY_TAGS'> {
  const read = readText(cell, 2000);
  if (!read.ok) return read;
  const tags = [...new Set(read.value.text.split(/[、,;\uFF0C\uFF1B|]/u).map((tag) => tag.trim()))].filter((tag) => tag !== '');
  if (tags.some((tag) => tag.length > 40)) return fail('TOO_LONG', { maximum: 40 });
  return tags.length > 30 ? fail('TOO_MANY_TAGS', { maximum: 30 }) : succeed(tags);
}
