import { app, type Session, type WebContents } from 'electron';
import { appOrigin } from './app-protocol.ts';

/** Denies, for every page of every session, what Deedbox never needs. */
export function hardenApp(developmentUrl: string | null): void {
  app.on('web-contents-created', (_event, contents) => hardenContents(contents, developmentUrl));
  app.on('session-created', hardenSession);
}

function hardenContents(contents: WebContents, developmentUrl: string | null): void {
  contents.on('will-navigate', (event) => {
    if (developmentUrl === null || !event.url.startsWith(developmentUrl)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

/** The only power that a page is given: to put a text on the clipboard; it reads nothing from there. */
const copying = 'clipboard-sanitized-write';

function hardenSession(session: Session): void {
  // Putting a text on the clipboard is asked for each time, and checked before.
  session.setPermissionRequestHandler((_contents, permission, answer) => answer(permission === copying));
  session.setPermissionCheckHandler((_contents, permission) => permission === copying);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler(null);
  session.on('will-download', (event) => event.preventDefault());
  session.setSpellCheckerEnabled(process.platform === 'darwin');
}

/** Lets a session reach nothing but the interface's own origin: the application is offline by construction. */
export function blockNetwork(session: Session, developmentUrl: string | null): void {
  session.webRequest.onBeforeRequest((request, answer) => {
    const allowed =
      request.url.startsWith(`${appOrigin}/`) ||
      /^(data|blob|devtools):/.test(request.url) ||
      (developmentUrl !== null && isDevelopmentServer(request.url, developmentUrl));
    answer({ cancel: !allowed });
  });
}

function isDevelopmentServer(url: string, developmentUrl: string): boolean {
  return new URL(url).host === new URL(developmentUrl).host;
}
