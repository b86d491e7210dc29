import { BrowserWindow, nativeTheme, screen } from 'electron';
import type { Theme } from '#shared/features/settings/model.ts';
import type { WindowBounds } from './window-memory.ts';

export interface WindowParts {
  readonly url: string;
  readonly preload: string;
  readonly bounds: WindowBounds | null;
  /** Started at login: the window stays out of sight until it is asked for. */
  readonly isHidden: boolean;
  readonly onBounds: (bounds: WindowBounds) => void;
}

// A tablet held upright is 800 wide.
const smallest = { width: 800, height: 640 };

/** Opens the main window where it stood last, as long as a screen is still there. */
export function openMainWindow(parts: WindowParts): BrowserWindow {
  const bounds = parts.bounds !== null && isOnScreen(parts.bounds) ? parts.bounds : null;
  const window = new BrowserWindow({
    width: bounds?.width ?? 1280,
    height: bounds?.height ?? 800,
    ...(bounds === null ? {} : { x: bounds.x, y: bounds.y }),
    minWidth: smallest.width,
    minHeight: smallest.height,
    title: 'Deedbox',
    show: !parts.isHidden,
    // Shown at once on its own ground: the first frame follows before the eye has found the window.
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#13161c' : '#f5f2ec',
    webPreferences: {
      preload: parts.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      // Plain fields only, and on macOS, which has dictionaries of its own: elsewhere Chromium would fetch them from the
      // network. Texts of contracts are checked by ui/document-editor/spelling, alike on every system.
      spellcheck: process.platform === 'darwin',
    },
  });
  if (bounds?.maximised === true && !parts.isHidden) window.maximize();
  const remember = (): void => {
    if (!window.isMinimized()) parts.onBounds({ ...window.getNormalBounds(), maximised: window.isMaximized() });
  };
  window.on('close', remember);
  void window.loadURL(parts.url);
  return window;
}

/** Makes Chromium and the system's own controls follow the chosen theme. */
export function applyTheme(theme: Theme): void {
  nativeTheme.themeSource = theme;
}

function isOnScreen(bounds: WindowBounds): boolean {
  return screen.getAllDisplays().some(({ workArea }) => {
    const right = Math.min(bounds.x + bounds.width, workArea.x + workArea.width);
    const bottom = Math.min(bounds.y + bounds.height, workArea.y + workArea.height);
    return right - Math.max(bounds.x, workArea.x) > 100 && bottom - Math.max(bounds.y, workArea.y) > 100;
  });
}
