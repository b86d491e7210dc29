import type { Cell } from './model.ts';

/** What the cell says, trimmed; numbers as a person would type them. Empty text for an empty cell. */
export function cellToText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return cell.trim();
  if (typeof cell === 'number') return numberToText(cell);
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  return numberToText(cell.excelSerial);
}

/** True when the cell says nothing at all. */
export function isEmptyCell(cell: Cell | undefined): boolean {
  return cell === undefined || cell === null || (typeof cell === 'string' && cell.trim() === '');
}

/** What an error report shows of a cell: at most 80 characters, invisible ones as `[U+200B]`, so that they are seen. */
export function showCell(cell: Cell): string {
  const visible = cellToText(cell)
    .slice(0, 200)
    .replace(hidden, (one) => `[U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`);
  const characters = [...visible];
  return characters.length <= 72 ? visible.slice(0, 80) : `${characters.slice(0, 72).join('').slice(0, 79)}…`;
}

/**
 * The text without the harmless leftovers of copying: byte order marks, zero-width spaces and joiners, soft hyphens,
 * variation selectors. Non-breaking and ideographic spaces become plain ones.
 */
export function withoutLeftovers(text: string): string {
  return text.replace(leftovers, '').replace(/[\u00A0\u2007\u202F\u3000]/g, ' ').trim();
}

/** True when `withoutLeftovers` would take a character out. */
export function hasLeftovers(text: string): boolean {
  return text.search(leftovers) >= 0;
}

const leftovers = /[\u00AD\u200B-\u200D\u2060\uFE00-\uFE0F\uFEFF]/g;
const hidden = /[\p{Cs}\u0000-\u001F\u007F-\u009F\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u2028-\u202E\u2060-\u206F\u3164\uFE00-\uFE0F\uFEFF\uFFA0\uFFF0-\uFFFB\u{E0000}-\u{E0FFF}]/gu;

// Excel keeps 15 significant digits: 0.1 + 0.2 is stored as 0.30000000000000004 and meant as 0.3.
function numberToText(value: number): string {
  const rounded = Number(value.toPrecision(15));
  const text = String(rounded);
  return text.includes('e') ? exponentToDigits(rounded) : text;
}

function exponentToDigits(value: number): string {
  return Math.abs(value) < 1 ? value.toFixed(20).replace(/0+$/, '') : value.toLocaleString('en-US', { useGrouping: false });
}
