import type { TableNode } from './model.ts';

/**
 * How many cells each row lacks at its end to make a table square; null for a table that no such cells repair: one
 * without cells, with a cell that reaches below the last row, or with cells that lie over each other.
 */
export function paddingOf({ content }: TableNode): readonly number[] | null {
  const taken = content.map(() => new Set<number>());
  for (const [row, { content: cells }] of content.entries()) {
    let column = 0;
    for (const { attrs } of cells) {
      while (taken[row]?.has(column) === true) column += 1;
      if (row + attrs.rowspan > content.length) return null;
      for (let down = row; down < row + attrs.rowspan; down += 1) {
        for (let right = column; right < column + attrs.colspan; right += 1) {
          if (taken[down]?.has(right) === true) return null;
          taken[down]?.add(right);
        }
      }
      column += attrs.colspan;
    }
  }
  const width = Math.max(0, ...taken.map((row) => Math.max(-1, ...row) + 1));
  if (width === 0) return null;
  return taken.map((row) => width - row.size);
}
