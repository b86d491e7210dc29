import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from '@playwright/test';
import { sampleParties } from '#shared/features/templates/seeds/samples.ts';
import { ask } from '../actions/ask.ts';
import { goTo } from '../actions/contracts.ts';
import { shoot } from '../actions/shoot.ts';
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
const rows = () => app.page.getByRole('grid', { name: words('parties.gridLabel') }).locator('a[href*="/parties/"]');
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

test('a name that is there already is pointed out, and asked about before there are two', async () => {
  await goTo(app.page, '/parties/new');
  const hint = app.page.getByRole('status').filter({ has: app.page.getByRole('link') });
  await field('nameZh').fill((yunfan.nameZh ?? '').replace('有限公司', '有限责任公司'));
  await field('nameEn').focus();
  await expect(hint).toContainText(words('parties.similar.near'));
  await field('nameZh').fill(yunfan.nameZh ?? '');
  await field('nameEn').focus();
  await expect(hint).toContainText(words('parties.similar.same'));
  await shoot(app, 'party-same-name');
  await save().click();
  const question = app.page.getByRole('alertdialog', { name: words('parties.similar.title') });
  await question.getByRole('button', { name: words('parties.similar.back') }).click();
  await expect(question).toHaveCount(0);
  await expect(app.page).toHaveURL(/#\/parties\/new$/);

  // Who has another credit code is another party: nothing to ask.
  await field('uscc').fill('91440300708461136T');
  await expect(hint).toHaveCount(0);
  await field('uscc').fill('');
  await field('nameZh').fill('长'.repeat(201));
  await expect(app.page.getByText(words('parties.problem.TOO_LONG', { maximum: '200' }))).toBeVisible();
  await expect(field('nameZh')).toHaveValue('长'.repeat(201));

  await field('nameZh').fill(yunfan.nameZh ?? '');
  await save().click();
  await question.getByRole('button', { name: words('parties.similar.save') }).click();
  await expect(app.page.getByText(words('parties.form.created', { name: yunfan.nameZh ?? '' }))).toBeVisible();
  const { parties } = await ask(app, 'parties.list', { search: yunfan.nameZh ?? '', archived: false, sort: 'updated', offset: 0, limit: 2 });
  expect(parties).toHaveLength(2);
});

test('the keyboard goes on at the heading of a page whose link went with the page before', async () => {
  await list();
  await rows().filter({ hasText: 'Yunfan' }).focus();
  await app.page.keyboard.press('Enter');
  const heading = app.page.getByRole('heading', { level: 1 });
  await expect(heading).toContainText('Yunfan');
  await expect(heading).toBeFocused();
  await app.page.keyboard.press('Tab');
  await expect(app.page.getByRole('main').locator(':focus')).toBeVisible();
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

test('the list is sorted by grade both ways and narrowed to the blacklisted, and an archived one that is looked for is shown', async () => {
  const { page } = app;
  await open('Langang');
  await page.getByRole('switch', { name: words('parties.field.blacklisted') }).check();
  await save().click();
  await expect(page.getByText(words('parties.form.saved'), { exact: true })).toBeVisible();
  await list();
  const grade = page.getByRole('columnheader', { name: words('parties.column.riskGrade') });
  await grade.click();
  await expect(rows().first()).toContainText('Langang');
  await grade.click();
  await expect(rows().last()).toContainText('Langang');
  const narrow = page.getByRole('main').getByRole('button', { name: new RegExp(`^${words('parties.column.riskGrade')}`) });
  await narrow.click();
  await page.getByRole('menuitemcheckbox', { name: words('parties.blacklisted.yes') }).click();
  await page.keyboard.press('Escape');
  await expect(rows()).toHaveCount(1);
  await expect(narrow).toContainText(words('parties.blacklisted.yes'));
  await shoot(app, 'parties-narrowed-en');
  await app.setSettings({ language: 'zh-CN', theme: 'dark' });
  await expect(page.getByRole('heading', { level: 1, name: wordsIn('zh-CN')('parties.title') })).toBeVisible();
  await shoot(app, 'parties-narrowed-zh-dark');
  await app.setSettings({ language: 'en', theme: 'light' });

  await rows().click();
  await page.getByRole('button', { name: words('parties.archive'), exact: true }).click();
  await expect(page.getByRole('button', { name: words('parties.restore'), exact: true })).toBeVisible();
  await goTo(page, '/parties');
  await searchField().fill('Langang');
  await expect(page.getByText(words('parties.noneFound.elsewhere.archived_one', { count: '1' }))).toBeVisible();
  await shoot(app, 'parties-found-archived');
  await page.getByRole('button', { name: words('parties.noneFound.show.archived') }).click();
  await expect(rows()).toHaveCount(1);
  await rows().click();
  await page.getByRole('button', { name: words('parties.restore'), exact: true }).click();
  await expect(page.getByRole('button', { name: words('parties.archive'), exact: true })).toBeVisible();
  await goTo(page, '/parties');
  await show('current').click();
  await searchField().fill('no such party');
  await page.getByRole('main').getByText(words('parties.noneFound.clear'), { exact: true }).click();
  await page.getByRole('columnheader', { name: words('parties.column.updated') }).click();
  expect(app.log).toEqual([]);
});

test('the list that is in view is written out whole, and a folder that is gone is said to be so', async () => {
  const { page } = app;
  await list();
  const target = join(mkdtempSync(join(tmpdir(), 'deedbox-list-')), 'list.csv');
  const write = async () => {
    await page.getByRole('button', { name: words('parties.export.menu'), exact: true }).click();
    await page.getByRole('menuitem', { name: words('parties.export.csv') }).click();
  };
  await app.answerDialogs(target);
  await write();
  const { total } = await ask(app, 'parties.list', { search: '', archived: false, sort: 'name', offset: 0, limit: 1 });
  await expect(page.getByText(words('parties.export.done_other', { count: String(total), fileName: 'list.csv' }))).toBeVisible();
  const text = readFileSync(target, 'utf8');
  expect(text).toContain(langang.uscc);
  expect(text.trim().split('\r\n')).toHaveLength(total + 1);
  rmSync(dirname(target), { recursive: true });
  await app.answerDialogs(target);
  await write();
  await expect(page.getByRole('alert')).toContainText(words('errors.TARGET_MISSING', { folder: dirname(target) }));
  await shoot(app, 'parties-export-refused');
  await page.getByRole('alert').getByRole('button', { name: words('ui.close') }).click();
  expect(app.log).toEqual([]);
});

test('what was said with a counterparty under any contract stands on its page, and is searched', async () => {
  const { page } = app;
  const { contractId, number } = await registerWith('Yunfan');
  await goTo(page, `/contracts/${contractId}?tab=fulfilment`);
  await page.getByRole('button', { name: words('problems.log.add') }).click();
  await labelled(page, words('problems.log.subject')).fill('第二批浮标改到月底交付');
  await labelled(page, words('problems.log.with')).fill('钱样本');
  await labelled(page, words('problems.log.party')).click();
  await page.getByRole('option', { name: /Yunfan|云帆/ }).click();
  await labelled(page, words('problems.log.body')).fill('对方来电，月底前补齐，不收加急费。');
  await page.getByRole('button', { name: words('problems.save'), exact: true }).click();
  await expect(page.getByText('第二批浮标改到月底交付')).toBeVisible();

  await open('Yunfan');
  const log = page.getByRole('region', { name: words('problems.log.title') });
  await expect(log.getByText('第二批浮标改到月底交付')).toBeVisible();
  const searched = log.getByRole('searchbox', { name: words('problems.log.search') });
  await searched.fill('certificate');
  await expect(log.getByText('第二批浮标改到月底交付')).toHaveCount(0);
  await expect(log.getByText('Certificates 3 asked for')).toBeVisible();
  await searched.fill('nothing like it');
  await expect(log.getByText(words('problems.log.nothingFound'))).toBeVisible();
  await searched.fill(number);
  await expect(log.getByText('第二批浮标改到月底交付')).toBeVisible();
  await searched.fill('');
  await log.scrollIntoViewIfNeeded();
  await shoot(app, 'party-log-en');
  await app.setSettings({ language: 'zh-CN', theme: 'dark' });
  await expect(page.getByRole('region', { name: wordsIn('zh-CN')('problems.log.title') })).toBeVisible();
  await shoot(app, 'party-log-zh-dark');
  await app.setSettings({ language: 'en', theme: 'light' });
  await log.getByRole('link', { name: number }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('浮标年度供货');
  expect(app.log).toEqual([]);
});

test('the contracts of a counterparty stand on its page, and its number of them leads to the list', async () => {
  const { page } = app;
  await open('Yunfan');
  const card = page.getByRole('region', { name: words('contracts.ofParty.title'), exact: true });
  await expect(card.getByRole('link', { name: '浮标年度供货' })).toBeVisible();
  await card.scrollIntoViewIfNeeded();
  await shoot(app, 'party-contracts');
  await list();
  await page.getByRole('row').filter({ hasText: 'Yunfan' }).locator('a[href$="#/contracts"]').click();
  await expect(page.getByRole('heading', { level: 1, name: words('contracts.title') })).toBeVisible();
  await expect(page.getByRole('grid', { name: words('contracts.gridLabel') }).getByRole('link', { name: '浮标年度供货' })).toBeVisible();
  const chip = page.getByRole('button').filter({ hasText: words('contracts.filter.party', { name: yunfan.nameEn ?? '' }) });
  await expect(chip).toBeVisible();
  await shoot(app, 'contracts-of-party');
  await chip.focus();
  await page.keyboard.press('Delete');
  await expect(chip).toHaveCount(0);
  expect(app.log).toEqual([]);
});

/** A contract with a counterparty, and five entries in its log. */
async function registerWith(name: string): Promise<{ readonly contractId: string; readonly number: string }> {
  const { parties } = await ask(app, 'parties.list', { search: name, archived: false, sort: 'name', offset: 0, limit: 1 });
  const partyId = parties[0]?.id;
  const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
  const details = { signingPlace: '', effectiveCondition: null, initialTermMonths: 12, renewalTermMonths: null, maxRenewals: null, optOutOn: null, optOutPeriod: null, noticeMethod: 'ems', exitNotice: null, exitAnchor: 'none', governingLaw: '', disputeMode: null, disputeForum: '', seat: '', warrantyUntil: null, continuingAfterExpiry: false, physicalCopyLocation: '', copies: null, notes: '', custom: [] };
  const record = { recordKind: 'standalone', parentId: null, direction: 'pay', parties: [{ partyId, role: 'party_b', signatory: '' }], signedOn: day(-40), effectiveOn: day(-40), expiresOn: null, renewalType: 'none', ownerName: '', department: '', confidentiality: 'internal', tags: [], details };
  const { summary } = await ask(app, 'contracts.register', { title: '浮标年度供货', contractType: 'purchase', record, amount: null, number: '', language: 'zh', stage: 'signed' });
  for (const number of [1, 2, 3, 4, 5]) await ask(app, 'problems.addCommunication', { contractId: summary.id, kind: number % 2 === 0 ? 'email' : 'meeting', partyId, happenedOn: day(-number), text: { subject: `Certificates ${number} asked for`, correspondent: 'Qian', body: 'The certificates of the batch are missing.' } });
  return { contractId: summary.id, number: summary.number };
}
