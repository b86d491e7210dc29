import { expect, test } from '@playwright/test';
import { cutTexts } from '../actions/cut-texts.ts';
import { mainRoutes, openPage } from '../actions/pages.ts';
import { shoot } from '../actions/shoot.ts';
import { launch, type RunningApp } from '../launch.ts';
import { lengthened, replaceEnglish } from '../pseudo-locale.ts';
import { wordsIn } from '../words.ts';

// Every main page in a language two fifths longer than English: no text is cut, and none leaves what holds it.

let app: RunningApp;
test.beforeAll(async () => {
  app = await launch();
});
test.afterAll(() => app.close());

test('no text is cut in a language two fifths longer than English', async () => {
  const { page } = app;
  const english = wordsIn('en');
  await app.setSettings({ language: 'en', theme: 'light' });
  await app.setSize(1280, 800);
  const replaced = await replaceEnglish(page);
  await page.reload();
  await page.getByText(lengthened(english('vault.welcome.sample'))).first().click();
  await page.getByRole('banner').getByRole('button', { name: lengthened(english('app.lock')) }).waitFor();
  expect(replaced()).toBe(1);
  const found: string[] = [];
  for (const route of await mainRoutes(app)) {
    await openPage(app, route);
    const cut = await cutTexts(page);
    found.push(...cut.map((text) => `${route}: ${text}`));
    if (cut.length > 0) await shoot(app, `overflow${route.replace(/\W+/g, '-')}`);
  }
  expect(found).toEqual([]);
});
