import { resolve } from 'node:path';
import { app } from 'electron';

/** The ending of the files that the system opens with Deedbox. */
const ending = '.deedpack';

export interface FileListener {
  /** Names who takes the files, those included that came before there was anybody. */
  deliverTo(take: (path: string) => void): void;
}

/**
 * Hears of packs that a person opens in the system's file manager: macOS tells them, elsewhere they stand among the
 * arguments of the first start or of a second one. Only their paths are handed on; what is in them is judged later.
 */
export function listenForFiles(): FileListener {
  const early = process.argv.slice(1).filter(isPack).map((path) => resolve(path));
  let take = (path: string): void => void early.push(path);
  app.on('open-file', (event, path) => {
    if (!isPack(path)) return;
    event.preventDefault();
    take(path);
  });
  app.on('second-instance', (_event, argv, folder) => argv.slice(1).filter(isPack).forEach((path) => take(resolve(folder, path))));
  return {
    deliverTo: (taker) => {
      take = taker;
      early.splice(0).forEach(taker);
    },
  };
}

function isPack(text: string): boolean {
  return !text.startsWith('-') && text.toLowerCase().endsWith(ending);
}
