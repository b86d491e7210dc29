import { expect, test } from '@playwright/test';
import { sampleParties } from '#shared/features/templates/seeds/samples.ts';
import { goTo } from '../actions/contracts.ts';
import { labelled } from '../actions/vaults.ts';
import { launch, type RunningApp } from '../launch.ts';
import { wordsIn } from '../words.ts';

// The counterparties of the sample vault: found, changed, put away and brought back, and one more entered.

const words = wordsIn('en');
const [yunfan, langang, qingshi] = sampleParties;
let app: RunningApp;

test.beforeAll(async () => {
  app = await launch();
  await app.setSettings({ language: 'en' });
  await app.page.getByText(words('vault.welcome.sample')).first().click();
  await app.page.getByRole('button', { name: words('app.lock') }).waitFor();
});
test.afterAll(() => app.close());

const field = (name: string) => labelled(app.page, words(`parties.field.${name}`)).and(app.page.getByRole('textbox'));
const save = () => app.page.getByRole('button', { name: words('parties.form.save'), exact: true });
const problem = (code: string) => app.page.getByText(words(`parties.problem.${code}`));
const rows = () => app.page.getByRole('grid', { name: words('parties.gridLabel') }).getByRole('link');
const searchField = () => app.page.getByRole('searchbox', { name: words('parties.searchLabel') });
const show = (which: string) => app.page.getByRole('button', { name: words(`parties.filter.${which}`), exact: true });

/** The list of the parties in use, with nothing searched for. */
async function list(): Promise<void> {
  await goTo(app.page, '/parties');
  await show('current').click();
  await searchField().fill('');
  await expect(rows().filter({ hasText: 'Yunfan' })).toBeVisible();
}

async function open(name: string): Promise<void> {
  await list();
  await rows().filter({ hasText: name }).click();
  await expect(app.page.getByRole('heading', { level: 1 })).toContainText(name);
}

test('a new counterparty is refused field by field until it is right, and then stands in the list', async () => {
  await goTo(app.page, '/parties/new');
  await field('uscc').fill('91330200MA7DEMX');
  await expect(app.page.getByText(words('parties.form.usccCount', { count: '15' }))).toBeVisible();
  await save().click();
  await expect(problem('USCC_LENGTH')).toBeVisible();
  await expect(field('nameZh')).toHaveAttribute('aria-invalid', 'true');
  await expect(problem('REQUIRED').first()).toBeVisible();
  await field('nameZh').fill('宁波示例船舶配件有限公司');
  await field('uscc').fill('91330200MA7DEMXA11');
  await expect(problem('USCC_CHECK_CHARACTER')).toBeVisible();
  await field('contactEmail').fill('nobody at example');
  await save().click();
  await expect(field('uscc')).toHaveAttribute('aria-invalid', 'true');
  await expect(problem('EMAIL_FORM')).toBeVisible();
  await expect(app.page).toHaveURL(/#\/parties\/new$/);

  await field('uscc').fill(yunfan.uscc ?? '');
  await field('contactEmail').fill('parts@example.com');
  await save().click();
  await expect(problem('USCC_TAKEN')).toBeVisible();

  // As it is copied from a web page: small letters, full-width digits and spaces.
  await field('uscc').fill('９１３３ 0200 ma7d emxa 1L');
  await save().click();
  await expect(app.page.getByText(words('parties.form.created', { name: '宁波示例船舶配件有限公司' }))).toBeVisible();
  await expect(rows().filter({ hasText: '宁波示例' })).toBeVisible();
  await expect(app.page.getByText('91330200MA7DEMXA1L')).toBeVisible();
});

test('a counterparty is found by its Chinese name, its English name, its code and its contact', async () => {
  await list();
  for (const typed of ['蓝港渔业', 'langang fish', langang.uscc ?? '', langang.contactName ?? '']) {
    await searchField().fill(typed);
    await expect(rows()).toHaveCount(1);
    await expect(rows()).toContainText('Langang');
  }
  await searchField().fill('no such party 查无此人');
  await expect(app.page.getByText(words('parties.noneFound.title'))).toBeVisible();
  await app.page.getByRole('main').getByText(words('parties.noneFound.clear'), { exact: true }).click();
  await expect(searchField()).toHaveValue('');
  await expect(rows().filter({ hasText: 'Yunfan' })).toBeVisible();
});

test('a change is saved, and leaving with one unsaved is asked about first', async () => {
  await open('Qingshi');
  await expect(save()).toBeDisabled();
  await field('contactName').fill('钱样本');
  await save().click();
  await expect(app.page.getByText(words('parties.form.saved'), { exact: true })).toBeVisible();
  await list();
  await expect(app.page.getByRole('row').filter({ hasText: 'Qingshi' })).toContainText('钱样本');

  await open('Qingshi');
  await field('notes').fill('half a thought');
  await app.page.getByRole('link', { name: words('app.place.home') }).first().click();
  const question = app.page.getByRole('alertdialog', { name: words('leaveGuard.title') });
  await question.getByRole('button', { name: words('leaveGuard.stay') }).click();
  await expect(question).toHaveCount(0);
  await expect(field('notes')).toHaveValue('half a thought');
  await field('notes').fill('');
});

test('an archived counterparty comes back by undo, and later from among the archived', async () => {
  const name = qingshi.nameEn ?? '';
  await open('Qingshi');
  await app.page.getByRole('button', { name: words('parties.archive'), exact: true }).click();
  await expect(app.page.getByText(words('parties.archivedToast', { name }))).toBeVisible();
  await app.page.getByRole('button', { name: words('parties.undo') }).click();
  await expect(app.page.getByText(words('parties.restoredToast', { name }))).toBeVisible();
  await list();
  await expect(rows().filter({ hasText: 'Qingshi' })).toBeVisible();

  await open('Qingshi');
  await app.page.getByRole('button', { name: words('parties.archive'), exact: true }).click();
  await list();
  await expect(rows().filter({ hasText: 'Qingshi' })).toHaveCount(0);
  await show('archived').click();
  await expect(rows()).toHaveCount(1);
  await rows().filter({ hasText: 'Qingshi' }).click();
  await expect(app.page.getByText(words('parties.archivedNotice', { date: '' }).slice(-40))).toBeVisible();
  await app.page.getByRole('button', { name: words('parties.restore'), exact: true }).click();
  await expect(app.page.getByRole('button', { name: words('parties.archive'), exact: true })).toBeVisible();
  await list();
  await expect(rows().filter({ hasText: 'Qingshi' })).toBeVisible();
  expect(app.log).toEqual([]);
});
