import type { TextBlock } from '#shared/features/reading/model.ts';

/** Longer than any contract's name. */
const longestTitle = 60;

/** Takes a short first line that is neither a sentence nor numbered for the title, where the file names none. */
export function withTitle(blocks: readonly TextBlock[]): readonly TextBlock[] {
  const [first, ...rest] = blocks;
  if (first === undefined || blocks.some(({ kind }) => kind === 'title')) return blocks;
  const isName = first.text.length <= longestTitle && !/[。；;:：，]|\.$|^第.{1,6}条|^[\d（(一二三四五六七八九十]/u.test(first.text);
  return isName && first.kind !== 'tableRow' ? [{ ...first, kind: 'title', level: 0 }, ...rest] : blocks;
}
