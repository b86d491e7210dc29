import { app } from 'electron';
import { createHandOver, type HandOver } from './hand-over.ts';

/** What the system calls Deedbox's links. */
const scheme = 'deedbox:';

/**
 * Hears of links that other programs open: macOS tells them, elsewhere they stand among the arguments of the first start
 * or of a second one. Whoever opens a link may have written it: it is handed on as text, and read by rules.
 */
export function listenForLinks(): Pick<HandOver, 'deliverTo'> {
  const links = createHandOver(process.argv.filter(isLink));
  // A program that runs from its sources would register the bare runtime in its stead.
  if (app.isPackaged) app.setAsDefaultProtocolClient(scheme.slice(0, -1));
  app.on('open-url', (event, link) => {
    event.preventDefault();
    links.put(link);
  });
  app.on('second-instance', (_event, argv) => argv.filter(isLink).forEach((link) => links.put(link)));
  return links;
}

function isLink(text: string): boolean {
  return text.toLowerCase().startsWith(scheme);
}
