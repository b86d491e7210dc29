import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { addDays } from '#shared/kernel/day.ts';
import { ask } from '../actions/ask.ts';
import { goTo } from '../actions/contracts.ts';
import { todayHere } from '../actions/record.ts';
import { createVault, labelled } from '../actions/vaults.ts';
import { shoot } from '../actions/shoot.ts';
import { extractText } from '../../harness/pdf-judges.ts';
import { launch, type RunningApp } from '../launch.ts';
import { wordsIn } from '../words.ts';

// A contract that renews by itself is not renewed, by a letter in Chinese; another is terminated, by one in English. Both
// letters are PDFs, and both stand on the contract as the notices that they are.

const today = todayHere();
let app: RunningApp;
test.beforeAll(async () => {
  app = await launch();
});
test.afterAll(() => app.close());

async function register(title: string, number: string, language: 'zh' | 'en', names: readonly [string, string]): Promise<string> {
  const parties: unknown[] = [];
  for (const [position, name] of names.entries()) {
    const details = { kind: position === 0 ? 'internal' : 'company', nameZh: language === 'zh' ? name : '', nameEn: language === 'en' ? name : '', uscc: '', legalRepresentative: '', registeredAddress: '', noticeAddress: '', contactName: '', contactPhone: '', contactEmail: '', notes: '' };
    const { id } = await ask(app, 'parties.create', { details, bank: null });
    parties.push({ partyId: id, role: position === 0 ? 'party_a' : 'party_b', signatory: '' });
  }
  const record = {
    ...{ recordKind: 'standalone', parentId: null, direction: 'pay', parties, signedOn: addDays(today, -300), effectiveOn: addDays(today, -300), expiresOn: addDays(today, 65) },
    ...{ renewalType: 'auto', ownerName: '陈静', department: '', confidentiality: 'internal', tags: [], details: { renewalTermMonths: 12, optOutPeriod: { amount: 30, unit: 'day' } } },
  };
  const { summary } = await ask(app, 'contracts.register', { title, contractType: 'services', language, stage: 'signed', number, record, amount: null });
  return summary.id;
}

test('a contract is not renewed, and another is terminated, by letters that are kept as notices', async () => {
  const { page, folder } = app;
  const words = wordsIn('zh-CN');
  await app.setSettings({ language: 'zh-CN', theme: 'light' });
  await createVault(app, words);
  await app.setSize(1280, 800);
  const renewing = await register('机房运维服务合同', 'FW-2026-01', 'zh', ['蓝港航运有限公司', '青石信息技术有限公司']);
  await goTo(page, `/contracts/${renewing}`);
  await page.getByRole('button', { name: words('contracts.term.writeLetter.non_renewal') }).click();
  const dialog = page.getByRole('dialog');
  await expect(labelled(page, words('problems.letter.to'))).toHaveValue('青石信息技术有限公司');
  await expect(labelled(page, words('problems.letter.from'))).toHaveValue('蓝港航运有限公司');
  await expect(labelled(page, words('problems.letter.body'))).toHaveValue(/不再续约/);
  await shoot(app, 'letter-non-renewal-zh');
  await app.answerDialogs(join(folder, '不续约通知函.pdf'));
  await dialog.getByRole('button', { name: words('problems.letter.print') }).click();
  await expect(page.getByText(words('problems.letter.sent', { name: '不续约通知函.pdf' }))).toBeVisible();
  expect(existsSync(join(folder, '不续约通知函.pdf'))).toBe(true);
  const zhDate = addDays(today, 65);
  await expect(page.getByText(words('contracts.term.outlook.noticePending', { day: zhDate, arrives: addDays(today, 3) }))).toBeVisible();

  const english = wordsIn('en');
  await app.setSettings({ language: 'en', theme: 'light' });
  const ended = await register('Network service agreement', 'NS-2026-02', 'en', ['Langang Shipping Ltd', 'Qingshi Networks Ltd']);
  await goTo(page, `/contracts/${ended}`);
  await page.getByRole('button', { name: english('contracts.lifecycle.moveTo') }).click();
  await page.getByRole('menuitem', { name: english('contracts.lifecycle.move.terminated') }).click();
  await labelled(page, english('contracts.lifecycle.field.reason')).fill('Service levels were missed in three months running');
  await labelled(page, english('contracts.lifecycle.field.basis')).fill('Clause 12.2');
  await labelled(page, english('contracts.lifecycle.field.notice')).fill('By this letter');
  await page.getByRole('group', { name: `${english('contracts.lifecycle.field.effectiveOn')} *` }).getByRole('spinbutton').first().click();
  await page.keyboard.type(addDays(today, 20).replaceAll('-', ''));
  await page.getByRole('button', { name: english('contracts.lifecycle.confirm') }).click();
  await expect(labelled(page, english('problems.letter.body'))).toHaveValue(/Service levels were missed in three months running[\s\S]*Basis: Clause 12\.2/);
  await shoot(app, 'letter-termination-en');
  await app.answerDialogs(join(folder, 'termination.pdf'));
  await dialog.getByRole('button', { name: english('problems.letter.print') }).click();
  await expect(page.getByText(english('problems.letter.sent', { name: 'termination.pdf' }))).toBeVisible();
  expect(extractText(readFileSync(join(folder, 'termination.pdf')))).toContain('each other’s documents');
  await expect(page.getByRole('listitem').filter({ hasText: new RegExp(`^${english('contracts.term.notice.kind.termination')}`) })).toBeVisible();
  await shoot(app, 'terminated-en');
  // What was not written then can be written later.
  await page.getByRole('button', { name: english('contracts.term.writeLetter.termination') }).click();
  await expect(labelled(page, english('problems.letter.body'))).toHaveValue(/Clause 12\.2/);
  expect(app.log).toEqual([]);
});
