import { diffArrays } from 'diff';
import type { NumberedBlock } from '../reading/model.ts';

/** A run of text and what became of it. */
export interface DiffPart {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/**
 * A block of both versions side by side. `renumbered`: the text is the same under another clause number, which is no
 * change of its own. `isMoved`: it was taken out here and stands elsewhere, or the other way round.
 */
export interface ComparedBlock {
  readonly kind: 'same' | 'renumbered' | 'changed' | 'added' | 'removed';
  readonly left: NumberedBlock | null;
  readonly right: NumberedBlock | null;
  /** The text of both in one, word by word; the removed before the added. */
  readonly parts: readonly DiffPart[];
  readonly isMoved: boolean;
}

/**
 * Compares two texts: blocks are lined up by what they say and not by their clause number, so that a clause put in
 * between makes one change and not one of every clause after it. Changed blocks are compared word by word; Chinese
 * is cut into words by `Intl.Segmenter`, into characters where there is none. Differences of white space are none.
 */
export function compareTexts(left: readonly NumberedBlock[], right: readonly NumberedBlock[]): readonly ComparedBlock[] {
  const runs = diffArrays(left.map(sayingOf), right.map(sayingOf), { comparator: saySame });
  const compared: ComparedBlock[] = [];
  let [leftAt, rightAt] = [0, 0];
  let removed: readonly NumberedBlock[] = [];
  let added: readonly NumberedBlock[] = [];
  const settle = () => {
    compared.push(...pairUp(removed, added));
    [removed, added] = [[], []];
  };
  for (const run of runs) {
    if (run.removed) {
      removed = [...removed, ...left.slice(leftAt, leftAt + run.count)];
      leftAt += run.count;
    } else if (run.added) {
      added = [...added, ...right.slice(rightAt, rightAt + run.count)];
      rightAt += run.count;
    } else {
      settle();
      for (let index = 0; index < run.count; index += 1) compared.push(pair(left[leftAt + index], right[rightAt + index]));
      leftAt += run.count;
      rightAt += run.count;
    }
  }
  settle();
  return markMoved(compared);
}

/** How many blocks changed, by how; what only got another number is not counted. */
export function countChanges(blocks: readonly ComparedBlock[]): Readonly<Record<'changed' | 'added' | 'removed', number>> {
  const count = (kind: ComparedBlock['kind']) => blocks.filter((block) => block.kind === kind).length;
  return { changed: count('changed'), added: count('added'), removed: count('removed') };
}

/** Whether a block is one that a reader looking for changes stops at. */
export function isChange({ kind }: ComparedBlock): boolean {
  return kind === 'changed' || kind === 'added' || kind === 'removed';
}

/** Word by word what became of a text. */
export function compareWords(left: string, right: string): readonly DiffPart[] {
  const runs = diffArrays(words(left), words(right), { comparator: (one, other) => spaced(one) === spaced(other) });
  return runs.map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value.join(''),
  }));
}

/** What a block says; `row` cell by cell, null for a block that is no row. */
interface Saying {
  readonly words: string;
  readonly row: string | null;
}

function sayingOf(block: NumberedBlock): Saying {
  // How many empty cells follow the last one says nothing.
  return { words: keyOf(block), row: block.cells?.map(withoutSpace).join('\t').trimEnd() ?? null };
}

/** A row and a paragraph, which is how a table may arrive from a printed file, are compared by their words alone. */
function saySame(one: Saying, other: Saying): boolean {
  return one.row === null || other.row === null ? one.words === other.words : one.row === other.row;
}

function keyOf(block: NumberedBlock): string {
  return withoutSpace(wordsOf(block));
}

/** A block's text; a row's without the strokes between its cells, which nobody wrote. */
function wordsOf({ text, cells }: NumberedBlock): string {
  return cells === null ? text : cells.join(' ');
}

function withoutSpace(text: string): string {
  return text.replace(/[\s\u3000]+/g, '');
}

function spaced(word: string): string {
  return word.trim() === '' ? ' ' : word;
}

const segmenter = 'Segmenter' in Intl ? new Intl.Segmenter('zh', { granularity: 'word' }) : null;

function words(text: string): string[] {
  return segmenter === null ? Array.from(text) : Array.from(segmenter.segment(text), ({ segment }) => segment);
}

function pair(left: NumberedBlock | undefined, right: NumberedBlock | undefined): ComparedBlock {
  const same = left?.number === right?.number;
  return {
    kind: same ? 'same' : 'renumbered',
    left: left ?? null,
    right: right ?? null,
    parts: [{ kind: 'same', text: right === undefined ? '' : shownOf(right) }],
    isMoved: false,
  };
}

// Below that, two blocks have no more in common than any two clauses of contracts.
const leastSimilarity = 0.4;
// A run of that many by that many pairs is weighed; a longer one, a text written anew, is paired in its order.
const mostPairs = 250_000;

/** Lines up what went with what came, in order, so that the similarity of all pairs is the greatest. */
function pairUp(removed: readonly NumberedBlock[], added: readonly NumberedBlock[]): readonly ComparedBlock[] {
  const pairs = removed.length * added.length > mostPairs ? [] : bestPairs(removed.map(pairsOfLetters), added.map(pairsOfLetters));
  const compared: ComparedBlock[] = [];
  let [leftAt, rightAt] = [0, 0];
  for (const [leftIndex, rightIndex] of [...pairs, [removed.length, added.length] as const]) {
    compared.push(...removed.slice(leftAt, leftIndex).map((block) => alone('removed', block)));
    compared.push(...added.slice(rightAt, rightIndex).map((block) => alone('added', block)));
    const [left, right] = [removed[leftIndex], added[rightIndex]];
    if (left !== undefined && right !== undefined) {
      const areRows = left.cells !== null && right.cells !== null;
      const parts = areRows ? compareRows(left, right) : compareWords(wordsOf(left), wordsOf(right));
      compared.push({ kind: 'changed', left, right, parts, isMoved: false });
    }
    [leftAt, rightAt] = [leftIndex + 1, rightIndex + 1];
  }
  return compared;
}

function alone(kind: 'added' | 'removed', block: NumberedBlock): ComparedBlock {
  const sides = kind === 'added' ? { left: null, right: block } : { left: block, right: null };
  return { kind, ...sides, parts: [{ kind, text: shownOf(block) }], isMoved: false };
}

/** Between the cells of a row as it is shown; in comparing, a mark that is no white space, so that cells that were drawn together are a change. */
const [gap, cellMark] = ['\u2003\u2003', '\u001f'];

function shownOf({ text, cells }: NumberedBlock): string {
  return cells === null ? text : cells.join(gap);
}

function compareRows(left: NumberedBlock, right: NumberedBlock): readonly DiffPart[] {
  const marked = ({ cells }: NumberedBlock) => cells?.join(cellMark) ?? '';
  return compareWords(marked(left), marked(right)).map(({ kind, text }) => ({ kind, text: text.replaceAll(cellMark, gap) }));
}

type Letters = ReadonlyMap<string, number>;

/** The pairs of neighbouring letters of a text and how often each comes. */
function pairsOfLetters(block: NumberedBlock): Letters {
  const text = ` ${keyOf(block)} `;
  const found = new Map<string, number>();
  for (let index = 0; index + 1 < text.length; index += 1) {
    const letters = text.slice(index, index + 2);
    found.set(letters, (found.get(letters) ?? 0) + 1);
  }
  return found;
}

/** Dice's coefficient of two texts, 0 to 1. */
function similarity(one: Letters, other: Letters): number {
  let [common, all] = [0, 0];
  for (const [letters, count] of one) {
    common += Math.min(count, other.get(letters) ?? 0);
    all += count;
  }
  for (const count of other.values()) all += count;
  return all === 0 ? 0 : (2 * common) / all;
}

/** The pairs, in order and without crossing, whose similarities sum up to the most: the usual table of best sums. */
function bestPairs(left: readonly Letters[], right: readonly Letters[]): readonly (readonly [number, number])[] {
  const width = right.length + 1;
  const likeness = left.map((one) => right.map((other) => similarity(one, other)));
  const best = new Float64Array((left.length + 1) * width);
  const at = (row: number, column: number) => best[row * width + column] ?? 0;
  const gain = (row: number, column: number) => {
    const alike = likeness[row]?.[column] ?? 0;
    return alike < leastSimilarity ? -1 : alike + at(row + 1, column + 1);
  };
  for (let row = left.length - 1; row >= 0; row -= 1) {
    for (let column = right.length - 1; column >= 0; column -= 1) {
      best[row * width + column] = Math.max(gain(row, column), at(row + 1, column), at(row, column + 1));
    }
  }
  const pairs: (readonly [number, number])[] = [];
  for (let [row, column] = [0, 0]; row < left.length && column < right.length; ) {
    if (gain(row, column) === at(row, column)) pairs.push([row++, column++]);
    else if (at(row + 1, column) === at(row, column)) row += 1;
    else column += 1;
  }
  return pairs;
}

// Shorter texts, such as 无 or a line for a date, stand in many places by themselves.
const shortestMoved = 8;

function markMoved(blocks: readonly ComparedBlock[]): readonly ComparedBlock[] {
  const keysOf = (kind: 'added' | 'removed') =>
    new Set(blocks.flatMap((block) => (block.kind === kind ? [keyOf(block.left ?? block.right ?? nothing)] : [])));
  const [gone, come] = [keysOf('removed'), keysOf('added')];
  return blocks.map((block) => {
    if (block.kind !== 'added' && block.kind !== 'removed') return block;
    const key = keyOf(block.left ?? block.right ?? nothing);
    return key.length >= shortestMoved && gone.has(key) && come.has(key) ? { ...block, isMoved: true } : block;
  });
}

const nothing: NumberedBlock = { kind: 'paragraph', level: 0, number: null, text: '', cells: null };
