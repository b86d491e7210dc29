import { canonicalJson } from '../../kernel/canonical-json.ts';
import { isShown } from './conditions.ts';
import type { BlockNode, ConditionalNode, DocumentNode, RepeatNode } from './model.ts';
import { listItems, type BodyLanguage } from './value-text.ts';
import type { VariableValues } from './variables.ts';

/** A block that is really there, the list items that it is repeated for by key of the list, and in how many repeats. */
export interface ShownBlock {
  readonly node: Exclude<BlockNode, ConditionalNode | RepeatNode>;
  readonly items: Items;
  readonly repeats: number;
}
export type Items = Readonly<Record<string, string>>;

/**
 * The blocks that values let through: hidden conditional parts gone, repeats laid out. An empty list repeats once
 * without an item, so that a preview can show what is missing.
 */
export function shownBlocks(
  blocks: readonly BlockNode[],
  values: VariableValues,
  withheld: ReadonlySet<string>,
  language: BodyLanguage,
  items: Items = {},
  repeats = 0,
): readonly ShownBlock[] {
  const inside = (node: ConditionalNode | RepeatNode, these: Items, depth: number) =>
    shownBlocks(node.content, values, withheld, language, these, depth);
  return blocks.flatMap((node): readonly ShownBlock[] => {
    if (node.type === 'conditional') return isShown(node.attrs, values, withheld) ? inside(node, items, repeats) : [];
    if (node.type !== 'repeat') return [{ node, items, repeats }];
    const { key } = node.attrs;
    const list = listItems(values, key, language);
    if (list.length === 0) return inside(node, items, repeats + 1);
    return list.flatMap((item) => inside(node, { ...items, [key]: item }, repeats + 1));
  });
}

/**
 * The number of each clause and numbered paragraph as its parts, [3] or [3, 2]; null for blocks without one. Numbered
 * paragraphs of a repeat go one level deeper, [3, 2, 1].
 */
export function numberBlocks(blocks: readonly ShownBlock[]): readonly (readonly number[] | null)[] {
  let counters: readonly number[] = [];
  let headingLevel = 0;
  return blocks.map(({ node, repeats }) => {
    if (node.type === 'clauseHeading') headingLevel = node.attrs.level;
    else if (node.type !== 'paragraph' || !node.attrs.numbered) return null;
    const level = node.type === 'clauseHeading' ? headingLevel : headingLevel + 1 + repeats;
    const kept = Array.from({ length: level - 1 }, (_, index) => counters[index] ?? 0);
    counters = [...kept, (counters[level - 1] ?? 0) + 1];
    return counters;
  });
}

/** The clause numbers that references name, by clause id. */
export function numbersById(
  blocks: readonly ShownBlock[],
  numbers: readonly (readonly number[] | null)[],
): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, readonly number[]>();
  for (const [index, { node }] of blocks.entries()) {
    const number = numbers[index];
    const id = node.type === 'clauseHeading' || node.type === 'paragraph' ? node.attrs.id : null;
    if (id !== null && number) found.set(id, number);
  }
  return found;
}

/** The number before a clause: 第一条, 一、, 1., Article 1, and 1.1 for what is below a clause. */
export function numberLabel(
  number: readonly number[],
  style: DocumentNode['attrs']['numbering'],
  language: BodyLanguage,
): string {
  const [first = 0, ...rest] = number;
  if (rest.length > 0) return number.join('.');
  if (style === 'decimal') return `${first}.`;
  if (language === 'en') return style === 'article' ? `Article ${first}` : `${first}.`;
  return style === 'article' ? `第${chineseNumeral(first)}条` : `${chineseNumeral(first)}、`;
}

/** How other clauses name a clause: 第三条, 第3.2款, Article 3, Article 3.2. */
export function referenceLabel(number: readonly number[], language: BodyLanguage): string {
  if (language === 'en') return `Article\u00A0${number.join('.')}`;
  return number.length === 1 ? `第${chineseNumeral(number[0] ?? 0)}条` : `第${number.join('.')}款`;
}

/** A whole number from 1 to 9999 in Chinese numerals: 十一, 一百零五. */
export function chineseNumeral(value: number): string {
  let text = '';
  let gap = false;
  for (const [unit, name] of [[1000, '千'], [100, '百'], [10, '十'], [1, '']] as const) {
    const count = Math.floor(value / unit) % 10;
    if (count === 0) gap = text !== '';
    else {
      text += (gap ? '零' : '') + '零一二三四五六七八九'.charAt(count) + name;
      gap = false;
    }
  }
  return text.replace(/^一十/, '十');
}

/** Whether two bodies say the same block by block, so that they can be set clause by clause. */
export function areParallel(left: readonly BlockNode[], right: readonly BlockNode[]): boolean {
  return (
    left.length === right.length &&
    left.every((one, index) => {
      const other = right[index];
      if (other === undefined || shape(one) !== shape(other)) return false;
      if (one.type !== 'conditional' && one.type !== 'repeat') return true;
      return 'content' in other && areParallel(one.content, other.content as readonly BlockNode[]);
    })
  );
}

function shape(node: BlockNode): string {
  if (node.type === 'partyBlock') return `partyBlock ${node.attrs.key}`;
  if (node.type === 'signatureBlock') return `signatureBlock ${node.attrs.parties.map(({ key }) => key).join(' ')}`;
  if (node.type === 'orderedList' || !('attrs' in node)) return node.type;
  return `${node.type} ${canonicalJson(node.attrs)}`;
}
