import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { lockedBlockType } from '#shared/features/documents/editor-json.ts';
import type { BlockNode, VariableFormat } from '#shared/features/documents/model.ts';
import { numberLabel, referenceLabel } from '#shared/features/documents/numbering.ts';
import { documentBlocks, splitNumber } from '#shared/features/documents/text-blocks.ts';
import type { NumberedBlock } from '#shared/features/reading/model.ts';
import type { EditorContext } from './editor-context.ts';
import { variableLabel } from './labels.ts';
import { isGoing, numbersByClause, placedBlocks, type PlacedBlock } from './numbering.ts';

/** A block as it reads, and where in the editor each letter of its text stands. */
export interface ReadBlock {
  readonly block: NumberedBlock;
  /** Position of each UTF-16 unit of `block.text`, -1 where it stands for a number. */
  readonly positions: readonly number[];
  /** Position before the node that it is of. */
  readonly pos: number;
}

/**
 * How a text reads as it would be saved now, every suggestion accepted: block by block as `documentBlocks` gives it.
 * Blocks that did not change since the last reading are taken from there.
 */
export function readText(doc: ProseMirrorNode, context: EditorContext, cache: ReadCache): readonly ReadBlock[] {
  const blocks = placedBlocks(doc, context);
  const numbers = numbersByClause(blocks);
  const read: ReadBlock[] = [];
  for (const placed of blocks) {
    const { node, pos, number } = placed;
    if (isGoing(node) && !node.isTextblock) continue;
    const pieces = piecesOf(placed, context, numbers, cache);
    for (const { kind, level, letters, cells } of pieces) {
      const { text } = letters;
      const positions = letters.at.map((at) => pos + at);
      if (isGoing(node) && read.length > 0) {
        // A block that is to become one with the block before reads as its end.
        const last = read[read.length - 1];
        if (last !== undefined) read[read.length - 1] = { ...last, block: { ...last.block, text: last.block.text + text }, positions: [...last.positions, ...positions] };
        continue;
      }
      if (cells !== null) {
        read.push({ block: { kind: 'tableRow', level: 0, number: null, text, cells: cells.map((cell) => cell.text) }, positions, pos });
        continue;
      }
      if (text === '') continue;
      const label = number === null ? null : numberLabel(number, context.numbering, context.language);
      const split = kind === 'title' ? { number: null, text } : label === null ? splitNumber(text) : { number: label.replace(/\s+/g, ' '), text };
      read.push({ block: { kind, level, ...split, cells: null }, positions: positions.slice(text.length - split.text.length), pos });
    }
  }
  return read;
}

/** What was read of blocks, by the block. */
export type ReadCache = WeakMap<ProseMirrorNode, readonly Piece[]>;

export function createReadCache(): ReadCache {
  return new WeakMap();
}

interface Letters {
  readonly text: string;
  /** Positions relative to the block's own. */
  readonly at: readonly number[];
}

interface Piece {
  readonly kind: 'title' | 'heading' | 'paragraph' | 'listItem' | 'tableRow';
  readonly level: number;
  readonly letters: Letters;
  readonly cells: readonly Letters[] | null;
}

const empty: Letters = { text: '', at: [] };

function piecesOf({ node, pos }: PlacedBlock, context: EditorContext, numbers: ReadonlyMap<string, readonly number[]>, cache: ReadCache): readonly Piece[] {
  const known = cache.get(node);
  if (known !== undefined) return known;
  let holdsReference = false;
  node.descendants(({ type }) => {
    holdsReference ||= type.name === 'clauseReference';
  });
  // A long text is read at every pause: what a block's white space comes to is reckoned with the block.
  const pieces = readPieces(node, pos).map((piece) => ({ ...piece, letters: normalised(piece.letters), cells: piece.cells?.map(normalised) ?? null }));
  // The number that a reference names changes with other blocks.
  if (!holdsReference) cache.set(node, pieces);
  return pieces;

  function readPieces(block: ProseMirrorNode, start: number): readonly Piece[] {
    switch (block.type.name) {
      case 'title':
        return [{ kind: 'title', level: 0, letters: inlines(block, start), cells: null }];
      case 'clauseHeading':
        return [{ kind: 'heading', level: Number(block.attrs['level']), letters: inlines(block, start), cells: null }];
      case 'paragraph':
        return [{ kind: 'paragraph', level: 0, letters: inlines(block, start), cells: null }];
      case 'bulletList':
      case 'orderedList':
        return children(block, start).map(([item, at]) => ({ kind: 'listItem', level: 0, letters: inside(item, at), cells: null }));
      case 'table':
        return children(block, start).map(([row, at]) => {
          const cells = children(row, at).map(([cell, cellAt]) => inside(cell, cellAt));
          return { kind: 'tableRow', level: 0, letters: joined(cells, ' | '), cells };
        });
      default:
        return atom(block, start);
    }
  }

  /** The blocks of a cell or an item, a line each. */
  function inside(parent: ProseMirrorNode, start: number): Letters {
    const lines = children(parent, start).flatMap(([child, at]) => (child.isTextblock ? [inlines(child, at)] : readPieces(child, at).map(({ letters }) => letters)));
    return joined(lines, '\n');
  }

  function inlines(block: ProseMirrorNode, start: number): Letters {
    let text = '';
    const at: number[] = [];
    block.forEach((child, offset) => {
      if (child.marks.some(({ type }) => type.name === 'deletion')) return;
      const words = child.isText ? (child.text ?? '') : wordsOf(child);
      for (let index = 0; index < words.length; index += 1) at.push(start + 1 + offset + (child.isText ? index : 0) - pos);
      text += words;
    });
    return { text, at };
  }

  function wordsOf({ type, attrs }: ProseMirrorNode): string {
    if (type.name === 'variable') return variableLabel(String(attrs['key']), attrs['format'] as VariableFormat, context).text;
    if (type.name === 'hardBreak') return '\n';
    const number = numbers.get(String(attrs['clauseId']));
    return number === undefined ? `〔${context.language === 'zh' ? '条款' : 'Article'}〕` : referenceLabel(number, context.language);
  }

  /** The parties' particulars and places to sign, as they are printed; every letter stands for the whole. */
  function atom(block: ProseMirrorNode, start: number): readonly Piece[] {
    const content = block.type.name === lockedBlockType ? (block.attrs['node'] as BlockNode) : ({ type: block.type.name, attrs: block.attrs } as unknown as BlockNode);
    const body = { type: 'doc' as const, attrs: { numbering: context.numbering }, content: [content] };
    const letters = (text: string): Letters => ({ text, at: Array.from({ length: text.length }, () => start - pos) });
    return documentBlocks({ bodyZh: body, bodyEn: body, language: context.language, variables: context.variables, values: context.values, withheldKeys: context.withheldKeys }).map(({ kind, level, text, cells }) => ({
      kind,
      level,
      letters: letters(text),
      cells: cells?.map(letters) ?? null,
    }));
  }
}

function children(parent: ProseMirrorNode, start: number): readonly (readonly [ProseMirrorNode, number])[] {
  const found: (readonly [ProseMirrorNode, number])[] = [];
  parent.forEach((child, offset) => {
    if (!isGoing(child) || child.isTextblock) found.push([child, start + 1 + offset]);
  });
  return found;
}

function joined(parts: readonly Letters[], between: string): Letters {
  return parts.reduce<Letters>((all, part, index) => {
    if (index === 0) return part;
    const place = all.at.at(-1) ?? part.at[0] ?? 0;
    return { text: all.text + between + part.text, at: [...all.at, ...Array.from({ length: between.length }, () => place), ...part.at] };
  }, empty);
}

/** White space as `documentBlocks` gives it: runs of blanks as one, none at a line's ends. */
function normalised({ text, at }: Letters): Letters {
  let clean = '';
  const positions: number[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const isBlank = /[ \t\u00A0]/.test(text.charAt(index));
    const character = isBlank ? ' ' : text.charAt(index);
    const last = clean.at(-1);
    if (isBlank && (last === undefined || last === ' ' || last === '\n')) continue;
    if (character === '\n') {
      if (last === undefined || last === '\n') continue;
      if (last === ' ') {
        clean = clean.slice(0, -1);
        positions.pop();
      }
    }
    clean += character;
    positions.push(at[index] ?? 0);
  }
  const end = clean.trimEnd().length;
  return { text: clean.slice(0, end), at: positions.slice(0, end) };
}
