import { expect, test } from '@playwright/test';
import type { Contract } from '#shared/features/contracts/model.ts';
import { sampleEntry } from '../../harness/entries.ts';
import { ask } from '../actions/ask.ts';
import { goTo } from '../actions/contracts.ts';
import { signedRecord } from '../actions/record.ts';
import { shootIn } from '../actions/shoot.ts';
import { unfinishedForms } from '../actions/unfinished.ts';
import { labelled, launchWithVault } from '../actions/vaults.ts';
import type { RunningApp } from '../launch.ts';
import { wordsIn } from '../words.ts';

// What is typed for a risk, a payment, a decision or a step outlasts a lock as dialogs of the contract do; and what can't
// be gone on with any more says why, and gives back its words.

const words = wordsIn('en');
const record = signedRecord();
const amount = { inclusive: { minor: 12_000_000, currency: 'CNY' }, exclusiveMinor: null, taxBasisPoints: null, basis: 'fixed' };
let app: RunningApp;
let page: RunningApp['page'];
const { left, goOn, lockAndUnlock } = unfinishedForms(() => app, words);
let contract: Contract;
const dialog = () => page.getByRole('dialog');
const openTab = (name: string) => page.getByRole('tab', { name: words(name) }).click();
const look = (name: string) => shootIn(app, name, [['zh-CN', 'dark'], ['zh-CN', 'light'], ['en', 'dark'], ['en', 'light']]);

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  app = await launchWithVault(words);
  page = app.page;
  contract = await ask(app, 'contracts.register', { title: 'Plant lease', contractType: 'lease', language: 'en', stage: 'signed', number: 'L-1', record, amount });
  await goTo(page, `/contracts/${contract.summary.id}`);
});
test.afterAll(() => app.close());

test('a risk is gone on with on its contract, and one without a contract in the register', async () => {
  await openTab('contracts.page.riskTab');
  await page.getByRole('button', { name: words('risks.add') }).click();
  await dialog().getByRole('textbox', { name: words('risks.field.title'), exact: true }).fill('The roof leaks');
  await labelled(page, words('risks.field.notes')).fill('Cover the line until spring');
  await lockAndUnlock();
  await openTab('contracts.page.tab');
  await goOn(words('contracts.unfinished.dialog.risk'));
  await expect(dialog().getByRole('textbox', { name: words('risks.field.title'), exact: true })).toHaveValue('The roof leaks');
  await expect(labelled(page, words('risks.field.notes'))).toHaveValue('Cover the line until spring');
  await look('resumed-risk');
  await dialog().getByRole('button', { name: words('risks.save') }).click();
  await expect(left(words('contracts.unfinished.dialog.risk'))).toHaveCount(0);

  await goTo(page, '/risks');
  // The contract's page has that button too, and stays in view until the next one is loaded.
  await page.getByRole('heading', { level: 1, name: words('risks.title'), exact: true }).waitFor();
  await page.getByRole('button', { name: words('risks.add') }).click();
  await dialog().getByRole('textbox', { name: words('risks.field.title'), exact: true }).fill('A strike at the port');
  await lockAndUnlock();
  await look('unfinished-risk');
  await goOn(words('contracts.unfinished.dialog.risk'));
  await expect(dialog().getByRole('textbox', { name: words('risks.field.title'), exact: true })).toHaveValue('A strike at the port');
  await dialog().getByRole('button', { name: words('risks.save') }).click();
  await expect(page.getByRole('button', { name: 'A strike at the port' })).toBeVisible();
  await expect(left(words('contracts.unfinished.dialog.risk'))).toHaveCount(0);
});

test('a line of the plan and an invoice below it come back with their sums', async () => {
  await goTo(page, `/contracts/${contract.summary.id}?tab=fulfilment`);
  await page.getByRole('button', { name: words('fulfilment.addPayment') }).click();
  await labelled(page, words('fulfilment.share')).fill('25');
  await labelled(page, words('fulfilment.condition')).fill('After the handover');
  await lockAndUnlock();
  await goOn(words('contracts.unfinished.dialog.payment'));
  await expect(labelled(page, words('fulfilment.share'))).toHaveValue('25');
  await expect(labelled(page, words('fulfilment.amount'))).toHaveValue('30,000.00');
  await expect(labelled(page, words('fulfilment.condition'))).toHaveValue('After the handover');
  await look('resumed-payment');
  await dialog().getByRole('combobox', { name: words('fulfilment.due.kind') }).click();
  await page.getByRole('option', { name: words('fulfilment.due.kinds.none') }).click();
  await dialog().getByRole('button', { name: words('fulfilment.save') }).click();
  await expect(dialog()).toHaveCount(0);

  await page.getByRole('button', { name: words('fulfilment.detailsOf', { title: words('fulfilment.paymentOf.pay', { sequence: '1' }) }) }).click();
  await page.getByRole('button', { name: words('fulfilment.addInvoice') }).click();
  await labelled(page, words('fulfilment.invoiceNumber')).fill('24442000001');
  await labelled(page, words('fulfilment.amount')).fill('12000');
  await lockAndUnlock();
  await goOn(words('contracts.unfinished.dialog.moneyLine'));
  await expect(labelled(page, words('fulfilment.invoiceNumber'))).toHaveValue('24442000001');
  await expect(labelled(page, words('fulfilment.invoiceNumber'))).toBeInViewport();
  await expect(labelled(page, words('fulfilment.amount'))).toHaveValue('12000');
  await look('resumed-invoice');
  await page.getByRole('button', { name: words('fulfilment.save') }).click();
  await expect(left(words('contracts.unfinished.dialog.moneyLine'))).toHaveCount(0);
});

test('the reason for voiding an amendment, and what is said of a step of a problem', async () => {
  const { id } = contract.summary;
  const { revision } = await ask(app, 'contracts.get', { id });
  await ask(app, 'amendments.record', { contractId: id, revision, draft: { kind: 'change', effectiveOn: '2026-02-01', documentId: null, terms: { seat: 'Shanghai' }, amount: null, clauses: [], rationale: '' } });
  await ask(app, 'problems.save', { contractId: id, id: null, revision: 0, entry: { title: 'Late again', kind: 'late', severity: 'high', action: '', effect: 'none', obligationId: null, ownerId: null, dueOn: null } });
  await openTab('amendments.tab');
  await page.getByRole('button', { name: words('amendments.void.action') }).click();
  await labelled(page, words('amendments.void.reason')).fill('Countersigned by nobody');
  await lockAndUnlock();
  await openTab('contracts.page.tab');
  await goOn(words('contracts.unfinished.dialog.voiding'));
  await expect(labelled(page, words('amendments.void.reason'))).toHaveValue('Countersigned by nobody');
  await look('resumed-voiding');
  await dialog().getByRole('button', { name: words('amendments.void.action') }).click();
  await expect(page.getByText(words('amendments.void.done'))).toBeVisible();
  await expect(left(words('contracts.unfinished.dialog.voiding'))).toHaveCount(0);

  await openTab('fulfilment.tab');
  await page.getByRole('button', { name: words('problems.to.escalated') }).click();
  await labelled(page, words('problems.reason')).fill('Their director was told twice');
  await lockAndUnlock();
  await goOn(words('problems.to.escalated'));
  await expect(labelled(page, words('problems.reason'))).toHaveValue('Their director was told twice');
  await dialog().getByRole('button', { name: words('problems.confirm') }).click();
  await expect(left(words('problems.to.escalated'))).toHaveCount(0);
});

test('an approver’s comment and the words quoted are one, beside the text and on the contract', async () => {
  const drafted = await ask(app, 'contracts.create', await sampleEntry({ must: (name, input) => ask(app, name, input) }, { titles: 'Steel supply' }));
  const condition = { amountFromMinor: null, onlyForeignPaper: false, onlyWithFindings: false, onlyWithNonStandardClauses: false, riskFrom: null, gradeFrom: null };
  const steps = [{ name: 'Manager', order: 1, mode: 'any', assignees: [{ kind: 'role', role: 'contract_manager' }], condition, deadlineHours: null, escalateTo: null }];
  await ask(app, 'approvals.saveFlow', { id: null, version: 0, draft: { name: 'Usual', contractTypes: [], steps, isOn: true, drafterMayApprove: true, needsSecondReviewer: false } });
  await ask(app, 'approvals.submit', { contractId: drafted.summary.id, revision: drafted.revision, note: '' });
  await goTo(page, `/contracts/${drafted.summary.id}`);
  const card = page.getByRole('region', { name: words('approvals.card') });
  await card.getByRole('button', { name: words('approvals.review.start') }).click();
  const { blocks } = await ask(app, 'versions.text', { contractId: drafted.summary.id, versionNumber: 1 });
  const quote = blocks.find(({ kind, text }) => kind === 'paragraph' && text.length > 20 && !/\d/.test(text))?.text.slice(2, 18) ?? '';
  await labelled(page, words('approvals.quotes.words')).fill(quote);
  await labelled(page, words('approvals.quotes.comment')).fill('Say by when');
  await dialog().getByRole('button', { name: words('approvals.quotes.add') }).click();
  await labelled(page, words('approvals.comment')).fill('Nearly there');
  await lockAndUnlock();
  await expect(card.getByRole('textbox', { name: words('approvals.comment') })).toHaveValue('Nearly there');
  await expect(card.getByText('Say by when')).toBeVisible();
  await look('unfinished-decision');
  await goOn(words('contracts.unfinished.dialog.decision'));
  await expect(dialog().getByText('Say by when')).toBeVisible();
  await look('resumed-decision');
  await labelled(page, words('approvals.comment')).fill('Nearly there, one place');
  // What is closed is not lost: nothing is asked.
  await page.keyboard.press('Escape');
  await expect(dialog()).toHaveCount(0);
  await expect(card.getByRole('textbox', { name: words('approvals.comment') })).toHaveValue('Nearly there, one place');
  await card.getByRole('button', { name: words('approvals.return') }).click();
  await expect(page.getByText(words('approvals.done.returned'))).toBeVisible();
  await expect(left(words('contracts.unfinished.dialog.decision'))).toHaveCount(0);
  const [round] = await ask(app, 'approvals.ofContract', { contractId: drafted.summary.id });
  expect(round?.tasks[0]).toMatchObject({ comment: 'Nearly there, one place', quotes: [{ quote, comment: 'Say by when' }] });
});

test('a notice on a contract that was closed since says so, is copied and given up', async () => {
  const { id } = contract.summary;
  await goTo(page, `/contracts/${id}`);
  await page.getByRole('button', { name: words('contracts.term.addNotice') }).click();
  await labelled(page, words('contracts.term.notice.tracking')).fill('EMS 1029 3847 56');
  await lockAndUnlock();
  await expect(left(words('contracts.unfinished.dialog.notice')).getByRole('link')).toBeVisible();
  const { revision } = await ask(app, 'contracts.get', { id });
  await ask(app, 'contracts.changeStage', { id, revision, to: 'terminated', details: { reason: 'They left', basis: 'Clause 8', notice: 'In writing', effectiveOn: '2026-11-01', signedOn: null } });
  const told = left(words('contracts.unfinished.dialog.notice'));
  await expect(told).toContainText(words('contracts.unfinished.why.CLOSED'));
  await expect(told.getByRole('link')).toHaveCount(0);
  // Nobody approved it, and nobody can submit it any more: there is no card that would be empty.
  await expect(page.getByRole('region', { name: words('approvals.card') })).toHaveCount(0);
  await look('hindered');
  await app.setSize(1920, 1080);
  await look('hindered-wide');
  await app.setSize(1280, 800);
  await told.getByRole('button', { name: words('contracts.unfinished.showTyped') }).click();
  await expect(dialog().getByText('EMS 1029 3847 56')).toBeVisible();
  await look('hindered-words');
  // Without a window manager nothing else gives the window the focus that copying asks for.
  await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.focus());
  await dialog().getByRole('button', { name: words('contracts.unfinished.copyTyped') }).click();
  await expect(dialog().getByText(words('ui.copied'))).toBeVisible();
  expect(await app.electron.evaluate(({ clipboard }) => clipboard.readText())).toContain('EMS 1029 3847 56');
  await dialog().getByRole('button', { name: words('ui.close') }).click();
  await told.getByRole('button', { name: words('contracts.unfinished.discard') }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: words('leaveGuard.discard') }).click();
  await expect(told).toHaveCount(0);
  expect(app.log).toEqual([]);
});
