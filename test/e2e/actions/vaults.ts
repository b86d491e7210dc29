import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { launch, type RunningApp } from '../launch.ts';
import type { Words } from '../words.ts';

export const passphrase = 'lantern orbit bicycle 47 moss';
export const person = '陈静 Chen Jing';

/** From the welcome screen to an open vault, as a person would go: folder, name, passphrase, code, two groups. */
export async function createVault(app: RunningApp, words: Words, look: (name: string) => Promise<void> = nothing): Promise<string> {
  const { page } = app;
  const folder = join(app.folder, '合同库');
  mkdirSync(folder, { recursive: true });
  await look('welcome');
  await page.getByRole('button', { name: words('vault.welcome.create') }).click();
  await app.answerDialogs(folder);
  await page.getByRole('button', { name: words('vault.create.folder.choose') }).click();
  await page.getByText(folder).waitFor();
  await look('create-folder');
  await page.getByRole('button', { name: words('vault.create.next') }).click();
  await labelled(page, words('vault.userName.label')).fill(person);
  await labelled(page, words('vault.passphrase.new')).fill(passphrase);
  await labelled(page, words('vault.passphrase.repeat')).fill(passphrase);
  await page.getByText(words('vault.strength.score.strong')).waitFor();
  await look('create-person');
  await page.getByRole('button', { name: words('vault.create.next') }).click();
  const code = await readRecoveryCode(app);
  await look('create-recovery');
  await page.getByLabel(words('vault.create.recovery.kept')).check();
  await page.getByRole('button', { name: words('vault.create.next') }).click();
  for (const [index, group] of code.entries()) {
    const field = labelled(page, words('vault.create.confirm.group', { number: String(index + 1) }));
    if ((await field.count()) > 0) await field.fill(group.toLowerCase());
  }
  await look('create-confirm');
  await page.getByRole('button', { name: words('vault.create.confirm.submit') }).click();
  await page.getByRole('button', { name: words('app.lock') }).waitFor();
  return folder;
}

/** A window of the usual size, in English and light, with a new vault open in it. */
export async function launchWithVault(words: Words): Promise<RunningApp> {
  const app = await launch();
  await app.setSettings({ language: 'en', theme: 'light' });
  await createVault(app, words);
  await app.setSize(1280, 800);
  return app;
}

/** Types the passphrase on the lock screen. */
export async function unlock({ page }: RunningApp, words: Words): Promise<void> {
  await labelled(page, words('vault.passphrase.label')).fill(passphrase);
  await page.getByRole('button', { name: words('vault.unlock.submit'), exact: true }).click();
  // The page that was left may have such a button too, or a dialog that stands above this one at once.
  await page.getByRole('banner', { includeHidden: true }).getByRole('button', { name: words('app.lock'), includeHidden: true }).waitFor();
}

/** The field whose label begins with these words; a required field's label ends with a star. */
export function labelled(page: Page, label: string): Locator {
  return page.getByLabel(new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(\\s*\\*)?$`));
}

async function readRecoveryCode({ page }: RunningApp): Promise<readonly string[]> {
  const text = page.getByText(/^[0-9A-HJKMNP-TV-Z]{4}$/);
  await text.first().waitFor();
  return text.allInnerTexts();
}

function nothing(): Promise<void> {
  return Promise.resolve();
}
