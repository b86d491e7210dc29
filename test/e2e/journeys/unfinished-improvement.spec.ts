import { expect, test } from '@playwright/test';
import { ask } from '../actions/ask.ts';
import { goTo } from '../actions/contracts.ts';
import { shootIn } from '../actions/shoot.ts';
import { unfinishedForms } from '../actions/unfinished.ts';
import { labelled, launchWithVault } from '../actions/vaults.ts';
import type { RunningApp } from '../launch.ts';
import { wordsIn } from '../words.ts';

// A problem that is being reported, the result of an improvement and its goal outlast a lock; a step of its state leaves
// the text beside it to be saved.

const words = wordsIn('en');
let app: RunningApp;
let page: RunningApp['page'];
const { leftOf: left, goOnWith: goOn, restored, lockAndUnlock } = unfinishedForms(() => app, words);
let itemId: string;
const dialog = () => page.getByRole('dialog');
const look = (name: string) => shootIn(app, name, [['zh-CN', 'light'], ['en', 'dark']]);

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  app = await launchWithVault(words);
  page = app.page;
});
test.afterAll(() => app.close());

test('a problem is reported from where its report was left', async () => {
  await goTo(page, '/improvement');
  await page.getByRole('button', { name: words('improvement.report.open') }).first().click();
  await labelled(page, words('improvement.report.what')).fill('Approvals take long');
  await labelled(page, words('improvement.report.more')).fill('Three weeks in March');
  await lockAndUnlock();
  await expect(dialog()).toHaveCount(0);
  await expect(left('improvementReport')).toBeVisible();
  await goTo(page, '/');
  await goOn('improvementReport');
  await expect(labelled(page, words('improvement.report.what'))).toHaveValue('Approvals take long');
  await expect(labelled(page, words('improvement.report.more'))).toHaveValue('Three weeks in March');
  await look('resumed-report');
  await dialog().getByRole('button', { name: words('improvement.report.send') }).click();
  await expect(dialog()).toHaveCount(0);
  await expect(left('improvementReport')).toHaveCount(0);
  itemId = (await ask(app, 'improvement.list', { show: 'open', mine: false }))[0]?.id ?? '';
});

test('its goal, and its result', async () => {
  await goTo(page, `/improvement/${itemId}`);
  await page.getByRole('button', { name: words('improvement.goal.add') }).click();
  await labelled(page, words('improvement.goal.targetIn.hours')).fill('12');
  await lockAndUnlock();
  await goOn('improvementGoal');
  await expect(labelled(page, words('improvement.goal.targetIn.hours'))).toHaveValue('12');
  await look('resumed-goal');
  await dialog().getByRole('button', { name: words('improvement.goal.save') }).click();
  await expect(dialog()).toHaveCount(0);
  await expect(left('improvementGoal')).toHaveCount(0);
  await labelled(page, words('improvement.field.result')).fill('Two approvers now');
  await lockAndUnlock();
  await expect(labelled(page, words('improvement.field.result'))).toHaveValue('Two approvers now');
  await restored().scrollIntoViewIfNeeded();
  await look('resumed-result');
});

test('a step leaves the text that is being written, and it is saved after it', async () => {
  await app.setSettings({ language: 'en', theme: 'light' });
  const why = labelled(page, words('improvement.why', { number: '1' }));
  await why.fill('Nobody stands in');
  await page.getByRole('button', { name: words('improvement.move.acting') }).click();
  await expect(page.getByText(words('improvement.state.acting')).first()).toBeVisible();
  await expect(why).toHaveValue('Nobody stands in');
  await lockAndUnlock();
  await expect(why).toHaveValue('Nobody stands in');
  await page.getByRole('button', { name: words('improvement.save'), exact: true }).click();
  await expect(page.getByText(words('improvement.saved'))).toBeVisible();
  await expect(restored()).toHaveCount(0);
  await expect(labelled(page, words('improvement.field.result'))).toHaveValue('Two approvers now');
  expect(app.log).toEqual([]);
});
