/** How a shortcut is written on this system: Ctrl+B, ⌘B. */
export function keyName(keys: string): string {
  return window.deedbox.platform === 'darwin' ? `⌘${keys.replace('Shift+', '⇧').replace('Alt+', '⌥')}` : `Ctrl+${keys}`;
}
