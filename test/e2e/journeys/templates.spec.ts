import { expect, test } from '@playwright/test';
import { createParty, goTo, makeContract } from '../actions/contracts.ts';
import { createVault, labelled, passphrase, person } from '../actions/vaults.ts';
import { become } from '../actions/people.ts';
import { shoot } from '../actions/shoot.ts';
import { launch, type RunningApp } from '../launch.ts';
import { wordsIn } from '../words.ts';

// A template is written anew, looked at by a second person and published; an older contract is on superseded text, and a
// new one shows the fallback that was put in from the library.

const words = wordsIn('zh-CN');
const fallback = '本合同以纸质文件签署并加盖公章；电子文本仅供存档。';
let app: RunningApp;
test.beforeAll(async () => {
  app = await launch();
});
test.afterAll(() => app.close());

/** Writes in both texts: a title, a variable that is taken from the buyer's record, a conditional part, a library clause. */
async function writeText(): Promise<void> {
  const { page } = app;
  await page.getByRole('tab', { name: words('templates.versionPage.variables') }).click();
  await page.getByRole('button', { name: words('templates.variables.add') }).click();
  await labelled(page, words('templates.variables.labelZh')).fill('买受人送达邮箱');
  await labelled(page, words('templates.variables.source')).click();
  await page.getByRole('option', { name: '买受人' }).first().click();
  await labelled(page, words('templates.variables.sourceFact')).click();
  await page.getByRole('option', { name: words('documentEditor.format.contactEmail') }).click();
  await shoot(app, 'template-variables-zh');
  await page.getByRole('tab', { name: words('templates.versionPage.text') }).click();

  const text = page.getByRole('textbox', { name: words('editor.textIn.zh') });
  const menu = page.getByRole('menu', { name: words('documentEditor.insert.title') });
  await text.locator('h1').click({ clickCount: 3 });
  await page.keyboard.type('货物买卖合同');
  await text.locator('.variable.blank').first().click();
  await expect(labelled(page, words('documentEditor.part.format'))).toBeVisible();
  await shoot(app, 'template-chip-zh');

  await text.getByText('一式四份').click();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('电子送达以下列邮箱为准： /送达邮箱');
  await menu.getByRole('menuitem', { name: /^买受人送达邮箱/ }).first().click();
  await expect(text.locator('.variable', { hasText: '买受人送达邮箱' })).toBeVisible();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: words('documentEditor.part.makeConditional') }).click();
  await page.keyboard.type('加急运费由买受人承担。');
  const part = text.locator('[data-block="conditional"]', { hasText: '加急运费' });
  await labelled(page, words('documentEditor.part.operator')).click();
  await page.getByRole('option', { name: words('documentEditor.operator.empty') }).click();
  await expect(part).toHaveAttribute('data-label', /^未填写/);
  await shoot(app, 'template-part-zh');
  await page.getByRole('button', { name: words('documentEditor.part.remove') }).click();
  await expect(part).toHaveCount(0);

  for (const language of ['zh', 'en'] as const) {
    await page.getByRole('button', { name: words(`templates.page.${language}`), exact: true }).click();
    const body = page.getByRole('textbox', { name: words(`editor.textIn.${language}`) });
    // The English text gets the paragraph that the Chinese one has, so that both go on side by side.
    await body.getByText(language === 'zh' ? '电子送达以下列' : 'four originals').click();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    if (language === 'en') {
      await page.keyboard.type('Electronic service is made to the address named in the Chinese text.');
      await page.keyboard.press('Enter');
    }
    await page.keyboard.type('/电子签名');
    await menu.getByRole('menuitem').filter({ hasText: words('clauses.fallback', { number: '1' }) }).first().click();
  }
  await page.getByRole('button', { name: words('templates.text.both'), exact: true }).click();
  await expect(page.getByText(fallback)).toBeVisible();
  await expect(page.getByText(words('templates.text.apart'))).toHaveCount(0);
}

async function addObligation(): Promise<void> {
  const { page } = app;
  const dialog = page.getByRole('dialog');
  await page.getByRole('button', { name: words('templates.obligations.add') }).click();
  await labelled(page, words('templates.obligations.titleZh')).fill('提交月度对账单');
  await labelled(page, words('templates.obligations.titleEn')).fill('Submit the monthly statement');
  await labelled(page, words('templates.obligations.due')).click();
  await page.getByRole('option', { name: words('templates.obligations.dueKind.rrule') }).click();
  await shoot(app, 'template-obligation-zh');
  await dialog.getByRole('button', { name: words('templates.obligations.keep') }).click();
  await expect(page.getByText(/^提交月度对账单：/)).toBeVisible();
  await labelled(page, words('templates.obligations.reminderDays', { event: words('templates.obligations.reminderEvent.payment') })).fill('10，3，0');
  await shoot(app, 'template-obligations-zh');
}

test('a template is drafted, reviewed and published, and contracts tell the difference', async () => {
  const { page } = app;
  const dialog = page.getByRole('dialog');
  await app.setSettings({ language: 'zh-CN', theme: 'light' });
  await createVault(app, words);
  await createParty(app, words, 0);
  await createParty(app, words, 1);
  await goTo(page, '/settings');
  await page.getByRole('button', { name: words('users.invite') }).click();
  await labelled(page, words('users.name')).fill('李法务');
  await dialog.getByRole('button', { name: words('users.add'), exact: true }).click();
  const secret = await dialog.locator('[data-passphrase]').innerText();
  await dialog.getByRole('button', { name: words('users.handedOver') }).click();
  const older = await makeContract(app, words);

  await goTo(page, '/templates/manage');
  await page.getByRole('button', { name: words('templates.keeping.newVersionOf', { title: '买卖合同' }), exact: true }).click();
  await page.waitForURL(/#\/templates\/versions\//);
  const version = new URL(page.url()).hash.slice(1);
  await writeText();
  await shoot(app, 'template-text-zh');
  await page.getByRole('tab', { name: words('templates.versionPage.tryOut') }).click();
  await expect(page.getByRole('region', { name: words('templates.trial.findings') })).toBeVisible();
  await shoot(app, 'template-try-zh');
  await page.getByRole('tab', { name: words('templates.versionPage.obligations') }).click();
  await addObligation();
  await page.getByRole('tab', { name: words('templates.versionPage.compare') }).click();
  await expect(page.getByText(fallback)).toBeVisible();
  await shoot(app, 'template-compare-zh');
  await page.getByRole('button', { name: words('templates.step.submit') }).click();
  const note = '增加送达邮箱，改用纸质签署';
  await labelled(page, words('templates.step.changeNote')).fill(note);
  await dialog.getByRole('button', { name: words('templates.step.submit') }).click();
  await expect(page.getByText(words('templates.status.in_review')).first()).toBeVisible();

  await become(app, words, '李法务', secret);
  await goTo(page, '/');
  await expect(page.getByText(words('templates.due.waiting', { count: '1' }))).toBeVisible();
  await goTo(page, version);
  await expect(page.getByText(note)).toBeVisible();
  await page.getByRole('button', { name: words('templates.step.publish') }).click();
  await dialog.getByRole('button', { name: words('templates.step.publish') }).click();
  await expect(page.getByText(words('templates.status.published')).first()).toBeVisible();

  await become(app, words, person, passphrase);
  await goTo(page, older);
  await expect(page.getByText(words('templates.superseded.note', { version: '1', present: '2' }))).toBeVisible();
  await shoot(app, 'contract-superseded-zh');
  await goTo(page, '/templates/manage');
  await expect(page.getByRole('region', { name: words('templates.superseded.title') }).getByRole('link')).toHaveCount(1);
  await shoot(app, 'templates-manage-zh');

  await makeContract(app, words);
  const card = page.getByRole('region', { name: words('clauses.card.title') });
  await expect(card.locator('[data-deviation="fallback"]')).toContainText(words('clauses.state.fallback', { number: '1' }));
  await card.scrollIntoViewIfNeeded();
  await shoot(app, 'contract-deviations-zh');

  await goTo(page, '/clauses');
  await expect(page.getByRole('heading', { name: words('clauses.title') })).toBeVisible();
  await shoot(app, 'clauses-zh');
  await app.setSettings({ language: 'en', theme: 'dark' });
  await shoot(app, 'clauses-en-dark');
  await goTo(page, '/templates/manage');
  await shoot(app, 'templates-manage-en-dark');
});
