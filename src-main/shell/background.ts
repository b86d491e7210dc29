import { app, BrowserWindow, Menu, nativeImage, Tray, type NativeImage } from 'electron';
import { filled, reminderTexts } from '#shared/features/reminders/words.ts';
import type { Language } from '#shared/features/settings/model.ts';
import { broadcast } from './ipc-transport.ts';

/** Given at login: Deedbox starts without a window in sight. */
export const backgroundFlag = '--background';

/** What the tray says and whether it is there at all. */
export interface Presence {
  readonly isInBackground: boolean;
  readonly waiting: number;
  readonly language: Language;
}

export interface Background {
  show(presence: Presence): void;
}

/** Brings the window to the front, out of the tray too. */
export function showWindow(): void {
  const window = BrowserWindow.getAllWindows().find((one) => !one.isDestroyed());
  if (window === undefined) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

/**
 * In the background, closing the window only hides it: the tray stays, with what waits, and the way out. Without it a
 * closed window ends the application, as before.
 */
export function createBackground(window: BrowserWindow, lock: () => void): Background {
  let tray: Tray | null = null;
  let isLeaving = false;
  let presence: Presence | null = null;
  app.on('before-quit', () => (isLeaving = true));
  app.on('activate', showWindow);
  window.on('close', (event) => {
    // A tray that could not be made is no place to hide in.
    if (isLeaving || presence?.isInBackground !== true || tray === null) return;
    event.preventDefault();
    window.hide();
  });

  return {
    show: (next) => {
      if (JSON.stringify(next) === JSON.stringify(presence)) return;
      presence = next;
      if (!next.isInBackground) {
        tray?.destroy();
        tray = null;
        if (!window.isVisible() && !window.isMinimized()) window.show();
        return;
      }
      tray ??= makeTray();
      if (tray !== null) label(tray, next, lock);
    },
  };
}

function makeTray(): Tray | null {
  try {
    const tray = new Tray(trayImage(false));
    tray.on('click', showWindow);
    return tray;
  } catch {
    return null;
  }
}

function label(tray: Tray, { waiting, language }: Presence, lock: () => void): void {
  const words = reminderTexts(language).tray;
  const title = waiting === 0 ? words.idle : filled(words.waiting, { count: waiting });
  tray.setImage(trayImage(waiting > 0));
  tray.setToolTip(title);
  if (process.platform === 'darwin') tray.setTitle(waiting === 0 ? '' : String(waiting));
  const showReminders = (): void => {
    showWindow();
    broadcast('menu', { action: 'reminders' });
  };
  tray.setContextMenu(
    Menu.buildFromTemplate([
      { label: title, enabled: false },
      { type: 'separator' },
      { label: words.open, click: showWindow },
      { label: words.reminders, click: showReminders },
      { label: words.lock, click: lock },
      { type: 'separator' },
      { label: words.quit, click: () => app.quit() },
    ]),
  );
}

/** A box with a lid, drawn here: a mark of 16 points needs no file. A dot says that something waits. */
function trayImage(isWaiting: boolean): NativeImage {
  const size = 32;
  const pixels = Buffer.alloc(size * size * 4);
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      const isBox = x >= 3 && x < 29 && y >= 8 && y < 28;
      const isSeam = y === 14 || y === 15;
      const isLock = x >= 14 && x < 18 && y >= 12 && y < 19;
      const isDot = isWaiting && (x - 25) ** 2 + (y - 8) ** 2 <= 36;
      // Blue, green, red, opacity.
      if (isDot) pixels.set([0x3a, 0x3a, 0xd9, 0xff], (y * size + x) * 4);
      else if (isBox && (!isSeam || isLock)) pixels.set(isLock ? [0xf5, 0xf2, 0xec, 0xff] : [0x6b, 0x8f, 0xb8, 0xff], (y * size + x) * 4);
    }
  }
  return nativeImage.createFromBitmap(pixels, { width: size, height: size, scaleFactor: 2 });
}
