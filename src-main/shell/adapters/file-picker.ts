import { BrowserWindow, dialog, shell } from 'electron';
import type { FilePicker } from '../../ports.ts';

/** The system's own dialogs, as sheets of the window that is in front. */
export function createFilePicker(): FilePicker {
  return {
    chooseFolder: async () => {
      const { canceled, filePaths } = await dialog.showOpenDialog(front(), {
        properties: ['openDirectory', 'createDirectory'],
      });
      return canceled ? null : (filePaths[0] ?? null);
    },
    chooseFile: async ({ name, extensions }) => {
      const { canceled, filePaths } = await dialog.showOpenDialog(front(), {
        properties: ['openFile'],
        filters: [{ name, extensions: [...extensions] }],
      });
      return canceled ? null : (filePaths[0] ?? null);
    },
    chooseTarget: async (suggestedName, { name, extensions }) => {
      const { canceled, filePath } = await dialog.showSaveDialog(front(), {
        defaultPath: suggestedName,
        filters: [{ name, extensions: [...extensions] }],
      });
      return canceled || filePath === '' ? null : filePath;
    },
    reveal: (path) => shell.showItemInFolder(path),
    // Where no program is there for it, the file manager shows at least where it lies.
    open: (path) => void shell.openPath(path).then((problem) => problem !== '' && shell.showItemInFolder(path)),
  };
}

function front(): BrowserWindow {
  const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0];
  if (window === undefined) throw new Error('a dialog needs a window');
  return window;
}
