import { expect, test } from '@playwright/test';
import { ask } from '../actions/ask.ts';
import { goTo } from '../actions/contracts.ts';
import { signedRecord } from '../actions/record.ts';
import { shootIn } from '../actions/shoot.ts';
import { labelled, launchWithVault } from '../actions/vaults.ts';
import type { RunningApp } from '../launch.ts';
import { wordsIn } from '../words.ts';

const words = wordsIn('en');
let app: RunningApp;
test.beforeAll(async () => {
  app = await launchWithVault(words);
});
test.afterAll(() => app.close());

test('a termination that was recorded with a wrong day is corrected, and both stand in the history', async () => {
  const { page } = app;
  const { summary, revision } = await ask(app, 'contracts.register', { title: 'Moorings', contractType: 'purchase', language: 'en', stage: 'signed', number: 'M-8', record: signedRecord(), amount: null });
  await ask(app, 'contracts.changeStage', { id: summary.id, revision, to: 'terminated', details: { reason: 'They left', basis: 'Clause 8', notice: 'In writing', effectiveOn: '2026-11-01', signedOn: null } });
  await goTo(page, `/contracts/${summary.id}`);
  await page.getByRole('button', { name: words('contracts.lifecycle.correctButton') }).click();
  const form = page.getByRole('dialog', { name: words('contracts.lifecycle.correct') });
  const confirm = form.getByRole('button', { name: words('contracts.lifecycle.confirm') });
  await expect(labelled(page, words('contracts.lifecycle.field.reason'))).toHaveValue('They left');
  await expect(confirm).toBeDisabled();
  await labelled(page, words('contracts.lifecycle.field.correction')).fill('The letter says the 11th');
  await form.getByRole('group', { name: words('contracts.lifecycle.field.effectiveOn') }).getByRole('spinbutton').first().click();
  await page.keyboard.type('20261111');
  await shootIn(app, 'correct-termination', [['zh-CN', 'light'], ['en', 'dark']]);
  await confirm.click();
  await expect(page.getByText(words('contracts.lifecycle.corrected'))).toBeVisible();
  await expect(form).toHaveCount(0);
  const { stageEvents, summary: after } = await ask(app, 'contracts.get', { id: summary.id });
  expect(after.endsOn).toBe('2026-11-11');
  expect(stageEvents.filter(({ to }) => to === 'terminated')).toMatchObject([{ effectiveOn: '2026-11-11', correction: 'The letter says the 11th' }, { effectiveOn: '2026-11-01', correction: '' }]);
  await expect(page.getByText(words('contracts.lifecycle.correctionStep'))).toBeVisible();
});
