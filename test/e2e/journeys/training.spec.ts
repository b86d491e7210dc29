import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { readBank } from '#shared/features/training/bank.ts';
import { shippedCourses } from '#shared/features/training/courses/shipped-courses.ts';
import { ask } from '../actions/ask.ts';
import { fillContract, goTo } from '../actions/contracts.ts';
import { createVault, labelled, passphrase, person } from '../actions/vaults.ts';
import { shoot } from '../actions/shoot.ts';
import { launch, type RunningApp } from '../launch.ts';
import { wordsIn } from '../words.ts';

// A trainee goes to the sample vault for the exercises, takes the results home, passes the quiz and gets a certificate.

const words = wordsIn('zh-CN');
const course = shippedCourses[0]?.content;
let app: RunningApp;
test.beforeAll(async () => {
  app = await launch();
});
test.afterAll(() => app.close());

/** Answers the question on the screen as the bank says, in Chinese. */
async function answerRightly(): Promise<void> {
  const { page } = app;
  const bank = readBank(course?.bank ?? { zh: '', en: '' });
  const card = page.getByRole('main').getByRole('region');
  const shown = await card.innerText();
  const question = bank.ok ? bank.value.find(({ zh }) => shown.includes(zh.text)) : undefined;
  if (question === undefined) throw new Error(`no question of the bank is shown: ${shown}`);
  const { options, rights, correct } = question.zh;
  for (const place of correct) {
    const option = options[place] ?? '';
    if (question.kind === 'single') await card.getByRole('radio', { name: option, exact: true }).check();
    else if (question.kind === 'multiple') await card.getByRole('checkbox', { name: option, exact: true }).check();
    else if (question.kind === 'defect') await card.getByRole('button', { name: option.trim(), exact: true }).click();
    else {
      await card.getByRole('combobox').nth(place).click();
      await page.getByRole('option', { name: rights[place] ?? '', exact: true }).click();
    }
  }
  if (['match', 'defect'].includes(question.kind)) await shoot(app, `quiz-${question.kind}-zh`);
  await card.getByRole('button', { name: words('training.quiz.submit') }).click();
  // After the last answer all questions are shown.
  await expect(card.getByText(words('training.quiz.right')).last()).toBeVisible();
}

test('a trainee reads, practises, passes and gets the certificate', async () => {
  const { page } = app;
  await app.setSettings({ language: 'zh-CN', theme: 'light' });
  await createVault(app, words);
  await goTo(page, '/training');
  await page.getByRole('link', { name: words('training.beginOne', { title: '合同基础' }) }).waitFor();
  await shoot(app, 'training-zh');
  await page.getByRole('link', { name: words('training.beginOne', { title: '合同基础' }) }).click();
  await page.getByRole('heading', { level: 1, name: '合同基础' }).waitFor();
  await shoot(app, 'course-zh');

  const lessons = course?.lessons ?? [];
  await page.getByRole('link', { name: new RegExp(lessons[0]?.title.zh ?? '') }).click();
  for (const [index, { title }] of lessons.entries()) {
    await page.getByRole('heading', { level: 1, name: title.zh }).waitFor();
    if (index === 1) await shoot(app, 'lesson-zh');
    await page.keyboard.press('ArrowRight');
  }
  await expect(page.getByText(words('training.lessonsRead', { read: '5', count: '5' }))).toBeVisible();

  // To the sample vault and back, for both exercises.
  const task = (name: string) => page.locator(`[data-task="${name}"]`);
  await task('valid_party').getByRole('button', { name: words('training.practice.beginInSample') }).click();
  await page.getByText(words('app.sample.text')).waitFor();
  await task('valid_party').getByRole('button', { name: words('training.practice.begin') }).click();
  await task('valid_party').getByRole('button', { name: words('training.practice.check') }).click();
  await expect(task('valid_party').getByText(words('training.practice.hint.NO_NEW_PARTY'))).toBeVisible();
  await shoot(app, 'practice-zh');
  await task('valid_party').getByRole('link', { name: words('training.practice.go') }).click();
  await labelled(page, words('parties.field.nameZh')).fill('杭州新客户有限公司');
  await labelled(page, words('parties.field.uscc')).fill('91330106MA2CFXYX7T'.slice(0, 17) + checkCharacter('91330106MA2CFXYX7'));
  await page.getByRole('button', { name: words('parties.form.save') }).click();
  await page.getByRole('heading', { level: 1, name: words('parties.title'), exact: true }).waitFor();
  await goTo(page, '/training/contract-basics');
  await task('valid_party').getByRole('button', { name: words('training.practice.check') }).click();
  await expect(task('valid_party').getByRole('img', { name: words('training.practice.isDone') })).toBeVisible();

  await page.getByRole('button', { name: /合同库/ }).filter({ hasText: '回到' }).click();
  await labelled(page, words('vault.userName.label')).fill(person);
  await labelled(page, words('vault.passphrase.label')).fill(passphrase);
  await page.getByRole('button', { name: words('vault.unlock.submit'), exact: true }).click();
  await page.getByRole('button', { name: words('app.lock') }).waitFor();
  await goTo(page, '/training/contract-basics');
  await expect(task('valid_party').getByRole('img', { name: words('training.practice.isDone') })).toBeVisible();

  await task('clean_sales_contract').getByRole('button', { name: words('training.practice.beginInSample') }).click();
  await page.getByText(words('app.sample.text')).waitFor();
  await task('clean_sales_contract').getByRole('button', { name: words('training.practice.begin') }).click();
  await task('clean_sales_contract').getByRole('button', { name: words('training.practice.check') }).waitFor();
  await goTo(page, `/contracts/new/${await salesTemplate()}`);
  await fillContract(app, 'sales', 'zh');
  await page.getByRole('button', { name: words('contracts.form.submitNew') }).click();
  await page.waitForURL(/#\/contracts\/[0-9a-f-]{36}/);
  await goTo(page, '/training/contract-basics');
  await task('clean_sales_contract').getByRole('button', { name: words('training.practice.check') }).click();
  await expect(task('clean_sales_contract').getByRole('img', { name: words('training.practice.isDone') })).toBeVisible();
  await page.getByRole('button', { name: /合同库/ }).filter({ hasText: '回到' }).click();
  await labelled(page, words('vault.userName.label')).fill(person);
  await labelled(page, words('vault.passphrase.label')).fill(passphrase);
  await page.getByRole('button', { name: words('vault.unlock.submit'), exact: true }).click();
  await page.getByRole('button', { name: words('app.lock') }).waitFor();
  await goTo(page, '/training/contract-basics');

  await page.getByRole('button', { name: words('training.quiz.start') }).click();
  for (let number = 1; number <= (course?.drawCount ?? 0); number += 1) {
    await page.getByText(words('training.quiz.place', { number: String(number), count: String(course?.drawCount) })).waitFor();
    await answerRightly();
    if (number === 1) await shoot(app, 'quiz-answered-zh');
    if (number < (course?.drawCount ?? 0)) await page.getByRole('button', { name: words('training.quiz.next') }).click();
  }
  await expect(page.getByRole('status').filter({ hasText: '8/8' })).toBeVisible();
  await shoot(app, 'quiz-finished-zh');
  await page.getByRole('link', { name: words('training.backToCourse') }).first().click();

  const target = join(app.folder, 'certificate.pdf');
  await app.answerDialogs(target);
  await page.getByRole('button', { name: words('training.certificate.save') }).click();
  await expect(page.getByText(words('training.certificate.saved', { fileName: 'certificate.pdf' }))).toBeVisible({ timeout: 30_000 });
  expect(statSync(target).size).toBeGreaterThan(5_000);
  await shoot(app, 'certified-zh');

  await app.setSettings({ language: 'en', theme: 'dark' });
  const english = wordsIn('en');
  await goTo(page, '/training?tab=matrix');
  await page.getByRole('checkbox', { name: english('training.matrix.choose', { name: person }) }).check();
  await page.getByRole('button', { name: english('training.assign.open', { count: '1' }) }).click();
  await page.getByRole('dialog').getByRole('combobox', { name: english('training.assign.course') }).click();
  await page.getByRole('option', { name: 'Seeing risk and warning early' }).click();
  await shoot(app, 'assign-en-dark');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await shoot(app, 'matrix-en-dark');
  await goTo(page, '/training/risk/lessons/lesson-2');
  await page.getByRole('heading', { level: 1, name: 'Payment risk and security' }).waitFor();
  await shoot(app, 'lesson-en-dark');
  await goTo(page, '/training/contract-basics/edit');
  await page.getByRole('heading', { level: 1, name: english('training.edit.title') }).waitFor();
  await shoot(app, 'editor-en-dark');

  // What is asked of a person stands on their first page.
  const { people } = await ask(app, 'training.matrix');
  await ask(app, 'training.assign', { courseId: 'risk', userIds: people.map(({ id }) => id), dueOn: `${new Date().getFullYear() + 1}-12-31` });
  await goTo(page, '/');
  await expect(page.getByText(english('training.due.waiting_one', { count: '1' }))).toBeVisible();
  await shoot(app, 'due-course-en-dark');
  await page.getByRole('link', { name: english('training.due.open') }).click();
  await expect(page).toHaveURL(/#\/training$/);

  // Who withdraws it by mistake takes that back.
  await goTo(page, '/training?tab=matrix');
  const asked = { name: person, title: 'Seeing risk and warning early' };
  const withdrawing = page.getByRole('button', { name: english('training.assign.withdrawOne', asked) });
  await withdrawing.click();
  await expect(page.getByText(english('training.assign.withdrawn', asked))).toBeVisible();
  await expect(withdrawing).toHaveCount(0);
  await page.getByRole('button', { name: english('ui.undo') }).click();
  await expect(withdrawing).toBeVisible();

  // A course of one's own, and an improvement made of what people say.
  await goTo(page, '/training');
  await page.getByRole('link', { name: english('training.edit.new') }).click();
  await expect(page.getByText(english('training.edit.incomplete'))).toBeVisible();
  const field = (label: string, language: 'zh' | 'en') => page.getByRole('textbox', { name: english(`training.edit.in.${language}`, { label }) }).first();
  for (const language of ['zh', 'en'] as const) {
    for (const [label, text] of [[english('training.edit.name'), language === 'zh' ? '招标合规' : 'Tender compliance'], [english('training.edit.summary'), language], [english('training.edit.bank'), course?.bank[language] ?? '']] as const) {
      await field(label, language).fill(text);
    }
  }
  for (const language of ['zh', 'en'] as const) {
    await field(english('training.edit.lessonName'), language).fill(language === 'zh' ? '为什么要招标' : 'Why tenders');
    await field(english('training.edit.body'), language).fill('## 1');
  }
  await page.getByRole('button', { name: english('training.edit.save') }).click();
  await page.getByRole('heading', { level: 1, name: 'Tender compliance' }).waitFor();
  await shoot(app, 'new-course-en-dark');
  await page.getByRole('button', { name: english('training.feedback.improve') }).click();
  const dialog = page.getByRole('dialog');
  await labelled(page, english('improvement.report.what')).fill('Lesson 1 lacks an example');
  await dialog.getByRole('button', { name: english('improvement.report.send') }).click();
  await expect(page.getByText(english('improvement.report.done'), { exact: true })).toBeVisible();
});

/** The check character of a credit code (GB 32100-2015). */
function checkCharacter(stem: string): string {
  const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  const sum = [...stem].reduce((total, character, index) => total + alphabet.indexOf(character) * (3 ** index % 31), 0);
  return alphabet[(31 - (sum % 31)) % 31] ?? '';
}

async function salesTemplate(): Promise<string> {
  return (await ask(app, 'templates.list')).find(({ contractType }) => contractType === 'sales')?.versionId ?? '';
}
