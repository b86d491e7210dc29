import { expect, test } from '@playwright/test';
import { addDays } from '#shared/kernel/day.ts';
import { ask } from '../actions/ask.ts';
import { goTo } from '../actions/contracts.ts';
import { signedRecord, todayHere } from '../actions/record.ts';
import { launchWithVault } from '../actions/vaults.ts';
import type { RunningApp } from '../launch.ts';
import { wordsIn } from '../words.ts';

// The clock of the window is moved, so it is a window of its own.

const words = wordsIn('en');
const today = todayHere();
const record = signedRecord({ signedOn: today, effectiveOn: today, expiresOn: addDays(today, 900) });
let app: RunningApp;
test.beforeAll(async () => {
  app = await launchWithVault(words);
});
test.afterAll(() => app.close());

test('a page that stays open over midnight counts from the new day', async () => {
  const { page } = app;
  const signed = (await ask(app, 'contracts.register', { title: 'Moorings', contractType: 'purchase', language: 'en', stage: 'signed', number: 'M-7', record, amount: null })).summary.id;
  const entry = { title: 'Deliver the buoys', obligor: 'them', type: 'delivery', due: { kind: 'fixed', on: addDays(today, 20) }, graceDays: 0, ownerId: null, evidenceRequired: false, dependsOn: [], milestoneId: null };
  await ask(app, 'fulfilment.saveObligation', { contractId: signed, id: null, revision: 0, entry });
  const coming = { everybody: false, kind: null, search: 'buoys', contractId: signed, limit: 20, view: 'coming', days: 30 } as const;
  await expect.poll(async () => (await ask(app, 'reminders.due', coming)).length, { timeout: 15_000 }).toBe(1);
  await goTo(page, '/');
  // The clock is looked at from the first moment of the page on.
  await page.clock.install();
  await page.reload();
  await goTo(page, '/reminders?view=coming');
  const row = page.getByRole('row').filter({ hasText: 'Deliver the buoys' });
  await expect(row).toContainText(words('reminders.inDays_other', { count: '20' }));
  await page.clock.fastForward('24:00:00');
  await expect(row).toContainText(words('reminders.inDays_other', { count: '19' }));
});
