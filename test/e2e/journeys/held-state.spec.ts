import { expect, test, type Locator } from '@playwright/test';
import { addDays } from '#shared/kernel/day.ts';
import { sampleEntry } from '../../harness/entries.ts';
import { ask } from '../actions/ask.ts';
import { goTo } from '../actions/contracts.ts';
import { signedRecord, todayHere } from '../actions/record.ts';
import { labelled, launchWithVault } from '../actions/vaults.ts';
import type { RunningApp } from '../launch.ts';
import { wordsIn } from '../words.ts';

// What the window holds belongs to what is looked at: nothing of one subject passes to the next, nothing is done twice by a
// hand that clicks twice, and what changed behind a page is not acted on.

const words = wordsIn('en');
const today = todayHere();
const record = signedRecord({ signedOn: today, effectiveOn: today, expiresOn: addDays(today, 900) });
let app: RunningApp;
let page: RunningApp['page'];
const drafts: string[] = [];
let signed: string;

test.beforeAll(async () => {
  app = await launchWithVault(words);
  page = app.page;
  for (const titles of ['Sounders', 'Bearings']) drafts.push((await ask(app, 'contracts.create', await sampleEntry({ must: (name, input) => ask(app, name, input) }, { titles }))).summary.id);
  signed = (await ask(app, 'contracts.register', { title: 'Moorings', contractType: 'purchase', language: 'en', stage: 'signed', number: 'M-7', record, amount: null })).summary.id;
});
test.afterAll(() => app.close());

const button = (name: string) => page.getByRole('button', { name, exact: true });

/** A second click before main can have answered the first. */
async function clickTwice(target: Locator): Promise<void> {
  await target.evaluate(async (element: HTMLElement) => {
    element.click();
    for (let count = 0; count < 20; count += 1) await Promise.resolve();
    element.click();
  });
}

test('a variable that takes the place of a removed one keeps its own key', async () => {
  const catalogue = await ask(app, 'templates.catalogue');
  const versionId = catalogue.find(({ isMaintained }) => isMaintained)?.versions[0]?.summary.versionId;
  const draft = await ask(app, 'templates.startDraft', { from: 'version', versionId, isNewTemplate: false });
  await goTo(page, `/templates/versions/${draft.versionId}`);
  await page.getByRole('tab', { name: words('templates.versionPage.variables') }).click();
  const key = labelled(page, words('templates.variables.key'));
  for (const name of ['pickupPlace', 'pickupHour']) {
    await button(words('templates.variables.add')).click();
    // The one that was open before folds up.
    await expect(key).toHaveCount(1);
    await expect(key).toHaveValue(/^blank/);
    await key.fill(name);
    await key.blur();
  }
  await page.getByRole('button', { name: /pickupPlace/ }).first().click();
  await expect(key).toHaveCount(1);
  await expect(key).toHaveValue('pickupPlace');
  await button(words('templates.variables.removeOne', { key: 'pickupPlace' })).click();
  await expect(button(words('templates.variables.removeOne', { key: 'pickupHour' }))).toBeVisible();
  await expect(key).toHaveValue('pickupHour');
});

test('what is said of one contract is not said of the next', async () => {
  const condition = { amountFromMinor: null, onlyForeignPaper: false, onlyWithFindings: false, onlyWithNonStandardClauses: false, riskFrom: null, gradeFrom: null };
  const steps = [{ name: 'Review', order: 1, mode: 'any', assignees: [{ kind: 'role', role: 'contract_manager' }], condition, deadlineHours: null, escalateTo: null }];
  await ask(app, 'approvals.saveFlow', { id: null, version: 0, draft: { name: 'All', contractTypes: [], steps, isOn: true, drafterMayApprove: true, needsSecondReviewer: false } });
  const note = labelled(page, words('approvals.note'));
  const heading = (name: string) => page.getByRole('heading', { level: 1, name });
  // Both were looked at before, so that nothing is waited for between them.
  for (const [index, name] of ['Bearings', 'Sounders'].entries()) {
    await goTo(page, `/contracts/${drafts[1 - index] ?? ''}`);
    await expect(heading(name)).toBeVisible();
    await expect(note).toHaveValue('');
  }
  await note.fill('Wanted by Friday');
  await goTo(page, `/contracts/${drafts[1] ?? ''}`);
  await expect(heading('Bearings')).toBeVisible();
  await expect(note).toHaveValue('');
  await goTo(page, `/contracts/${drafts[0] ?? ''}`);
  await expect(note).toHaveValue('Wanted by Friday');
});

test('Enter and Escape belong to the input method while it composes', async () => {
  await goTo(page, `/contracts/${drafts[0] ?? ''}/edit`);
  const text = page.getByRole('textbox', { name: /text of the contract$/ }).first();
  await text.click();
  await page.keyboard.press('Control+f');
  const bar = page.getByRole('search', { name: words('documentEditor.find.title') });
  const replacement = bar.getByRole('textbox', { name: words('documentEditor.find.replacement') });
  const before = await text.innerText();
  await bar.getByRole('textbox', { name: words('documentEditor.find.wanted') }).fill(before.includes('合同') ? '合同' : 'the');
  await expect(bar.getByRole('status').first()).toHaveText(/[1-9]/);
  await replacement.fill("jia'fang");
  await replacement.dispatchEvent('keydown', { key: 'Enter', isComposing: true });
  await replacement.dispatchEvent('keydown', { key: 'Escape', isComposing: true });
  await expect(replacement).toBeVisible();
  expect(await text.innerText()).toBe(before);
  await page.keyboard.press('Escape');
  await expect(bar).toHaveCount(0);

  await page.keyboard.press('Control+Alt+m');
  const comment = page.getByRole('textbox', { name: words('documentEditor.comment.text') });
  await comment.fill('ask them again');
  await comment.dispatchEvent('keydown', { key: 'Escape', isComposing: true });
  await expect(comment).toHaveValue('ask them again');
  await comment.press('Escape');
  await button(words('leaveGuard.stay')).click();
  await expect(comment).toHaveValue('ask them again');
  await comment.press('Escape');
  await button(words('leaveGuard.discard')).click();
  await expect(comment).toHaveCount(0);
});

test('a change of many that is asked for twice is made once, and can be undone', async () => {
  await goTo(page, '/contracts');
  await page.locator('[role=row][data-id]').nth(2).waitFor();
  await page.getByRole('columnheader').getByRole('checkbox').check();
  await clickTwice(page.getByRole('toolbar').getByRole('button', { name: words('contracts.bulk.archive'), exact: true }));
  await expect(page.getByText(words('contracts.bulk.done_other', { count: '3' }))).toBeVisible();
  await expect(page.locator('[role=row][data-id]')).toHaveCount(0);
  await button(words('ui.undo')).click();
  await expect(page.locator('[role=row][data-id]')).toHaveCount(3);
});

test('a template that is asked to be copied twice is copied once', async () => {
  await goTo(page, '/templates/manage');
  const copy = page.getByRole('button', { name: /^New template from/ }).first();
  await copy.waitFor();
  const before = await ask(app, 'templates.catalogue');
  await clickTwice(copy);
  await page.waitForURL(/#\/templates\/versions\//);
  await expect(page.getByRole('tab', { name: words('templates.versionPage.variables') })).toBeVisible();
  expect((await ask(app, 'templates.catalogue')).length).toBe(before.length + 1);
});

test('an undo that is refused says so', async () => {
  const selection = { search: '', filter: {}, sort: 'updated', descending: true };
  for (let number = 1; number <= 50; number += 1) await ask(app, 'contracts.saveView', { name: `View ${number}`, selection, hiddenColumns: [] });
  await goTo(page, '/contracts');
  await button(words('contracts.view.menu')).click();
  await button(words('contracts.view.delete', { name: 'View 7' })).dispatchEvent('click');
  await expect(page.getByText(words('contracts.view.deleted', { name: 'View 7' }))).toBeVisible();
  await ask(app, 'contracts.saveView', { name: 'Another', selection, hiddenColumns: [] });
  await page.keyboard.press('Escape');
  await button(words('ui.undo')).click();
  await expect(page.getByRole('alert').filter({ hasText: '50' })).toBeVisible();
  await button(words('ui.close')).click();
});

test('the log goes on by one page, however often it is asked for', async () => {
  for (let count = 0; count < 80; count += 1) await ask(app, 'contracts.changeMany', { ids: [...drafts, signed], archived: count % 2 === 0 });
  await goTo(page, '/audit');
  await expect(page.getByText(/^1–100 /)).toBeVisible();
  await clickTwice(button(words('audit.older')));
  await expect(page.getByText(/^101–200 /)).toBeVisible();
  await button(words('audit.newer')).click();
  await expect(page.getByText(/^1–100 /)).toBeVisible();
});

test('a review that went meanwhile is marked no more', async () => {
  const { id } = await ask(app, 'reviews.add', { contractId: signed, dueOn: addDays(today, 400) });
  await goTo(page, '/reviews?tab=planned');
  await page.getByRole('row').filter({ has: page.locator(`a[href$="${id}"]`) }).getByRole('checkbox').check();
  await expect(page.getByText(words('reviews.selected', { count: '1' }))).toBeVisible();
  await ask(app, 'reviews.skip', { id, reason: 'Asked for by mistake' });
  await expect(page.locator(`a[href$="${id}"]`)).toHaveCount(0);
  await expect(page.getByText(words('reviews.selected', { count: '1' }))).toHaveCount(0);
});

test('what is searched and what is switched on are both kept, however fast one follows the other', async () => {
  await goTo(page, '/reminders');
  const search = page.getByRole('searchbox', { name: words('reminders.search') });
  const everybody = page.getByRole('switch', { name: words('reminders.everybody') });
  await search.waitFor();
  await search.pressSequentially('pump');
  await everybody.click({ delay: 0 });
  await expect(everybody).toBeChecked();
  // Longer than the pause after which the words are looked for.
  await page.waitForTimeout(600);
  await expect(everybody).toBeChecked();
  await expect(search).toHaveValue('pump');
});
