import { expect, test } from '@playwright/test';
import { goTo } from '../actions/contracts.ts';
import { shoot } from '../actions/shoot.ts';
import { launch, type RunningApp } from '../launch.ts';
import { wordsIn } from '../words.ts';

// Somebody new finds their way: a walk past the frame, the chapter for the page in view, and a search.

let app: RunningApp;

test.beforeAll(async () => {
  app = await launch();
  await app.setSettings({ language: 'en' });
  await app.page.getByText(wordsIn('en')('vault.welcome.sample')).first().click();
  await app.page.getByRole('banner').getByRole('button', { name: wordsIn('en')('app.lock') }).waitFor();
});
test.afterAll(() => app.close());

for (const language of ['en', 'zh-CN'] as const) {
  test(`the tour goes past every part of the frame and ends where it began (${language})`, async () => {
    const words = wordsIn(language);
    const { page } = app;
    await app.setSettings({ language });
    await goTo(page, '/');
    await page.getByRole('button', { name: words('home.steps.tour') }).click();
    const step = page.getByRole('dialog');
    for (const stop of ['navigation', 'search', 'reminders', 'help', 'lock'] as const) {
      await expect(step.getByRole('heading')).toHaveText(words(`app.tour.${stop}.title`));
      await expect(page.locator(`[data-tour="${stop}"]`)).toHaveCSS('outline-style', 'solid');
      await shoot(app, `tour-${stop}-${language}`);
      await page.keyboard.press('Enter');
    }
    await expect(step).toHaveCount(0);
    await page.getByRole('button', { name: words('home.steps.tour') }).click();
    await page.keyboard.press('Escape');
    await expect(step).toHaveCount(0);
    await expect(page.locator('[data-tour="navigation"]')).not.toHaveCSS('outline-style', 'solid');
  });

  test(`F1 explains the page in view, and a search leads to the section that speaks of it (${language})`, async () => {
    const words = wordsIn(language);
    const { page } = app;
    await app.setSettings({ language });
    await goTo(page, '/backups');
    await page.getByRole('heading', { name: words('backups.title'), level: 1 }).waitFor();
    await page.keyboard.press('F1');
    const article = page.getByRole('article');
    await expect(article.getByRole('heading', { level: 2 })).toHaveText(language === 'en' ? 'People, keys and backups' : '成员、密钥与备份');
    await expect.poll(() => article.locator('img').evaluateAll((images) => images.map((image) => (image as HTMLImageElement).naturalWidth))).toEqual([1280]);
    await shoot(app, `help-${language}`);
    await page.getByRole('searchbox', { name: words('help.search') }).fill(language === 'en' ? 'fingerprint' : '指纹');
    const results = page.getByRole('list', { name: words('help.results') });
    await expect(results.getByRole('button').first()).toBeVisible();
    await shoot(app, `help-search-${language}`);
    await results.getByRole('button').first().click();
    await expect(article.getByRole('heading', { level: 3 }).and(page.locator(':focus'))).toBeVisible();
    await page.getByRole('searchbox', { name: words('help.search') }).fill('qqqq');
    await expect(page.getByText(words('help.none.title'))).toBeVisible();
  });
}

test('a dialog comes and goes at once for whoever asks for less motion, and is seen to come by others', async () => {
  const { page } = app;
  await goTo(page, '/');
  await page.evaluate(() => {
    const all: number[] = Object.assign(window, { movedFor: [] as number[] }).movedFor;
    document.addEventListener('transitionrun', ({ target }) => all.push(...(target as Element).getAnimations().map(({ effect }) => Number(effect?.getTiming().duration))));
  });
  const longestOf = async (motion: 'reduce' | 'no-preference') => {
    await page.emulateMedia({ reducedMotion: motion });
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    return page.evaluate(() => Math.max(0, ...(window as unknown as { movedFor: number[] }).movedFor.splice(0)));
  };
  // What the system prefers reaches the pages a moment after it changed.
  await expect.poll(() => longestOf('no-preference')).toBeGreaterThan(100);
  await expect.poll(() => longestOf('reduce')).toBeLessThan(1);
  await page.emulateMedia({ reducedMotion: null });
});
