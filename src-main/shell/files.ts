import { resolve } from 'node:path';
import { app } from 'electron';
import { createHandOver, type HandOver } from './hand-over.ts';

/** The ending of the files that the system opens with Deedbox. */
const ending = '.deedpack';

/**
 * Hears of packs that a person opens in the system's file manager: macOS tells them, elsewhere they stand among the
 * arguments of the first start or of a second one. Only their paths are handed on; what is in them is judged later.
 */
export function listenForFiles(): Pick<HandOver, 'deliverTo'> {
  const files = createHandOver(process.argv.slice(1).filter(isPack).map((path) => resolve(path)));
  app.on('open-file', (event, path) => {
    if (!isPack(path)) return;
    event.preventDefault();
    files.put(path);
  });
  app.on('second-instance', (_event, argv, folder) => argv.slice(1).filter(isPack).forEach((path) => files.put(resolve(folder, path))));
  return files;
}

function isPack(text: string): boolean {
  return !text.startsWith('-') && text.toLowerCase().endsWith(ending);
}
