import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createCore } from './core.ts';
import { openDeviceState } from './device/device-state.ts';
import { defaultSettings } from './features/settings/handlers.ts';
import { createFilePicker } from './shell/adapters/file-picker.ts';
import { createKeyStore } from './shell/adapters/key-store.ts';
import { createLoginItem } from './shell/adapters/login-item.ts';
import { createNotifier } from './shell/adapters/notifier.ts';
import { createPrinter, printFontUrls } from './shell/adapters/printer.ts';
import type { Place, Running } from './shell/app.ts';
import { broadcast } from './shell/ipc-transport.ts';
import { consoleLog, randomIds, systemClock, systemTimer } from './system-world.ts';
import { createWorkers } from './workers/worker-pool.ts';

/** The composition root: everything is made here and handed to those who need it. */
export function compose(place: Place): Running {
  const device = openDeviceState(join(place.userData, 'device.json'), defaultSettings(place.systemLanguage));
  const fonts = join(place.program, 'fonts');
  const core = createCore({
    clock: systemClock,
    timer: systemTimer,
    notifier: createNotifier(),
    keyStore: createKeyStore(() => device.read().settings.language),
    loginItem: createLoginItem(),
    ids: randomIds,
    log: consoleLog,
    picker: createFilePicker(),
    printer: createPrinter(fonts),
    workers: createWorkers({ directory: pathToFileURL(join(place.program, 'main', 'workers', '/')), extension: '.js' }),
    kdfTargetMs: 500,
    device,
    nativeBinding: nativeBinding(place),
    sampleFolder: join(place.userData, 'sample-vault'),
    backupFolder: join(place.userData, 'backups'),
    scheduleFolder: join(place.userData, 'reminders'),
    systemUnlockFolder: join(place.userData, 'system-unlock'),
    signatureFont: () => readFileSync(join(fonts, 'regular.ttf')),
    fontUrls: printFontUrls,
    about: () => place.versions,
    updates: {
      releaseKey: () => releaseKey(place),
      running: () => ({ version: place.versions.version, platform: process.platform, arch: process.arch }),
    },
    onStatus: (status) => {
      place.onStatus(status);
      broadcast('vaultStatus', status);
    },
    onSettings: (settings) => {
      place.onSettings(settings);
      broadcast('settings', settings);
    },
    onChanged: (features) => broadcast('changed', { features }),
    onProgress: (taskId, phase, at) => broadcast('progress', { taskId, phase, ...(at ?? stepOf(phase)) }),
    onActivity: () => place.onActivity(),
    onLinked: () => broadcast('linkOpened', null),
    onPackOpened: () => broadcast('packOpened', null),
    onNoticeOpened: () => {
      place.onNoticeOpened();
      broadcast('noticeOpened', null);
    },
    onUntold: (count) => broadcast('reminded', { count }),
    onPresence: ({ isInBackground, waiting }) => place.onPresence({ isInBackground, waiting, language: device.read().settings.language }),
  });
  return { router: core.router, picks: core.picks, lock: core.vaults.lock, status: core.vaults.status, plan: core.scheduler.plan, openLink: core.openLink, openFile: core.openFile, settings: () => device.read().settings };
}

const exportPhases: readonly string[] = ['print', 'sign', 'write'];

function stepOf(phase: string): { readonly step: number; readonly steps: number } {
  return { step: exportPhases.indexOf(phase) + 1, steps: exportPhases.length };
}

/** The database driver's addon where the runtime needs one of its own; a package looks only into itself. */
function nativeBinding(place: Place): string | null {
  if (!place.packaged) return process.env['DEEDBOX_SQLITE_BINDING'] ?? null;
  const shipped = join(place.resources, 'addons', 'better_sqlite3.node');
  return existsSync(shipped) ? shipped : null;
}

/** The release key that this build was given; what runs from its source takes one from the tests too. */
function releaseKey(place: Place): string | null {
  const ofTests = place.packaged ? undefined : process.env['DEEDBOX_TEST_RELEASE_KEY'];
  const shipped = join(place.program, 'release-key.pem');
  return ofTests ?? (existsSync(shipped) ? readFileSync(shipped, 'utf8') : null);
}
