import { expect, test } from '@playwright/test';
import { goTo } from '../actions/contracts.ts';
import { labelled } from '../actions/vaults.ts';
import { launch, type RunningApp } from '../launch.ts';
import { wordsIn } from '../words.ts';

// A contract made elsewhere: registered, dated, moved through its stages, told about, and hung below its framework.

const words = wordsIn('en');
let app: RunningApp;

test.beforeAll(async () => {
  app = await launch();
  await app.setSettings({ language: 'en', theme: 'light' });
  await app.page.getByRole('button', { name: words('vault.welcome.sample') }).click();
  await app.page.getByRole('button', { name: words('app.lock') }).waitFor();
});
test.afterAll(() => app.close());

const field = (name: string) => labelled(app.page, words(`contracts.record.field.${name}`));
const heading = (name: string) => app.page.getByRole('heading', { level: 1, name });

/** Days are typed part by part, as the picker wants them. */
async function typeDay(name: string, day: string): Promise<void> {
  const parts = app.page.getByRole('group', { name: words(`contracts.record.field.${name}`) });
  await parts.getByRole('spinbutton').first().click();
  await app.page.keyboard.type(day.replaceAll('-', ''));
}

async function choose(name: string, option: string): Promise<void> {
  await app.page.locator(`#record-${name}`).click();
  await app.page.getByRole('option', { name: option, exact: true }).click();
}

test('what can’t be is said at its field, and nothing is kept until it is right', async () => {
  await goTo(app.page, '/contracts');
  await app.page.getByRole('link', { name: words('contracts.registerShort') }).click();
  await app.page.getByRole('button', { name: words('contracts.record.register'), exact: true }).click();
  await expect(app.page.getByText(words('contracts.record.problem.REQUIRED'))).toBeVisible();
  await expect(field('title')).toBeFocused();
  await field('title').fill('Bearings 2026');
  await typeDay('effectiveOn', '2026-05-01');
  await typeDay('expiresOn', '2026-04-30');
  await app.page.getByRole('button', { name: words('contracts.record.register'), exact: true }).click();
  await expect(app.page.getByText(words('contracts.record.problem.END_BEFORE_START'))).toBeVisible();
  await expect(field('title')).toHaveValue('Bearings 2026');
});

test('it is registered with its term, and its page shows what is due', async () => {
  const year = new Date().getFullYear();
  await choose('recordKind', words('contracts.kind.master'));
  await typeDay('effectiveOn', `${year}-01-01`);
  await typeDay('expiresOn', `${year + 1}-12-31`);
  await choose('renewalType', words('contracts.record.renewalType.auto'));
  await field('renewalTermMonths').fill('12');
  await field('optOutAmount').fill('30');
  await field('exclusive').fill('100000');
  await field('taxPercent').fill('13');
  await app.page.getByRole('button', { name: words('contracts.record.takeInclusive', { amount: '113,000.00' }) }).click();
  await app.page.getByRole('button', { name: words('contracts.record.register'), exact: true }).click();
  await expect(heading('Bearings 2026')).toBeVisible();
  const line = app.page.getByRole('list', { name: words('contracts.term.timeline') });
  await expect(line.locator('[data-kind="deadline"]')).toContainText(`1 Dec ${year + 1}`);
  await expect(line.locator('[data-kind="termEnd"]')).toContainText(`31 Dec ${year + 1}`);
  await expect(line.locator('[data-kind="nextEnd"]')).toContainText(`31 Dec ${year + 2}`);
  await expect(app.page.getByText('CN¥113,000.00').first()).toBeVisible();
});

test('a signed contract’s sum and parties stand fixed in the form; the rest is changed', async () => {
  await app.page.getByRole('link', { name: words('contracts.record.edit') }).click();
  await expect(field('inclusive')).toBeDisabled();
  await expect(app.page.getByText(words('contracts.record.signedNote'))).toBeVisible();
  await field('department').fill('Purchasing');
  await app.page.getByRole('button', { name: words('contracts.record.save'), exact: true }).click();
  await expect(app.page.getByText('Purchasing')).toBeVisible();
});

test('an order hangs below its framework, and each leads to the other', async () => {
  await goTo(app.page, '/contracts/register');
  await field('title').fill('Order 1');
  await choose('recordKind', words('contracts.kind.order'));
  await app.page.locator('#record-parentId').fill('Bearings');
  await app.page.getByRole('option', { name: /Bearings 2026/ }).click();
  await choose('stage', words('contracts.stage.draft'));
  await app.page.getByRole('button', { name: words('contracts.record.register'), exact: true }).click();
  await expect(heading('Order 1')).toBeVisible();
  await app.page.getByRole('link', { name: 'Bearings 2026' }).click();
  await expect(heading('Bearings 2026')).toBeVisible();
  await app.page.getByRole('link', { name: 'Order 1' }).click();
  await expect(heading('Order 1')).toBeVisible();
});

test('only legal steps are on offer, one that can’t be taken says why, and each is written down', async () => {
  const menu = () => app.page.getByRole('button', { name: words('contracts.lifecycle.menu') });
  await menu().click();
  const review = app.page.getByRole('menuitem', { name: new RegExp(`^${words('contracts.lifecycle.to.in_review')}`) });
  await expect(review).toHaveAttribute('aria-disabled', 'true');
  await expect(review).toContainText(words('contracts.lifecycle.refusal.NO_TEXT'));
  await expect(app.page.getByRole('menuitem', { name: words('contracts.lifecycle.to.completed') })).toHaveCount(0);
  await app.page.getByRole('menuitem', { name: words('contracts.lifecycle.to.cancelled'), exact: true }).click();
  const confirm = app.page.getByRole('dialog').getByRole('button', { name: words('contracts.lifecycle.confirm') });
  await expect(confirm).toBeDisabled();
  await app.page.getByRole('dialog').getByLabel(words('contracts.lifecycle.reason')).fill('Ordered twice');
  await confirm.click();
  await expect(app.page.getByText(/Ordered twice/)).toBeVisible();
  await expect(app.page.getByText(words('contracts.stage.cancelled'), { exact: true }).first()).toBeVisible();
});

test('a notice of non-renewal that was sent ends the renewals', async () => {
  await app.page.getByRole('link', { name: 'Bearings 2026' }).click();
  await expect(app.page.locator('[data-kind="nextEnd"]')).toBeVisible();
  await app.page.getByRole('button', { name: words('contracts.term.addNotice') }).click();
  await labelled(app.page, words('contracts.notice.tracking')).fill('EA123456789CN');
  await app.page.getByRole('button', { name: words('contracts.notice.submit'), exact: true }).click();
  await expect(app.page.getByText(/EA123456789CN/)).toBeVisible();
  await expect(app.page.locator('[data-kind="nextEnd"]')).toHaveCount(0);
  expect(app.log).toEqual([]);
});
