import { expect, test } from '@playwright/test';
import { addDays } from '#shared/kernel/day.ts';
import { ask } from '../actions/ask.ts';
import { goTo } from '../actions/contracts.ts';
import { signedRecord, todayHere } from '../actions/record.ts';
import { labelled, launchWithVault } from '../actions/vaults.ts';
import type { RunningApp } from '../launch.ts';
import { wordsIn } from '../words.ts';

// Who comes back to a list from what they looked at there finds it narrowed as they left it.

const words = wordsIn('en');
let app: RunningApp;
test.beforeAll(async () => {
  app = await launchWithVault(words);
  const { id: contractId } = (await ask(app, 'contracts.register', { title: 'Plant lease', contractType: 'lease', language: 'en', stage: 'signed', number: 'L-1', record: signedRecord(), amount: null })).summary;
  await ask(app, 'reviews.add', { contractId, dueOn: addDays(todayHere(), 10) });
});
test.afterAll(() => app.close());

test('reviews, reminders and risks stay narrowed when somebody looks elsewhere', async () => {
  const { page } = app;
  const toggle = (name: string) => page.getByRole('switch', { name });
  // What is looked for is told a moment after its last letter: what doesn't match leaves the list then.
  const listed = page.getByText('Plant lease');
  await goTo(page, '/reviews');
  await expect(listed.first()).toBeVisible();
  await labelled(page, words('reviews.search')).fill('press');
  await expect(listed).toHaveCount(0);
  await toggle(words('reviews.mine')).click();
  await goTo(page, '/reminders?view=coming');
  await toggle(words('reminders.everybody')).click();
  await expect(listed.first()).toBeVisible();
  await labelled(page, words('reminders.search')).fill('seal');
  await expect(listed).toHaveCount(0);
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
