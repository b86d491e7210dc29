import { mkdirSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { app } from 'electron';
import { writeFileAtomically } from '../../files/atomic-file.ts';
import type { LoginItem } from '../../ports.ts';
import { backgroundFlag } from '../background.ts';

/** Starting at login: the system's own list on Windows and macOS, a file in the autostart folder on Linux. */
export function createLoginItem(): LoginItem {
  return { set: process.platform === 'linux' ? setAutostartFile : setSystemItem };
}

function setSystemItem(isOn: boolean): boolean {
  app.setLoginItemSettings({ openAtLogin: isOn, args: [backgroundFlag] });
  return app.getLoginItemSettings({ args: [backgroundFlag] }).openAtLogin === isOn;
}

function setAutostartFile(isOn: boolean): boolean {
  const folder = join(process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), 'autostart');
  const file = join(folder, 'deedbox.desktop');
  try {
    if (!isOn) {
      rmSync(file, { force: true });
      return true;
    }
    mkdirSync(folder, { recursive: true });
    const command = [process.execPath, ...(app.isPackaged ? [] : [app.getAppPath()]), backgroundFlag].map(quoted).join(' ');
    const lines = ['[Desktop Entry]', 'Type=Application', 'Name=Deedbox', 'Name[zh_CN]=契匣', `Exec=${command}`, 'Terminal=false', 'X-GNOME-Autostart-enabled=true'];
    writeFileAtomically(file, Buffer.from(`${lines.join('\n')}\n`));
    return true;
  } catch {
    return false;
  }
}

/** An argument as the Desktop Entry specification wants it quoted. */
function quoted(argument: string): string {
  return `"${argument.replace(/["`$\\]/g, (character) => `\\${character}`).replaceAll('%', '%%')}"`;
}
