import { escapeHtml } from '../documents/html.ts';
import type { ComparedBlock, DiffPart } from './compare.ts';

/**
 * What changed between two versions as an HTML fragment for print: the added underlined and green, the removed struck
 * through and red, so that it reads in black and white as well. `heading` says which versions these are.
 */
export function redlineHtml(heading: string, blocks: readonly ComparedBlock[]): string {
  const lines = blocks.map((block) => {
    const number = numberParts(block);
    const space = number.length === 0 ? '' : ' ';
    const body = number.map(partHtml).join('') + space + block.parts.map(partHtml).join('');
    const { kind } = block.right ?? block.left ?? { kind: 'paragraph' };
    if (kind === 'title') return `<h1>${body}</h1>`;
    if (kind === 'heading') return `<h2>${body}</h2>`;
    return `<p>${kind === 'listItem' ? '• ' : ''}${body}</p>`;
  });
  return `<article class="contract"><p><strong>${escapeHtml(heading)}</strong></p>${lines.join('')}</article>`;
}

/** The clause number of a block, and the one that it had before. */
export function numberParts({ kind, left, right, parts }: ComparedBlock): readonly DiffPart[] {
  const [before, after] = [left?.number ?? null, right?.number ?? null];
  if (left === null || right === null) {
    const number = before ?? after;
    const only = parts[0]?.kind ?? 'same';
    return number === null ? [] : [{ kind: only, text: number }];
  }
  if (kind === 'same' || before === after) return after === null ? [] : [{ kind: 'same', text: after }];
  return [
    ...(before === null ? [] : [{ kind: 'removed', text: before } as const]),
    ...(after === null ? [] : [{ kind: 'added', text: after } as const]),
  ];
}

const styles = {
  added: 'color:#0b6b35;text-decoration:underline',
  removed: 'color:#b3261e;text-decoration:line-through',
} as const;

function partHtml({ kind, text }: DiffPart): string {
  const html = escapeHtml(text).replaceAll('\n', '<br>');
  if (kind === 'same') return html;
  const tag = kind === 'added' ? 'ins' : 'del';
  return `<${tag} style="${styles[kind]}">${html}</${tag}>`;
}
