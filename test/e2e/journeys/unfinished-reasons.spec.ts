import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { badContract } from '../../harness/bad-contract.ts';
import { sampleEntry } from '../../harness/entries.ts';
import { ask } from '../actions/ask.ts';
import { goTo } from '../actions/contracts.ts';
import { shootIn } from '../actions/shoot.ts';
import { unfinishedForms } from '../actions/unfinished.ts';
import { launchWithVault } from '../actions/vaults.ts';
import type { RunningApp } from '../launch.ts';
import { wordsIn } from '../words.ts';

// Why something is refused, voided, waived or left out outlasts a lock.

const words = wordsIn('en');
let app: RunningApp;
let page: RunningApp['page'];
const { leftOf: left, goOnWith: goOn, lockAndUnlock } = unfinishedForms(() => app, words);
let contractId: string;
const dialog = () => page.getByRole('dialog');
const reason = (label: string) => dialog().getByRole('textbox', { name: words(label) });
const look = (name: string) => shootIn(app, name, [['zh-CN', 'light'], ['en', 'dark']]);

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  app = await launchWithVault(words);
  page = app.page;
  const drafted = await ask(app, 'contracts.create', await sampleEntry({ must: (name, input) => ask(app, name, input) }));
  contractId = drafted.summary.id;
  const round = join(app.folder, 'bad.txt');
  writeFileSync(round, badContract.zh);
  await goTo(page, `/contracts/${contractId}/versions`);
  await app.answerDialogs(round);
  await page.getByRole('button', { name: words('versions.import') }).first().click();
  await dialog().getByRole('button', { name: words('versions.importRun') }).click();
  await expect(dialog()).toHaveCount(0);
});
test.afterAll(() => app.close());

test('why a flagged wording is kept', async () => {
  await goTo(page, `/contracts/${contractId}/check`);
  await page.getByRole('button', { name: words('checker.waive') }).first().click();
  await reason('checker.waiveReason').fill('The house always says it so');
  await lockAndUnlock();
  await goTo(page, `/contracts/${contractId}`);
  await goOn('waiver');
  await expect(reason('checker.waiveReason')).toHaveValue('The house always says it so');
  await look('resumed-waiver');
  await dialog().getByRole('button', { name: words('checker.waive') }).click();
  await expect(dialog()).toHaveCount(0);
  await expect(left('waiver')).toHaveCount(0);
});

test('what is made of the obligations that are found in the text', async () => {
  await goTo(page, `/contracts/${contractId}?tab=fulfilment`);
  await page.getByRole('button', { name: words('fulfilment.proposals.open') }).click();
  const title = dialog().getByRole('textbox', { name: words('fulfilment.title') }).first();
  await title.fill('Hand over the drawings');
  await dialog().getByRole('checkbox').nth(1).uncheck();
  await lockAndUnlock();
  await goTo(page, `/contracts/${contractId}`);
  await goOn('proposals');
  await expect(title).toHaveValue('Hand over the drawings');
  await expect(dialog().getByRole('checkbox').nth(1)).not.toBeChecked();
  await look('resumed-proposals');
  await dialog().getByRole('button', { name: words('ui.cancel') }).click();
  await expect(dialog()).toHaveCount(0);
  await expect(left('proposals')).toHaveCount(0);
});

test('why a review is left out', async () => {
  const { id } = await ask(app, 'reviews.add', { contractId, dueOn: '2026-12-01' });
  await goTo(page, `/reviews/${id}`);
  await page.getByRole('button', { name: words('reviews.start.skip') }).click();
  await reason('reviews.start.reason').fill('Held last week already');
  await lockAndUnlock();
  await goTo(page, `/contracts/${contractId}`);
  await goOn('reviewSkip');
  await expect(reason('reviews.start.reason')).toHaveValue('Held last week already');
  await look('resumed-skip');
  await dialog().getByRole('button', { name: words('reviews.start.skipGo') }).click();
  await expect(page.getByText(words('reviews.skipped'))).toBeVisible();
  await expect(left('reviewSkip')).toHaveCount(0);
});

test('why somebody refuses to sign, and why the signing is voided', async () => {
  const { revision, summary } = await ask(app, 'contracts.create', await sampleEntry({ must: (name, input) => ask(app, name, input) }, { titles: 'Sounders' }));
  contractId = summary.id;
  const signers = ['us', 'them'].map((side) => ({ side, name: side === 'us' ? 'Chen Jing' : 'Li Na', title: '', partyName: 'Cloud Sail', method: 'drawn', userId: null }));
  await ask(app, 'signing.startEnvelope', { contractId, revision, draft: { signers, expiresOn: null } });
  await goTo(page, `/contracts/${contractId}`);
  await page.getByRole('button', { name: words('signing.envelope.decline', { name: 'Chen Jing' }) }).click();
  await reason('signing.envelope.reasonLabel').fill('The annex is missing');
  await lockAndUnlock();
  await goOn('refusal');
  await expect(reason('signing.envelope.reasonLabel')).toHaveValue('The annex is missing');
  await look('resumed-refusal');
  await dialog().getByRole('button', { name: words('ui.cancel') }).click();
  await expect(left('refusal')).toHaveCount(0);
  await page.getByRole('button', { name: words('signing.envelope.void') }).click();
  await reason('signing.envelope.reasonLabel').fill('The director signs instead');
  await lockAndUnlock();
  await goOn('envelopeVoiding');
  await expect(reason('signing.envelope.reasonLabel')).toHaveValue('The director signs instead');
  await dialog().getByRole('button', { name: words('signing.envelope.void') }).click();
  await expect(page.getByText(words('signing.envelope.reason', { reason: 'The director signs instead' }))).toBeVisible();
  await expect(left('envelopeVoiding')).toHaveCount(0);
  expect(app.log).toEqual([]);
});
