import { expect, test, type Locator } from '@playwright/test';
import { readBank } from '#shared/features/training/bank.ts';
import { shippedCourses } from '#shared/features/training/courses/shipped-courses.ts';
import { ask } from '../actions/ask.ts';
import { goTo } from '../actions/contracts.ts';
import { shoot, shootIn } from '../actions/shoot.ts';
import { unfinishedForms } from '../actions/unfinished.ts';
import { labelled, launchWithVault } from '../actions/vaults.ts';
import type { RunningApp } from '../launch.ts';
import { wordsIn } from '../words.ts';

// A course is edited, answered in two languages and rated: what was of one lesson, language or moment stays with it.

const words = wordsIn('en');
const course = '/training/contract-basics';
let app: RunningApp;
let page: RunningApp['page'];
const { leftOf: left, goOnWith: goOn, restored, typeAndLock } = unfinishedForms(() => app, words);
const publish = () => page.getByRole('button', { name: words('training.edit.save') });

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  app = await launchWithVault(words);
  page = app.page;
});
test.afterAll(() => app.close());

test('a number is cleared and typed anew, also in full width, and one out of bounds is published by nobody', async () => {
  await goTo(page, `${course}/edit`);
  const pass = labelled(page, words('training.edit.passPercent'));
  await expect(pass).toHaveValue('75');
  await pass.press('ControlOrMeta+a');
  await pass.press('Backspace');
  await expect(pass).toHaveValue('');
  await pass.pressSequentially('８5');
  await pass.blur();
  await expect(pass).toHaveValue('85');
  await expect(publish()).toBeEnabled();
  await pass.fill('175');
  await expect(page.getByText(words('ui.wholeNumber', { least: '1', most: '100' }))).toBeVisible();
  await expect(publish()).toBeDisabled();
  await shootIn(app, 'course-number-out-of-bounds', [['zh-CN', 'dark'], ['en', 'light']]);
  // Left empty, it shows what stood there when it was come to.
  await pass.fill('80');
  await pass.blur();
  await pass.fill('');
  await pass.blur();
  await expect(pass).toHaveValue('80');
  await publish().click();
  await page.waitForURL(/#\/training\/contract-basics$/u);
  expect((await ask(app, 'training.source', { courseId: 'contract-basics', version: null })).content.passPercent).toBe(80);
});

test('a new lesson in the place of one that was removed has no readers and no ratings', async () => {
  await ask(app, 'training.markRead', { courseId: 'contract-basics', lessonKey: 'lesson-2' });
  await ask(app, 'training.giveFeedback', { courseId: 'contract-basics', lessonKey: 'lesson-2', rating: 1, comment: 'Too short' });
  await goTo(page, `${course}/edit`);
  const title = shippedCourses[0]?.content.lessons[1]?.title.en ?? '';
  await page.getByRole('button', { name: words('training.edit.removeLesson', { title: words('training.lessonTitle', { number: '2', title }) }) }).click();
  await page.getByRole('button', { name: words('training.edit.addLesson') }).click();
  for (const language of ['zh', 'en'] as const) {
    await page.getByRole('textbox', { name: words(`training.edit.in.${language}`, { label: words('training.edit.lessonName') }) }).fill('Reading a draft');
    await page.getByRole('textbox', { name: words(`training.edit.in.${language}`, { label: words('training.edit.body') }) }).fill('Begin at the end.');
  }
  await publish().click();
  await page.waitForURL(/#\/training\/contract-basics$/u);
  await expect(page.getByText(words('training.lessonsRead', { read: '0', count: '5' }))).toBeVisible();
  // What was said of the lesson that is gone is said of no other.
  await expect(page.getByText(words('training.feedback.goneLesson'))).toBeVisible();
  await shoot(app, 'course-with-a-new-lesson-en');
});

test('a clause is marked anew in the other language, and stays marked in the first', async () => {
  const lone = (text: string, clause: string) => `### only defect\n${text}\n| ${clause}\n> Why.`;
  const { version, content } = await ask(app, 'training.source', { courseId: 'contract-basics', version: null });
  const bank = { zh: lone('哪里有问题？', '甲方·[[尽快]]·付款。'), en: lone('Where is it wrong?', '[[The Buyer]] ·shall ·pay ·in ·due ·course.') };
  expect(readBank(bank).ok).toBe(true);
  await ask(app, 'training.saveCourse', { courseId: 'contract-basics', version, content: { ...content, bank, drawCount: 1 } });
  await goTo(page, course);
  await page.getByRole('button', { name: words('training.quiz.start') }).click();
  const marked = (): Locator => page.getByRole('main').getByRole('button', { pressed: true });
  const submit = (name: string) => page.getByRole('button', { name });
  await page.getByRole('button', { name: 'course.', exact: true }).click();
  await expect(marked()).toHaveText(['course.']);
  await app.setSettings({ language: 'zh-CN', theme: 'light' });
  const chinese = wordsIn('zh-CN');
  await expect(submit(chinese('training.quiz.submit'))).toBeDisabled();
  await expect(marked()).toHaveCount(0);
  await app.setSettings({ language: 'en', theme: 'light' });
  await expect(marked()).toHaveText(['course.']);
  await app.setSettings({ language: 'zh-CN', theme: 'light' });
  await page.getByRole('button', { name: '尽快', exact: true }).click();
  await submit(chinese('training.quiz.submit')).click();
  await expect(page.getByText(chinese('training.quiz.right')).last()).toBeVisible();
  await app.setSettings({ language: 'en', theme: 'light' });
});

test('what is being said of a course and of a lesson outlasts a lock, until it is sent', async () => {
  const comment = () => labelled(page, words('training.feedback.comment'));
  await goTo(page, course);
  await page.locator('label').filter({ hasText: words('training.feedback.stars', { count: '4' }) }).click();
  await comment().fill('More examp');
  await typeAndLock(comment(), 'les');
  await expect(comment()).toHaveValue('More examples');
  await goTo(page, '/');
  await expect(left('rating')).toBeVisible();
  await goOn('rating');
  await expect(comment()).toHaveValue('More examples');
  await expect(comment()).toBeFocused();
  await expect(restored()).toBeVisible();
  await shootIn(app, 'resumed-rating', [['zh-CN', 'dark'], ['en', 'light']]);
  await page.getByRole('button', { name: words('training.feedback.send') }).click();
  await expect(page.getByText(words('training.feedback.thanks'))).toBeVisible();
  await expect(restored()).toHaveCount(0);
  expect((await ask(app, 'training.course', { courseId: 'contract-basics' })).myRatings.find(({ lessonKey }) => lessonKey === null)).toMatchObject({ rating: 4, comment: 'More examples' });

  // Turning the page keeps it as well.
  await goTo(page, `${course}/lessons/lesson-3`);
  // The course's own page has the same field, and stands until the lesson's does.
  await page.getByRole('link', { name: words('training.backToCourse') }).first().waitFor();
  await comment().fill('Too long');
  await page.getByRole('link', { name: words('training.backToCourse') }).first().click();
  await goTo(page, '/');
  await expect(left('rating').getByRole('link')).toHaveAttribute('href', /lesson-3/u);
  await goOn('rating');
  await expect(page).toHaveURL(/#\/training\/contract-basics\/lessons\/lesson-3/u);
  await expect(comment()).toHaveValue('Too long');
});
