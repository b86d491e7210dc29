import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { Language } from '#shared/features/settings/model.ts';
import { broadcast } from './ipc-transport.ts';
import words from './menu-words.json' with { type: 'json' };

export interface MenuParts {
  readonly lock: () => void;
}

/** The system's menu in the chosen language. */
export function showMenu(language: Language, { lock }: MenuParts): void {
  const word = words[language];
  const file: MenuItemConstructorOptions = {
    label: word.file,
    submenu: [
      { label: word.newContract, accelerator: 'CmdOrCtrl+N', click: () => broadcast('menu', { action: 'newContract' }) },
      { label: word.verify, click: () => broadcast('menu', { action: 'verify' }) },
      { type: 'separator' },
      { label: word.settings, accelerator: 'CmdOrCtrl+,', click: () => broadcast('menu', { action: 'settings' }) },
      { label: word.lock, accelerator: 'CmdOrCtrl+L', click: lock },
      { type: 'separator' },
      { label: word.quit, role: 'quit' },
    ],
  };
  const edit: MenuItemConstructorOptions = {
    label: word.edit,
    submenu: [
      { label: word.undo, role: 'undo' },
      { label: word.redo, role: 'redo' },
      { type: 'separator' },
      { label: word.cut, role: 'cut' },
      { label: word.copy, role: 'copy' },
      { label: word.paste, role: 'paste' },
      { label: word.selectAll, role: 'selectAll' },
    ],
  };
  const view: MenuItemConstructorOptions = {
    label: word.view,
    submenu: [
      { label: word.commandPalette, accelerator: 'CmdOrCtrl+K', click: () => broadcast('menu', { action: 'commandPalette' }) },
      { type: 'separator' },
      { label: word.zoomIn, role: 'zoomIn' },
      { label: word.zoomOut, role: 'zoomOut' },
      { label: word.resetZoom, role: 'resetZoom' },
      { label: word.fullScreen, role: 'togglefullscreen' },
    ],
  };
  const help: MenuItemConstructorOptions = {
    label: word.help,
    submenu: [{ label: word.shortcuts, click: () => broadcast('menu', { action: 'shortcuts' }) }],
  };
  Menu.setApplicationMenu(Menu.buildFromTemplate([file, edit, view, help]));
}
