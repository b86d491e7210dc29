import { expect, test } from '@playwright/test';
import { ask } from '../actions/ask.ts';
import { goTo } from '../actions/contracts.ts';
import { signedRecord } from '../actions/record.ts';
import { shootIn } from '../actions/shoot.ts';
import { signByHand } from '../actions/sign-by-hand.ts';
import { unfinishedForms } from '../actions/unfinished.ts';
import { labelled, launchWithVault } from '../actions/vaults.ts';
import type { RunningApp } from '../launch.ts';
import { wordsIn } from '../words.ts';

// What is typed while an obligation is followed, at the desk or on site, outlasts a lock: why it takes a step, a note, what
// the receiver drew, a milestone, and a service level.

const words = wordsIn('en');
const record = signedRecord();
const entry = { title: 'Deliver the press', obligor: 'them', type: 'delivery', due: { kind: 'none' }, graceDays: 0, ownerId: null, evidenceRequired: false, dependsOn: [], milestoneId: null };
let app: RunningApp;
let page: RunningApp['page'];
const { left, goOn, lockAndUnlock, typeAndLock, leftOf, goOnWith } = unfinishedForms(() => app, words);
let contractId: string;
let obligationId: string;
const dialog = () => page.getByRole('dialog');
const look = (name: string) => shootIn(app, name, [['zh-CN', 'light'], ['en', 'dark']]);

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  app = await launchWithVault(words);
  page = app.page;
  contractId = (await ask(app, 'contracts.register', { title: 'Press', contractType: 'purchase', language: 'en', stage: 'signed', number: 'P-1', record, amount: null })).summary.id;
  await ask(app, 'fulfilment.saveObligation', { contractId, id: null, revision: 0, entry });
  obligationId = (await ask(app, 'fulfilment.ofContract', { contractId })).obligations[0]?.id ?? '';
});
test.afterAll(() => app.close());

test('why an obligation takes a step is gone on with on its contract', async () => {
  await goTo(page, '/fulfilment');
  await page.getByRole('button', { name: words('fulfilment.view.board'), exact: true }).click();
  await page.getByRole('button', { name: words('fulfilment.moveOf', { title: entry.title }) }).click();
  await page.getByRole('menuitem', { name: words('fulfilment.to.disputed'), exact: true }).click();
  await labelled(page, words('fulfilment.reason')).fill('The press arrived with a cracked frame');
  await lockAndUnlock();
  await goTo(page, `/contracts/${contractId}`);
  await goOn(words('fulfilment.to.disputed'));
  await expect(labelled(page, words('fulfilment.reason'))).toHaveValue('The press arrived with a cracked frame');
  await look('resumed-step');
  await dialog().getByRole('button', { name: words('fulfilment.confirm') }).click();
  await expect(dialog()).toHaveCount(0);
  await expect(left(words('fulfilment.to.disputed'))).toHaveCount(0);
});

test('a note that proves it is found again on its row', async () => {
  await goTo(page, `/contracts/${contractId}?tab=fulfilment`);
  await page.getByRole('button', { name: words('fulfilment.detailsOf', { title: entry.title }) }).click();
  await page.getByRole('button', { name: words('fulfilment.addNote') }).click();
  await labelled(page, words('fulfilment.note')).fill('Frame photographed with the driver');
  await lockAndUnlock();
  await goOn(words('contracts.unfinished.dialog.obligationNote'));
  await expect(labelled(page, words('fulfilment.note'))).toHaveValue('Frame photographed with the driver');
  await look('resumed-note');
  await page.getByRole('button', { name: words('fulfilment.save'), exact: true }).click();
  await expect(labelled(page, words('fulfilment.note'))).toHaveCount(0);
  await expect(left(words('contracts.unfinished.dialog.obligationNote'))).toHaveCount(0);
});

test('a milestone with what it is worth, and a change of it that is given up', async () => {
  await goTo(page, `/contracts/${contractId}?tab=fulfilment`);
  await page.getByRole('button', { name: words('fulfilment.addMilestone') }).click();
  await labelled(page, words('fulfilment.milestoneName')).fill('Press is running');
  await labelled(page, words('fulfilment.value', { currency: 'CNY' })).fill('1200');
  await typeAndLock(labelled(page, words('fulfilment.value', { currency: 'CNY' })), '0');
  await goTo(page, `/contracts/${contractId}`);
  await goOnWith('milestone');
  await expect(labelled(page, words('fulfilment.milestoneName'))).toHaveValue('Press is running');
  await expect(labelled(page, words('fulfilment.milestoneName'))).toBeFocused();
  await expect(labelled(page, words('fulfilment.value', { currency: 'CNY' }))).toHaveValue('12000');
  await look('resumed-milestone');
  await page.getByRole('button', { name: words('fulfilment.save'), exact: true }).click();
  await expect(page.getByRole('button', { name: words('fulfilment.editOf', { title: 'Press is running' }) })).toBeVisible();
  await expect(leftOf('milestone')).toHaveCount(0);
  await page.getByRole('button', { name: words('fulfilment.editOf', { title: 'Press is running' }) }).click();
  await typeAndLock(labelled(page, words('fulfilment.milestoneName')), '?');
  await goOnWith('milestone');
  await expect(labelled(page, words('fulfilment.milestoneName'))).toHaveValue('Press is running?');
  await page.getByRole('button', { name: words('ui.cancel'), exact: true }).click();
  await expect(page.getByRole('button', { name: words('fulfilment.removeOf', { title: 'Press is running' }) })).toBeVisible();
  await expect(leftOf('milestone')).toHaveCount(0);
});

test('a service level that is changed', async () => {
  await ask(app, 'fulfilment.saveMetric', { contractId, id: null, revision: 0, entry: { name: 'Uptime', comparison: 'atLeast', target: 98, unit: '%', period: 'month', credit: null } });
  await page.getByRole('button', { name: words('fulfilment.editOf', { title: 'Uptime' }) }).click();
  await labelled(page, words('fulfilment.target')).fill('99.');
  await typeAndLock(labelled(page, words('fulfilment.target')), '5');
  await goTo(page, `/contracts/${contractId}`);
  await goOnWith('metric');
  await expect(labelled(page, words('fulfilment.target'))).toHaveValue('99.5');
  await look('resumed-metric');
  await page.getByRole('button', { name: words('fulfilment.save'), exact: true }).click();
  await expect(labelled(page, words('fulfilment.target'))).toHaveCount(0);
  await expect(leftOf('metric')).toHaveCount(0);
  expect((await ask(app, 'fulfilment.ofContract', { contractId })).metrics.map(({ target }) => target)).toEqual([99.5]);
});

test('what is measured against a check sheet, and a task for a colleague, are gone on with', async () => {
  await ask(app, 'problems.addSheet', { contractId, name: 'Incoming inspection', items: [{ name: 'Bore', unit: 'mm', minimum: 8, maximum: null }, { name: 'Stroke', unit: 'mm', minimum: null, maximum: 40 }] });
  await goTo(page, `/contracts/${contractId}?tab=fulfilment`);
  await page.getByRole('button', { name: words('problems.sheets.run') }).click();
  await labelled(page, 'Bore').fill('8.4');
  await typeAndLock(labelled(page, 'Stroke'), '39');
  await goTo(page, `/contracts/${contractId}`);
  await goOnWith('checkRun');
  await expect(labelled(page, 'Bore')).toHaveValue('8.4');
  await expect(labelled(page, 'Stroke')).toHaveValue('39');
  await look('resumed-measuring');
  await page.getByRole('button', { name: words('problems.save'), exact: true }).click();
  await expect(labelled(page, 'Bore')).toHaveCount(0);
  await expect(leftOf('checkRun')).toHaveCount(0);
  expect((await ask(app, 'problems.ofContract', { contractId })).sheets[0]?.runs).toMatchObject([{ measured: [8.4, 39], failed: 0 }]);

  await page.getByRole('button', { name: words('problems.tasks.add') }).click();
  await labelled(page, words('problems.tasks.who')).click();
  await page.getByRole('option').first().click();
  const due = page.getByRole('group', { name: words('problems.due') });
  await due.getByRole('spinbutton').first().click();
  await page.keyboard.type('202612');
  await typeAndLock(labelled(page, words('problems.tasks.what')), 'Order the spare seals');
  await goTo(page, `/contracts/${contractId}`);
  await goOnWith('task');
  await expect(labelled(page, words('problems.tasks.what'))).toHaveValue('Order the spare seals');
  await due.getByRole('spinbutton').first().click();
  await page.keyboard.type('202612');
  await labelled(page, words('problems.tasks.what')).click();
  await expect(due).toHaveAttribute('aria-invalid', 'true');
  const add = page.getByRole('button', { name: words('problems.save'), exact: true });
  await expect(add).toBeDisabled();
  await look('resumed-task');
  // Another language lays its parts out anew.
  await due.getByRole('spinbutton').first().click();
  await page.keyboard.type('20261205');
  await add.click();
  await expect(add).toHaveCount(0);
  await expect(leftOf('task')).toHaveCount(0);
  expect((await ask(app, 'problems.ofContract', { contractId })).tasks).toMatchObject([{ title: 'Order the spare seals', dueOn: '2026-12-05' }]);
});

test('on site, what the receiver drew and a note are there after the lock', async () => {
  await goTo(page, `/field/${obligationId}`);
  await page.getByRole('button', { name: words('fulfilment.field.signature'), exact: true }).click();
  await labelled(page, words('fulfilment.field.receiver')).fill('Wang Fang');
  const canvas = page.getByRole('img', { name: words('fulfilment.field.signHere') });
  await signByHand(canvas);
  const ink = () => canvas.evaluate((drawn: HTMLCanvasElement) => drawn.getContext('2d')?.getImageData(0, 0, drawn.width, drawn.height).data.filter((value, index) => index % 4 === 0 && value < 128).length ?? 0);
  const before = await ink();
  expect(before).toBeGreaterThan(50);
  await lockAndUnlock();
  await goTo(page, `/contracts/${contractId}`);
  await goOn(words('contracts.unfinished.dialog.siteSignature'));
  await expect(labelled(page, words('fulfilment.field.receiver'))).toHaveValue('Wang Fang');
  expect(Math.abs((await ink()) - before)).toBeLessThan(before / 5);
  await look('resumed-signature');
  await page.getByRole('button', { name: words('fulfilment.field.keepSignature') }).click();
  await expect(page.getByText('Wang Fang').first()).toBeVisible();
  await page.getByRole('button', { name: words('fulfilment.addNote') }).click();
  await labelled(page, words('fulfilment.note')).fill('Second lorry is late');
  await lockAndUnlock();
  await look('unfinished-visit');
  await app.setSettings({ language: 'en', theme: 'light' });
  await goOn(words('contracts.unfinished.dialog.obligationNote'));
  await expect(labelled(page, words('fulfilment.note'))).toHaveValue('Second lorry is late');
  await page.getByRole('button', { name: words('ui.cancel') }).click();
  await expect(left(words('contracts.unfinished.dialog.obligationNote'))).toHaveCount(0);
  expect(app.log).toEqual([]);
});
