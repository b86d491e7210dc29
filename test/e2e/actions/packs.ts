import { expect } from '@playwright/test';
import type { RunningApp } from '../launch.ts';
import type { Words } from '../words.ts';
import { goTo } from './contracts.ts';
import { labelled } from './vaults.ts';

/** Saves the contact card of whoever uses a vault; gives the end of its fingerprint, which is read out to the other side. */
export async function saveCard(app: RunningApp, words: Words, path: string): Promise<string> {
  const { page } = app;
  await goTo(page, '/exchange?tab=identity');
  const shown = page.locator('[data-fingerprint]');
  await shown.waitFor();
  await app.answerDialogs(path);
  await page.getByRole('button', { name: words('exchange.identity.save') }).click();
  await expect(page.getByText(/\.deedcard/)).toBeVisible();
  return (await shown.locator('span').allInnerTexts()).slice(-2).join(' ');
}

/** Takes in the card of another vault, and confirms it by what was read out. */
export async function meet(app: RunningApp, words: Words, card: string, spoken: string): Promise<void> {
  const { page } = app;
  await goTo(page, '/exchange?tab=contacts');
  await app.answerDialogs(card);
  await page.getByRole('button', { name: words('exchange.contacts.add') }).click();
  await labelled(page, words('exchange.compare.spoken')).fill(spoken);
  await page.getByRole('dialog').getByRole('button', { name: words('exchange.compare.confirm') }).click();
  await expect(page.getByText(words('exchange.contacts.confirmed'), { exact: true })).toBeVisible();
}
