import { expect, test } from '@playwright/test';
import { draftIn, goTo } from '../actions/contracts.ts';
import { expectFocusIn, stopOf, tabTo } from '../actions/keyboard.ts';
import { shoot } from '../actions/shoot.ts';
import { launch, type RunningApp } from '../launch.ts';
import { wordsIn } from '../words.ts';

// A contract's text from its page to its next version without a mouse: once the sample is open nothing clicks, and no focus is lost.

const words = wordsIn('en');

let app: RunningApp;
test.beforeAll(async () => {
  app = await launch();
  await app.setSettings({ language: 'en', theme: 'light' });
  await app.page.getByText(words('vault.welcome.sample')).first().click();
  await app.page.getByRole('banner').getByRole('button', { name: words('app.lock') }).waitFor();
  await app.setSize(1280, 800);
});
test.afterAll(() => app.close());

test('a text is written, mended, discussed, decided on and saved by the keyboard alone', async () => {
  const { page } = app;
  const { keyboard } = page;
  const text = page.getByRole('textbox', { name: /text of the contract$/ });
  const panel = page.getByRole('tabpanel');
  const toolbar = page.getByRole('toolbar', { name: words('documentEditor.toolbar') });
  const tool = (name: string) => toolbar.getByRole('button', { name, exact: true });
  /** Goes along the toolbar by arrows: Tab stops there once. */
  const along = async (name: string) => {
    for (let count = 0; count < 20 && !(await tool(name).evaluate((button) => button === document.activeElement)); count += 1) await keyboard.press('ArrowRight');
    await expect(tool(name)).toBeFocused();
  };

  await goTo(page, `/contracts/${await draftIn(page)}`);
  await tabTo(page, page.getByRole('link', { name: words('editor.edit') }));
  await keyboard.press('Enter');
  await tabTo(page, text);

  // A clause at the end: its heading, its words, some of them bold.
  await keyboard.press('Control+End');
  await keyboard.press('Enter');
  await keyboard.press('Control+Alt+1');
  await keyboard.type('Delivery by hand');
  await keyboard.press('Enter');
  await keyboard.type('The Supplier shall deliver ');
  await keyboard.press('Control+b');
  await keyboard.type('in person');
  await keyboard.press('Control+b');
  await keyboard.type(' as soon as possible.');
  await expect(text.locator('h2').last()).toHaveText('Delivery by hand');
  await expect(text.locator('strong').last()).toHaveText('in person');
  await keyboard.press('Enter');

  // By the toolbar: one stop of Tab, arrows along it, Escape back into the text.
  await keyboard.press('Alt+F10');
  await expectFocusIn(toolbar);
  await along(words('documentEditor.bulletList'));
  expect(await toolbar.locator('button:not(:disabled), [role="combobox"]').evaluateAll((all) => all.filter(({ tabIndex }) => tabIndex === 0).length)).toBe(1);
  expect((await stopOf(page)).isVisible).toBe(true);
  await shoot(app, 'keyboard-toolbar-en');
  await keyboard.press('Escape');
  await expect(text).toBeFocused();
  await keyboard.press('Alt+F10');
  await expect(tool(words('documentEditor.bulletList'))).toBeFocused();
  await keyboard.press('Enter');
  await expect(text).toBeFocused();
  await keyboard.type('first');
  await keyboard.press('Enter');
  await keyboard.type('second');
  await expect(text.locator('ul li')).toHaveText(['first', 'second']);
  await keyboard.press('Enter');
  await keyboard.press('Enter');

  // A menu that is left gives the focus back; a table is walked by Tab and left by an arrow.
  await keyboard.press('Alt+F10');
  await along(words('documentEditor.table.title'));
  await keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: words('documentEditor.table.insert') })).toBeFocused();
  await keyboard.press('Escape');
  await expect(tool(words('documentEditor.table.title'))).toBeFocused();
  await keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: words('documentEditor.table.insert') })).toBeFocused();
  await keyboard.press('Enter');
  await expect(text).toBeFocused();
  const cells = text.locator('table:not(.locked-block table)').last().locator('th, td');
  await expect(cells).toHaveCount(9);
  await keyboard.type('Item');
  await keyboard.press('Tab');
  await keyboard.type('Price');
  await expect(cells.first()).toHaveText('Item');
  await expect(cells.nth(1)).toHaveText('Price');
  for (let count = 0; count < 4; count += 1) await keyboard.press('ArrowDown');
  await keyboard.type('Behind the table.');
  await expect(text.locator('p').last()).toHaveText('Behind the table.');

  // The kind of a block by its list.
  await keyboard.press('Alt+F10');
  await keyboard.press('Home');
  await keyboard.press('ArrowRight');
  await expect(toolbar.getByRole('combobox')).toBeFocused();
  await keyboard.press('Enter');
  await keyboard.press('Home');
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await expect(text.locator('h2').last()).toHaveText('Behind the table.');
  await expect(text).toBeFocused();

  // What the stroke offers is chosen by arrows.
  await keyboard.press('End');
  await keyboard.press('Enter');
  const paragraphs = await text.locator('h2').count();
  await keyboard.type('/force');
  const offered = page.getByRole('menu', { name: words('documentEditor.insert.title') });
  const wanted = new RegExp(`force majeure.*${words('clauses.preferred')}`, 'is');
  await expect(offered.getByRole('menuitem').filter({ hasText: wanted })).toBeVisible();
  // Before it come the text's own clauses, to be referred to.
  for (let count = 0; count < 10 && !wanted.test((await offered.locator('.Mui-selected').textContent()) ?? ''); count += 1) await keyboard.press('ArrowDown');
  await expect(offered.locator('.Mui-selected')).toHaveText(wanted);
  await keyboard.press('Enter');
  await expect(offered).toHaveCount(0);
  await expect(text.locator('h2')).not.toHaveCount(paragraphs);
  await expect(text).toBeFocused();

  // Found and replaced; where nothing is left to replace, the focus stays in the bar.
  await keyboard.press('Control+f');
  const bar = page.getByRole('search', { name: words('documentEditor.find.title') });
  await expect(bar.getByRole('textbox', { name: words('documentEditor.find.wanted') })).toBeFocused();
  await keyboard.type('in person');
  await tabTo(page, bar.getByRole('textbox', { name: words('documentEditor.find.replacement') }));
  await keyboard.type('by courier');
  const vague = text.locator('.text-mark', { hasText: 'as soon as possible' });
  const before = (await vague.getAttribute('data-mark')) ?? '';
  await tabTo(page, bar.getByRole('button', { name: words('documentEditor.find.replaceAll') }));
  await keyboard.press('Enter');
  await expect(text.locator('strong').last()).toHaveText('by courier');
  await expectFocusIn(bar);
  await keyboard.press('Escape');
  await expect(bar).toHaveCount(0);
  await expect(text).toBeFocused();

  // To a finding in the side panel, once the check has seen what was replaced, and its wording into the text.
  await expect(vague).not.toHaveAttribute('data-mark', before);
  await keyboard.press('F6');
  const tab = (name: string) => page.getByRole('tab', { name: new RegExp(`^${name}`) });
  await expect(tab(words('editor.panelName.findings'))).toBeFocused();
  const apply = panel.getByRole('button', { name: words('checker.apply.replace') });
  await tabTo(page, apply.first());
  await shoot(app, 'keyboard-finding-en');
  await keyboard.press('Enter');
  await expect(text.locator('ins').first()).toBeVisible();
  await expect(text).toBeFocused();

  // Said of it, and decided on.
  await keyboard.press('Control+Alt+m');
  await expect(panel.getByRole('textbox', { name: words('documentEditor.comment.text') })).toBeFocused();
  await keyboard.type('Agreed by phone?');
  await keyboard.press('Control+Enter');
  await expect(panel.locator('[data-comment]')).toContainText('Agreed by phone?');
  await expect(text).toBeFocused();
  await keyboard.press('Control+End');
  await keyboard.press('Control+Shift+E');
  await keyboard.type(' One more sentence.');
  await keyboard.press('Control+Shift+E');
  await keyboard.press('F6');
  await expect(tab(words('editor.panelName.comments'))).toBeFocused();
  await keyboard.press('ArrowLeft');
  await keyboard.press('Enter');
  const suggestions = panel.locator('[data-suggestion]');
  await expect(suggestions).toHaveCount(2);
  await tabTo(page, suggestions.last().getByRole('button', { name: words('documentEditor.suggestions.reject') }));
  await keyboard.press('Enter');
  await expect(suggestions).toHaveCount(1);
  await expectFocusIn(suggestions.first());
  await expect(text).not.toContainText('One more sentence.');
  await tabTo(page, suggestions.first().getByRole('button', { name: words('documentEditor.suggestions.accept') }));
  await keyboard.press('Enter');
  await expect(suggestions).toHaveCount(0);
  await expectFocusIn(panel);
  await keyboard.press('F6');
  await expect(text).toBeFocused();

  // The list of keys says all this.
  await keyboard.press('Control+k');
  await keyboard.type(words('app.shortcut.sheet'));
  await keyboard.press('Enter');
  const sheet = page.getByRole('dialog', { name: words('app.shortcut.title') });
  await expect(sheet).toContainText(words('documentEditor.key.panel'));
  await shoot(app, 'keyboard-sheet-en');
  await keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);
  await expect(text).toBeFocused();

  // Saved as the next version, and back on the contract's page.
  await keyboard.press('Control+s');
  await expect(page.getByRole('dialog').getByRole('textbox', { name: words('editor.label') })).toBeFocused();
  await keyboard.press('Escape');
  await expect(text).toBeFocused();
  await keyboard.press('Control+s');
  await keyboard.type('By keyboard');
  await keyboard.press('Enter');
  await tabTo(page, page.getByRole('link', { name: words('editor.goOn') }));
});
