import { expect, test } from '@playwright/test';
import { recordDetailsSchema } from '#shared/features/contracts/record.ts';
import { ask } from '../actions/ask.ts';
import { goTo } from '../actions/contracts.ts';
import { createVault, labelled, unlock } from '../actions/vaults.ts';
import { launch, type RunningApp } from '../launch.ts';
import { wordsIn } from '../words.ts';

// What is typed into the form of a record stays: whatever is wrong with it is told at its field, in sight.

const words = wordsIn('en');
const standing = {
  ...{ title: 'Buoys 2025', contractType: 'purchase', language: 'en', stage: 'signed', number: 'HT-2026-0001', amount: null },
  record: {
    ...{ recordKind: 'standalone', parentId: null, direction: 'pay', parties: [], signedOn: null, effectiveOn: null, expiresOn: null },
    ...{ renewalType: 'none', ownerName: '', department: '', confidentiality: 'internal', tags: [] },
    details: recordDetailsSchema.parse({ notes: 'one line\nanother line' }),
  },
} as const;
let app: RunningApp;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  app = await launch();
  await app.setSettings({ language: 'en', theme: 'light' });
  await createVault(app, words);
  await app.setSize(1280, 800);
  await ask(app, 'contracts.register', standing);
});
test.afterAll(() => app.close());

const record = (key: string, params: Record<string, string> = {}) => words(`contracts.record.${key}`, params);
const field = (name: string) => labelled(app.page, record(`field.${name}`)).and(app.page.getByRole('textbox'));
const place = (key: string) => app.page.locator(`[data-field="${key}"]`);
const register = () => app.page.getByRole('button', { name: record('registerSubmit'), exact: true }).click();

test('a company that is not in the book stays typed, and is asked for at its row', async () => {
  await goTo(app.page, '/contracts/register');
  await field('title').fill('Cables 2026');
  const party = place('parties.1.partyId').getByRole('combobox');
  await party.fill('Nobody knows Ltd');
  await place('parties.1.signatory').getByRole('textbox').fill('Li Lei');
  await expect(party).toHaveValue('Nobody knows Ltd');
  await expect(place('parties.1.partyId')).toContainText(record('problem.PARTY_NOT_CHOSEN'));
  await register();
  await expect(party).toBeFocused();
  await expect(party).toBeInViewport();
  await app.page.getByRole('button', { name: record('removeParty', { number: '2' }) }).click();
});

test('tags and texts that are too long stay, with the bound at the field', async () => {
  const long = 'x'.repeat(300);
  await field('governingLaw').fill(long);
  await field('governingLaw').blur();
  await expect(place('governingLaw')).toContainText(record('problem.TOO_LONG', { maximum: '120' }));
  await expect(field('governingLaw')).toHaveValue(long);
  await field('governingLaw').fill('');
  const tags = place('tags').getByRole('combobox');
  await tags.fill('y'.repeat(41));
  await tags.press('Enter');
  await expect(place('tags')).toContainText(record('problemAt.tags.TOO_LONG', { maximum: '40' }));
  await tags.press('Backspace');
});

test('a number that is taken is told at its field, in sight and with the focus, until it is changed', async () => {
  await field('number').fill('HT-2026-0001');
  await register();
  await expect(field('number')).toBeFocused();
  await expect(field('number')).toBeInViewport();
  await expect(place('number')).toContainText(words('errors.NUMBER_TAKEN', { number: 'HT-2026-0001' }));
  await field('number').fill('HT-2026-0001-B');
  await expect(place('number')).not.toContainText(words('errors.NUMBER_TAKEN', { number: 'HT-2026-0001' }));
});

test('a record that is half filled in comes back after a lock, wrong input included, until it is thrown away', async () => {
  await app.page.locator('#record-inclusive').fill('a lot');
  await field('notes').fill('first line\nsecond line');
  await app.page.getByRole('banner').getByRole('button', { name: words('app.lock') }).click();
  await unlock(app, words);
  await expect(field('title')).toHaveValue('Cables 2026');
  await expect(app.page.locator('#record-inclusive')).toHaveValue('a lot');
  await expect(field('notes')).toHaveValue('first line\nsecond line');
  await app.page.getByRole('button', { name: words('contracts.form.startOver'), exact: true }).click();
  await app.page.getByRole('alertdialog').getByRole('button', { name: words('contracts.form.startOverConfirm.confirm') }).click();
  await expect(field('title')).toHaveValue('');
});

test('a contract’s page shows its notes in their lines, and an amount that was never entered as such', async () => {
  await goTo(app.page, '/contracts');
  await app.page.getByText(standing.title).first().click();
  const notes = app.page.getByText('one line');
  await expect(notes).toHaveCSS('white-space', 'pre-line');
  expect(await notes.evaluate((element) => (element as HTMLElement).innerText)).toBe('one line\nanother line');
  await expect(app.page.getByText(words('contracts.amountNotEntered')).first()).toBeVisible();
  await expect(app.page.getByText(words('contracts.noAmount'))).toHaveCount(0);
});
