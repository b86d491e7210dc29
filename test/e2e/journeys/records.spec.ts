import { expect, test } from '@playwright/test';
import { addDays, addMonths, type Day } from '#shared/kernel/day.ts';
import { sampleParties } from '#shared/features/templates/seeds/samples.ts';
import { goTo } from '../actions/contracts.ts';
import { todayHere } from '../actions/record.ts';
import { labelled } from '../actions/vaults.ts';
import { launch, type RunningApp } from '../launch.ts';
import { wordsIn } from '../words.ts';

// A contract that was made elsewhere, from its registration to its end: record, term, notice, stages, family.

const words = wordsIn('en');
const today = todayHere();
const expiresOn = addDays(today, 45);
const framework = 'Bearings framework 2026';
let app: RunningApp;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  app = await launch();
  await app.setSettings({ language: 'en', theme: 'light' });
  await app.page.getByRole('button', { name: words('vault.welcome.sample') }).click();
  await app.page.getByRole('button', { name: words('app.lock') }).waitFor();
  await app.setSize(1280, 800);
});
test.afterAll(() => app.close());

const record = (key: string) => words(`contracts.record.${key}`);
const button = (name: string) => app.page.getByRole('button', { name, exact: true });
const field = (name: string) => labelled(app.page, record(`field.${name}`)).and(app.page.getByRole('textbox'));
const heading = () => app.page.getByRole('heading', { level: 1 });
const term = () => app.page.getByRole('region', { name: words('contracts.term.title'), exact: true });
const dateOf = (day: Day) => new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(new Date(day));

/** Types a day into a date field, part by part as its mask asks. */
async function typeDay(name: string, day: Day): Promise<void> {
  await app.page.getByRole('group', { name, exact: true }).getByRole('spinbutton').first().click();
  await app.page.keyboard.type(day.replaceAll('-', ''));
}

async function choose(name: string, option: string): Promise<void> {
  await app.page.getByRole('combobox', { name, exact: true }).click();
  await app.page.getByRole('option', { name: option, exact: true }).click();
}

async function chooseParty(row: number, name: string): Promise<void> {
  const line = app.page.getByRole('group', { name: words('contracts.record.partyRow', { number: String(row) }) });
  await line.getByRole('combobox', { name: record('field.party') }).fill(name.slice(0, 12));
  await app.page.getByRole('option').filter({ hasText: name }).click();
}

async function openMoves(): Promise<void> {
  await button(words('contracts.lifecycle.moveTo')).click();
  await app.page.getByRole('menu').waitFor();
}

/** Where the list of the term's dates says a thing. */
function dated(kind: string) {
  return term().locator('dl > div').filter({ has: app.page.getByText(words(`contracts.term.point.${kind}`), { exact: true }) });
}

test('a contract made elsewhere is refused field by field until its record is right, and then stands with its number', async () => {
  await goTo(app.page, '/contracts/register');
  await field('inclusive').fill('a lot');
  await button(record('registerSubmit')).click();
  await expect(app.page.getByText(words('contracts.form.problems', { count: '2' }))).toBeVisible();
  await expect(field('title')).toBeFocused();
  await field('title').fill(framework);
  await field('number').fill('CG-2026-008');
  await choose(record('field.recordKind'), words('contracts.kind.master'));
  await chooseParty(1, sampleParties[0].nameEn ?? '');
  await chooseParty(2, sampleParties[1].nameEn ?? '');
  await typeDay(record('field.signedOn'), addDays(expiresOn, -370));
  await typeDay(record('field.expiresOn'), addDays(expiresOn, -400));
  await field('exclusive').fill('1000000');
  await field('taxRate').fill('13');
  await expect(app.page.getByText(record('problem.END_BEFORE_START')).first()).toBeVisible();
  await typeDay(record('field.expiresOn'), expiresOn);
  await app.page.getByRole('button', { name: /1,130,000\.00/ }).click();
  await expect(field('inclusive')).toHaveValue('1,130,000.00');
  const owner = labelled(app.page, record('field.ownerName'));
  await owner.fill('Li Lei');
  await owner.press('Control+Enter');
  await expect(heading()).toHaveText(framework);
  await expect(app.page.getByText('CG-2026-008', { exact: true }).first()).toBeVisible();
  await expect(app.page.getByText('CNY 1,130,000.00').first()).toBeVisible();
  await expect(term().getByText(words('contracts.term.outlook.ends', { day: dateOf(expiresOn) }))).toBeVisible();
});

test('its term is edited after signing, but not who signed it, and the time line follows', async () => {
  await app.page.getByRole('link', { name: record('edit'), exact: true }).click();
  await expect(app.page.getByText(record('lock.parties'))).toBeVisible();
  await expect(app.page.getByText(record('lock.amount'))).toBeVisible();
  await expect(field('inclusive')).toBeDisabled();
  await choose(record('field.renewalType'), record('renewalType.auto'));
  await button(record('save')).click();
  await expect(app.page.getByText(record('problem.RENEWAL_TERM_MISSING')).first()).toBeVisible();
  await field('renewalTermMonths').fill('12');
  await field('optOutPeriod').fill('30');
  await button(record('save')).click();
  await expect(heading()).toHaveText(framework);

  const nextEnd = addDays(addMonths(addDays(expiresOn, 1), 12), -1);
  await expect(dated('deadline')).toContainText(dateOf(addDays(expiresOn, -30)));
  await expect(dated('deadline')).toContainText(words('contracts.term.daysLeft_other', { count: '15' }));
  await expect(dated('termEnd')).toContainText(words('contracts.term.daysLeft_other', { count: '45' }));
  await expect(dated('nextEnd')).toContainText(dateOf(nextEnd));
  await expect(term().getByText(words('contracts.term.outlook.renews', { day: dateOf(nextEnd) }))).toContainText('CNY 1,130,000.00');
  await expect(app.page.getByText(words('contracts.status.notice_window_open'), { exact: true })).toBeVisible();
  expect(await overlaps()).toEqual([]);
});

/** Words on the time line that lie over each other. */
function overlaps(): Promise<readonly string[]> {
  return app.page.getByTestId('term-axis').evaluate((axis) => {
    const words = [...axis.querySelectorAll(':scope > div')].map((each) => ({ text: each.textContent, box: each.getBoundingClientRect() }));
    if (words.length < 5) throw new Error(`only ${words.length} marks are drawn`);
    return words.flatMap(({ text, box }, index) =>
      words.slice(index + 1).filter(({ box: other }) => box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom).map((other) => `${text} / ${other.text}`),
    );
  });
}

test('a notice of non-renewal that was sent stops the renewal', async () => {
  await button(words('contracts.term.addNotice')).click();
  const dialog = app.page.getByRole('dialog', { name: words('contracts.term.notice.title') });
  await expect(dialog.getByText(words('contracts.term.notice.effect', { day: dateOf(expiresOn) }))).toBeVisible();
  await dialog.getByLabel(words('contracts.term.notice.tracking')).fill('EMS 1234567890');
  await dialog.getByRole('button', { name: words('contracts.term.notice.submit'), exact: true }).click();
  await expect(term().getByText(words('contracts.term.outlook.noticePending', { day: dateOf(expiresOn), arrives: dateOf(addDays(today, 3)) }))).toBeVisible();
  await expect(term().getByText('EMS 1234567890')).toBeVisible();
  await term().getByRole('button', { name: words('contracts.term.notice.addReceipt') }).click();
  await typeDay(words('contracts.term.notice.receivedOn'), today);
  await button(words('contracts.term.notice.save')).click();
  await expect(term().getByText(words('contracts.term.outlook.noticeGiven', { day: dateOf(expiresOn) }))).toBeVisible();
  await expect(dated('nextEnd')).toHaveCount(0);
});

test('an order is registered below the framework, and each shows the other', async () => {
  await app.page.getByRole('link', { name: words('contracts.family.add.order') }).click();
  await expect(app.page.getByRole('combobox', { name: record('field.parentId') })).toHaveValue(`CG-2026-008 ${framework}`);
  await field('title').fill('Order 3');
  await choose(record('field.stage'), record('entryStage.draft'));
  await button(record('registerSubmit')).click();
  await expect(heading()).toHaveText('Order 3');
  // What is still a draft can have its text put in later, as its registration said.
  await app.page.getByRole('link', { name: words('contracts.page.addText') }).click();
  await expect(button(words('versions.import'))).toBeEnabled();
  await app.page.goBack();
  await expect(heading()).toHaveText('Order 3');
  const family = app.page.getByRole('region', { name: words('contracts.family.title') });
  await family.getByRole('link', { name: framework }).click();
  await expect(heading()).toHaveText(framework);
  await family.getByRole('link', { name: 'Order 3' }).click();
  await expect(heading()).toHaveText('Order 3');
});

test('a move that is refused says why, one that is made is on record, and ending early asks for four things', async () => {
  await openMoves();
  const refused = app.page.getByRole('menuitem').filter({ hasText: words('contracts.lifecycle.move.in_review') });
  await expect(refused).toHaveAttribute('aria-disabled', 'true');
  await expect(refused).toContainText(words('contracts.lifecycle.refusal.NO_TEXT'));
  await app.page.getByRole('menuitem', { name: words('contracts.lifecycle.move.signed') }).click();
  await button(words('contracts.lifecycle.confirm')).click();
  await expect(app.page.getByRole('region', { name: words('contracts.lifecycle.history') })).toContainText('Draft → Signed');

  await openMoves();
  await app.page.getByRole('menuitem', { name: words('contracts.lifecycle.move.terminated') }).click();
  for (const name of ['reason', 'basis', 'notice'] as const) {
    await expect(button(words('contracts.lifecycle.confirm'))).toBeDisabled();
    await labelled(app.page, words(`contracts.lifecycle.field.${name}`)).fill(`the ${name}`);
  }
  const end = addDays(today, 20);
  await typeDay(`${words('contracts.lifecycle.field.effectiveOn')} *`, end);
  await app.page.getByRole('checkbox', { name: words('contracts.lifecycle.writeLetter') }).uncheck();
  await button(words('contracts.lifecycle.confirm')).click();
  await expect(term().getByText(words('contracts.term.outlook.terminating', { day: dateOf(end) }))).toBeVisible();
  await expect(app.page.getByText(words('contracts.status.terminating')).first()).toBeVisible();
  expect(app.log).toEqual([]);
});

test('leaving a changed record is asked about first', async () => {
  await app.page.getByRole('link', { name: record('edit'), exact: true }).click();
  await field('notes').fill('half a thought');
  await app.page.getByRole('link', { name: words('app.place.home') }).first().click();
  const question = app.page.getByRole('alertdialog', { name: words('leaveGuard.title') });
  await question.getByRole('button', { name: words('leaveGuard.discard') }).click();
  await expect(question).toHaveCount(0);
});
