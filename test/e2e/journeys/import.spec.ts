import { expect, test } from '@playwright/test';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { goTo } from '../actions/contracts.ts';
import { createVault } from '../actions/vaults.ts';
import { launch, type RunningApp } from '../launch.ts';
import { wordsIn } from '../words.ts';

// A ledger out of another program, in the encoding that Excel in China writes, with one row that is wrong.

const words = wordsIn('en');
const shots = process.env['DEEDBOX_SHOTS'];

// Node writes no GB18030: its bytes, as Excel has them.
const gb18030 = {
  合同编号: 'bacfcdacb1e0bac5',
  合同名称: 'bacfcdacc3fbb3c6',
  对方名称: 'b6d4b7bdc3fbb3c6',
  签订日期: 'c7a9b6a9c8d5c6da',
  采购合同: 'b2c9b9babacfcdac',
  某公司: 'c4b3b9abcbbe',
} as const;

/** Three contracts; the second was signed on a day that does not exist. */
const ledger = [
  ['合同编号', '合同名称', '对方名称', '签订日期'],
  ['CG-001', '采购合同', '某公司', '2026-03-01'],
  ['CG-002', '采购合同', '某公司', '2026-02-30'],
  ['CG-003', '采购合同', '某公司', '2026-03-03'],
];

function bytesOf(rows: readonly (readonly string[])[]): Buffer {
  const cell = (text: string): Buffer => (text in gb18030 ? Buffer.from(gb18030[text as keyof typeof gb18030], 'hex') : Buffer.from(text));
  return Buffer.concat(rows.flatMap((row) => row.flatMap((text, at) => [cell(text), Buffer.from(at < row.length - 1 ? ',' : '\r\n')])));
}

test.describe('A ledger of another program', () => {
  let app: RunningApp;
  test.beforeAll(async () => {
    app = await launch();
    await app.setSettings({ language: 'en' });
    await app.setSize(1280, 800);
    await createVault(app, words);
  });
  test.afterAll(() => app.close());

  test('is looked at, mapped, checked, reported on, imported and undone', async () => {
    const { page, folder } = app;
    const source = join(folder, 'ledger.csv');
    const report = join(folder, 'problems.csv');
    writeFileSync(source, bytesOf(ledger));
    await goTo(page, '/import');
    await expect(page.getByText(words('imports.history.empty'))).toBeVisible();
    await expect(page.getByRole('navigation').getByRole('link', { name: words('app.place.contracts'), exact: true })).toHaveAttribute('aria-current', 'page');

    await app.answerDialogs(source, report);
    await page.getByRole('button', { name: words('imports.choose.pick') }).click();
    await expect(page.getByRole('cell', { name: '采购合同' }).first()).toBeVisible();
    await expect(page.getByLabel(words('imports.choose.encoding'))).toHaveValue('gb18030');
    await page.getByRole('button', { name: words('imports.next.map') }).click();

    const title = page.getByLabel(words('imports.map.columnOf', { field: words('imports.field.title') }), { exact: true });
    await expect(title).toHaveValue('合同名称');
    await title.selectOption('');
    await expect(page.getByRole('button', { name: words('imports.next.check') })).toBeDisabled();
    await title.selectOption('合同名称');
    await page.getByRole('button', { name: words('imports.next.check') }).click();

    // What was found is read from its top, and not from where the button of the step before was.
    await expect(page.getByRole('heading', { level: 1, name: words('imports.title') })).toBeFocused();
    await expect(page.getByRole('heading', { name: words('imports.step.check') })).toBeInViewport();
    await expect(page.getByText(words('imports.check.some'))).toBeVisible();
    const problem = page.getByRole('row').filter({ hasText: words('imports.problem.IMPOSSIBLE_DATE') });
    await expect(problem).toContainText('2026-02-30');
    await expect(problem).toContainText(words('imports.field.signedOn'));
    await page.getByRole('button', { name: words('imports.problems.save') }).click();
    await expect(page.getByText(words('imports.problems.saved', { fileName: 'problems.csv' }))).toBeVisible();
    expect(readFileSync(report, 'utf8')).toContain(`3,${words('imports.field.signedOn')},${words('imports.problem.IMPOSSIBLE_DATE')},CG-002,采购合同`);

    await page.getByRole('button', { name: words('imports.check.import_other', { rows: '2' }) }).click();
    await expect(page.getByText(words('imports.run.done', { contracts: '2', parties: '1', skipped: '0', bad: '1' }))).toBeVisible();
    await expect(page.getByRole('row').filter({ hasText: 'ledger.csv' })).toContainText(words('imports.history.state.done'));

    await page.getByRole('link', { name: words('imports.run.showContracts') }).click();
    for (const number of ['CG-001', 'CG-003']) await expect(page.getByText(number)).toBeVisible();
    await expect(page.getByText('CG-002')).toHaveCount(0);

    await goTo(page, '/import');
    await page.getByRole('button', { name: words('imports.undo.short'), exact: true }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: words('imports.undo.confirm'), exact: true }).click();
    await expect(page.getByText(words('imports.undo.done', { contracts: '2', parties: '1' }))).toBeVisible();
    await goTo(page, '/contracts');
    await expect(page.getByText(words('contracts.empty.title'))).toBeVisible();
    expect(app.log).toEqual([]);
  });

  test('that is undone among the past imports counts as undone where it was imported', async () => {
    const { page, folder } = app;
    await goTo(page, '/import');
    await app.answerDialogs(join(folder, 'ledger.csv'));
    await page.getByRole('button', { name: words('imports.choose.pick') }).click();
    await page.getByRole('button', { name: words('imports.next.map') }).click();
    await page.getByRole('button', { name: words('imports.next.check') }).click();
    await page.getByRole('button', { name: words('imports.check.import_other', { rows: '2' }) }).click();
    await expect(page.getByRole('link', { name: words('imports.run.showContracts') })).toBeVisible();
    await page.getByRole('button', { name: words('imports.undo.short'), exact: true }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: words('imports.undo.confirm'), exact: true }).click();
    await expect(page.getByText(words('imports.run.undone'))).toBeVisible();
    await expect(page.getByRole('link', { name: words('imports.run.showContracts') })).toHaveCount(0);
    await expect(page.getByRole('button', { name: words('imports.undo.action') })).toHaveCount(0);
    if (shots !== undefined) await page.screenshot({ path: join(shots, 'import-undone-en.png') });
    await page.getByRole('button', { name: words('imports.run.another') }).click();
    await expect(page.getByRole('heading', { name: words('imports.step.choose') })).toBeVisible();
  });

  test('is put into a watched folder and imported by itself', async () => {
    const { page, folder } = app;
    const inbox = join(folder, 'inbox');
    mkdirSync(inbox);
    await goTo(page, '/import');
    const card = page.getByRole('region', { name: words('imports.watch.title'), exact: true });
    await expect(card.getByText(words('imports.watch.none'))).toBeVisible();
    await app.answerDialogs(inbox);
    await card.getByRole('button', { name: words('imports.watch.choose') }).click();
    await expect(card.getByText(inbox)).toBeVisible();
    writeFileSync(join(inbox, 'crm.csv'), bytesOf(ledger));
    const row = card.getByRole('row').filter({ hasText: 'crm.csv' });
    await expect(row).toContainText(words('imports.watch.outcome.partly'), { timeout: 30_000 });
    await expect(row).toContainText(words('imports.watch.figures', { added: '2', skipped: '0', bad: '1' }));
    expect(readdirSync(join(inbox, 'done')).sort()).toEqual(['crm.csv', 'crm.csv.problems.csv']);
    if (shots !== undefined) await card.screenshot({ path: join(shots, 'watched-folder-en.png') });
    await app.setSettings({ language: 'zh-CN' });
    if (shots !== undefined) await page.screenshot({ path: join(shots, 'import-zh.png'), fullPage: true });
    await app.setSettings({ language: 'en' });
    await card.getByRole('button', { name: words('imports.watch.stop') }).click();
    await expect(card.getByText(words('imports.watch.none'))).toBeVisible();
    expect(app.log).toEqual([]);
  });

  test('that is no table is refused with a sentence, and another can be chosen', async () => {
    const { page, folder } = app;
    const source = join(folder, 'picture.csv');
    writeFileSync(source, Buffer.from('%PDF-1.7 nothing'));
    await goTo(page, '/import');
    await app.answerDialogs(source);
    await page.getByRole('button', { name: words('imports.choose.pick') }).click();
    await expect(page.getByRole('alert')).toContainText(words('errors.TABLE_UNSUPPORTED', { found: 'pdf' }));
    await expect(page.getByRole('button', { name: words('imports.choose.another') })).toBeEnabled();
  });

  test('that has headings only says so when it is read, and goes no further', async () => {
    const { page, folder } = app;
    const source = join(folder, 'headings.csv');
    writeFileSync(source, bytesOf(ledger.slice(0, 1)));
    await app.answerDialogs(source);
    await page.getByRole('button', { name: words('imports.choose.another') }).click();
    await expect(page.getByText(words('imports.choose.noRows'))).toBeVisible();
    await expect(page.getByRole('button', { name: words('imports.next.map') })).toBeDisabled();
  });
});
