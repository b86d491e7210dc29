import { expect, test } from '@playwright/test';
import { ask } from '../actions/ask.ts';
import { goTo } from '../actions/contracts.ts';
import { shootIn } from '../actions/shoot.ts';
import { unfinishedForms } from '../actions/unfinished.ts';
import { labelled, launchWithVault } from '../actions/vaults.ts';
import type { RunningApp } from '../launch.ts';
import { wordsIn } from '../words.ts';

// What the house works by takes long to set up, and outlasts a lock too: an approval flow, a checklist, a law, rules,
// the days off of a year.

const words = wordsIn('en');
let app: RunningApp;
let page: RunningApp['page'];
const { leftOf: left, goOnWith: goOn, restored, lockAndUnlock, typeAndLock } = unfinishedForms(() => app, words);
const dialog = () => page.getByRole('dialog');
const field = (key: string) => labelled(page, words(key));
const save = (key: string) => dialog().getByRole('button', { name: words(key), exact: true }).click();
const look = (name: string) => shootIn(app, name, [['zh-CN', 'dark'], ['en', 'light']]);

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  app = await launchWithVault(words);
  page = app.page;
});
test.afterAll(() => app.close());

test('a flow with a step that has no name yet', async () => {
  await goTo(page, '/approvals/flows');
  await page.getByRole('button', { name: words('approvals.flows.add') }).click();
  await field('approvals.flows.name').fill('Leases');
  await page.getByRole('button', { name: words('approvals.flows.addStep') }).click();
  await field('approvals.flows.stepName').last().fill('Board');
  await typeAndLock(field('approvals.flows.stepName').last(), 's');
  await expect(left('flow')).toBeVisible();
  await goTo(page, '/');
  await goOn('flow');
  await expect(field('approvals.flows.name')).toHaveValue('Leases');
  await expect(field('approvals.flows.stepName').last()).toHaveValue('Boards');
  await look('resumed-flow');
  await field('approvals.flows.stepName').last().fill('');
  await typeAndLock(field('approvals.flows.name'), ' and works');
  await goOn('flow');
  await expect(field('approvals.flows.name')).toHaveValue('Leases and works');
  await expect(field('approvals.flows.stepName').last()).toHaveValue('');
  await field('approvals.flows.stepName').last().fill('Board');
  await save('approvals.flows.save');
  await expect(dialog()).toHaveCount(0);
  expect((await ask(app, 'approvals.flows', undefined)).map(({ name, steps }) => [name, steps.length])).toEqual([['Leases and works', 2]]);
  await expect(left('flow')).toHaveCount(0);
});

test('a change of that flow, given up', async () => {
  await page.getByRole('button', { name: words('approvals.flows.editOne', { name: 'Leases and works' }) }).click();
  await typeAndLock(field('approvals.flows.name'), '?');
  await goOn('flow');
  await expect(field('approvals.flows.name')).toHaveValue('Leases and works?');
  await save('ui.cancel');
  await expect(left('flow')).toHaveCount(0);
  await page.getByRole('button', { name: words('approvals.flows.editOne', { name: 'Leases and works' }) }).click();
  await expect(field('approvals.flows.name')).toHaveValue('Leases and works');
  await typeAndLock(field('approvals.flows.name'), '!');
  const [flow] = await ask(app, 'approvals.flows', undefined);
  await ask(app, 'approvals.removeFlow', { id: flow?.id ?? '' });
  await goTo(page, '/');
  await expect(left('flow')).toContainText(words('contracts.unfinished.why.GONE'));
  await left('flow').getByRole('button', { name: words('contracts.unfinished.showTyped') }).click();
  await expect(dialog()).toContainText('Leases and works!');
  await look('hindered-flow');
  await dialog().getByRole('button', { name: words('ui.close') }).click();
  await left('flow').getByRole('button', { name: words('contracts.unfinished.discard') }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: words('leaveGuard.discard') }).click();
  await expect(left('flow')).toHaveCount(0);
});

test('a checklist whose questions stand in one language', async () => {
  await goTo(page, '/reviews/settings?tab=checklists');
  await page.getByRole('button', { name: words('reviews.checklists.add') }).click();
  await field('reviews.checklists.nameEn').fill('Site visits');
  await page.getByRole('button', { name: words('reviews.checklists.addItem') }).click();
  await field('reviews.checklists.en').last().fill('Is the fence clos');
  await typeAndLock(field('reviews.checklists.en').last(), 'ed');
  await expect(left('checklist')).toBeVisible();
  await goTo(page, '/');
  await goOn('checklist');
  await expect(field('reviews.checklists.nameEn')).toHaveValue('Site visits');
  await expect(field('reviews.checklists.en').last()).toHaveValue('Is the fence closed');
  await look('resumed-checklist');
  await field('reviews.checklists.nameZh').fill('现场检查');
  await field('reviews.checklists.zh').first().fill('是否有人值守');
  await field('reviews.checklists.en').first().fill('Is somebody there');
  await field('reviews.checklists.zh').last().fill('围栏是否关闭');
  await save('reviews.save');
  await expect(dialog()).toHaveCount(0);
  await expect(left('checklist')).toHaveCount(0);
  expect((await ask(app, 'reviews.checklists', undefined)).filter(({ isShipped }) => !isShipped).map(({ checklist }) => checklist.items.length)).toEqual([2]);
});

test('a law with what is noted of it', async () => {
  await goTo(page, '/reviews/settings?tab=laws');
  await page.getByRole('button', { name: words('reviews.laws.add') }).click();
  await field('reviews.laws.nameZh').fill('港口法');
  await field('reviews.laws.citedAs').fill('港口法');
  await field('reviews.laws.note').fill('Look at berth');
  await typeAndLock(field('reviews.laws.note'), 's');
  await goTo(page, '/');
  await goOn('law');
  await expect(field('reviews.laws.note')).toHaveValue('Look at berths');
  await look('resumed-law');
  await save('reviews.save');
  await expect(dialog()).toHaveCount(0);
  await expect(left('law')).toHaveCount(0);
  expect((await ask(app, 'reviews.laws', undefined)).filter(({ isShipped }) => !isShipped).map(({ note }) => note)).toEqual(['Look at berths']);
});

test('a rule that warns', async () => {
  await goTo(page, '/risks?view=rules');
  await page.getByRole('button', { name: words('risks.rules.add') }).first().click();
  await field('risks.number.days').fill('45');
  await field('risks.rules.name').fill('Six week');
  await typeAndLock(field('risks.rules.name'), 's');
  await expect(left('warningRule')).toBeVisible();
  await goTo(page, '/');
  await goOn('warningRule');
  await expect(field('risks.rules.name')).toHaveValue('Six weeks');
  await expect(field('risks.number.days')).toHaveValue('45');
  await expect(restored()).toBeVisible();
  await look('resumed-rule');
  await save('risks.save');
  await expect(dialog()).toHaveCount(0);
  await expect(left('warningRule')).toHaveCount(0);
  expect((await ask(app, 'risks.rules', undefined)).map(({ name }) => name)).toEqual(['Six weeks']);
});

test('words that a rule of the checker is to look for as well', async () => {
  await goTo(page, '/checker/rules');
  await page.getByRole('button', { name: words('checker.rules.tune') }).first().click();
  await field('checker.rules.addedWords').fill('post');
  await typeAndLock(field('checker.rules.addedWords'), 'haste');
  await goTo(page, '/');
  await goOn('tuning');
  await expect(field('checker.rules.addedWords')).toHaveValue('posthaste');
  await look('resumed-tuning');
  await save('checker.rules.save');
  await expect(dialog()).toHaveCount(0);
  await expect(left('tuning')).toHaveCount(0);
  expect((await ask(app, 'checker.rules', undefined)).rules.flatMap(({ tuning }) => tuning?.addedWords ?? [])).toEqual(['posthaste']);
});

test('the days off of a year', async () => {
  await goTo(page, '/settings');
  await page.getByRole('button', { name: words('calendar.add') }).click();
  const year = await field('calendar.field.year').inputValue();
  await field('calendar.field.holidays').fill(`New Year: ${year}-01-0`);
  await typeAndLock(field('calendar.field.holidays'), '1');
  await goTo(page, '/');
  await goOn('workingYear');
  await expect(field('calendar.field.year')).toHaveValue(year);
  await expect(field('calendar.field.holidays')).toHaveValue(`New Year: ${year}-01-01`);
  await look('resumed-year');
  await save('ui.cancel');
  await expect(left('workingYear')).toHaveCount(0);
  expect(app.log).toEqual([]);
});

test('the days of reminders, and the rhythm of reviews', async () => {
  await goTo(page, '/settings');
  const days = labelled(page, words('reminders.event.expiry'));
  await days.fill('60, 3');
  await typeAndLock(days, '0');
  await goTo(page, '/');
  await goOn('reminderPolicy');
  await expect(days).toHaveValue('60, 30');
  await expect(restored()).toBeVisible();
  const overtaken = page.getByText(words('reminders.settings.changedMeanwhile'));
  await expect(overtaken).toHaveCount(0);
  const policy = await ask(app, 'reminders.policy', undefined);
  await ask(app, 'reminders.savePolicy', { policy: { ...policy, remindAt: 600 } });
  await expect(overtaken).toBeVisible();
  await days.scrollIntoViewIfNeeded();
  await look('resumed-reminder-policy');
  await page.locator('form').filter({ has: days }).getByRole('button', { name: words('reminders.settings.save') }).click();
  await expect(page.getByText(words('reminders.settings.saved'))).toBeVisible();
  await expect(restored()).toHaveCount(0);
  expect((await ask(app, 'reminders.policy', undefined)).offsets.expiry).toEqual([-60, -30]);
  await expect(overtaken).toHaveCount(0);
  await goTo(page, '/reviews/settings');
  const months = labelled(page, words('reviews.policy.upToMonths'));
  await months.fill('7');
  await expect(page.getByText(words('contracts.form.keptAt', { time: '' }).trim())).toBeVisible();
  await goTo(page, '/');
  await goOn('reviewPolicy');
  await expect(months).toHaveValue('7');
  await look('resumed-review-policy');
  await page.getByRole('button', { name: words('reviews.policy.save') }).click();
  await expect(page.getByText(words('reviews.policy.saved'))).toBeVisible();
  await months.fill('8');
  await page.getByRole('button', { name: words('reviews.policy.save') }).click();
  await expect.poll(async () => (await ask(app, 'reviews.policy', undefined)).policy.shortTermMonths).toBe(8);
  // Whatever still waits to be kept is kept before the vault is locked.
  await lockAndUnlock();
  expect(await ask(app, 'contracts.unfinishedDialogs', { contractId: null })).toEqual([]);
  await expect(months).toHaveValue('8');
  await expect(restored()).toHaveCount(0);
});
