import { app } from 'electron';

/** What the system calls Deedbox's links. */
const scheme = 'deedbox:';

export interface LinkListener {
  /** Names who takes the links, those included that came before there was anybody. */
  deliverTo(take: (link: string) => void): void;
}

/**
 * Hears of links that other programs open: macOS tells them, elsewhere they stand among the arguments of the first start
 * or of a second one. Whoever opens a link may have written it: it is handed on as text, and read by rules.
 */
export function listenForLinks(): LinkListener {
  const early = process.argv.filter(isLink);
  let take = (link: string): void => void early.push(link);
  // A program that runs from its sources would register the bare runtime in its stead.
  if (app.isPackaged) app.setAsDefaultProtocolClient(scheme.slice(0, -1));
  app.on('open-url', (event, link) => {
    event.preventDefault();
    take(link);
  });
  app.on('second-instance', (_event, argv) => argv.filter(isLink).forEach((link) => take(link)));
  return {
    deliverTo: (taker) => {
      take = taker;
      early.splice(0).forEach(taker);
    },
  };
}

function isLink(text: string): boolean {
  return text.toLowerCase().startsWith(scheme);
}
