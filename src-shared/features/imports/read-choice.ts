import { fail, succeed, type Result } from '../../kernel/result.ts';
import { cellToText } from './cell-text.ts';
import { wordsByChoice } from './choice-words.ts';
import { choices, type Cell, type Choice, type ChoiceName } from './model.ts';

/** Reads a choice by its code or by a word for it in either language; UNKNOWN_CHOICE for any other word. */
export function readChoice<Name extends ChoiceName>(cell: Cell, name: Name): Result<Choice<Name>, 'UNKNOWN_CHOICE'> {
  const word = normaliseWord(cellToText(cell).slice(0, 61));
  const words: Readonly<Record<string, readonly string[]>> = wordsByChoice[name];
  const all: readonly Choice<Name>[] = choices[name];
  const found = all.find((code) => normaliseWord(code) === word) ?? all.find((code) => words[code]?.includes(word));
  return found === undefined ? fail('UNKNOWN_CHOICE') : succeed(found);
}

/** A word without what differs from writer to writer: case, width, spaces, punctuation. */
export function normaliseWord(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
