import { expect, test } from '@playwright/test';
import { ask } from '../actions/ask.ts';
import { goTo } from '../actions/contracts.ts';
import { signedRecord } from '../actions/record.ts';
import { shootIn } from '../actions/shoot.ts';
import { unfinishedForms } from '../actions/unfinished.ts';
import { labelled, launchWithVault } from '../actions/vaults.ts';
import type { RunningApp } from '../launch.ts';
import { wordsIn } from '../words.ts';

// What takes long to write outside contracts outlasts a lock as well: a template, a clause of the library, a course, an
// improvement, and what follows from a review. Where one starts says what was left.

const words = wordsIn('en');
const record = signedRecord();
let app: RunningApp;
let page: RunningApp['page'];
const { leftOf: left, goOnWith: goOn, restored, lockAndUnlock, typeAndLock } = unfinishedForms(() => app, words);
const dialog = () => page.getByRole('dialog');
const saveDraft = () => page.getByRole('button', { name: words('templates.step.save'), exact: true }).first();
const look = (name: string) => shootIn(app, name, [['zh-CN', 'dark'], ['en', 'light']]);

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  app = await launchWithVault(words);
  page = app.page;
});
test.afterAll(() => app.close());

test('a clause of the library is gone on with from where one starts', async () => {
  await goTo(page, '/clauses');
  await page.getByRole('button', { name: words('clauses.add') }).click();
  await labelled(page, words('clauses.field.titleZh')).fill('交付');
  await labelled(page, words('clauses.field.titleEn')).fill('Handover');
  await labelled(page, words('clauses.field.preferredEn')).fill('The Seller hands over within ten days.');
  await lockAndUnlock();
  await expect(left('clause')).toBeVisible();
  await goTo(page, '/');
  await expect(left('clause')).toBeVisible();
  await look('unfinished-home');
  await goOn('clause');
  await expect(labelled(page, words('clauses.field.preferredEn'))).toHaveValue('The Seller hands over within ten days.');
  await look('resumed-clause');
  await dialog().getByRole('button', { name: words('clauses.save') }).click();
  await expect(dialog()).toHaveCount(0);
  await expect(left('clause')).toHaveCount(0);
});

test('a course keeps its lessons while it is not complete', async () => {
  await goTo(page, '/training/new');
  const name = page.getByRole('textbox', { name: words('training.edit.in.en', { label: words('training.edit.name') }) });
  await name.fill('Tender compliance');
  await lockAndUnlock();
  await expect(name).toHaveValue('Tender compliance');
  await expect(restored()).toBeVisible();
  await look('resumed-course');
  // Given up, it is no more.
  await page.locator('a[href="#/"]').first().click();
  await page.getByRole('alertdialog').getByRole('button', { name: words('leaveGuard.discard') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(left('course')).toHaveCount(0);
  await goTo(page, '/training/new');
  await expect(name).toHaveValue('');
});

test('a counterparty with its account, over what is stored by now', async () => {
  await goTo(page, '/parties/new');
  const field = (name: string) => labelled(page, words(`parties.field.${name}`)).and(page.getByRole('textbox'));
  await field('nameEn').fill('Harbour Ropes Ltd');
  await field('bankAccount').fill('6222 0000 111');
  await typeAndLock(field('bankAccount'), '1');
  await expect(field('nameEn')).toHaveValue('Harbour Ropes Ltd');
  await expect(field('bankAccount')).toHaveValue('6222 0000 1111');
  await expect(restored()).toBeVisible();
  await look('resumed-party');
  await field('bankAccount').fill('');
  await page.getByRole('button', { name: words('parties.form.save') }).click();
  await expect(page.getByRole('heading', { level: 1, name: words('parties.title'), exact: true })).toBeVisible();
  const [party] = (await ask(app, 'parties.list', { search: '', archived: false, sort: 'name', offset: 0, limit: 5 })).parties;
  await goTo(page, `/parties/${party?.id ?? ''}`);
  await expect(restored()).toHaveCount(0);
  await field('noticeAddress').fill('7 Quay Roa');
  await typeAndLock(field('noticeAddress'), 'd');
  await expect(field('noticeAddress')).toHaveValue('7 Quay Road');
  await expect(field('nameEn')).toHaveValue('Harbour Ropes Ltd');
  await page.getByRole('button', { name: words('parties.form.save') }).click();
  await expect(page.getByText(words('parties.form.saved'))).toBeVisible();
  await expect(restored()).toHaveCount(0);
  await goTo(page, '/');
  await expect(left('party')).toHaveCount(0);
});

test('an improvement under work', async () => {
  const item = await ask(app, 'improvement.report', { kind: 'problem', origin: 'page', originRef: '', title: 'Approvals take long', description: '' });
  await goTo(page, `/improvement/${item.id}`);
  const why = labelled(page, words('improvement.why', { number: '1' }));
  await why.fill('Nobody stands in');
  await lockAndUnlock();
  await expect(why).toHaveValue('Nobody stands in');
  await expect(restored()).toBeVisible();
  await look('resumed-improvement');
  await page.getByRole('button', { name: words('improvement.save'), exact: true }).click();
  await expect(page.getByText(words('improvement.saved'))).toBeVisible();
  await expect(restored()).toHaveCount(0);
  await lockAndUnlock();
  await expect(why).toHaveValue('Nobody stands in');
  await expect(restored()).toHaveCount(0);
});

test('the text of a template that was not saved', async () => {
  const [template] = await ask(app, 'templates.list', undefined);
  const draft = await ask(app, 'templates.startDraft', { from: 'version', versionId: template?.versionId, isNewTemplate: false });
  await goTo(page, `/templates/versions/${draft.versionId}`);
  await page.getByRole('button', { name: words('templates.page.en'), exact: true }).click();
  const text = page.getByRole('textbox', { name: words('editor.textIn.en') });
  await text.locator('h1').click({ clickCount: 3 });
  await page.keyboard.type('Sale of goods, second edition');
  // What is typed joins the content a pause after the last letter, and before that when the vault is locked.
  await lockAndUnlock();
  await page.getByRole('button', { name: words('templates.page.en'), exact: true }).click();
  await expect(text.locator('h1')).toHaveText('Sale of goods, second edition');
  await expect(restored()).toBeVisible();
  await look('resumed-template');
  await text.locator('h1').click({ clickCount: 3 });
  await page.keyboard.type('Sale of goods, third edition');
  await saveDraft().click();
  await expect(page.getByText(words('templates.step.saved'))).toBeVisible();
  await expect(restored()).toHaveCount(0);
  // Whatever still waits to be kept is kept before the vault is locked.
  await lockAndUnlock();
  expect((await ask(app, 'contracts.unfinishedDialogs', { contractId: null })).filter(({ dialog }) => dialog === 'template')).toEqual([]);
  await page.getByRole('button', { name: words('templates.page.en'), exact: true }).click();
  await expect(text.locator('h1')).toHaveText('Sale of goods, third edition');
  await expect(restored()).toHaveCount(0);
});

test('what changed in a template, why it goes back, and why it is published alone', async () => {
  const template = (await ask(app, 'templates.list', undefined)).find(({ contractType }) => contractType === 'nda');
  const { versionId } = await ask(app, 'templates.startDraft', { from: 'version', versionId: template?.versionId, isNewTemplate: false });
  const step = (name: 'submit' | 'sendBack' | 'publish') => page.getByRole('button', { name: words(`templates.step.${name}`), exact: true });
  const asked = (label: string) => page.getByRole('dialog').getByRole('textbox', { name: words(label) });
  await goTo(page, `/templates/versions/${versionId}`);
  await step('submit').click();
  await asked('templates.step.changeNote').fill('Delivery within ten days');
  await lockAndUnlock();
  await goTo(page, '/');
  await goOn('changeNote');
  await expect(asked('templates.step.changeNote')).toHaveValue('Delivery within ten days');
  await look('resumed-change-note');
  await page.getByRole('dialog').getByRole('button', { name: words('templates.step.submit') }).click();
  await step('sendBack').click();
  await asked('templates.step.comment').fill('Say which days');
  await lockAndUnlock();
  await goTo(page, `/templates/versions/${versionId}`);
  await goOn('templateStep');
  await expect(asked('templates.step.comment')).toHaveValue('Say which days');
  await look('resumed-send-back');
  await page.getByRole('dialog').getByRole('button', { name: words('ui.cancel') }).click();
  await step('publish').click();
  await asked('templates.step.reason').fill('Nobody else is in this vault');
  await lockAndUnlock();
  await goTo(page, '/');
  await goOn('templateStep');
  await expect(asked('templates.step.reason')).toHaveValue('Nobody else is in this vault');
  await page.getByRole('dialog').getByRole('button', { name: words('templates.step.publish') }).click();
  await expect(page.getByText(/Nobody else is in this vault/u)).toBeVisible();
  await goTo(page, '/templates/manage');
  await expect(page.getByRole('heading', { level: 1, name: words('templates.keeping.title') })).toBeVisible();
  await goTo(page, '/');
  for (const dialog of ['changeNote', 'templateStep']) await expect(left(dialog)).toHaveCount(0);
});

test('what follows from a review, and how a finding was settled', async () => {
  const { id: contractId } = (await ask(app, 'contracts.register', { title: 'Plant lease', contractType: 'lease', language: 'en', stage: 'signed', number: 'L-1', record, amount: null })).summary;
  const { id } = await ask(app, 'reviews.add', { contractId, dueOn: '2026-12-01' });
  const started = await ask(app, 'reviews.start', { id });
  const content = started.content;
  if (content === null || !('checklist' in content)) throw new Error('the texts are withheld');
  const failed = content.checklist.items.find(({ kind }) => kind === 'yes_no');
  const answers = Object.fromEntries(content.checklist.items.map((item) => [item.key, { choice: item === failed ? 'no' : null, number: null, text: '', fileIds: [], isNotApplicable: item !== failed, note: 'Not on the record' }]));
  const saved = await ask(app, 'reviews.save', { id, revision: started.revision, answers, kpiValues: {}, summary: '' });
  expect(saved.revision).toBeGreaterThan(started.revision);
  await goTo(page, `/reviews/${id}`);
  // Answers are saved a pause after the last letter, and before that when the vault is locked.
  await page.getByRole('textbox', { name: words('reviews.summary') }).fill('One annex is missing');
  await lockAndUnlock();
  await expect(page.getByRole('textbox', { name: words('reviews.summary') })).toHaveValue('One annex is missing');
  await page.getByRole('button', { name: words('reviews.complete.open') }).click();
  await labelled(page, words('reviews.complete.task')).first().fill('Enter the missing annex');
  await lockAndUnlock();
  await goTo(page, `/contracts/${contractId}`);
  await goOn('completion');
  await expect(labelled(page, words('reviews.complete.task')).first()).toHaveValue('Enter the missing annex');
  await look('resumed-completion');
  await dialog().getByRole('button', { name: words('reviews.complete.go') }).click();
  await expect(page.getByText(words('reviews.complete.done'))).toBeVisible();
  await goTo(page, `/contracts/${contractId}?tab=reviews`);
  await expect(left('completion')).toHaveCount(0);
  await page.getByRole('button', { name: words('reviews.findings.update') }).click();
  await labelled(page, words('reviews.findings.resolution')).fill('The annex is on the record');
  await lockAndUnlock();
  await goOn('finding');
  await expect(labelled(page, words('reviews.findings.resolution'))).toHaveValue('The annex is on the record');
  await dialog().getByRole('button', { name: words('reviews.save') }).click();
  await expect(left('finding')).toHaveCount(0);
  expect(app.log).toEqual([]);
});
