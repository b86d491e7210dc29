import type { Language, Theme } from './model.ts';

/** What main fills in when it serves the prepared unlock screen. */
export const firstScreenBlanks = {
  nonce: '__CSP_NONCE__',
  vaultName: '__VAULT_NAME__',
  vaultFolder: '__VAULT_FOLDER__',
  userName: '__USER_NAME__',
} as const;

/** The file, within the interface's folder, of the unlock screen prepared for a language and a choice of colours. */
export function firstScreenFile(language: Language, theme: Theme): string {
  return `first-screens/${language}-${theme}.html`;
}
