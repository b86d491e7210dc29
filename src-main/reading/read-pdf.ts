import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { ReadFailure, ReadText } from '#shared/features/reading/model.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import { toOrdinaryCharacters } from '../pdf/text-maps.ts';
import { blocksOfPages, type PrintedLine } from './pdf-lines.ts';
import { withTitle } from './with-title.ts';

/** The blocks of a PDF that holds text, in the order it was set. A scan has none: NO_TEXT_IN_FILE. */
export async function readPdf(bytes: Uint8Array): Promise<Result<ReadText, ReadFailure>> {
  const pdfjs = await loadPdfjs();
  const task = pdfjs.getDocument({
    // The library empties the buffer that it is given.
    data: Uint8Array.from(bytes),
    cMapUrl: characterMaps(),
    cMapPacked: true,
    disableFontFace: true,
    useSystemFonts: false,
    stopAtErrors: false,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
  });
  try {
    const pdf = await task.promise;
    const pages: (readonly PrintedLine[])[] = [];
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      pages.push(linesOf(items));
      page.cleanup();
    }
    return succeed({ kind: 'pdf', blocks: withTitle(blocksOfPages(pages)) });
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    return fail(name === 'PasswordException' ? 'ENCRYPTED_FILE' : 'DAMAGED_FILE');
  } finally {
    await task.destroy();
  }
}

/** Loaded at the first PDF only. With its worker in this thread: this is a worker already. */
async function loadPdfjs() {
  // Names that drawing needs and reading never calls; without a canvas the library stops at them.
  for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) if (!(name in globalThis)) Object.assign(globalThis, { [name]: class {} });
  const worker: unknown = await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  (globalThis as { pdfjsWorker?: unknown }).pdfjsWorker = worker;
  return import('pdfjs-dist/legacy/build/pdf.mjs');
}

/** Beside the built program, else in the package: the path of a folder, with its slash at the end. */
function characterMaps(): string {
  const shipped = fileURLToPath(new URL('../../cmaps/', import.meta.url));
  if (existsSync(shipped)) return shipped;
  return createRequire(import.meta.url).resolve('pdfjs-dist/package.json').replace(/package\.json$/u, 'cmaps/');
}

type TextContentItem = { readonly str: string; readonly transform: readonly number[]; readonly width: number; readonly height: number } | { readonly type: string };

/** Puts the pieces that stand on one line together; a gap wider than a letter becomes a space. Radicals become characters. */
function linesOf(items: readonly TextContentItem[]): readonly PrintedLine[] {
  const lines: { text: string; left: number; right: number; bottom: number; height: number }[] = [];
  for (const item of items) {
    if (!('str' in item) || item.str === '') continue;
    const left = item.transform[4] ?? 0;
    const bottom = item.transform[5] ?? 0;
    const line = lines.at(-1);
    if (line !== undefined && Math.abs(line.bottom - bottom) < Math.max(2, line.height / 2) && left >= line.left) {
      const isApart = left - line.right > Math.max(1, item.height * 0.25) && !line.text.endsWith(' ') && !item.str.startsWith(' ');
      line.text += (isApart ? ' ' : '') + item.str;
      line.right = Math.max(line.right, left + item.width);
    } else {
      lines.push({ text: item.str, left, right: left + item.width, bottom, height: item.height || 10 });
    }
  }
  return lines.filter(({ text }) => text.trim() !== '').map((line) => ({ ...line, text: toOrdinaryCharacters(line.text.trim()) }));
}
