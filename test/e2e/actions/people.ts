import { labelled } from './vaults.ts';
import type { RunningApp } from '../launch.ts';
import type { wordsIn } from '../words.ts';

type Words = ReturnType<typeof wordsIn>;

/** Locks the vault and opens it as somebody else; gives the milliseconds until that person can work. */
export async function become({ page }: RunningApp, words: Words, name: string, secret: string): Promise<number> {
  const started = Date.now();
  await page.getByRole('banner').getByRole('button', { name: words('app.lock') }).click();
  await labelled(page, words('vault.userName.label')).fill(name);
  await labelled(page, words('vault.passphrase.label')).fill(secret);
  await page.getByRole('button', { name: words('vault.unlock.submit'), exact: true }).click();
  await page.getByRole('banner').getByRole('button', { name: words('app.lock') }).waitFor();
  return Date.now() - started;
}
