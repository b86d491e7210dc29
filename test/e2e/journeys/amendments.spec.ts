import { expect, test } from '@playwright/test';
import { extendedEnd } from '#shared/features/amendments/rules.ts';
import { addDays, type Day } from '#shared/kernel/day.ts';
import { ask } from '../actions/ask.ts';
import { goTo } from '../actions/contracts.ts';
import { createVault, labelled } from '../actions/vaults.ts';
import { shoot } from '../actions/shoot.ts';
import { launch, type RunningApp } from '../launch.ts';
import { wordsIn } from '../words.ts';

// A signed lease is extended, its rent raised and a clause reworded by a supplementary agreement; the terms of any day can
// be told, and a mistaken amendment is taken back.

let app: RunningApp;
test.beforeAll(async () => {
  app = await launch();
});
test.afterAll(() => app.close());

const record = {
  ...{ recordKind: 'standalone', parentId: null, direction: 'pay', signedOn: '2026-01-10', effectiveOn: '2026-01-10', expiresOn: '2026-12-31' },
  ...{ renewalType: 'none', ownerName: '陈静', department: '', confidentiality: 'internal', tags: [], details: {} },
};
async function addParty(nameZh: string): Promise<string> {
  const details = { kind: 'company', nameZh, nameEn: '', uscc: '', legalRepresentative: '', registeredAddress: '', noticeAddress: '', contactName: '', contactPhone: '', contactEmail: '', notes: '' };
  return (await ask(app, 'parties.create', { details, bank: null })).id;
}

const amount = { inclusive: { minor: 12_000_000, currency: 'CNY' }, exclusiveMinor: null, taxBasisPoints: null, basis: 'fixed' };

test('a signed contract is amended, shown as of any day, and a mistaken amendment is voided', async () => {
  const { page } = app;
  const words = wordsIn('zh-CN');
  await app.setSettings({ language: 'zh-CN', theme: 'light' });
  await createVault(app, words);
  const [lessor, lessee] = [await addParty('东方置业有限公司'), await addParty('蓝港航运有限公司')];
  await addParty('远景资产管理有限公司');
  const parties = [{ partyId: lessor, role: 'party_a', signatory: '王敏' }, { partyId: lessee, role: 'party_b', signatory: '陈静' }];
  const { id } = (await ask(app, 'contracts.register', { title: '厂房租赁合同', contractType: 'lease', language: 'zh', stage: 'signed', number: 'ZL-2026-01', record: { ...record, parties }, amount })).summary;
  await goTo(page, `/contracts/${id}`);
  await page.getByRole('tab', { name: words('amendments.tab') }).click();
  await expect(page.getByText(words('amendments.empty.signed'))).toBeVisible();

  await page.getByRole('button', { name: words('amendments.add') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: words('amendments.kind.extension') }).click();
  await labelled(page, words('amendments.form.months')).fill('12');
  await expect(dialog.getByText(words('amendments.form.until', { value: '2026-12-31' }))).toBeVisible();
  await labelled(page, words('amendments.form.newAmount')).fill('150000');
  await dialog.getByRole('button', { name: words('amendments.form.addClause') }).click();
  await labelled(page, words('amendments.form.clauseReference')).fill('第五条');
  await labelled(page, words('amendments.form.clause.before')).fill('甲方每季度支付租金。');
  await labelled(page, words('amendments.form.clause.after')).fill('甲方每月支付租金。');
  await dialog.getByRole('button', { name: words('amendments.parties.change') }).click();
  const first = dialog.getByRole('group', { name: words('contracts.record.partyRow', { number: '1' }) });
  await first.getByRole('combobox', { name: words('contracts.record.field.party') }).fill('远景');
  await page.getByRole('option', { name: '远景资产管理有限公司' }).click();
  await labelled(page, words('amendments.form.rationale')).fill('生产线扩建，续租一年');
  await shoot(app, 'amendment-form-zh');
  await dialog.getByRole('button', { name: words('amendments.form.submit') }).click();
  await expect(page.getByText(words('amendments.recorded'))).toBeVisible();
  await expect(page.locator('ins', { hasText: '月' })).toBeVisible();
  await expect(page.getByRole('table', { name: words('amendments.asOf.title') }).locator('[data-changed="true"]')).toHaveCount(3);
  await expect(page.getByRole('table', { name: words('amendments.asOf.title') })).toContainText('甲方：远景资产管理有限公司');
  await shoot(app, 'amendments-zh');

  // Before its day the terms are as signed.
  const day = page.getByRole('group', { name: words('amendments.asOf.day') });
  await day.getByRole('spinbutton').first().click();
  await page.keyboard.type('20260601');
  await expect(page.getByRole('table', { name: words('amendments.asOf.title') }).locator('[data-changed="true"]')).toHaveCount(0);

  await app.setSettings({ language: 'en', theme: 'dark' });
  const english = wordsIn('en');
  await app.setSize(1280, 800);
  await shoot(app, 'amendments-en-dark');
  await page.getByRole('button', { name: english('amendments.void.action') }).click();
  await expect(dialog.getByText(english('amendments.void.effect'))).toBeVisible();
  await shoot(app, 'amendment-void-en-dark');
  await labelled(page, english('amendments.void.reason')).fill('The landlord did not countersign');
  await dialog.getByRole('button', { name: english('amendments.void.action') }).click();
  await expect(page.getByText(english('amendments.void.done'))).toBeVisible();
  await expect(page.getByText('The landlord did not countersign')).toBeVisible();
  await page.getByRole('tab', { name: english('contracts.page.tab') }).click();
  await expect(page.getByText('31 Dec 2026').first()).toBeVisible();
});

test('what can’t be is told at its field, and a new sum takes the one without tax along', async () => {
  const { page } = app;
  const words = wordsIn('en');
  await app.setSettings({ language: 'en', theme: 'light' });
  const taxed = { inclusive: { minor: 11_300_000, currency: 'CNY' }, exclusiveMinor: 10_000_000, taxBasisPoints: 1300, basis: 'fixed' };
  const { id } = (await ask(app, 'contracts.register', { title: '维修合同', contractType: 'services', language: 'zh', stage: 'signed', number: 'WX-2026-01', record: { ...record, parties: [] }, amount: taxed })).summary;
  await ask(app, 'contracts.register', { title: '订单一', contractType: 'services', language: 'zh', stage: 'draft', number: 'WX-2026-01-1', record: { ...record, parties: [], recordKind: 'order', parentId: id }, amount: null });
  const supplement = { ...record, parties: [], recordKind: 'amendment', parentId: id };
  await ask(app, 'contracts.register', { title: '补充协议一', contractType: 'services', language: 'zh', stage: 'signed', number: 'WX-2026-01-2', record: supplement, amount: null });
  await goTo(page, `/contracts/${id}`);
  await page.getByRole('tab', { name: words('amendments.tab') }).click();
  await page.getByRole('button', { name: words('amendments.add') }).click();
  const dialog = page.getByRole('dialog', { name: words('amendments.form.title') });
  const submit = dialog.getByRole('button', { name: words('amendments.form.submit') });

  await labelled(page, words('amendments.form.document')).click();
  await expect(page.getByRole('option')).toHaveText([words('amendments.form.none'), 'WX-2026-01-2 补充协议一']);
  await page.getByRole('option').last().click();
  await dialog.getByRole('button', { name: words('amendments.kind.extension') }).click();
  await labelled(page, words('amendments.form.months')).fill('2');
  await expect(dialog.getByText(words('amendments.form.until', { value: '31 Dec 2026' }))).toBeVisible();
  await labelled(page, words('amendments.form.months')).fill('0');
  await expect(dialog.getByText(words('amendments.form.monthsWrong'))).toBeVisible();
  await expect(dialog.getByText(words('amendments.form.until', { value: '31 Dec 2026' }))).toBeHidden();

  const sum = labelled(page, words('amendments.form.newAmount'));
  await sum.fill('-100');
  await expect(dialog.getByText(words('contracts.record.problem.NEGATIVE_AMOUNT'))).toBeVisible();
  await expect(sum).toHaveAttribute('aria-invalid', 'true');
  await sum.fill('1000000000000000');
  await expect(dialog.getByText(words('contracts.record.problem.TOO_LARGE'))).toBeVisible();
  await expect(submit).toBeDisabled();
  await sum.fill('150000');
  await expect(dialog.getByText(words('amendments.form.becomes', { value: 'CNY 132,743.36' }))).toBeVisible();
  await dialog.getByRole('button', { name: words('amendments.form.addClause') }).click();
  await labelled(page, words('amendments.form.clause.after')).fill('Rent is \u202Eylretrauq paid.');
  await expect(dialog.getByText(words('ui.invisibleCharacters'))).toBeVisible();
  // The first field that is wrong, and then the next.
  await submit.click();
  await expect(labelled(page, words('amendments.form.months'))).toBeFocused();
  await labelled(page, words('amendments.form.months')).fill('');
  await submit.click();
  await expect(labelled(page, words('amendments.form.clause.after'))).toBeFocused();
  await shoot(app, 'amendment-problems-en');
  await labelled(page, words('amendments.form.clause.after')).fill('Rent is paid quarterly.');
  await submit.click();
  await expect(page.getByText(words('amendments.recorded'))).toBeVisible();
  const changes = page.getByRole('table', { name: words('amendments.changes') });
  await expect(changes.getByRole('row', { name: words('contracts.record.field.exclusive') })).toContainText('CNY 132,743.36');
  await expect(page.getByRole('table', { name: words('amendments.asOf.title') }).locator('[data-changed="true"]')).toHaveCount(2);
});

test('an extension that is agreed but begins later keeps the page and the list from saying that the contract ends', async () => {
  const { page } = app;
  const words = wordsIn('zh-CN');
  await app.setSettings({ language: 'zh-CN', theme: 'light' });
  await app.setSize(1280, 800);
  const today = new Date().toLocaleDateString('sv') as Day;
  const [end, longer] = [addDays(today, 40), addDays(today, 405)];
  const ending = { ...record, parties: [], signedOn: addDays(today, -300), effectiveOn: addDays(today, -300), expiresOn: end };
  const { summary, revision } = await ask(app, 'contracts.register', { title: '仓库租赁合同', contractType: 'lease', language: 'zh', stage: 'signed', number: 'ZL-2026-02', record: ending, amount });
  await goTo(page, `/contracts/${summary.id}`);
  await expect(page.getByText(words('contracts.term.outlook.ends', { day: end }))).toBeVisible();
  await shoot(app, 'agreed-before-zh');

  const draft = (over: object) => ({ kind: 'extension', documentId: null, terms: { expiresOn: longer }, amount: null, rationale: '', clauses: [], ...over });
  const recorded = await ask(app, 'amendments.record', { contractId: summary.id, revision, draft: draft({ effectiveOn: addDays(end, 1) }) });
  await expect(page.getByText(words('contracts.term.outlook.ends', { day: longer }))).toBeVisible();
  await expect(page.getByText(words('contracts.term.agreed', { days: addDays(end, 1) }))).toBeVisible();
  await expect(page.getByText(words('contracts.term.outlook.ends', { day: end }))).toBeHidden();
  await shoot(app, 'agreed-zh');
  await goTo(page, '/contracts');
  const row = page.getByRole('row', { name: /ZL-2026-02/ });
  await expect(row).toContainText(longer);
  await expect(row).toContainText(words('contracts.status.active'));

  // One that begins only after the end leaves days that nothing covers.
  await ask(app, 'amendments.void', { contractId: summary.id, amendmentId: recorded.amendments[0]?.id ?? '', reason: '日期写错' });
  const { revision: now } = await ask(app, 'contracts.get', { id: summary.id });
  await ask(app, 'amendments.record', { contractId: summary.id, revision: now, draft: draft({ effectiveOn: addDays(end, 10) }) });
  await goTo(page, `/contracts/${summary.id}`);
  await expect(page.getByText(words('contracts.term.outlook.ends', { day: end }))).toBeVisible();
  await expect(page.getByText(words('contracts.term.revived', { day: addDays(end, 10) }))).toBeVisible();
  await app.setSettings({ language: 'en', theme: 'dark' });
  await app.setSize(1920, 1080);
  await shoot(app, 'agreed-gap-en-dark');
});

test('a contract that renewed by itself is extended from the end of the running term', async () => {
  const { page } = app;
  const words = wordsIn('zh-CN');
  await app.setSettings({ language: 'zh-CN', theme: 'light' });
  await app.setSize(1280, 800);
  const today = new Date().toLocaleDateString('sv') as Day;
  const recorded = addDays(today, -100);
  const running = extendedEnd(recorded, 12);
  const renewing = { ...record, parties: [], signedOn: addDays(today, -464), effectiveOn: addDays(today, -464), expiresOn: recorded, renewalType: 'auto', details: { renewalTermMonths: 12, maxRenewals: 3, optOutOn: addDays(recorded, -30) } };
  const { summary } = await ask(app, 'contracts.register', { title: '平台服务合同', contractType: 'services', language: 'zh', stage: 'signed', number: 'FW-2026-01', record: renewing, amount });
  await goTo(page, `/contracts/${summary.id}`);
  await page.getByRole('tab', { name: words('amendments.tab') }).click();
  await page.getByRole('button', { name: words('amendments.add') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: words('amendments.kind.extension') }).click();
  await expect(dialog.getByText(words('amendments.form.presentEnd', { day: running }))).toBeVisible();
  await expect(dialog.getByText(words('amendments.form.notFilledIn'), { exact: true })).toBeVisible();
  await expect(dialog.getByText(words('amendments.form.until', { value: words('amendments.form.notFilledIn') }))).toHaveCount(2);
  await labelled(page, words('amendments.form.months')).fill('12');
  await expect(dialog.getByText(words('amendments.form.untilRenewed', { value: recorded, day: running }))).toBeVisible();
  await shoot(app, 'extension-of-renewed-zh');

  // A day that the running term reaches anyway extends nothing.
  await dialog.getByRole('group', { name: words('contracts.record.field.expiresOn') }).getByRole('spinbutton').first().click();
  await page.keyboard.type(running.replaceAll('-', ''));
  await expect(dialog.getByText(words('amendments.form.notLonger', { day: running }))).toBeVisible();
  await expect(dialog.getByRole('button', { name: words('amendments.form.submit') })).toBeDisabled();
  await app.setSettings({ language: 'en', theme: 'dark' });
  await shoot(app, 'extension-no-longer-en-dark');
  await app.setSettings({ language: 'zh-CN', theme: 'light' });
  const months = labelled(page, words('amendments.form.months'));
  await expect(months).toHaveValue('');
  await months.fill('24');
  const outcome = (end: Day) => dialog.getByText(words('amendments.outcome.term', { start: renewing.effectiveOn, end }));
  await expect(outcome(extendedEnd(running, 24))).toBeVisible();
  await expect(dialog.getByText(words('amendments.outcome.renewsAnew_other', { count: '3' }))).toBeVisible();

  // The months count from the end of the term that the amendment's day finds running.
  const typeDay = async (field: string, day: Day) => {
    await dialog.getByRole('group', { name: field }).getByRole('spinbutton').first().click();
    await page.keyboard.type(day.replaceAll('-', ''));
  };
  await typeDay(words('amendments.form.effectiveOn'), addDays(running, 50));
  await expect(outcome(extendedEnd(running, 36))).toBeVisible();
  await typeDay(words('amendments.form.effectiveOn'), today);
  await expect(outcome(extendedEnd(running, 24))).toBeVisible();

  // What was agreed for the former end no longer fits, and is entered anew.
  const lacking = dialog.getByRole('note').filter({ hasText: words('amendments.outcome.optOutLacking', { day: renewing.details.optOutOn }) });
  await lacking.scrollIntoViewIfNeeded();
  await shoot(app, 'extension-outcome-zh');
  await app.setSettings({ language: 'en', theme: 'dark' });
  await app.setSize(1920, 1080);
  await shoot(app, 'extension-outcome-en-dark');
  await app.setSettings({ language: 'zh-CN', theme: 'light' });
  await app.setSize(1280, 800);
  await lacking.getByRole('button', { name: words('amendments.outcome.add') }).click();
  await expect(lacking.getByRole('button')).toHaveCount(0);
  const deadline = addDays(extendedEnd(running, 24), -30);
  await typeDay(words('contracts.record.field.optOutOn'), deadline);
  await expect(lacking).toBeHidden();
  await expect(dialog.getByText(words('amendments.outcome.renewsUnless', { deadline, end: extendedEnd(running, 36) }))).toBeVisible();
  await dialog.getByRole('button', { name: words('amendments.form.submit') }).click();
  await expect(page.getByText(words('amendments.recorded'))).toBeVisible();
  await expect(page.getByRole('table', { name: words('amendments.changes') })).toContainText(extendedEnd(running, 24));

  // What the amendment names follows it; what was mistyped of the rest is corrected in the record.
  await goTo(page, `/contracts/${summary.id}/record`);
  const kept = [words('contracts.record.field.expiresOn'), words('contracts.record.field.optOutOn')];
  for (const terms of kept) await expect(page.getByText(words('contracts.record.lock.terms', { terms }))).toBeVisible();
  await expect(page.getByRole('group', { name: words('contracts.record.field.expiresOn') })).toHaveClass(/Mui-disabled/);
  const most = labelled(page, words('contracts.record.field.maxRenewals'));
  await most.fill('2');
  await most.scrollIntoViewIfNeeded();
  await shoot(app, 'record-amended-zh');
  await page.getByRole('button', { name: words('contracts.record.save') }).click();
  await expect(page.getByText(words('contracts.record.saved'))).toBeVisible();
  expect((await ask(app, 'amendments.list', { contractId: summary.id })).original).toMatchObject({ maxRenewals: 2, expiresOn: recorded });
});
