import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { ask } from '../actions/ask.ts';
import { goTo } from '../actions/contracts.ts';
import { shoot } from '../actions/shoot.ts';
import { createVault, labelled } from '../actions/vaults.ts';
import { launch, type RunningApp } from '../launch.ts';
import { wordsIn } from '../words.ts';

// What a contract is followed up with: milestones, service levels, quality checks, colleagues who are mentioned, reports
// that write themselves, and the list of everything, searched and sorted.

const words = wordsIn('zh-CN');
let app: RunningApp;
let contractId = '';
test.beforeAll(async () => {
  app = await launch();
});
test.afterAll(() => app.close());

const dayFromNow = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

test('a milestone and a service level are changed, taken away and put back', async () => {
  const { page } = app;
  await app.setSettings({ language: 'zh-CN', theme: 'light' });
  await createVault(app, words);
  await ask(app, 'users.invite', { name: '李雷', roles: ['contract_manager'] });
  const details = { signingPlace: '', effectiveCondition: null, initialTermMonths: null, renewalTermMonths: null, maxRenewals: null, optOutOn: null, optOutPeriod: null, noticeMethod: 'ems', exitNotice: null, exitAnchor: 'none', governingLaw: '', disputeMode: null, disputeForum: '', seat: '', warrantyUntil: null, continuingAfterExpiry: false, physicalCopyLocation: '', copies: null, notes: '', custom: [] };
  const record = { recordKind: 'standalone', parentId: null, direction: 'pay', parties: [], signedOn: dayFromNow(-40), effectiveOn: null, expiresOn: dayFromNow(400), renewalType: 'none', ownerName: '李雷', department: '采购部', confidentiality: 'internal', tags: [], details };
  const amount = { inclusive: { minor: 120_000_00, currency: 'CNY' }, exclusiveMinor: null, taxBasisPoints: null, basis: 'fixed' };
  contractId = (await ask(app, 'contracts.register', { title: '云服务采购', contractType: 'purchase', language: 'zh', stage: 'signed', number: '', record, amount })).summary.id;
  const entry = { title: '交付浮标', obligor: 'them', type: 'delivery', due: { kind: 'fixed', on: dayFromNow(9) }, graceDays: 0, ownerId: null, evidenceRequired: false, dependsOn: [], milestoneId: null };
  await ask(app, 'fulfilment.saveObligation', { contractId, id: null, revision: 0, entry });
  await ask(app, 'fulfilment.saveObligation', { contractId, id: null, revision: 0, entry: { ...entry, title: '季度巡检', due: { kind: 'fixed', on: dayFromNow(20) } } });

  await goTo(page, `/contracts/${contractId}?tab=fulfilment`);
  await page.getByRole('button', { name: words('fulfilment.addMilestone') }).click();
  await labelled(page, words('fulfilment.milestoneName')).fill('首批交付');
  await labelled(page, words('fulfilment.share')).fill('40');
  await page.getByRole('button', { name: words('fulfilment.save') }).click();
  await page.getByRole('button', { name: words('fulfilment.editOf', { title: '首批交付' }) }).click();
  await labelled(page, words('fulfilment.milestoneName')).fill('第一批交付');
  await page.getByRole('button', { name: words('fulfilment.save') }).click();
  await expect(page.getByText('第一批交付')).toBeVisible();
  await page.getByRole('button', { name: words('fulfilment.removeOf', { title: '第一批交付' }) }).click();
  await expect(page.getByText(words('fulfilment.noMilestones'))).toBeVisible();
  await page.getByRole('button', { name: words('ui.undo') }).click();
  await expect(page.getByRole('button', { name: words('fulfilment.editOf', { title: '第一批交付' }) })).toBeVisible();

  await page.getByRole('button', { name: words('fulfilment.addMetric') }).click();
  await labelled(page, words('fulfilment.metricName')).fill('可用率');
  await labelled(page, words('fulfilment.target')).fill('99.9');
  await labelled(page, words('fulfilment.unitLabel')).fill('%');
  await labelled(page, words('fulfilment.creditLabel', { currency: 'CNY' })).fill('500');
  await page.getByRole('button', { name: words('fulfilment.save') }).click();
  const { metrics } = await ask(app, 'fulfilment.ofContract', { contractId });
  for (const [periodStart, value] of [['2026-09-01', 99.2], ['2026-10-01', 99.95]] as const) await ask(app, 'fulfilment.measure', { id: metrics[0]?.id, periodStart, value });
  await expect(page.getByText(words('fulfilment.missed', { missed: '1', measured: '2' }))).toBeVisible();
  await expect(page.getByText(words('fulfilment.credit', { sum: '¥500.00' }))).toBeVisible();
  await page.getByText('可用率').first().scrollIntoViewIfNeeded();
  await shoot(app, 'milestones-metrics-zh');
});

test('a failed check opens a problem, in which a colleague is mentioned and gets a task', async () => {
  const { page } = app;
  await page.getByRole('button', { name: words('problems.sheets.add') }).click();
  await labelled(page, words('problems.sheets.name')).fill('浮标抽检');
  await labelled(page, words('problems.sheets.item')).fill('壁厚');
  await labelled(page, words('problems.sheets.minimum')).fill('8');
  await labelled(page, words('problems.sheets.unit')).fill('mm');
  await page.getByRole('button', { name: words('problems.save') }).click();
  await page.getByRole('button', { name: words('problems.sheets.run') }).click();
  // What is no number is not left out unsaid; an input method's own digits are read.
  await labelled(page, '壁厚').fill('七');
  await expect(page.getByRole('button', { name: words('problems.save') })).toBeDisabled();
  await expect(labelled(page, '壁厚')).toHaveAttribute('aria-invalid', 'true');
  await shoot(app, 'measured-zh');
  await labelled(page, '壁厚').fill('７．２');
  await page.getByRole('button', { name: words('problems.save') }).click();
  await expect(page.getByText(words('problems.sheets.failedTitle', { name: '浮标抽检' })).first()).toBeVisible();

  await page.getByRole('button', { name: words('problems.edit'), exact: true }).click();
  const dialog = page.getByRole('dialog');
  const action = labelled(page, words('problems.action'));
  await action.pressSequentially('请 @李');
  await expect(page.getByRole('option', { name: '李雷' })).toBeVisible();
  await shoot(app, 'mention-zh');
  await action.press('Enter');
  await expect(action).toHaveValue('请 @李雷 ');
  await action.pressSequentially('明天复检');
  await dialog.getByRole('button', { name: words('problems.save') }).click();
  await expect(dialog).toBeHidden();
  const task = words('problems.tasks.from.problem', { title: words('problems.sheets.failedTitle', { name: '浮标抽检' }) });
  await page.getByText(task).scrollIntoViewIfNeeded();
  await expect(page.getByText(new RegExp(`${task.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}.*李雷`))).toBeVisible();
  await shoot(app, 'task-zh');
});

test('a due date of a problem that is half typed is pointed at, and the day that was there stays', async () => {
  const { page } = app;
  const dueOn = dayFromNow(12);
  const problem = { obligationId: null, kind: 'late', severity: 'low', title: '图纸未到', action: '', effect: 'none', ownerId: null, dueOn };
  // One that is begun from nothing, too, is not saved as none.
  await page.getByRole('button', { name: words('problems.add') }).click();
  await labelled(page, words('problems.name')).fill('图纸有误');
  await page.getByRole('dialog').getByRole('spinbutton').first().click();
  await page.keyboard.type('202612');
  await page.getByRole('dialog').getByRole('button', { name: words('problems.save') }).click();
  await expect(page.getByRole('dialog').getByRole('group', { name: words('problems.due') })).toHaveAttribute('aria-invalid', 'true');
  await page.getByRole('dialog').getByRole('button', { name: words('ui.cancel') }).click();
  await ask(app, 'problems.save', { contractId, id: null, revision: 0, entry: problem });
  await page.getByRole('listitem').filter({ hasText: problem.title }).getByRole('button', { name: words('problems.edit'), exact: true }).click();
  const dialog = page.getByRole('dialog');
  const due = dialog.getByRole('group', { name: words('problems.due') });
  await due.getByRole('spinbutton').last().click();
  await page.keyboard.press('Backspace');
  await dialog.getByRole('button', { name: words('problems.save') }).click();
  await expect(due).toHaveAttribute('aria-invalid', 'true');
  await expect(dialog).toBeVisible();
  await shoot(app, 'half-typed-due-zh');
  expect((await ask(app, 'problems.ofContract', { contractId })).problems.find(({ title }) => title === problem.title)?.dueOn).toBe(dueOn);
  await due.getByRole('spinbutton').last().click();
  await page.keyboard.type(dueOn.slice(-2));
  await dialog.getByRole('button', { name: words('problems.save') }).click();
  await expect(dialog).toBeHidden();
});

test('a report is scheduled into a folder, and its page says when the folder is gone', async () => {
  const { page } = app;
  const folder = join(app.folder, 'reports');
  mkdirSync(folder);
  await goTo(page, '/fulfilment');
  // The contract's page, which is left, has such a button too.
  await expect(page.getByRole('link', { name: words('fulfilment.field.open') })).toBeVisible();
  await page.getByRole('button', { name: words('fulfilment.report.open') }).click();
  await page.getByRole('menuitem', { name: words('fulfilment.schedules.open') }).click();
  const dialog = page.getByRole('dialog', { name: words('fulfilment.schedules.title') });
  await expect(dialog.getByText(words('fulfilment.schedules.none'))).toBeVisible();
  await app.answerDialogs(folder);
  await dialog.getByRole('button', { name: words('fulfilment.schedules.add') }).click();
  await expect(dialog.getByRole('listitem')).toContainText(words('fulfilment.schedules.all'));
  await shoot(app, 'schedules-zh');
  await dialog.getByRole('button', { name: words('fulfilment.close') }).click();
  rmSync(folder, { recursive: true });
  await app.setSettings({ language: 'en', theme: 'dark' });
  const english = wordsIn('en');
  await page.getByRole('button', { name: english('fulfilment.report.open'), exact: true }).click();
  await page.getByRole('menuitem', { name: english('fulfilment.schedules.open') }).click();
  await expect(page.getByRole('note').filter({ hasText: folder })).toBeVisible();
  await shoot(app, 'schedules-gone-en-dark');
  await page.getByRole('button', { name: english('fulfilment.close') }).click();
  await app.setSettings({ language: 'zh-CN', theme: 'light' });
});

test('the list of everything is searched and sorted', async () => {
  const { page } = app;
  await page.getByRole('button', { name: words('fulfilment.view.list'), exact: true }).click();
  const rows = page.getByRole('row');
  await expect(rows.filter({ hasText: '季度巡检' })).toBeVisible();
  await page.getByRole('columnheader', { name: words('fulfilment.title') }).click();
  await expect(rows.nth(1)).toContainText('季度巡检');
  await page.getByRole('columnheader', { name: words('fulfilment.title') }).click();
  await expect(rows.nth(1)).toContainText('交付浮标');
  await labelled(page, words('fulfilment.page.search')).fill('交付');
  await expect(rows.filter({ hasText: '季度巡检' })).toHaveCount(0);
  await expect(rows.filter({ hasText: '交付浮标' })).toBeVisible();
  await shoot(app, 'list-search-zh');
  // The words stay in the box from view to view.
  await page.getByRole('button', { name: words('fulfilment.view.board'), exact: true }).click();
  const board = page.getByRole('group', { name: words('fulfilment.view.board') });
  await expect(board.getByText('交付浮标')).toBeVisible();
  await expect(board.getByText('季度巡检')).toHaveCount(0);
  await shoot(app, 'board-search-zh');
  await labelled(page, words('fulfilment.page.search')).fill('');
  await expect(board.getByText('季度巡检')).toBeVisible();
});
