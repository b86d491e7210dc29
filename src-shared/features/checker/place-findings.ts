import type { NumberedBlock } from '../reading/model.ts';
import type { ClausedText, Finding } from './model.ts';

/** Where words of a clause stand: in which block, from which letter of its text to which (end exclusive). */
export interface BlockPlace {
  readonly block: number;
  readonly start: number;
  readonly end: number;
}

/**
 * Finds the blocks that a text's clauses were cut from, so that what was found in a clause is shown in its block. The
 * text must have been made of just these blocks by `clauseText`. Null: the finding covers no words, or only a number.
 */
export function findingPlaces(blocks: readonly NumberedBlock[], text: ClausedText, findings: readonly Finding[]): readonly (BlockPlace | null)[] {
  const lines = blocks.flatMap(linesOf);
  let count = 0;
  const clauses = text.clauses.map((clause) => {
    const words = clause.text.split('\n');
    count += words.length;
    return { words, first: count - words.length };
  });
  return findings.map(({ clause, start, end }) => {
    const { words, first } = clauses[clause] ?? { words: [], first: 0 };
    let offset = 0;
    for (const [index, line] of words.entries()) {
      if (start < offset + line.length) return placeIn(lines[first + index], line, start - offset, end - offset);
      offset += line.length + 1;
    }
    return null;
  });
}

interface Line {
  readonly block: number;
  readonly text: string;
  /** Letters before the block's own text (its number), and how far into the text the line begins. */
  readonly prefix: number;
  readonly from: number;
}

function placeIn(line: Line | undefined, words: string, start: number, end: number): BlockPlace | null {
  if (line === undefined || line.text !== words) return null;
  const from = line.from + Math.max(start - line.prefix, 0);
  const to = line.from + Math.min(end, words.length) - line.prefix;
  return to > from ? { block: line.block, start: from, end: to } : null;
}

/** The lines that `clauseText` makes of a block, in their order. */
function linesOf({ kind, number, text }: NumberedBlock, block: number): readonly Line[] {
  if (kind === 'tableRow') return [{ block, text: text.replaceAll('\n', ' '), prefix: 0, from: 0 }];
  const label = number === null ? '' : `${number} `;
  let at = 0;
  return `${label}${text}`.split('\n').flatMap((line, index): readonly Line[] => {
    const begin = at;
    at += line.length + 1;
    const trimmed = line.trim();
    if (trimmed === '') return [];
    const prefix = index === 0 ? label.length : 0;
    const from = begin + line.indexOf(trimmed) - (index === 0 ? 0 : label.length);
    return [{ block, text: trimmed, prefix, from: Math.max(from, 0) }];
  });
}
