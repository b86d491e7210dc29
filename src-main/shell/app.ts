import { join } from 'node:path';
import { app, type BrowserWindow, nativeTheme, powerMonitor, session } from 'electron';
import type { Settings } from '#shared/features/settings/model.ts';
import type { VaultStatus } from '#shared/features/vault/model.ts';
import type { Picks } from '../device/picks.ts';
import type { About } from '../features/settings/handlers.ts';
import type { Router } from '../ipc/router.ts';
import { appOrigin, declareAppProtocol, serveInterface } from './app-protocol.ts';
import { backgroundFlag, createBackground, showWindow, type Presence } from './background.ts';
import { unlockSubjectOf, withFirstScreen } from './first-screen.ts';
import { startIdleLock, type IdleLock } from './idle-lock.ts';
import { broadcast, isOwnFrame, listen, listenForDrops } from './ipc-transport.ts';
import { listenForFiles } from './files.ts';
import { listenForLinks } from './links.ts';
import { showMenu } from './menu.ts';
import { blockNetwork, hardenApp } from './security.ts';
import { openWindowMemory, type WindowMemory } from './window-memory.ts';
import { applyTheme, openMainWindow } from './window.ts';

/** Where the application runs, and what the shell does for the core. */
export interface Place {
  readonly packaged: boolean;
  /** The folder of the compiled program: `main`, `renderer`, `preload` and `fonts` lie in it. */
  readonly program: string;
  readonly userData: string;
  readonly resources: string;
  readonly systemLanguage: string;
  readonly versions: About;
  readonly onSettings: (settings: Settings) => void;
  readonly onStatus: (status: VaultStatus) => void;
  readonly onActivity: () => void;
  readonly onNoticeOpened: () => void;
  readonly onPresence: (presence: Presence) => void;
}

/** What the core gives the shell to run. */
export interface Running {
  readonly router: Router;
  readonly picks: Picks;
  readonly lock: () => void;
  readonly status: () => VaultStatus;
  /** Looks again what falls due when: the laptop woke up, or somebody came back to it. */
  readonly plan: () => void;
  readonly settings: () => Settings;
  /** Takes a link that another program opened. */
  readonly openLink: (link: string) => void;
  /** Takes a pack that the system asked to open. */
  readonly openFile: (path: string) => void;
}

/** How long the window has to hand over what was typed last before a lock that it didn't ask for. */
const handOverMs = 250;

type Compose = (place: Place) => Running;

/**
 * Starts the application: one instance, one window, one core. `program` is the folder of the compiled program. The
 * window comes first; the core is loaded and composed once its first frame is there or it asks for something.
 */
export function startApp(program: string, load: () => Promise<Compose>): void {
  const developmentUrl = app.isPackaged ? null : (process.env['ELECTRON_RENDERER_URL'] ?? null);
  declareAppProtocol();
  hardenApp(developmentUrl);
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  app.on('second-instance', showWindow);
  const links = listenForLinks();
  const files = listenForFiles();
  app.on('window-all-closed', () => app.quit());
  void app.whenReady().then(() => {
    const memory = openWindowMemory(join(app.getPath('userData'), 'window.json'));
    const running = once(async () => run(program, memory, window, await load()));
    files.deliverTo((path) => void running().then(({ openFile }) => openFile(path)));
    links.deliverTo((link) => void running().then(({ openLink }) => openLink(link)));
    const window: BrowserWindow = openWindow(program, developmentUrl, memory, running);
    // One thread starts the window's process and runs our code: what the first frame doesn't need comes after it.
    if (memory.read().unlock === null) return running();
    window.once('ready-to-show', () => void running());
    return undefined;
  });
}

function openWindow(
  program: string,
  developmentUrl: string | null,
  memory: WindowMemory,
  running: () => Promise<Running>,
): BrowserWindow {
  const { bounds, theme } = memory.read();
  const interfaceFolder = join(program, 'renderer');
  const origins = developmentUrl === null ? [appOrigin] : [appOrigin, new URL(developmentUrl).origin];
  applyTheme(theme);
  serveInterface(session.defaultSession.protocol, interfaceFolder, (page) =>
    withFirstScreen(page, interfaceFolder, memory.read(), nativeTheme.shouldUseDarkColors),
  );
  blockNetwork(session.defaultSession, developmentUrl);
  listen(
    async (operation, input) => (await running()).router(operation, input),
    (event) => isOwnFrame(event, origins),
  );
  listenForDrops(
    async (path) => (await running()).picks.add(path),
    (event) => isOwnFrame(event, origins),
  );
  return openMainWindow({
    url: developmentUrl ?? `${appOrigin}/index.html`,
    preload: join(program, 'preload', 'preload.cjs'),
    bounds,
    isHidden: process.argv.includes(backgroundFlag),
    onBounds: (changed) => memory.change({ bounds: changed }),
  });
}

function run(program: string, memory: WindowMemory, window: BrowserWindow, compose: Compose): Running {
  let idle: IdleLock | null = null;
  const lock = (): void => {
    broadcast('lockComing', null);
    setTimeout(() => running.lock(), handOverMs);
  };
  const background = createBackground(window, lock);
  const running = compose(
    placeOf(program, {
      onSettings: ({ theme, language }) => {
        memory.change({ theme, language });
        applyTheme(theme);
        showMenu(language, { lock });
        idle?.touch();
      },
      onStatus: (status) => memory.change({ unlock: unlockSubjectOf(status) }),
      onActivity: () => idle?.touch(),
      onNoticeOpened: showWindow,
      onPresence: background.show,
    }),
  );
  const { theme, language } = running.settings();
  memory.change({ theme, language, unlock: unlockSubjectOf(running.status()) });
  applyTheme(theme);
  showMenu(language, { lock });
  idle = startIdleLock(() => running.settings().idleLockMinutes, lock);
  app.on('before-quit', () => running.lock());
  // A timer does not count the hours of sleep, and nobody tells that the clock was set: coming back is the time to look.
  powerMonitor.on('resume', running.plan);
  app.on('browser-window-focus', running.plan);
  return running;
}

function placeOf(program: string, told: Pick<Place, 'onSettings' | 'onStatus' | 'onActivity' | 'onNoticeOpened' | 'onPresence'>): Place {
  return {
    ...told,
    packaged: app.isPackaged,
    program,
    userData: app.getPath('userData'),
    resources: process.resourcesPath,
    systemLanguage: app.getLocale(),
    versions: {
      version: app.getVersion(),
      electron: process.versions['electron'] ?? '',
      chromium: process.versions['chrome'] ?? '',
      node: process.versions.node,
      platform: `${process.platform} ${process.arch}`,
    },
  };
}

function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined;
  return () => (made ??= make());
}
