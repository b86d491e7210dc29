import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { recordDetailsSchema } from '#shared/features/contracts/record.ts';
import { ask } from '../actions/ask.ts';
import { goTo } from '../actions/contracts.ts';
import { shoot } from '../actions/shoot.ts';
import { launch, type RunningApp } from '../launch.ts';
import { wordsIn } from '../words.ts';

// The list of contracts as somebody uses it who keeps many: found, filtered, sorted, tagged, kept as a view, written out.

const words = wordsIn('en');
let app: RunningApp;

test.beforeAll(async () => {
  app = await launch();
  await app.setSettings({ language: 'en', theme: 'light' });
  await app.page.getByRole('button', { name: words('vault.welcome.sample') }).click();
  await app.page.getByRole('button', { name: words('app.lock') }).waitFor();
  await registerMany();
  await goTo(app.page, '/contracts');
});
test.afterAll(() => app.close());

/** Sixty contracts made elsewhere, entered behind the window: typing them is another journey. */
async function registerMany(): Promise<void> {
  const details = recordDetailsSchema.parse({ renewalTermMonths: 12, optOutPeriod: { amount: 30, unit: 'day' } });
  for (let index = 0; index < 60; index += 1) {
    await ask(app, 'contracts.register', {
      ...{ title: `${index % 2 === 0 ? '叉车租赁' : '轴承采购'} ${String(index).padStart(2, '0')}`, language: 'zh', number: '' },
      contractType: index % 2 === 0 ? 'lease' : 'purchase',
      stage: index % 3 === 0 ? 'draft' : 'signed',
      amount: index % 4 === 0 ? null : { inclusive: { minor: 100_00 * ((index * 7) % 60), currency: 'CNY' }, exclusiveMinor: null, taxBasisPoints: null, basis: 'fixed' },
      record: {
        ...{ recordKind: 'standalone', parentId: null, direction: 'pay', parties: [], signedOn: '2025-01-02', effectiveOn: '2025-01-02' },
        ...{ expiresOn: `2031-${String(1 + (index % 12)).padStart(2, '0')}-15`, renewalType: 'none', ownerName: '李雷', department: '', confidentiality: 'internal', tags: [] },
        details,
      },
    });
  }
}

const rows = () => app.page.getByRole('grid').getByRole('row');
const titles = () => app.page.getByRole('grid').locator('[role="row"] [data-field="title"] a').allInnerTexts();
/** How many there are: the grid draws only the rows in sight. */
const total = async () => Number((/of (\d+)/.exec(await app.page.locator('.MuiTablePagination-displayedRows').innerText()) ?? [])[1]);
const searchBox = () => app.page.getByRole('searchbox', { name: words('contracts.searchLabel') });
const menuItem = (name: string) => app.page.getByRole('menuitem', { name, exact: true });

test('words and conditions narrow the list as they are typed, down to a word in a text', async () => {
  await searchBox().fill('叉车 stage:draft');
  await expect.poll(total).toBe(10);
  await searchBox().fill('违约责任');
  await expect.poll(total).toBeLessThan(4);
  expect((await titles()).every((title) => !title.includes('叉车'))).toBe(true);
  // A word that only the text has is shown where it stands.
  await expect(rows().nth(1).locator('mark').first()).toHaveText('违约责任');
  await searchBox().fill('没有这样的合同');
  await expect(app.page.getByText(words('contracts.noneFound.title'))).toBeVisible();
  await app.page.getByRole('button', { name: words('contracts.noneFound.clear') }).click();
  await expect(rows().nth(1)).toBeVisible();
});

test('pages turn forward and back, in the order that a column is clicked to', async () => {
  const header = app.page.getByRole('columnheader', { name: words('contracts.column.title') });
  await header.click();
  await expect(header).toHaveAttribute('aria-sort', 'ascending');
  await expect.poll(async () => (await titles())[0]).toBe('叉车租赁 00');
  const first = await titles();
  await app.page.getByRole('button', { name: /next page/i }).click();
  await expect.poll(async () => (await titles())[0]).not.toBe(first[0]);
  expect((await titles()).some((title) => first.includes(title))).toBe(false);
  await app.page.getByRole('button', { name: /previous page/i }).click();
  // How many rows beyond the sight are drawn, the grid decides anew each time.
  await expect.poll(async () => (await titles()).slice(0, 5)).toEqual(first.slice(0, 5));
  await header.click();
  await expect(header).toHaveAttribute('aria-sort', 'descending');
});

test('the largest sum and what is still a draft are a click away, and what has no sum comes after what has', async () => {
  const column = (field: string) => app.page.getByRole('grid').locator(`[role="row"] [data-field="${field}"][role="gridcell"]`).allInnerTexts();
  const header = (key: 'amount' | 'stage') => app.page.getByRole('columnheader', { name: words(`contracts.column.${key}`) });
  const sums = async () => (await column('amount')).slice(0, 5).map((text) => Number(text.replace(/[^\d.]/g, '')));
  const isFalling = async () => {
    const [first = 0, ...rest] = await sums();
    return first > 0 && [first, ...rest].every((sum, at, all) => at === 0 || sum <= (all[at - 1] ?? 0));
  };
  await header('amount').click();
  await expect(header('amount')).toHaveAttribute('aria-sort', 'descending');
  await expect.poll(isFalling).toBe(true);
  await header('amount').click();
  await expect(header('amount')).toHaveAttribute('aria-sort', 'ascending');
  await expect.poll(async () => (await sums())[0]).toBeLessThanOrEqual(100);
  expect((await column('amount')).slice(0, 5).every((text) => /\d/.test(text))).toBe(true);
  await shoot(app, 'list-by-amount');
  await header('stage').click();
  await expect.poll(async () => new Set((await column('stage')).slice(0, 5))).toEqual(new Set([words('contracts.stage.draft')]));
  await header('stage').click();
  await expect.poll(async () => (await column('stage'))[0]).not.toBe(words('contracts.stage.draft'));
});

test('one step back from a contract leads to the lines that were left, however it was opened', async () => {
  await searchBox().fill('叉车');
  await expect.poll(total).toBe(30);
  const left = (await titles()).slice(0, 5);
  const number = rows().nth(1).locator('[data-field="number"]');
  for (const open of [() => rows().nth(1).locator('[data-field="title"] a').click(), () => number.click(), () => number.press('Enter')]) {
    await open();
    await expect(app.page.getByRole('heading', { level: 1, name: left[0] ?? '' })).toBeVisible();
    await app.page.goBack();
    await expect(searchBox()).toHaveValue('叉车');
    await expect.poll(async () => (await titles()).slice(0, 5)).toEqual(left);
  }
  await searchBox().fill('');
});

test('the palette names the contracts that have a word, shows where, and leads to all of them in the list', async () => {
  const type = async (text: string) => {
    await app.page.keyboard.press('ControlOrMeta+k');
    await app.page.getByRole('combobox', { name: words('app.palette.placeholder') }).fill(text);
  };
  const options = app.page.getByRole('option');
  await type('违约');
  await expect(options.first().locator('mark').first()).toHaveText('违约');
  await expect(options.filter({ hasText: '买卖合同' })).toContainText(/HT-\d{4}-\d{4}/);
  await shoot(app, 'palette-snippets');
  await app.page.keyboard.press('Escape');
  await type('轴承采购');
  await options.filter({ hasText: words('app.palette.allContracts', { words: '轴承采购' }) }).click();
  await expect(searchBox()).toHaveValue('轴承采购');
  await expect.poll(total).toBe(30);
  await searchBox().fill('');
});

test('names, a range of sums and a range of ends narrow the list as they are typed, say so beside it, and are dropped one by one', async () => {
  const field = (key: 'partyName' | 'owner' | 'amountFrom' | 'amountTo') => app.page.getByLabel(words(`contracts.filter.${key}`));
  await searchBox().fill('');
  await expect.poll(total).toBeGreaterThan(60);
  const before = await total();
  await app.page.getByRole('button', { name: words('contracts.filter.more') }).click();
  await field('owner').fill('李');
  await expect(app.page.getByRole('option', { name: '李雷' })).toBeVisible();
  await app.page.getByRole('option', { name: '李雷' }).click();
  await expect.poll(total).toBe(60);
  await field('amountFrom').fill('5千块');
  await expect(app.page.getByText(words('contracts.filter.notASum'))).toBeVisible();
  expect(await total()).toBe(60);
  await field('amountFrom').fill('0.1万');
  await field('amountTo').fill('2,000');
  const inRange = Array.from({ length: 60 }, (_, index) => (index % 4 === 0 ? 0 : 100 * ((index * 7) % 60))).filter((sum) => sum >= 1_000 && sum <= 2_000).length;
  await expect.poll(total).toBe(inRange);
  await shoot(app, 'list-more-filters');
  await app.page.getByRole('button', { name: words('contracts.filter.done') }).click();
  await expect(app.page.getByText(words('contracts.filter.ownerIs', { name: '李雷' }))).toBeVisible();
  await shoot(app, 'list-conditions');
  const sums = app.page.locator('.MuiChip-root', { hasText: words('contracts.filter.amountBetween', { from: '1,000', to: '2,000' }) });
  await sums.press('Delete');
  await expect.poll(total).toBe(60);
  await app.page.getByRole('button', { name: words('contracts.filter.clear') }).click();
  await expect.poll(total).toBe(before);
});

test('a filter and its order are kept as a view, and come back by its name', async () => {
  await app.page.getByRole('button', { name: words('contracts.filter.type'), exact: true }).click();
  await app.page.getByRole('menuitemcheckbox', { name: words('contracts.type.lease') }).click();
  await app.page.keyboard.press('Escape');
  await expect.poll(total).toBe(31);
  await app.page.getByRole('button', { name: words('contracts.view.menu') }).click();
  await menuItem(words('contracts.view.save')).click();
  await app.page.getByRole('dialog').getByLabel(words('contracts.view.name')).fill('Leases');
  await app.page.getByRole('dialog').getByRole('button', { name: words('contracts.view.saveSubmit') }).click();
  await expect(app.page.getByText(words('contracts.view.saved', { name: 'Leases' }))).toBeVisible();
  await app.page.getByRole('button', { name: words('contracts.filter.clear') }).click();
  await expect.poll(total).toBe(69);
  await app.page.getByRole('button', { name: words('contracts.view.menu') }).click();
  await app.page.getByRole('menuitem', { name: /^Leases/ }).click();
  await expect.poll(total).toBe(31);
});

test('a view goes by the keyboard alone, and comes back by undo', async () => {
  const menu = app.page.getByRole('button', { name: words('contracts.view.menu') });
  const view = app.page.getByRole('menuitem', { name: /^Leases/ });
  await menu.focus();
  await app.page.keyboard.press('Enter');
  await expect(view).toBeFocused();
  await expect(app.page.getByText(words('contracts.view.deleteKey'))).toBeVisible();
  await app.page.keyboard.press('Delete');
  await expect(view).toHaveCount(0);
  await expect(menuItem(words('contracts.view.save'))).toBeFocused();
  await app.page.keyboard.press('Escape');
  await app.page.getByRole('button', { name: words('ui.undo') }).click();
  await menu.click();
  await expect(view).toBeVisible();
  await app.page.keyboard.press('Escape');
});

test('the palette leads to the pages that stand behind a button of another', async () => {
  for (const [typed, heading] of [['导入', words('imports.title')], ['watched', words('imports.title')], ['approval flows', words('approvals.flows.title')]] as const) {
    await app.page.keyboard.press('ControlOrMeta+k');
    await app.page.getByRole('combobox', { name: words('app.palette.placeholder') }).fill(typed);
    await app.page.getByRole('option', { name: heading }).first().click();
    await expect(app.page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
  }
  await goTo(app.page, '/contracts');
  // The next journeys go on in the list.
  await expect(rows().nth(1)).toBeVisible();
});

test('ticked contracts take a tag together, and give it back by undo', async () => {
  // By their titles: rows may still be put in the view's order.
  for (const title of (await titles()).slice(0, 3)) {
    await rows().filter({ has: app.page.getByRole('link', { name: title, exact: true }) }).getByRole('checkbox').check();
  }
  const bar = app.page.getByRole('toolbar', { name: words('contracts.bulk.label') });
  await expect(bar).toContainText(words('contracts.bulk.selected', { count: '3' }));
  await bar.getByRole('button', { name: words('contracts.bulk.owner') }).click();
  await app.page.getByRole('dialog').getByLabel(words('contracts.bulk.ownerLabel')).fill('李');
  await app.page.getByRole('option', { name: '李雷' }).click();
  await expect(app.page.getByRole('dialog').getByLabel(words('contracts.bulk.ownerLabel'))).toHaveValue('李雷');
  await shoot(app, 'bulk-owner');
  await app.page.getByRole('dialog').getByRole('button', { name: words('ui.cancel') }).click();
  await bar.getByRole('button', { name: words('contracts.bulk.tag') }).click();
  await app.page.getByRole('dialog').getByLabel(words('contracts.bulk.tagLabel')).fill('audit');
  await app.page.getByRole('dialog').getByRole('button', { name: words('contracts.bulk.apply') }).click();
  await expect(app.page.getByRole('button', { name: words('contracts.filter.tag'), exact: true })).toBeVisible();
  await searchBox().fill('tag:audit');
  await expect.poll(total).toBe(3);
  await app.page.getByRole('button', { name: words('ui.undo') }).click();
  await expect(app.page.getByText(words('contracts.noneFound.title'))).toBeVisible();
  await searchBox().fill('');
});

test('the list is written out for a spreadsheet, as it is narrowed', async () => {
  const target = join(app.folder, 'contracts.csv');
  await app.answerDialogs(target);
  await app.page.getByRole('button', { name: words('contracts.export.menu') }).click();
  await menuItem(words('contracts.export.csv')).click();
  await expect(app.page.getByText(/31 contracts written to contracts\.csv/)).toBeVisible();
  const lines = readFileSync(target, 'utf8').trimEnd().split('\r\n');
  expect(lines).toHaveLength(32);
  expect(lines[0]).toContain(words('contracts.export.column.noticeDeadlineOn'));
  expect(lines.filter((line) => line.includes('叉车租赁'))).toHaveLength(30);
  expect(lines.filter((line) => line.includes('深圳仓库租赁合同'))).toHaveLength(1);
});

test('the list is printed, all of it that is narrowed to and not only the rows in sight, and nothing else of the window', async () => {
  await app.page.getByRole('button', { name: words('contracts.filter.clear') }).click();
  await expect.poll(total).toBe(69);
  // The system's dialog would wait for somebody.
  await app.page.evaluate(() => void Object.assign(window, { print: () => undefined }));
  await app.page.getByRole('button', { name: words('contracts.export.menu') }).click();
  await menuItem(words('contracts.export.print')).click();
  const paper = app.page.locator('[data-printed-list]');
  await expect(paper).toBeAttached();
  await expect(paper).toBeHidden();
  await app.page.emulateMedia({ media: 'print' });
  await expect(paper.locator('tbody tr')).toHaveCount(69);
  await expect(paper).toContainText('轴承采购 59');
  await expect(app.page.locator('#root')).toBeHidden();
  await shoot(app, 'printed-en');
  await app.page.emulateMedia({ media: null });
  await app.page.evaluate(() => globalThis.dispatchEvent(new Event('afterprint')));
  await expect(paper).toHaveCount(0);
  expect(app.log).toEqual([]);
});

test('in a small window no sum is cut, its currency included, and the list alone is scrolled, whatever stands above it', async () => {
  const record = { recordKind: 'standalone', parentId: null, direction: 'pay', parties: [], signedOn: '2025-01-02', effectiveOn: null, expiresOn: null, renewalType: 'none', ownerName: '', department: '', confidentiality: 'internal', tags: [], details: {} };
  const amount = { inclusive: { minor: 123_456_789_012_345, currency: 'USD' }, exclusiveMinor: null, taxBasisPoints: null, basis: 'fixed' };
  await ask(app, 'contracts.register', { title: '轴承采购 总包', contractType: 'purchase', language: 'zh', stage: 'signed', number: '', record, amount });
  await app.setSize(1280, 800);
  await searchBox().fill('轴承采购');
  await expect.poll(total).toBe(31);
  for (const language of ['en', 'zh-CN'] as const) {
    await app.setSettings({ language });
    const row = rows().filter({ has: app.page.getByRole('link', { name: '轴承采购 总包', exact: true }) });
    const sum = row.locator('[data-field="amount"]');
    await expect(sum).toHaveText({ en: 'USD 1,234,567,890,123.45', 'zh-CN': 'US$1,234,567,890,123.45' }[language]);
    const [outer, inner] = [await sum.boundingBox(), await sum.locator('span').first().boundingBox()];
    expect(inner?.x).toBeGreaterThanOrEqual(outer?.x ?? Number.NaN);
    await shoot(app, `list-long-sum-${language}`);
    expect(await app.page.evaluate(() => [...document.querySelectorAll('main')].map(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight))).toEqual([0]);
  }
  await app.setSettings({ language: 'en' });
});
