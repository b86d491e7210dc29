import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { contractIdSchema } from '#shared/features/contracts/model.ts';
import { judgeWithPdfsig } from '../../harness/pdf-judges.ts';
import { startTimestampServer, type TimestampServer } from '../../harness/timestamp-server.ts';
import { ask } from '../actions/ask.ts';
import { createParty, goTo, makeContract } from '../actions/contracts.ts';
import { become as switchTo } from '../actions/people.ts';
import { shoot as photograph } from '../actions/shoot.ts';
import { createVault, labelled, passphrase, person } from '../actions/vaults.ts';
import { launch, type RunningApp } from '../launch.ts';
import { wordsIn } from '../words.ts';

// Four people on one laptop: one drafts, two approve side by side, one signs for us; then the other side signs on screen.

const words = wordsIn('zh-CN');
const shots = process.env['DEEDBOX_SHOTS'];
let app: RunningApp;
let timestamps: TimestampServer;
test.beforeAll(async () => {
  timestamps = await startTimestampServer();
  app = await launch();
});
test.afterAll(async () => {
  await app.close();
  await timestamps.close();
});

const shoot = (name: string) => photograph(app, name);
const become = (name: string, secret: string) => switchTo(app, words, name, secret);

const invite = async (name: string, role: string) => (await ask(app, 'users.invite', { name, roles: [role] })).passphrase;

test('four people take a contract from draft to a countersigned PDF that holds, and a flipped byte is found', async () => {
  test.setTimeout(180_000);
  const { page } = app;
  await app.setSettings({ language: 'zh-CN', theme: 'light' });
  await createVault(app, words);
  await createParty(app, words, 0);
  await createParty(app, words, 1);
  const secrets = { 张起草: await invite('张起草', 'drafter'), 李法务: await invite('李法务', 'legal'), 王财务: await invite('王财务', 'finance') };
  const condition = { amountFromMinor: null, onlyForeignPaper: false, onlyWithFindings: false, onlyWithNonStandardClauses: false, riskFrom: null, gradeFrom: null };
  const step = (name: string, role: string) => ({ name, order: 1, mode: 'all', assignees: [{ kind: 'role', role }], condition, deadlineHours: 16, escalateTo: null });
  await ask(app, 'approvals.saveFlow', { id: null, version: 0, draft: { name: '采购审批', contractTypes: ['sales'], steps: [step('法务审核', 'legal'), step('财务审核', 'finance')], isOn: true, drafterMayApprove: false, needsSecondReviewer: false } });

  await become('张起草', secrets.张起草);
  const contract = await makeContract(app, words);
  // A second version, so that there is an earlier one to go back to.
  const made = await ask(app, 'contracts.get', { id: contractIdSchema.parse(contract.split('/').at(-1)) });
  await ask(app, 'versions.restore', { contractId: made.summary.id, revision: made.revision, versionNumber: 1 });
  const approval = page.getByRole('region', { name: words('approvals.card') });
  await approval.getByRole('button', { name: words('approvals.submit') }).click();
  await expect(approval.locator('[data-task="pending"]')).toHaveCount(2);

  await become('李法务', secrets.李法务);
  await goTo(page, contract);
  await labelled(page, words('approvals.comment')).fill('请补充开票时间');
  await approval.getByRole('button', { name: words('approvals.return') }).click();
  await expect(approval.getByText(words('approvals.state.returned')).first()).toBeVisible();

  await become('张起草', secrets.张起草);
  await goTo(page, contract);
  await labelled(page, words('approvals.note')).fill('已按意见修改');
  await approval.getByRole('button', { name: words('approvals.submit') }).click();
  await expect(approval.locator('[data-task="pending"]')).toHaveCount(2);
  for (const name of ['王财务', '李法务'] as const) {
    await become(name, secrets[name]);
    await goTo(page, contract);
    await approval.getByRole('button', { name: words('approvals.approve'), exact: true }).click();
    await expect(approval.getByText(words('approvals.state.approved')).first()).toBeVisible();
  }

  // The certificate's signature is to be dated by a server, here an authority of openssl's.
  await become(person, passphrase);
  await goTo(page, '/signing?tab=timestamps');
  await labelled(page, words('signing.timestamp.url')).fill(timestamps.url);
  await page.getByRole('button', { name: words('signing.timestamp.save'), exact: true }).click();
  await expect(page.getByText(words('signing.timestamp.saved')).first()).toBeVisible();
  await goTo(page, contract);
  const signing = page.getByRole('region', { name: words('signing.envelope.title') });
  await signing.getByRole('button', { name: words('signing.envelope.start') }).click();
  const dialog = page.getByRole('dialog');
  await labelled(page, words('signing.start.name')).fill('周客户');
  // We sign first, so that what the other side draws has to come on top of a certificate.
  await dialog.getByRole('button', { name: words('signing.start.down', { number: '1' }) }).click();
  await shoot('start-zh');
  await dialog.getByRole('button', { name: words('signing.start.submit'), exact: true }).click();
  await expect(signing.locator('[data-envelope="pending"]')).toBeVisible();
  await shoot('pending-zh');

  await signing.getByRole('button', { name: words('signing.act.certificate', { name: person }) }).click();
  await dialog.getByRole('button', { name: words('signing.create.submit') }).click();
  await shoot('certificate-zh');
  await dialog.getByRole('button', { name: words('signing.act.submit'), exact: true }).click();
  await expect(signing.locator('[data-envelope="partially_signed"]')).toBeVisible({ timeout: 60_000 });

  // Whoever would bring another text in is told that it ends the signing and what was decided.
  const ends = words('signing.envelope.willEnd.save', { signed: '1', all: '2' });
  await goTo(page, `${contract}/versions`);
  await page.getByRole('button', { name: words('versions.restore'), exact: true }).click();
  for (const said of [ends, words('versions.decided')]) await expect(page.getByRole('alertdialog').getByText(said)).toBeVisible();
  await shoot('restore-zh');
  await page.getByRole('alertdialog').getByRole('button', { name: words('ui.cancel') }).click();
  const theirs = join(app.folder, 'theirs.txt');
  writeFileSync(theirs, '第一条 另一份文本。');
  await app.answerDialogs(theirs);
  await page.getByRole('button', { name: words('versions.import') }).click();
  for (const said of [ends, words('versions.decided')]) await expect(dialog.getByText(said)).toBeVisible();
  await shoot('import-round-zh');
  await dialog.getByRole('button', { name: words('ui.cancel') }).click();
  await goTo(page, contract);
  await signing.getByRole('button', { name: words('signing.act.drawn', { name: '周客户' }) }).click();
  await dialog.getByLabel(words('signing.drawing.idCheck')).click();
  await page.getByRole('option', { name: words('signing.idCheck.id_card') }).click();
  await dialog.getByRole('checkbox').check();
  await drawName();
  await shoot('drawing-zh');
  await dialog.getByRole('button', { name: words('signing.drawing.submit') }).click();
  await expect(signing.locator('[data-envelope="completed"]')).toBeVisible({ timeout: 60_000 });
  await shoot('completed-zh');

  const target = join(app.folder, 'signed.pdf');
  await app.answerDialogs(target);
  await signing.getByRole('button', { name: words('signing.package.save') }).click();
  await expect(page.getByText(words('signing.package.saved', { file: 'signed.pdf' }))).toBeVisible();
  const pdf = readFileSync(target);
  if (shots !== undefined) writeFileSync(join(shots, 'signed.pdf'), pdf);
  expect(judgeWithPdfsig(pdf).map(({ isValid }) => isValid)).toEqual([true, true]);

  await goTo(page, '/verify');
  await app.answerDialogs(target);
  await page.getByRole('button', { name: words('verification.choose') }).click();
  await expect(page.getByText(words('verification.verdict.intact.title')).first()).toBeVisible();
  expect(timestamps.given()).toBeGreaterThan(0);
  const stamp = page.getByText(/Demo Time Stamping/).first();
  await expect(stamp).toBeVisible();
  await expect(page.getByText(words('verification.signature.stampedNote')).first()).toBeVisible();
  for (const [language, theme] of [['en', 'dark'], ['en', 'light'], ['zh-CN', 'dark'], ['zh-CN', 'light']] as const) {
    await app.setSettings({ language, theme });
    await stamp.scrollIntoViewIfNeeded();
    await shoot(`stamped-${language}-${theme}`);
  }
  const flipped = Buffer.from(pdf);
  const at = flipped.indexOf('/FlateDecode') + 400;
  flipped[at] = (flipped[at] ?? 0) ^ 1;
  const changed = join(app.folder, 'changed.pdf');
  writeFileSync(changed, flipped);
  await app.answerDialogs(changed);
  await page.getByRole('button', { name: words('verification.chooseAnother') }).click();
  await expect(page.getByText('changed.pdf')).toBeVisible();
  await expect(page.getByText(words('verification.verdict.broken.title')).first()).toBeVisible();

  await goTo(page, '/signing?tab=completed');
  await expect(page.getByRole('checkbox').nth(1)).toBeVisible();
  await app.setSettings({ language: 'en', theme: 'dark' });
  await shoot('completed-list-en-dark');
  await goTo(page, '/signing?tab=seals');
  await shoot('seals-en-dark');
  await goTo(page, contract);
  await expect(page.locator('[data-envelope="completed"]')).toBeVisible();
  await shoot('completed-en-dark');
});

/** Two strokes with the mouse, as a hand would draw them. */
async function drawName(): Promise<void> {
  const { page } = app;
  const canvas = page.locator('[data-signature-canvas]');
  await canvas.scrollIntoViewIfNeeded();
  const box = await canvas.boundingBox();
  if (box === null) throw new Error('no canvas');
  for (const start of [0.2, 0.5]) {
    await page.mouse.move(box.x + box.width * start, box.y + box.height * 0.4);
    await page.mouse.down();
    for (let step = 1; step <= 24; step += 1) await page.mouse.move(box.x + box.width * (start + step / 110), box.y + box.height * (0.4 + 0.25 * Math.sin(step / 3)));
    await page.mouse.up();
  }
}
