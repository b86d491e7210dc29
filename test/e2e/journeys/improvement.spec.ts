import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { lastOfMonth, type Day } from '#shared/kernel/day.ts';
import { ask } from '../actions/ask.ts';
import { goTo } from '../actions/contracts.ts';
import { labelled } from '../actions/vaults.ts';
import { shoot } from '../actions/shoot.ts';
import { signMonthByMonth } from '../../harness/signing-history.ts';
import { createTestVault, goodPassphrase, testWorld, userName } from '../../harness/world.ts';
import { launch, type RunningApp } from '../launch.ts';
import { wordsIn } from '../words.ts';

// A year and a half of signatures, and two goals on them: one met by more than chance, one that only looks met. Then the
// first page and the reports on the same history.

const words = wordsIn('zh-CN');
let app: RunningApp;
let vault: string;
let item: string;
test.beforeAll(async () => {
  test.setTimeout(120_000);
  app = await launch();
  ({ vault, item } = await generate());
});
test.afterAll(() => app.close());

/** A vault with a history, made by the application's own core on a clock that is moved. */
async function generate(): Promise<{ readonly vault: string; readonly item: string }> {
  const world = testWorld(undefined, monthsAgo(18));
  const folder = join(app.folder, 'vaults');
  mkdirSync(folder, { recursive: true });
  const made = await createTestVault(world, 'history');
  const months = await signMonthByMonth(world, [18, 22, 19, 21, 20, 23, 18, 21, 19, 22, 20, 18, 18, 17, 18, 6, 5, 6]);
  const { id } = await world.must('improvement.report', { kind: 'problem', origin: 'page', originRef: '', title: '签约周期太长', description: '从起草到签署平均要三周。' });
  const bind = (from: number, to: number, target: number) =>
    world.must('improvement.saveGoal', { itemId: id, goal: { id: null, horizon: 'short', metric: 'cycle_days', target, fromOn: months[from] as Day, untilOn: lastOfMonth(months[to] as Day) } });
  await bind(12, 14, 18);
  await bind(15, 17, 10);
  await world.must('vault.lock', undefined);
  const { cpSync } = await import('node:fs');
  cpSync(made.folder, join(folder, 'history'), { recursive: true });
  await world.close();
  return { vault: join(folder, 'history'), item: id };
}

function monthsAgo(count: number): number {
  const now = new Date();
  return Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - count, 1, 1, 0);
}

test('a goal is shown met, another honestly not, and the same history stands on the first page and in reports', async () => {
  test.setTimeout(120_000);
  const { page } = app;
  await app.setSettings({ language: 'zh-CN', theme: 'light' });
  await page.getByRole('button', { name: words('vault.welcome.create') }).waitFor();
  await app.answerDialogs(vault);
  const picked = await ask(app, 'vault.pickFolder', { purpose: 'open' });
  await ask(app, 'vault.select', { pickId: picked?.pickId });
  await labelled(page, words('vault.userName.label')).fill(userName);
  await labelled(page, words('vault.passphrase.label')).fill(goodPassphrase);
  await page.getByRole('button', { name: words('vault.unlock.submit'), exact: true }).click();
  await page.getByRole('button', { name: words('app.lock') }).waitFor();

  await expect(page.locator('[data-card="stages"]')).toContainText('36');
  await expect(page.locator('[data-card="cycle"] [data-chart="line"]')).toBeVisible();
  await shoot(app, 'home-zh');
  await page.getByRole('button', { name: words('home.arrange.open') }).click();
  await page.getByRole('button', { name: words('home.arrange.hideOne', { title: words('home.quick.title') }) }).click();
  await page.getByRole('button', { name: words('home.arrange.move', { title: words('home.card.money') }) }).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Space');
  await shoot(app, 'home-arranging-zh');
  await page.getByRole('button', { name: words('home.arrange.done') }).click();
  await expect(page.locator('[data-card="quick"]')).toHaveCount(0);
  await page.locator('[data-card="stages"]').getByRole('button').filter({ hasText: words('contracts.stage.signed') }).click();
  await expect(page.getByRole('heading', { level: 1, name: words('contracts.title'), exact: true })).toBeVisible();

  await goTo(page, `/improvement/${item}`);
  await expect(page.locator('[data-verdict="met_within_noise"]')).toBeVisible();
  await expect(page.locator('[data-verdict="met"]')).toBeVisible();
  await expect(page.getByText('仍在此前的正常波动之内')).toBeVisible();
  await page.locator('[data-verdict="met"]').scrollIntoViewIfNeeded();
  await shoot(app, 'goal-zh');
  await page.getByRole('button', { name: words('improvement.move.acting') }).click();
  await labelled(page, words('improvement.field.result')).fill('改用标准模板');
  await page.getByRole('combobox', { name: words('improvement.field.outcome') }).click();
  await page.getByRole('option', { name: words('improvement.outcome.achieved'), exact: true }).click();
  await page.getByRole('button', { name: words('improvement.move.closed') }).click();
  await expect(page.getByText(words('errors.GOAL_NOT_MET'))).toBeVisible();

  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').fill(words('improvement.report.title'));
  await page.keyboard.press('Enter');
  await labelled(page, words('improvement.report.what')).fill('模板里没有开票条款');
  await page.getByRole('button', { name: words('improvement.report.send') }).click();
  await goTo(page, '/improvement');
  await expect(page.getByRole('link', { name: '模板里没有开票条款' })).toBeVisible();
  await shoot(app, 'improvement-zh');

  await goTo(page, '/analytics?report=cycleTrend');
  await expect(page.locator('[data-chart="line"]')).toBeVisible();
  await shoot(app, 'analytics-zh');
  await app.answerDialogs(join(app.folder, 'trend.xlsx'), join(app.folder, 'trend.png'));
  await page.getByRole('button', { name: words('analytics.export'), exact: true }).click();
  await page.getByRole('menuitem', { name: words('analytics.formats.xlsx') }).click();
  await expect(page.getByText('trend.xlsx')).toBeVisible();
  await page.getByRole('button', { name: words('analytics.export'), exact: true }).click();
  await page.getByRole('menuitem', { name: words('analytics.formats.png') }).click();
  await expect(page.getByText('trend.png')).toBeVisible();
  await app.setSettings({ language: 'en', theme: 'dark' });
  await goTo(page, '/analytics?report=byType');
  await shoot(app, 'analytics-en-dark');
  await goTo(page, '/');
  await shoot(app, 'home-en-dark');
});
