import { join } from 'node:path';
import { app, BrowserWindow, session } from 'electron';
import type { Settings } from '#shared/features/settings/model.ts';
import type { DeviceState } from '../device/device-state.ts';
import type { About } from '../features/settings/handlers.ts';
import type { Router } from '../ipc/router.ts';
import { appOrigin, declareAppProtocol, serveInterface } from './app-protocol.ts';
import { startIdleLock, type IdleLock } from './idle-lock.ts';
import { isOwnFrame, listen } from './ipc-transport.ts';
import { showMenu } from './menu.ts';
import { blockNetwork, hardenApp } from './security.ts';
import { applyTheme, openMainWindow } from './window.ts';

/** Where the application runs, and what the shell does for the core. */
export interface Place {
  readonly packaged: boolean;
  readonly userData: string;
  readonly resources: string;
  readonly systemLanguage: string;
  readonly versions: About;
  readonly onSettings: (settings: Settings) => void;
  readonly onActivity: () => void;
}

/** What the core gives the shell to run. */
export interface Running {
  readonly device: DeviceState;
  readonly router: Router;
  readonly lock: () => void;
  readonly interfaceFolder: string;
}

/** Starts the application: one instance, one window, one core. */
export function startApp(compose: (place: Place) => Running): void {
  const developmentUrl = app.isPackaged ? null : (process.env['ELECTRON_RENDERER_URL'] ?? null);
  declareAppProtocol();
  hardenApp(developmentUrl);
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  app.on('second-instance', () => {
    const window = BrowserWindow.getAllWindows()[0];
    if (window?.isMinimized() === true) window.restore();
    window?.focus();
  });
  app.on('window-all-closed', () => app.quit());
  void app.whenReady().then(() => run(compose, developmentUrl));
}

function run(compose: (place: Place) => Running, developmentUrl: string | null): void {
  let idle: IdleLock | null = null;
  const { device, router, lock, interfaceFolder } = compose({
    packaged: app.isPackaged,
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
    onSettings: (settings) => {
      applyTheme(settings.theme);
      showMenu(settings.language, { lock });
      idle?.touch();
    },
    onActivity: () => idle?.touch(),
  });
  const { settings, bounds } = device.read();
  applyTheme(settings.theme);
  showMenu(settings.language, { lock });
  serveInterface(session.defaultSession.protocol, interfaceFolder);
  blockNetwork(session.defaultSession, developmentUrl);
  const origins = developmentUrl === null ? [appOrigin] : [appOrigin, new URL(developmentUrl).origin];
  listen(router, (event) => isOwnFrame(event, origins));
  idle = startIdleLock(() => device.read().settings.idleLockMinutes, lock);
  app.on('before-quit', () => lock());
  openMainWindow({
    url: developmentUrl ?? `${appOrigin}/index.html`,
    preload: join(interfaceFolder, '..', 'preload', 'preload.cjs'),
    bounds,
    onBounds: (changed) => device.change((state) => ({ ...state, bounds: changed })),
  });
}
