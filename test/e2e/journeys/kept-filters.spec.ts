import { expect, test } from '@playwright/test';
import { goTo } from '../actions/contracts.ts';
import { labelled, launchWithVault } from '../actions/vaults.ts';
import type { RunningApp } from '../launch.ts';
import { wordsIn } from '../words.ts';

// Who comes back to a list from what they looked at there finds it narrowed as they left it.

const words = wordsIn('en');
let app: RunningApp;
test.beforeAll(async () => {
  app = await launchWithVault(words);
});
test.afterAll(() => app.close());

test('reviews, reminders and risks stay narrowed when somebody looks elsewhere', async () => {
  const { page } = app;
  const toggle = (name: string) => page.getByRole('switch', { name });
  // What is looked for is told a moment after its last letter.
  const pauseMs = 600;
  await goTo(page, '/reviews');
  await toggle(words('reviews.mine')).click();
  await labelled(page, words('reviews.search')).fill('press');
  await page.waitForTimeout(pauseMs);
  await goTo(page, '/reminders');
  await toggle(words('reminders.everybody')).click();
  await labelled(page, words('reminders.search')).fill('seal');
  await page.waitForTimeout(pauseMs);
  await goTo(page, '/risks');
  await toggle(words('risks.withClosed')).click();
  await page.getByRole('tab', { name: words('risks.view.scores') }).click();
  await page.getByRole('button', { name: words('risks.scores.all') }).click();

  await goTo(page, '/contracts');
  await goTo(page, '/reviews');
  await expect(labelled(page, words('reviews.search'))).toHaveValue('press');
  await expect(toggle(words('reviews.mine'))).toBeChecked();
  await goTo(page, '/reminders');
  await expect(labelled(page, words('reminders.search'))).toHaveValue('seal');
  await expect(toggle(words('reminders.everybody'))).toBeChecked();
  await goTo(page, '/risks');
  await expect(toggle(words('risks.withClosed'))).toBeChecked();
  await goTo(page, '/risks?view=scores');
  await expect(page.getByRole('button', { name: words('risks.scores.all') })).toHaveAttribute('aria-pressed', 'true');
});
