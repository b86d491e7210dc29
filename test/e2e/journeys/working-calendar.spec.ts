import { expect, test } from '@playwright/test';
import { ask } from '../actions/ask.ts';
import { goTo } from '../actions/contracts.ts';
import { shoot } from '../actions/shoot.ts';
import { createVault } from '../actions/vaults.ts';
import { launch, type RunningApp } from '../launch.ts';
import { wordsIn } from '../words.ts';

// A year of working time can be neither emptied nor contradicted; one that is known is replaced only after a question that
// names the days, and the announced days come back.

let app: RunningApp;
test.beforeAll(async () => {
  app = await launch();
});
test.afterAll(() => app.close());

test('a known year is replaced after a question only, and the announced days come back', async () => {
  const { page } = app;
  const words = wordsIn('zh-CN');
  await app.setSettings({ language: 'zh-CN', theme: 'light' });
  await createVault(app, words);
  await goTo(page, '/settings');
  await page.getByRole('button', { name: words('calendar.add') }).click();
  const dialog = page.getByRole('dialog', { name: words('calendar.dialog') });
  const save = dialog.getByRole('button', { name: words('calendar.save') });
  const [year, off, worked] = ['year', 'holidays', 'workdays'].map((name) => page.locator(`#calendar-${name}`));
  if (year === undefined || off === undefined || worked === undefined) throw new Error('the fields are named otherwise');
  await year.fill('2026');
  await expect(save).toBeDisabled();
  await expect(dialog.getByText(words('calendar.hint.noneOff'))).toBeVisible();
  await off.fill('1月1日 元旦');
  await worked.fill('1月4日\n1月1日');
  await expect(dialog.getByText(words('calendar.problem.DAY_IN_BOTH', { line: '2' }))).toBeVisible();
  await expect(save).toBeDisabled();

  await worked.fill('1月4日');
  await save.click();
  const question = page.getByRole('alertdialog');
  await expect(question).toContainText(words('calendar.replace.title', { year: '2026' }));
  await expect(question).toContainText('2026-10-01');
  await shoot(app, 'calendar-replace-zh');
  await question.getByRole('button', { name: words('ui.cancel') }).click();
  expect(await ask(app, 'calendar.ownYears')).toEqual([]);

  await save.click();
  await question.getByRole('button', { name: words('calendar.replace.action') }).click();
  await expect(page.getByText(words('calendar.saved', { year: '2026' }))).toBeVisible();
  await page.getByRole('button', { name: words('calendar.remove.restore') }).click();
  await question.getByRole('button', { name: words('calendar.remove.restore') }).click();
  await expect(page.getByText(words('calendar.remove.done', { year: '2026' }))).toBeVisible();
  expect(await ask(app, 'calendar.ownYears')).toEqual([]);
});
