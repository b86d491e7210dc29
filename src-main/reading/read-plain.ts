import type { ReadFailure, ReadText, TextBlock } from '#shared/features/reading/model.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import { withTitle } from './with-title.ts';

/** The blocks of a text or Markdown file: a line each, as contracts are typed. Bytes of no known encoding: UNSUPPORTED_FILE. */
export function readPlain(name: string, bytes: Uint8Array): Result<ReadText, ReadFailure> {
  const text = decode(bytes);
  if (text === null) return fail('UNSUPPORTED_FILE');
  const lines = text.split(/\r\n|[\n\r\u2028\f]/u).filter((line) => line.trim() !== '');
  const isMarkdown = /\.(?:md|markdown)$/iu.test(name);
  const blocks = lines.flatMap((line) => (isMarkdown ? markdownBlock(line) : [block('paragraph', 0, line.trim())]));
  return succeed({ kind: isMarkdown ? 'markdown' : 'text', blocks: withTitle(blocks) });
}

/** By the byte order mark, else UTF-8 when every byte fits it, else GB18030; null for what holds zeros or fits neither. */
function decode(bytes: Uint8Array): string | null {
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
  if (marked === null && bytes.includes(0)) return null;
  for (const encoding of marked === null ? ['utf-8', 'gb18030'] : [marked]) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      continue;
    }
  }
  return null;
}

function markdownBlock(line: string): readonly TextBlock[] {
  const heading = /^ {0,3}(#{1,6})\s(.*)$/u.exec(line);
  if (heading !== null) return [block('heading', heading[1]?.length ?? 1, plain(heading[2] ?? ''))];
  if (/^\s*\|?[\s:|-]*-[\s:|-]*$/u.test(line)) return [];
  if (line.trim().startsWith('|')) {
    const cells = line.trim().replace(/^\|/u, '').replace(/\|$/u, '').split('|').map((cell) => plain(cell));
    return [{ kind: 'tableRow', level: 0, text: cells.join('\t'), cells }];
  }
  const item = /^(\s*)[-*+]\s(.*)$/u.exec(line);
  if (item !== null) return [block('listItem', Math.min(6, 1 + Math.floor((item[1]?.length ?? 0) / 2)), plain(item[2] ?? ''))];
  return [block('paragraph', 0, plain(line))];
}

/** Without the marks of emphasis and quotation. */
function plain(text: string): string {
  return text.replace(/\*\*|__(?=[^_\s])|^\s*>\s?/gu, '').trim();
}

function block(kind: TextBlock['kind'], level: number, text: string): TextBlock {
  return { kind, level, text, cells: null };
}
