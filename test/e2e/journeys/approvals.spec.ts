import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { createParty, goTo, makeContract } from '../actions/contracts.ts';
import { become as switchTo } from '../actions/people.ts';
import { shoot as photograph } from '../actions/shoot.ts';
import { createVault, labelled, passphrase, person } from '../actions/vaults.ts';
import { launch, type RunningApp } from '../launch.ts';
import { wordsIn } from '../words.ts';

// Two people share a laptop: the one drafts, the other sends back and approves, and nothing is signed before that.

const words = wordsIn('zh-CN');
let app: RunningApp;
test.beforeAll(async () => {
  app = await launch();
});
test.afterAll(() => app.close());

/** English first, so that the journey goes on in Chinese. */
const looks = [
  ['en', 'dark'],
  ['en', 'light'],
  ['zh-CN', 'dark'],
  ['zh-CN', 'light'],
] as const;
const shoot = (name: string) => photograph(app, name);
const become = (name: string, secret: string) => switchTo(app, words, name, secret);

test('a contract is sent back, mended, approved by a colleague and only then signed', async () => {
  const { page } = app;
  await app.setSettings({ language: 'zh-CN', theme: 'light' });
  await createVault(app, words);
  await createParty(app, words, 0);
  await createParty(app, words, 1);

  await goTo(page, '/settings');
  await page.getByRole('button', { name: words('users.invite') }).click();
  const dialog = page.getByRole('dialog');
  await labelled(page, words('users.name')).fill('李法务');
  await shoot('invite-zh');
  await dialog.getByRole('button', { name: words('users.add'), exact: true }).click();
  const secret = await dialog.locator('[data-passphrase]').innerText();
  await dialog.getByRole('button', { name: words('users.handedOver') }).click();
  await expect(page.getByText('李法务').first()).toBeVisible();
  await shoot('people-zh');

  await goTo(page, '/approvals/flows');
  await page.getByRole('button', { name: words('approvals.flows.adopt') }).click();
  await expect(page.getByRole('heading', { name: words('approvals.flows.shipped.trade') })).toBeVisible();
  await shoot('shipped-flows-zh');
  await page.getByRole('button', { name: words('approvals.flows.editOne', { name: words('approvals.flows.shipped.trade') }) }).click();
  await shoot('shipped-flow-zh');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await page.getByRole('button', { name: words('approvals.flows.add') }).click();
  await labelled(page, words('approvals.flows.name')).fill('标准审批');
  await expect(dialog.getByText('李法务')).toBeVisible();
  await shoot('flow-zh');
  await dialog.getByRole('button', { name: words('approvals.flows.save') }).click();
  await expect(page.getByRole('heading', { name: '标准审批' })).toBeVisible();
  await shoot('flows-zh');

  const contract = await makeContract(app, words);
  const card = page.getByRole('region', { name: words('approvals.card') });
  const target = join(app.folder, 'signed.pdf');
  const exportButton = page.getByRole('button', { name: new RegExp(`${words('signing.export.createAndExport')}|${words('signing.export.submit')}`) });

  // Not before it was approved.
  await page.getByRole('button', { name: words('signing.export.createAndExport') }).click();
  await expect(page.getByText(words('errors.APPROVAL_NEEDED')).first()).toBeVisible();

  await labelled(page, words('approvals.note')).fill('请审付款条款');
  await card.getByRole('button', { name: words('approvals.submit') }).click();
  await expect(card.locator('[data-task="pending"]')).toContainText('李法务');
  await shoot('submitted-zh');

  // On one laptop the next person works within seconds: most of them go into the passphrase's derivation.
  expect(await become('李法务', secret)).toBeLessThan(15_000);
  await goTo(page, '/');
  await shoot('home-zh');
  await page.getByRole('link', { name: words('approvals.waiting.open') }).click();
  await shoot('inbox-zh');
  // By keyboard: from the task to its text, and back.
  await page.locator('[data-review]').first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('[data-review]').first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('document')).toContainText('订立本合同');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: words('approvals.review.template'), exact: true }).click();
  await expect(dialog.getByText(words('approvals.redline.same'))).toBeVisible();
  await expect(dialog.getByRole('button', { name: words('approvals.review.approved'), exact: true })).toBeDisabled();
  await dialog.getByRole('button', { name: words('approvals.review.text'), exact: true }).click();
  await dialog.getByRole('button', { name: words('approvals.return') }).click();
  await expect(dialog.getByText(words('approvals.reasonNeeded'))).toBeVisible();
  // A comment that stands at no words is not lost with the decision: it is held back and says why.
  await labelled(page, words('approvals.quotes.comment')).fill('请写明订立依据的招标编号');
  await dialog.getByRole('button', { name: words('approvals.return') }).click();
  await expect(dialog.getByText(words('approvals.quotes.stray'))).toBeVisible();
  await expect(labelled(page, words('approvals.quotes.words'))).toBeFocused();
  for (const [language, theme] of looks) {
    await app.setSettings({ language, theme });
    await shoot(`stray-${language}-${theme}`);
  }
  // A paragraph is marked: with that the comment goes along, added or not.
  await dialog.getByRole('document').getByText(/订立本合同/).first().click({ clickCount: 3 });
  await expect(labelled(page, words('approvals.quotes.words'))).toHaveValue(/订立本合同/);
  await labelled(page, words('approvals.comment')).fill('第八条请写明开票时间');
  await shoot('review-zh');
  await app.setSize(1920, 1080);
  await shoot('review-zh-wide');
  await app.setSize(1280, 800);
  await dialog.getByRole('button', { name: words('approvals.return') }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText(words('approvals.empty.open.title'))).toBeVisible();

  await become(person, passphrase);
  await goTo(page, contract);
  await expect(card.getByText('第八条请写明开票时间')).toBeVisible();
  await expect(card.getByRole('list', { name: words('approvals.quotes.title') })).toContainText('招标编号');
  await shoot('returned-zh');
  // The same stands beside the text that is mended.
  await goTo(page, `${contract}/edit`);
  await expect(page.getByRole('list', { name: words('approvals.quotes.title') })).toContainText('招标编号');
  await shoot('editor-zh');
  await goTo(page, contract);
  await card.getByRole('button', { name: words('approvals.submit') }).click();
  await expect(card.locator('[data-task="pending"]')).toHaveCount(1);

  await become('李法务', secret);
  await goTo(page, contract);
  await card.getByRole('button', { name: words('approvals.approve'), exact: true }).click();
  await expect(card.getByText(words('approvals.state.approved')).first()).toBeVisible();

  await become(person, passphrase);
  await goTo(page, contract);
  await shoot('approved-zh');

  // A change after the approval voids it; the card says so and shows what changed.
  await goTo(page, `${contract}/edit`);
  const text = page.getByRole('textbox', { name: /^合同(中文|英文)正文$/ });
  await text.locator('p').last().click();
  await page.keyboard.press('End');
  await page.keyboard.type('本合同以中文写成。');
  await page.getByRole('button', { name: words('editor.save') }).click();
  await labelled(page, words('editor.label')).fill('写明语言');
  await dialog.getByRole('button', { name: words('editor.save') }).click();
  await page.getByRole('link', { name: words('editor.edit') }).waitFor();
  await expect(card.getByText(words('approvals.voided.title'), { exact: true })).toBeVisible();
  await expect(card.locator('[data-change] ins')).toContainText('本合同以中文写成');
  for (const [language, theme] of looks) {
    await app.setSettings({ language, theme });
    await page.locator('[data-change]').first().scrollIntoViewIfNeeded();
    await shoot(`voided-${language}-${theme}`);
  }
  await exportButton.click();
  await expect(page.getByText(words('errors.APPROVAL_NEEDED')).first()).toBeVisible();
  await card.getByRole('button', { name: words('approvals.submit') }).click();
  await expect(card.locator('[data-task="pending"]')).toHaveCount(1);

  // Who approved before reads what is new since then.
  await become('李法务', secret);
  await goTo(page, '/approvals');
  await page.locator('[data-review]').first().focus();
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: words('approvals.review.approved'), exact: true }).click();
  await expect(dialog.locator('[data-change]')).toHaveCount(1);
  await expect(dialog.locator('[data-change] ins')).toContainText('本合同以中文写成');
  for (const [language, theme] of looks) {
    await app.setSettings({ language, theme });
    await shoot(`redline-${language}-${theme}`);
  }
  await dialog.getByRole('button', { name: words('approvals.approve'), exact: true }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText(words('approvals.empty.open.title'))).toBeVisible();

  await become(person, passphrase);
  await goTo(page, contract);
  await app.answerDialogs(target);
  await exportButton.click();
  await expect(page.getByText('signed.pdf').first()).toBeVisible({ timeout: 60_000 });
  expect(statSync(target).size).toBeGreaterThan(50_000);

  await goTo(page, '/approvals');
  await page.getByRole('tab', { name: words('approvals.tab.figures') }).click();
  await expect(page.getByRole('cell', { name: '李法务' })).toBeVisible();
  await expect(page.getByText(words('approvals.figures.steps'))).toBeVisible();
  await app.setSettings({ language: 'en', theme: 'dark' });
  await shoot('figures-en-dark');
});
