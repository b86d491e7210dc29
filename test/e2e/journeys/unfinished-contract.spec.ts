import { expect, test } from '@playwright/test';
import { sampleEntry } from '../../harness/entries.ts';
import { ask } from '../actions/ask.ts';
import { goTo } from '../actions/contracts.ts';
import { shootIn } from '../actions/shoot.ts';
import { unfinishedForms } from '../actions/unfinished.ts';
import { labelled, launchWithVault } from '../actions/vaults.ts';
import type { RunningApp } from '../launch.ts';
import { wordsIn } from '../words.ts';

// What is entered on a contract in several lines outlasts a lock: what is to be delivered and how it is checked, the figures
// that it is measured by, who signs it, and what is said as it is submitted.

const words = wordsIn('en');
let app: RunningApp;
let page: RunningApp['page'];
const { leftOf: left, goOnWith: goOn, typeAndLock } = unfinishedForms(() => app, words);
let contractId: string;
const dialog = () => page.getByRole('dialog');
const field = (key: string) => labelled(page, words(key));
const look = (name: string) => shootIn(app, name, [['zh-CN', 'dark'], ['en', 'light']]);
const open = (tab = '') => goTo(page, `/contracts/${contractId}${tab}`);

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  app = await launchWithVault(words);
  page = app.page;
  contractId = (await ask(app, 'contracts.create', await sampleEntry({ must: (name, input) => ask(app, name, input) }))).summary.id;
  const entry = { title: 'Deliver the buoys', obligor: 'them', type: 'delivery', due: { kind: 'none' }, graceDays: 0, ownerId: null, evidenceRequired: false, dependsOn: [], milestoneId: null };
  await ask(app, 'fulfilment.saveObligation', { contractId, id: null, revision: 0, entry });
});
test.afterAll(() => app.close());

test('what is to be delivered, on its obligation', async () => {
  await open('?tab=fulfilment');
  await page.getByRole('button', { name: words('fulfilment.detailsOf', { title: 'Deliver the buoys' }) }).click();
  await page.getByRole('button', { name: words('fulfilment.addDeliverable') }).click();
  await field('fulfilment.deliverableName').fill('Buoy');
  await field('fulfilment.quantity').fill('12');
  await typeAndLock(field('fulfilment.spec'), 'steel, red');
  await open();
  await goOn('deliverable');
  await expect(field('fulfilment.spec')).toHaveValue('steel, red');
  await look('resumed-deliverable');
  await page.getByRole('button', { name: words('fulfilment.save'), exact: true }).click();
  await expect(page.getByText(/steel, red/u)).toBeVisible();
  await expect(left('deliverable')).toHaveCount(0);
});

test('a standard that it is checked by', async () => {
  await page.getByRole('button', { name: words('problems.sheets.add') }).click();
  await field('problems.sheets.name').fill('Coating');
  await field('problems.sheets.item').fill('Thicknes');
  await typeAndLock(field('problems.sheets.item'), 's');
  await open();
  await goOn('checkSheet');
  await expect(field('problems.sheets.name')).toHaveValue('Coating');
  await expect(field('problems.sheets.item')).toHaveValue('Thickness');
  await look('resumed-sheet');
  await page.getByRole('button', { name: words('problems.save'), exact: true }).click();
  await expect(field('problems.sheets.name')).toHaveCount(0);
  await expect(left('checkSheet')).toHaveCount(0);
});

test('the figures that it is measured by', async () => {
  await open('?tab=reviews');
  await page.getByRole('button', { name: words('reviews.kpi.edit') }).click();
  await page.getByRole('button', { name: words('reviews.kpi.add') }).click();
  await field('reviews.kpi.target').fill('98');
  await typeAndLock(field('reviews.kpi.name'), 'On time');
  await open();
  await goOn('kpis');
  await expect(field('reviews.kpi.name')).toHaveValue('On time');
  await expect(field('reviews.kpi.target')).toHaveValue('98');
  await look('resumed-kpis');
  await dialog().getByRole('button', { name: words('reviews.save'), exact: true }).click();
  await expect(dialog()).toHaveCount(0);
  await expect(left('kpis')).toHaveCount(0);
});

test('who signs it, until somebody began the signing', async () => {
  await open();
  await page.getByRole('button', { name: words('signing.envelope.start') }).click();
  await field('signing.start.name').first().fill('Li N');
  await typeAndLock(field('signing.start.name').first(), 'a');
  await goOn('signing');
  await expect(field('signing.start.name').first()).toHaveValue('Li Na');
  await look('resumed-signers');
  await typeAndLock(field('signing.start.name').first(), '!');
  const { revision } = await ask(app, 'contracts.get', { id: contractId });
  const signers = [{ side: 'them', name: 'Li Na', title: '', partyName: 'Cloud Sail', method: 'drawn', userId: null }];
  const envelope = await ask(app, 'signing.startEnvelope', { contractId, revision, draft: { signers, expiresOn: null } });
  await open();
  await expect(left('signing')).toContainText(words('contracts.unfinished.why.MOVED_ON'));
  await left('signing').getByRole('button', { name: words('contracts.unfinished.showTyped') }).click();
  await expect(dialog()).toContainText('Li Na!');
  await dialog().getByRole('button', { name: words('ui.close') }).click();
  await left('signing').getByRole('button', { name: words('contracts.unfinished.discard') }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: words('leaveGuard.discard') }).click();
  await expect(left('signing')).toHaveCount(0);
  await ask(app, 'signing.voidEnvelope', { envelopeId: envelope.id, reason: 'Another signs' });
});

test('what is said as it is submitted', async () => {
  const condition = { amountFromMinor: null, onlyForeignPaper: false, onlyWithFindings: false, onlyWithNonStandardClauses: false, riskFrom: null, gradeFrom: null };
  const steps = [{ name: 'Review', order: 1, mode: 'any', assignees: [{ kind: 'role', role: 'contract_manager' }], condition, deadlineHours: null, escalateTo: null }];
  const titles = 'Sounders';
  await ask(app, 'approvals.saveFlow', { id: null, version: 0, draft: { name: 'All', contractTypes: [], steps, isOn: true, drafterMayApprove: true, needsSecondReviewer: false } });
  contractId = (await ask(app, 'contracts.create', await sampleEntry({ must: (name, input) => ask(app, name, input) }, { titles }))).summary.id;
  await open();
  await field('approvals.note').fill('Wanted by Frida');
  await typeAndLock(field('approvals.note'), 'y');
  await expect(field('approvals.note')).toHaveValue('Wanted by Friday');
  await goOn('submission');
  await expect(field('approvals.note')).toBeInViewport();
  await expect(field('approvals.note')).toBeFocused();
  await look('resumed-submission');
  await page.getByRole('button', { name: words('approvals.submit'), exact: true }).click();
  await expect(page.getByText('Wanted by Friday')).toBeVisible();
  await open();
  await expect(page.getByText('Wanted by Friday')).toBeVisible();
  await expect(left('submission')).toHaveCount(0);
  expect(app.log).toEqual([]);
});
