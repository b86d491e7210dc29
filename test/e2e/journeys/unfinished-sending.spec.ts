import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { recordDetailsSchema } from '#shared/features/contracts/record.ts';
import { sampleEntry } from '../../harness/entries.ts';
import { ask } from '../actions/ask.ts';
import { goTo } from '../actions/contracts.ts';
import { meet, saveCard } from '../actions/packs.ts';
import { shootIn } from '../actions/shoot.ts';
import { signByHand } from '../actions/sign-by-hand.ts';
import { unfinishedForms } from '../actions/unfinished.ts';
import { labelled, launchWithVault } from '../actions/vaults.ts';
import type { RunningApp } from '../launch.ts';
import { wordsIn } from '../words.ts';

// What is written to somebody along with a contract outlasts a lock: a mail with the signed text, and the words that go
// with a pack, that come back with it, and that are noted on it meanwhile.

const words = wordsIn('en');
let office: RunningApp;
let site: RunningApp;
const atOffice = unfinishedForms(() => office, words);
const onSite = unfinishedForms(() => site, words);
let contractId: string;
const files = () => ['work.deedpack', 'answer.deedpack'].map((name) => join(office.folder, name)) as [string, string];
const look = (app: RunningApp, name: string) => shootIn(app, name, [['zh-CN', 'light'], ['en', 'dark'], ['en', 'light']]);

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  office = await launchWithVault(words);
  site = await launchWithVault(words);
});
test.afterAll(async () => {
  await office.close();
  await site.close();
});

test('a mail with the signed contract', async () => {
  const { page } = office;
  const drafted = await ask(office, 'contracts.create', await sampleEntry({ must: (name, input) => ask(office, name, input) }));
  contractId = drafted.summary.id;
  const signers = ['Chen Jing', 'Li Na'].map((name, index) => ({ side: index === 0 ? 'us' : 'them', name, title: '', partyName: 'Cloud Sail', method: 'drawn', userId: null }));
  await ask(office, 'signing.startEnvelope', { contractId, revision: drafted.revision, draft: { signers, expiresOn: null } });
  await ask(office, 'signing.createIdentity', { commonName: 'Chen Jing', organisation: '' });
  await goTo(page, `/contracts/${contractId}`);
  const dialog = page.getByRole('dialog');
  for (const name of ['Chen Jing', 'Li Na']) {
    await page.getByRole('button', { name: words('signing.act.drawn', { name }) }).click();
    await dialog.getByLabel(words('signing.drawing.idCheck')).click();
    await page.getByRole('option', { name: words('signing.idCheck.id_card') }).click();
    await dialog.getByRole('checkbox').check();
    await signByHand(page.locator('[data-signature-canvas]'));
    await dialog.getByRole('button', { name: words('signing.drawing.submit') }).click();
    await expect(dialog).toHaveCount(0, { timeout: 60_000 });
  }
  await page.getByRole('button', { name: words('signing.package.mail') }).click();
  const text = dialog.getByRole('textbox', { name: words('signing.package.text') });
  await labelled(page, words('signing.package.to')).fill('lina@example.com');
  await atOffice.typeAndLock(text, '\nChen Jin');
  await atOffice.goOnWith('mail');
  await expect(labelled(page, words('signing.package.to'))).toHaveValue('lina@example.com');
  await expect(text).toHaveValue(/Kind regards\nChen Jin$/u);
  await look(office, 'resumed-mail');
  await atOffice.typeAndLock(text, 'g');
  await atOffice.goOnWith('mail');
  await expect(text).toHaveValue(/Kind regards\nChen Jing$/u);
  await office.answerDialogs(join(office.folder, 'mail.eml'));
  await dialog.getByRole('button', { name: words('signing.package.mailSubmit') }).click();
  await expect(page.getByText(words('signing.package.mailSaved', { file: 'mail.eml' }))).toBeVisible();
  await expect(atOffice.leftOf('mail')).toHaveCount(0);
});

test('the words that go with a pack, on the contract that it was begun on', async () => {
  const [officeCard, siteCard] = ['office.deedcard', 'site.deedcard'].map((name) => join(office.folder, name)) as [string, string];
  const officeEnd = await saveCard(office, words, officeCard);
  const siteEnd = await saveCard(site, words, siteCard);
  await meet(office, words, siteCard, siteEnd);
  await meet(site, words, officeCard, officeEnd);
  const { page } = office;
  const due = { kind: 'fixed', on: '2027-01-15' };
  await ask(office, 'fulfilment.saveObligation', { contractId, id: null, revision: 0, entry: { title: 'Deliver', obligor: 'them', type: 'delivery', due, graceDays: 0, ownerId: null, evidenceRequired: false, dependsOn: [], milestoneId: null } });
  await goTo(page, `/exchange?send=${contractId}`);
  const message = labelled(page, words('exchange.send.message'));
  await message.fill('Please deliver this wee');
  await atOffice.typeAndLock(message, 'k');
  await goTo(page, `/contracts/${contractId}`);
  await atOffice.goOnWith('pack');
  await expect(message).toHaveValue('Please deliver this week');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('combobox', { name: words('exchange.send.contracts') }).locator('..')).toContainText('HT-2026-0001');
  await dialog.getByRole('combobox', { name: words('exchange.send.to') }).click();
  await page.getByRole('option').first().click();
  await look(office, 'resumed-pack');
  await office.answerDialogs(files()[0]);
  await dialog.getByRole('button', { name: words('exchange.send.write') }).click();
  await expect(page.getByText('work.deedpack')).toBeVisible();
  await goTo(page, `/contracts/${contractId}`);
  // The text below has a heading of its own.
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  await expect(atOffice.leftOf('pack')).toHaveCount(0);
});

test('contracts that two hundred others were changed after, and one that is gone', async () => {
  const { page } = office;
  const record = { recordKind: 'standalone', parentId: null, direction: 'pay', parties: [], signedOn: '2026-09-01', effectiveOn: null, expiresOn: '2027-08-31', renewalType: 'none', ownerName: '', department: '', confidentiality: 'internal', tags: [], details: recordDetailsSchema.parse({}) };
  for (const number of Array.from({ length: 201 }, (_, index) => `LATER-${index}`)) await ask(office, 'contracts.register', { title: number === 'LATER-0' ? 'Tower crane' : 'Paper', contractType: 'purchase', language: 'en', stage: 'signed', number, record, amount: null });
  const gone = '00000000-0000-4000-8000-000000000001';
  const of = { contractId: null, dialog: 'pack', about: 'work' };
  await ask(office, 'contracts.keepDialog', { of, form: { revision: null, entries: { ids: [contractId, gone], labels: { [gone]: 'ALT-7 Crane hire' }, message: 'Both of them' } } });
  await goTo(page, '/');
  await atOffice.goOnWith('pack');
  const dialog = page.getByRole('dialog');
  const contracts = dialog.getByRole('combobox', { name: words('exchange.send.contracts') });
  await expect(contracts.locator('..')).toContainText('HT-2026-0001');
  await expect(dialog.getByText(words('exchange.send.gone', { names: 'ALT-7 Crane hire' }))).toBeVisible();
  await look(office, 'pack-of-older');
  await contracts.fill('tower');
  await page.getByRole('option', { name: 'LATER-0 Tower crane' }).click();
  await expect(contracts.locator('..')).toContainText('HT-2026-0001');
  await expect(contracts.locator('..')).toContainText('LATER-0 Tower crane');
  await dialog.getByRole('button', { name: words('ui.cancel') }).click();
});

test('one that was begun on no contract, and is given up', async () => {
  const { page } = office;
  await goTo(page, '/exchange');
  await page.getByRole('button', { name: words('exchange.send.open'), exact: true }).click();
  await page.getByRole('menuitem', { name: words('exchange.send.menu.templates') }).click();
  await atOffice.typeAndLock(labelled(page, words('exchange.send.message')), 'Our forms');
  await expect(atOffice.leftOf('pack')).toBeVisible();
  await goTo(page, '/');
  await atOffice.goOnWith('pack');
  await expect(page.getByRole('heading', { name: words('exchange.send.title.templates') })).toBeVisible();
  await expect(labelled(page, words('exchange.send.message'))).toHaveValue('Our forms');
  await page.getByRole('dialog').getByRole('button', { name: words('ui.cancel') }).click();
  await expect(atOffice.leftOf('pack')).toHaveCount(0);
  expect(office.log).toEqual([]);
});

test('what is noted on a pack, why a step is taken, and what goes back', async () => {
  const { page } = site;
  await goTo(page, '/exchange');
  await site.answerDialogs(files()[0]);
  await page.getByRole('button', { name: words('exchange.open') }).click();
  await page.getByRole('button', { name: words('exchange.opened.take') }).click();
  const obligation = page.locator('[data-obligation="Deliver"]');
  await obligation.getByRole('button', { name: words('fulfilment.addNote') }).click();
  const note = labelled(page, words('fulfilment.note'));
  await note.fill('Counted, complet');
  await onSite.typeAndLock(note, 'e');
  await onSite.goOnWith('packNote');
  await expect(note).toHaveValue('Counted, complete');
  await look(site, 'resumed-pack-note');
  await obligation.getByRole('button', { name: words('fulfilment.save'), exact: true }).click();
  await expect(obligation.getByText(/Counted, complete ·/u)).toBeVisible();
  await expect(onSite.leftOf('packNote')).toHaveCount(0);

  await obligation.getByRole('button', { name: words('fulfilment.to.partially_met') }).click();
  const reason = labelled(page, words('fulfilment.reason')).or(labelled(page, words('fulfilment.remark')));
  await reason.fill('Two boxes are we');
  await onSite.typeAndLock(reason, 't');
  await goTo(page, '/');
  await onSite.goOn(words('fulfilment.to.partially_met'));
  await expect(reason).toHaveValue('Two boxes are wet');
  await look(site, 'resumed-pack-step');
  await page.getByRole('dialog').getByRole('button', { name: words('fulfilment.confirm') }).click();
  await expect(obligation.getByText(words('fulfilment.status.partially_met'), { exact: true })).toBeVisible();
  await expect(onSite.left(words('fulfilment.to.partially_met'))).toHaveCount(0);

  const message = labelled(page, words('exchange.send.message'));
  await message.fill('The rest on Monda');
  await onSite.typeAndLock(message, 'y');
  await goTo(page, '/');
  await onSite.goOnWith('packReply');
  await expect(message).toHaveValue('The rest on Monday');
  await expect(message).toBeInViewport();
  await look(site, 'resumed-pack-reply');
  await site.answerDialogs(files()[1]);
  await page.getByRole('button', { name: words('exchange.reply.write') }).click();
  await expect(page.getByText('answer.deedpack')).toBeVisible();
  await expect(onSite.restored()).toHaveCount(0);
  await goTo(page, '/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(onSite.leftOf('packReply')).toHaveCount(0);
  expect(site.log).toEqual([]);
});

test('what was decided on what came back', async () => {
  const { page } = office;
  const open = async () => {
    await goTo(page, '/exchange');
    await office.answerDialogs(files()[1]);
    await page.getByRole('button', { name: words('exchange.open') }).click();
  };
  await open();
  const ours = page.getByRole('button', { name: words('exchange.merge.side.ours'), exact: true }).first();
  await ours.click();
  await atOffice.lockAndUnlock();
  await goTo(page, '/');
  await expect(atOffice.leftOf('packMerge')).toBeVisible();
  await open();
  await expect(ours).toHaveAttribute('aria-pressed', 'true');
  await look(office, 'resumed-merge');
  await page.getByRole('button', { name: words('exchange.merge.take'), exact: true }).click();
  await expect(page).toHaveURL(/tab=sent/u);
  await goTo(page, '/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(atOffice.leftOf('packMerge')).toHaveCount(0);
  expect(office.log).toEqual([]);
});
