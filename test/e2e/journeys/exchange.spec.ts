import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { ask } from '../actions/ask.ts';
import { draftIn, goTo } from '../actions/contracts.ts';
import { meet, saveCard } from '../actions/packs.ts';
import { labelled } from '../actions/vaults.ts';
import { shoot } from '../actions/shoot.ts';
import { launch, type RunningApp } from '../launch.ts';
import { wordsIn } from '../words.ts';

// Two laptops: the office sends a contract, the site ticks off and proves, the office compares and merges.

const zh = wordsIn('zh-CN');
const en = wordsIn('en');
let office: RunningApp;
let site: RunningApp;
test.beforeAll(async () => {
  office = await launch();
  site = await launch();
});
test.afterAll(async () => {
  await office.close();
  await site.close();
});

async function begin(app: RunningApp, words: typeof zh, language: 'zh-CN' | 'en', card: string): Promise<string> {
  const { page } = app;
  await app.setSettings({ language, theme: 'light' });
  await page.getByText(words('vault.welcome.sample')).first().click();
  await page.getByRole('banner').getByRole('button', { name: words('app.lock') }).waitFor();
  return saveCard(app, words, card);
}

test('a contract goes to another laptop, is worked on there, and comes back to be merged', async () => {
  const folder = office.folder;
  const [officeCard, siteCard, pack, answer] = ['office.deedcard', 'site.deedcard', 'work.deedpack', 'answer.deedpack'].map((name) => join(folder, name));
  const officeEnd = await begin(office, zh, 'zh-CN', officeCard ?? '');
  const siteEnd = await begin(site, en, 'en', siteCard ?? '');
  await shoot(office, 'identity-zh');
  await meet(office, zh, siteCard ?? '', siteEnd);
  await meet(site, en, officeCard ?? '', officeEnd);
  await shoot(site, 'contacts-en');

  // An obligation to work on.
  const contractId = await draftIn(office.page);
  const entry = { title: '现场验收', obligor: 'them', type: 'acceptance', due: { kind: 'fixed', on: '2027-01-15' }, graceDays: 0, ownerId: null, evidenceRequired: false, dependsOn: [], milestoneId: null };
  await ask(office, 'fulfilment.saveObligation', { contractId, id: null, revision: 0, entry });

  await goTo(office.page, `/exchange?send=${contractId}`);
  const dialog = office.page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: zh('exchange.send.to') }).click();
  await office.page.getByRole('option').first().click();
  await labelled(office.page, zh('exchange.send.message')).fill('请本周完成现场验收');
  await shoot(office, 'send-zh');
  await office.answerDialogs(pack ?? '');
  await dialog.getByRole('button', { name: zh('exchange.send.write') }).click();
  await expect(office.page.getByText('work.deedpack')).toBeVisible();

  // The file is opened in the system's file manager, while the vault is locked.
  await site.page.getByRole('banner').getByRole('button', { name: en('app.lock') }).click();
  await site.page.getByRole('button', { name: en('vault.sample.open') }).waitFor();
  await site.electron.evaluate(({ app: running }, path) => void running.emit('second-instance', {}, ['deedbox', path], '/'), pack ?? '');
  await site.page.getByRole('button', { name: en('vault.sample.open') }).click();
  await expect(site.page.getByRole('button', { name: en('exchange.opened.take') })).toBeVisible();
  await shoot(site, 'opened-en');
  await site.page.getByRole('button', { name: en('exchange.opened.take') }).click();
  const obligation = site.page.locator('[data-obligation="现场验收"]');
  await obligation.getByRole('button', { name: en('fulfilment.addNote') }).click();
  await labelled(site.page, en('fulfilment.note')).fill('Counted, complete');
  await obligation.getByRole('button', { name: en('fulfilment.save'), exact: true }).click();
  await expect(obligation.getByText(/Counted, complete ·/)).toBeVisible();
  await obligation.getByRole('button', { name: en('fulfilment.to.met') }).click();
  await site.page.getByRole('dialog').getByRole('button', { name: en('fulfilment.confirm') }).click();
  await expect(obligation.getByText(en('fulfilment.status.met'), { exact: true })).toBeVisible();
  await shoot(site, 'sheet-en');
  await site.answerDialogs(answer ?? '');
  await site.page.getByRole('button', { name: en('exchange.reply.write') }).click();
  await expect(site.page.getByText('answer.deedpack')).toBeVisible();

  // Meanwhile the office changed the same obligation: a person decides.
  const { obligations, today } = await ask(office, 'fulfilment.ofContract', { contractId });
  const found = obligations.find(({ title }) => title === '现场验收');
  await ask(office, 'fulfilment.move', { id: found?.id, revision: found?.revision, to: 'in_progress', on: today, reason: '' });
  await office.answerDialogs(answer ?? '');
  await goTo(office.page, '/exchange');
  await office.page.getByRole('button', { name: zh('exchange.open') }).click();
  await expect(office.page.locator('[data-verdict="conflict"]')).toBeVisible();
  await shoot(office, 'merge-zh');
  await expect(office.page.getByRole('button', { name: zh('exchange.merge.take'), exact: true })).toBeDisabled();
  await office.page.locator('[data-verdict="conflict"]').getByRole('button', { name: zh('exchange.merge.side.theirs') }).click();
  await office.page.getByRole('button', { name: zh('exchange.merge.take'), exact: true }).click();
  await expect(office.page.getByText(/已合并/)).toBeVisible();
  await shoot(office, 'sent-zh');
  await goTo(office.page, `/contracts/${contractId}?tab=fulfilment`);
  await expect(office.page.getByText('现场验收').first()).toBeVisible();
  await office.setSettings({ language: 'en', theme: 'dark' });
  await goTo(office.page, '/exchange?tab=identity');
  await office.page.locator('[data-fingerprint]').waitFor();
  await shoot(office, 'identity-en-dark');
});
