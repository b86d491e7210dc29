import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Writes the smallest Electron application, one window with one heading, and gives its folder. */
export function writeEmptyApp(parent: string): string {
  const folder = join(parent, 'empty-app');
  mkdirSync(folder);
  const files = {
    'package.json': JSON.stringify({ name: 'empty', version: '1.0.0', type: 'module', main: 'main.js' }),
    'index.html': '<!doctype html><meta charset="utf-8"><title>empty</title><h1>empty</h1>',
    // Not `await app.whenReady()`: Electron is not ready before its main module has ended.
    'main.js': `import { app, BrowserWindow } from 'electron';
app.on('window-all-closed', () => app.quit());
app.whenReady().then(() => new BrowserWindow({ width: 1280, height: 800, webPreferences: { sandbox: true } }).loadFile('index.html'));
`,
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}
