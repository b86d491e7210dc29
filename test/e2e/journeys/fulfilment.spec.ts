import { expect, test } from '@playwright/test';
import { ask } from '../actions/ask.ts';
import { goTo } from '../actions/contracts.ts';
import { shoot } from '../actions/shoot.ts';
import { signByHand } from '../actions/sign-by-hand.ts';
import { createVault, labelled } from '../actions/vaults.ts';
import { launch, type RunningApp } from '../launch.ts';
import { wordsIn } from '../words.ts';

// After signing: what is owed is entered, paid, ticked off with proof, seen across contracts, and a visit is done on a tablet.

const words = wordsIn('zh-CN');
let app: RunningApp;
test.beforeAll(async () => {
  app = await launch();
});
test.afterAll(() => app.close());

/** A contract that was signed elsewhere, as an import would enter it; gives its id. */
async function registerSigned(title: string): Promise<string> {
  const details = { signingPlace: '', effectiveCondition: null, initialTermMonths: null, renewalTermMonths: null, maxRenewals: null, optOutOn: null, optOutPeriod: null, noticeMethod: 'ems', exitNotice: null, exitAnchor: 'none', governingLaw: '', disputeMode: null, disputeForum: '', seat: '', warrantyUntil: null, continuingAfterExpiry: false, physicalCopyLocation: '', copies: null, notes: '', custom: [] };
  const record = { recordKind: 'standalone', parentId: null, direction: 'pay', parties: [], signedOn: dayFromNow(-40), effectiveOn: null, expiresOn: dayFromNow(400), renewalType: 'none', ownerName: '李雷', department: '采购部', confidentiality: 'internal', tags: [], details };
  const amount = { inclusive: { minor: 120_000_00, currency: 'CNY' }, exclusiveMinor: null, taxBasisPoints: null, basis: 'fixed' };
  return (await ask(app, 'contracts.register', { title, contractType: 'purchase', language: 'zh', stage: 'signed', number: '', record, amount })).summary.id;
}

function dayFromNow(days: number): string {
  const day = new Date(Date.now() + days * 86_400_000);
  return `${day.getFullYear()}-${String(day.getMonth() + 1).padStart(2, '0')}-${String(day.getDate()).padStart(2, '0')}`;
}

async function addObligation(contractId: string, title: string, dueOn: string, over: object = {}): Promise<void> {
  const entry = { title, obligor: 'them', type: 'delivery', due: { kind: 'fixed', on: dueOn }, graceDays: 0, ownerId: null, evidenceRequired: false, dependsOn: [], milestoneId: null, ...over };
  await ask(app, 'fulfilment.saveObligation', { contractId, id: null, revision: 0, entry });
}

let contractId = '';

/** So many days, or as many fewer as keep to this week, which ends on Sunday, and to this month: each view shows one of them. */
function daysWithinPeriod(most: number): number {
  const now = new Date();
  const leftOfWeek = (7 - now.getDay()) % 7;
  const leftOfMonth = new Date(now.getFullYear(), now.getMonth() + 1, 0).getDate() - now.getDate();
  return Math.min(most, leftOfWeek, leftOfMonth);
}

test('what is owed under a contract is entered, paid and ticked off, and seen in every view', async () => {
  const { page } = app;
  await app.setSettings({ language: 'zh-CN', theme: 'light' });
  await createVault(app, words);
  contractId = await registerSigned('水质监测浮标采购');
  await addObligation(contractId, '交付浮标', dayFromNow(-3));
  await addObligation(contractId, '提交安装方案', dayFromNow(5), { obligor: 'us', type: 'report' });
  await addObligation(contractId, '现场验收', dayFromNow(daysWithinPeriod(3)), { type: 'acceptance', evidenceRequired: true });
  await addObligation(contractId, '季度巡检', dayFromNow(20), { type: 'sla', due: { kind: 'recurring', rule: 'FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=15', from: '2026-12-15', until: null } });

  await goTo(page, `/contracts/${contractId}?tab=fulfilment`);
  await expect(page.getByText('交付浮标').first()).toBeVisible();
  await page.getByRole('button', { name: words('fulfilment.add'), exact: true }).click();
  const dialog = page.getByRole('dialog');
  await labelled(page, words('fulfilment.title')).fill('移交技术资料');
  await labelled(page, words('fulfilment.due.kind')).click();
  await page.getByRole('option', { name: words('fulfilment.due.kinds.offset') }).click();
  await labelled(page, words('fulfilment.due.amount')).fill('60');
  await shoot(app, 'obligation-form-zh');
  await dialog.getByRole('button', { name: words('fulfilment.save') }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('移交技术资料').first()).toBeVisible();

  await page.getByRole('button', { name: words('fulfilment.addPayment'), exact: true }).click();
  await labelled(page, words('fulfilment.share')).fill('30');
  await expect(dialog.getByRole('textbox', { name: words('fulfilment.amount') })).toHaveValue('36,000.00');
  await labelled(page, words('fulfilment.due.kind')).click();
  await page.getByRole('option', { name: words('fulfilment.due.kinds.offset') }).click();
  await labelled(page, words('fulfilment.due.amount')).fill('10');
  await dialog.getByRole('button', { name: words('fulfilment.save') }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('¥36,000.00').first()).toBeVisible();
  await page.getByRole('button', { name: words('fulfilment.detailsOf', { title: words('fulfilment.paymentOf.pay', { sequence: '1' }) }) }).click();
  await page.getByRole('button', { name: words('fulfilment.addRecord.pay') }).click();
  await page.getByRole('button', { name: words('fulfilment.save') }).click();
  await expect(page.getByText(words('fulfilment.paymentStatus.settled'))).toBeVisible();

  // What was registered by mistake goes at once, and comes back as it was.
  await page.getByRole('button', { name: /^删除“付款.*¥36,000\.00”$/ }).click();
  await expect(page.getByText(words('fulfilment.paymentStatus.pending'))).toBeVisible();
  await page.getByRole('button', { name: words('ui.undo') }).click();
  await expect(page.getByText(words('fulfilment.paymentStatus.settled'))).toBeVisible();

  await page.getByRole('button', { name: words('fulfilment.moveOf', { title: '交付浮标' }) }).click();
  await page.getByRole('menuitem', { name: words('fulfilment.to.partially_met') }).click();
  await dialog.getByRole('button', { name: words('fulfilment.confirm') }).click();
  await expect(dialog.getByText(words('fulfilment.reasonNeeded'))).toBeVisible();
  await labelled(page, words('fulfilment.reason')).fill('首批 80 套');
  await dialog.getByRole('button', { name: words('fulfilment.confirm') }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(words('fulfilment.status.partially_met')).first()).toBeVisible();
  await shoot(app, 'tab-zh');
  await app.setSettings({ language: 'en', theme: 'dark' });
  await app.setSize(1920, 1080);
  await shoot(app, 'tab-en-dark');
  await app.setSettings({ language: 'zh-CN', theme: 'light' });
  await app.setSize(1280, 800);

  await goTo(page, '/fulfilment');
  await expect(page.getByRole('heading', { name: words('fulfilment.day.overdue', { day: '' }).trim() })).toBeVisible();
  await shoot(app, 'day-zh');
  for (const view of ['list', 'board', 'month', 'week', 'gantt']) {
    await page.getByRole('button', { name: words(`fulfilment.view.${view}`), exact: true }).click();
    if (view !== 'gantt') await expect(page.getByText('现场验收').first()).toBeVisible();
    await shoot(app, `view-${view}-zh`);
  }
});

test('a visit on a tablet is proved by signature and note and ticked off', async () => {
  const { page } = app;
  await app.setSize(800, 1280);
  await goTo(page, '/field');
  await page.getByRole('link', { name: /现场验收/ }).click();
  await expect(page.getByRole('heading', { name: '现场验收' })).toBeVisible();
  for (const name of [words('fulfilment.field.photo'), words('fulfilment.field.signature'), words('fulfilment.to.met')]) {
    const box = await page.getByRole('button', { name, exact: true }).boundingBox();
    expect(box?.height ?? 0).toBeGreaterThanOrEqual(48);
  }
  await shoot(app, 'visit-zh');
  await page.getByRole('button', { name: words('fulfilment.to.met'), exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: words('fulfilment.confirm') }).click();
  await expect(dialog.getByRole('alert')).toContainText(words('errors.EVIDENCE_MISSING').slice(0, 8));
  await dialog.getByRole('button', { name: words('ui.cancel') }).click();

  await page.locator('input[type="file"]').setInputFiles({ name: 'visit.png', mimeType: 'image/png', buffer: Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64') });
  await expect(page.getByText(words('fulfilment.evidenceKind.photo')).first()).toBeVisible();
  await page.getByRole('button', { name: words('fulfilment.field.signature'), exact: true }).click();
  await labelled(page, words('fulfilment.field.receiver')).fill('王芳');
  const canvas = page.getByRole('img', { name: words('fulfilment.field.signHere') });
  await signByHand(canvas);
  await shoot(app, 'signature-zh');
  await page.getByRole('button', { name: words('fulfilment.field.keepSignature') }).click();
  await expect(page.getByText('王芳').first()).toBeVisible();
  await page.getByRole('button', { name: words('fulfilment.to.met'), exact: true }).click();
  await dialog.getByRole('button', { name: words('fulfilment.confirm') }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(words('fulfilment.status.met')).first()).toBeVisible();
  await shoot(app, 'visit-done-zh');
  await app.setSettings({ language: 'en', theme: 'light' });
  await expect(page.getByText(wordsIn('en')('fulfilment.status.met')).first()).toBeVisible();
  await shoot(app, 'visit-done-en');
  await goTo(page, '/field');
  await shoot(app, 'field-en');
});
