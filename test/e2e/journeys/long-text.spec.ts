import { expect, test } from '@playwright/test';
import { isWithheld } from '#shared/kernel/withheld.ts';
import { ask } from '../actions/ask.ts';
import { goTo } from '../actions/contracts.ts';
import { shoot } from '../actions/shoot.ts';
import { launch, type RunningApp } from '../launch.ts';
import { wordsIn } from '../words.ts';

// A text of a hundred pages: typing follows the hand, and its defined terms are found, jumped to and inserted.

const words = wordsIn('zh-CN');
// A page of a contract holds about 1,100 characters with headings and room between clauses.
const pages = 100;
const lettersOfAPage = 1_100;
const lettersOfAnEnglishPage = 2_500;

let app: RunningApp;
test.beforeAll(async () => {
  app = await launch();
  await app.setSettings({ language: 'zh-CN', theme: 'light' });
  await app.page.getByText(words('vault.welcome.sample')).first().click();
  await app.page.getByRole('banner').getByRole('button', { name: words('app.lock') }).waitFor();
});
test.afterAll(() => app.close());

test('a hundred pages are typed in without lag, and their terms are at hand', async () => {
  const { page } = app;
  const id = await draftOf('zh');
  const letters = await keepLongText(id);
  expect(letters).toBeGreaterThan(pages * lettersOfAPage);
  await goTo(page, `/contracts/${id}/edit`);
  const text = page.getByRole('textbox', { name: words('editor.textIn.zh') });
  await text.waitFor();
  await page.getByRole('tab', { name: /^问题（/ }).waitFor();

  // In the middle of the text, with the pauses of somebody who types quickly, and checks and keeping going on meanwhile.
  await text.getByText('第250处').first().click();
  await page.keyboard.press('End');
  await typeWithoutLag(`${letters} characters`);
  await shoot(app, 'editor-hundred-pages');

  await page.getByRole('tab', { name: words('editor.panel.terms') }).click();
  const defined = page.locator('[data-term="fine"]', { hasText: '交付物' });
  await expect(defined).toBeVisible();
  await expect(page.locator('[data-term="unused"]', { hasText: '样机' })).toBeVisible();
  await expect(page.locator('[data-term="undefined"]', { hasText: '合格标准' })).toBeVisible();
  await defined.getByRole('button', { name: words('editor.terms.toDefinitionOf', { term: '交付物' }) }).click();
  expect(await page.evaluate(() => getSelection()?.toString())).toBe('交付物');
  await shoot(app, 'editor-terms-zh');
  await page.getByRole('switch', { name: words('editor.terms.onlyProblems') }).click();
  await expect(page.locator('[data-term="fine"]')).toHaveCount(0);
  await app.setSettings({ language: 'en', theme: 'dark' });
  await app.setSize(1280, 800);
  await shoot(app, 'editor-terms-en-dark');
});

test('a hundred pages of English are checked for their spelling, and typed in without lag meanwhile', async () => {
  const { page } = app;
  await app.setSettings({ language: 'zh-CN', theme: 'light' });
  const id = await draftOf('en');
  const letters = await keepLongEnglishText(id);
  expect(letters).toBeGreaterThan(pages * lettersOfAnEnglishPage);
  await goTo(page, `/contracts/${id}/edit`);
  const text = page.getByRole('textbox', { name: words('editor.textIn.en') });
  await text.waitFor();
  const began = Date.now();
  await expect(text.locator('.misspelt')).toHaveCount(500, { timeout: 20_000 });
  console.log(`spelling of ${letters} characters: marked after ${Date.now() - began} ms`);
  await text.getByText('Delivery of lot 250').first().click();
  await page.keyboard.press('End');
  await typeWithoutLag(`${letters} characters of English`);
  await expect(text.locator('.misspelt')).toHaveCount(500);
  await page.keyboard.type(' recieve ');
  await expect(text.locator('.misspelt')).toHaveCount(501);
  await shoot(app, 'editor-hundred-pages-en');
});

/** Types as somebody who types quickly, and measures how long each letter takes to the screen. */
async function typeWithoutLag(length: string): Promise<void> {
  const { page } = app;
  await page.evaluate(() => {
    const delays: number[] = [];
    Object.assign(globalThis, { delays });
    document.addEventListener(
      'keydown',
      () => {
        const pressed = performance.now();
        // What is drawn in the next frame is on the screen when the task behind it runs.
        requestAnimationFrame(() => setTimeout(() => delays.push(performance.now() - pressed)));
      },
      { capture: true },
    );
  });
  for (let count = 0; count < 12; count += 1) await page.keyboard.type('deliver', { delay: 70 });
  await expect(page.locator('.contract').getByText('deliverdeliver').first()).toBeVisible();
  const delays = (await page.evaluate(() => (globalThis as unknown as { delays: number[] }).delays)).toSorted((one, other) => one - other);
  const at = (share: number) => delays[Math.floor((delays.length - 1) * share)] ?? Number.NaN;
  console.log(`typing in ${pages} pages (${length}): from key to screen median ${at(0.5).toFixed(0)} ms, p95 ${at(0.95).toFixed(0)} ms, worst ${at(1).toFixed(0)} ms of ${delays.length} keys`);
  expect(delays.length).toBeGreaterThan(80);
  // A tenth of a second is when a hand begins to feel a wait; a busy machine may be late now and then.
  expect(at(0.5)).toBeLessThan(100);
}

async function draftOf(wanted: 'zh' | 'en'): Promise<string> {
  const { contracts } = await ask(app, 'contracts.list', { search: '', sort: 'number', limit: 50 });
  return contracts.find(({ stage, language }) => stage === 'draft' && language === wanted)?.id ?? '';
}

/** Begins a working copy of a hundred pages for a contract, as its editor would keep it; gives its length. */
async function keepLongText(contractId: string): Promise<number> {
  const plain = (text: string) => [{ type: 'text', text, marks: [] }];
  const paragraph = (text: string) => ({ type: 'paragraph', attrs: { numbered: true, id: null }, content: plain(text) });
  const clauses = Array.from({ length: 500 }, (_, index) => [
    { type: 'clauseHeading', attrs: { level: 1, id: null }, content: plain(`第${index}处的交付与验收`) },
    paragraph(`乙方应于收到甲方书面通知后10个工作日内，将第${index}处的交付物运至甲方指定的仓库，运费和保险费由乙方承担，交付物毁损、灭失的风险自甲方签收时起转移。`),
    paragraph('甲方应自签收之日起7个工作日内按附件一的技术要求验收；逾期未提出书面异议的，视为验收合格。验收不合格的，乙方应在5个工作日内更换，由此产生的费用由乙方承担。'),
    paragraph('任何一方违反本条约定的，应按该批交付物价款的每日万分之五向对方支付违约金，违约金累计不超过该批交付物价款的百分之二十。'),
  ]).flat();
  const content = [{ type: 'title', content: plain('设备采购合同') }, paragraph('“交付物”是指附件一所列的设备及其资料。“样机”是指一台设备。甲方按本合同所称“合格标准”验收。'), ...clauses];
  await keep(contractId, 'zh', content);
  return lengthOf(content);
}

/** The same in English; each clause has a misspelt word. */
async function keepLongEnglishText(contractId: string): Promise<number> {
  const plain = (text: string) => [{ type: 'text', text, marks: [] }];
  const paragraph = (text: string) => ({ type: 'paragraph', attrs: { numbered: true, id: null }, content: plain(text) });
  const clauses = Array.from({ length: 500 }, (_, index) => [
    { type: 'clauseHeading', attrs: { level: 1, id: null }, content: plain(`Delivery of lot ${index}`) },
    paragraph(`Within ten working days after the Buyer’s written notice the Supplier shall bring lot ${index} to the warehouse that the Buyer names. The Supplier bears the freight and the insurance, and the risk of loss or damage passes to the Buyer when the Buyer signs for the goods.`),
    paragraph('The Buyer shall inspect the goods within seven working days by the technical requirements of Annex 1. Goods to which it raises no written objection by then count as accepted; the Supplier shall recieve notice of any defect in writing, and replace defective goods at its own cost.'),
  ]).flat();
  const content = [{ type: 'title', content: plain('Equipment Purchase Contract') }, ...clauses];
  await keep(contractId, 'en', content);
  return lengthOf(content);
}

type Content = readonly { readonly type: string; readonly content: readonly { readonly text: string }[] }[];

function lengthOf(content: Content): number {
  return content.reduce((sum, block) => sum + block.content.reduce((length, { text }) => length + text.length, 0), 0);
}

async function keep(contractId: string, body: 'zh' | 'en', content: Content): Promise<void> {
  const document = { type: 'doc', attrs: { numbering: 'article' }, content };
  const contract = await ask(app, 'contracts.get', { id: contractId });
  if (contract.body === null || isWithheld(contract.body)) throw new Error('the contract has no text');
  const texts = { zh: contract.body.bodyZh, en: contract.body.bodyEn, [body]: document };
  await ask(app, 'editor.keep', { contractId, copy: { baseVersion: contract.summary.versionNumber, zh: { document: texts.zh, annotations: [] }, en: { document: texts.en, annotations: [] }, comments: [] } });
}
