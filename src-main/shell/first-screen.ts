import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { firstScreenBlanks, firstScreenFile } from '#shared/features/settings/first-screen.ts';
import type { VaultStatus } from '#shared/features/vault/model.ts';
import type { UnlockSubject, WindowLook } from './window-memory.ts';

/** What the window asks for first when the vault stands so; null for anything but a passphrase. */
export function unlockSubjectOf(status: VaultStatus): UnlockSubject | null {
  if (status.state === 'none' || status.vault.sample || status.vault.lastUserName === null) return null;
  return { vaultName: status.vault.name, vaultFolder: status.vault.folder, userName: status.vault.lastUserName };
}

/** The interface's page with the prepared unlock screen in it; as it was where none is wanted or was prepared. */
export function withFirstScreen(page: string, folder: string, look: WindowLook, isDark: boolean): string {
  const { language, theme, unlock } = look;
  const file = join(folder, firstScreenFile(language, theme));
  if (unlock === null || !existsSync(file)) return page;
  const prepared = readFileSync(file, 'utf8')
    .replaceAll(firstScreenBlanks.vaultName, () => escaped(unlock.vaultName))
    .replaceAll(firstScreenBlanks.vaultFolder, () => escaped(unlock.vaultFolder))
    .replaceAll(firstScreenBlanks.userName, () => escaped(unlock.userName));
  return page
    .replace(/<html[^>]*>/, `<html lang="${language}" data-scheme="${isDark ? 'dark' : 'light'}">`)
    .replace('<div id="root"></div>', () => `<div id="root"><div id="first-screen">${prepared}</div></div>`);
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
