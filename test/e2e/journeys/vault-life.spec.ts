import { expect, test } from '@playwright/test';
import { ask, call } from '../actions/ask.ts';
import { goTo } from '../actions/contracts.ts';
import { createVault, labelled, passphrase, unlock } from '../actions/vaults.ts';
import { launch, type RunningApp } from '../launch.ts';
import { wordsIn } from '../words.ts';

// One vault from its making to the sample beside it. Every test begins and ends with this vault unlocked.

const words = wordsIn('en');
let app: RunningApp;
let secret = passphrase;
let recoveryCode: readonly string[] = [];

test.beforeAll(async () => {
  app = await launch();
  await app.setSettings({ language: 'en', theme: 'light' });
  await createVault(app, words, async (step) => {
    if (step === 'create-recovery') recoveryCode = await app.page.getByText(/^[0-9A-HJKMNP-TV-Z]{4}$/).allInnerTexts();
  });
});
test.afterAll(() => app.close());

const lockButton = () => app.page.getByRole('banner').getByRole('button', { name: words('app.lock'), exact: true });
const passphraseField = () => labelled(app.page, words('vault.passphrase.label'));
const submitButton = () => app.page.getByRole('button', { name: words('vault.unlock.submit'), exact: true });

const waiting = new RegExp(`^${words('vault.unlock.wait', { seconds: '\\d+' })}$`);

async function tryPassphrase(typed: string): Promise<void> {
  await passphraseField().fill(typed);
  await submitButton().click();
}

test('what is typed while the window still loads arrives in the passphrase field, letter for letter', async () => {
  await app.page.keyboard.press('ControlOrMeta+l');
  await expect(passphraseField()).toBeVisible();
  // The program is held back, so that the prepared screen of the first frame surely takes the first half.
  const program = Promise.withResolvers<void>();
  let held = 0;
  await app.page.route(/\/assets\/[^/]+\.js$/, async (route) => {
    held += 1;
    await program.promise;
    await route.continue();
  });
  await app.page.reload({ waitUntil: 'commit' });
  await app.page.waitForFunction(() => document.querySelector('#first-screen') !== null && document.activeElement?.id === 'unlock-passphrase');
  const half = passphrase.length / 2;
  await app.page.keyboard.type(passphrase.slice(0, half), { delay: 20 });
  expect(held).toBeGreaterThan(0);
  await expect(app.page.locator('#first-screen')).toHaveCount(1);
  program.resolve();
  await app.page.keyboard.type(passphrase.slice(half), { delay: 20 });
  await expect(app.page.locator('#first-screen')).toHaveCount(0);
  await app.page.unrouteAll({ behavior: 'wait' });
  await expect(passphraseField()).toHaveValue(passphrase);
  await app.page.keyboard.press('Enter');
  await expect(lockButton()).toBeVisible();
  // The field went with the way in: the keyboard goes on at the page.
  await expect(app.page.getByRole('heading', { level: 1 })).toBeFocused();
});

const waysToLock: readonly (readonly [string, () => Promise<unknown>])[] = [
  ['its button is pressed', () => lockButton().click()],
  ['Ctrl+L is pressed', () => app.page.keyboard.press('ControlOrMeta+l')],
  [
    'the menu says so',
    () =>
      app.electron.evaluate(({ Menu }) => {
        const items = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []) ?? [];
        items.find(({ accelerator }) => accelerator === 'CmdOrCtrl+L')?.click();
      }),
  ],
  ['the laptop goes to sleep', () => app.electron.evaluate(({ powerMonitor }) => powerMonitor.emit('suspend'))],
  ['the system locks its screen', () => app.electron.evaluate(({ powerMonitor }) => powerMonitor.emit('lock-screen'))],
];

for (const [when, lock] of waysToLock) {
  test(`the vault locks when ${when}, and opens again with its passphrase`, async () => {
    await lock();
    await expect(passphraseField()).toBeVisible();
    await expect(lockButton()).toHaveCount(0);
    expect(await call(app, 'contracts.list', { search: '', sort: 'number', limit: 1 })).toMatchObject({
      ok: false,
      error: { code: 'VAULT_LOCKED' },
    });
    await unlock(app, words);
  });
}

test('a wrong passphrase gives one sentence, whatever it was, and the third try makes the person wait', async () => {
  await lockButton().click();
  for (const wrong of ['not the passphrase', secret.slice(0, -1), `${secret} `]) {
    await tryPassphrase(wrong);
    await expect(app.page.getByRole('alert')).toHaveText(words('errors.WRONG_CREDENTIALS'));
    await expect(passphraseField()).toHaveValue('');
  }
  await expect(app.page.getByRole('button', { name: waiting })).toBeDisabled();
  await passphraseField().fill(secret);
  await expect(submitButton()).toBeEnabled({ timeout: 15_000 });
  await submitButton().click();
  await expect(lockButton()).toBeVisible();
});

test('the passphrase is changed in the settings, and the old one opens nothing any more', async () => {
  const next = 'brass kettle rain 91 bamboo grove';
  await goTo(app.page, '/settings');
  await app.page.getByRole('button', { name: words('vault.change.open') }).click();
  const dialog = app.page.getByRole('dialog', { name: words('vault.change.title') });
  const change = dialog.getByRole('button', { name: words('vault.change.submit'), exact: true });
  await labelled(app.page, words('vault.change.current')).fill('not the passphrase');
  await labelled(app.page, words('vault.passphrase.new')).fill(next);
  await labelled(app.page, words('vault.passphrase.repeat')).fill(next);
  await change.click();
  await expect(dialog.getByText(words('errorsOf.vault.changePassphrase.WRONG_CREDENTIALS'))).toBeVisible();
  await labelled(app.page, words('vault.change.current')).fill(secret);
  await change.click();
  await expect(app.page.getByText(words('vault.change.done'))).toBeVisible();
  await lockButton().click();
  await tryPassphrase(secret);
  await expect(app.page.getByRole('alert')).toHaveText(words('errors.WRONG_CREDENTIALS'));
  secret = next;
  await tryPassphrase(secret);
  await expect(lockButton()).toBeVisible();
});

test('the recovery code sets a new passphrase, however it is typed', async () => {
  const next = 'seven otters mend a quiet harbour';
  await lockButton().click();
  await app.page.getByText(words('vault.unlock.recover')).click();
  await labelled(app.page, words('vault.recover.code')).fill([...recoveryCode].reverse().join(' '));
  await labelled(app.page, words('vault.passphrase.new')).fill(next);
  await labelled(app.page, words('vault.passphrase.repeat')).fill(next);
  const submit = app.page.getByRole('button', { name: words('vault.recover.submit') });
  await submit.click();
  await expect(app.page.getByText(words('errors.WRONG_RECOVERY_CODE'))).toBeVisible();
  await labelled(app.page, words('vault.recover.code')).fill(recoveryCode.join('  ').toLowerCase());
  await submit.click();
  await expect(lockButton()).toBeVisible();
  await lockButton().click();
  await tryPassphrase(secret);
  await expect(app.page.getByRole('alert')).toHaveText(words('errors.WRONG_CREDENTIALS'));
  secret = next;
  await tryPassphrase(secret);
  await expect(lockButton()).toBeVisible();
});

test('language, theme and the window’s place outlive a restart', async () => {
  const zh = wordsIn('zh-CN');
  await app.setSettings({ language: 'zh-CN', theme: 'dark' });
  const bounds = { x: 40, y: 60, width: 1100, height: 700 };
  await app.electron.evaluate(({ BrowserWindow }, given) => BrowserWindow.getAllWindows()[0]?.setBounds(given), bounds);
  await app.page.waitForFunction(({ width }) => outerWidth === width, bounds);
  app = await app.restart();
  await expect(app.page.getByRole('button', { name: zh('vault.unlock.submit'), exact: true })).toBeVisible();
  await expect(app.page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  expect(await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds())).toEqual(bounds);
  expect(await app.electron.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('dark');
  await expect(app.page.locator('html')).toHaveAttribute('data-scheme', 'dark');
  await app.setSettings({ language: 'en', theme: 'light' });
  await tryPassphrase(secret);
  await expect(lockButton()).toBeVisible();
});

test('the sample opens beside the vault, is marked as fictional, leaves no word behind when locked, and can be deleted', async () => {
  const notice = app.page.getByText(words('app.sample.text'));
  await lockButton().click();
  await app.page.getByText(words('vault.unlock.chooseOther')).click();
  await app.page.getByRole('button', { name: words('vault.others.sample') }).click();
  for (const route of ['/', '/parties', '/settings', '/contracts']) {
    await goTo(app.page, route);
    await expect(notice).toBeVisible();
  }
  await app.page.getByRole('searchbox', { name: words('contracts.searchLabel') }).fill('买卖');
  await app.page.getByText('买卖合同').first().click();
  await expect.poll(() => everyText()).toMatch(/HT-\d{4}-000\d/);
  await expect.poll(() => everyText()).toContain('云帆');

  await lockButton().click();
  const reopen = app.page.getByRole('button', { name: words('vault.sample.open') });
  await expect(reopen).toBeVisible();
  expect(await everyText()).not.toMatch(/HT-\d{4}-000|云帆|蓝港|Yunfan|Langang|买卖合同|浮标/);

  await reopen.click();
  await app.page.getByRole('button', { name: words('app.sample.delete') }).click();
  const question = app.page.getByRole('alertdialog', { name: words('app.sample.deleteTitle') });
  await question.getByRole('button', { name: words('ui.cancel') }).click();
  await expect(question).toHaveCount(0);
  await expect(notice).toBeVisible();
  await app.page.getByRole('button', { name: words('app.sample.delete') }).click();
  await question.getByRole('button', { name: words('app.sample.delete') }).click();
  await expect(app.page.getByRole('heading', { name: '合同库' })).toBeVisible();
  expect(await ask(app, 'vault.recent')).toMatchObject([{ sample: false }]);
  await tryPassphrase(secret);
  await expect(lockButton()).toBeVisible();
  await expect(notice).toHaveCount(0);
  expect(app.log).toEqual([]);
});

/** Everything that the window still holds in words: the page, shadow trees, what stands in fields, and the title. */
function everyText(): Promise<string> {
  return app.page.evaluate(() => {
    const read = (root: Document | ShadowRoot): string =>
      [...root.querySelectorAll('*')]
        .map((element) => `${element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? element.value : ''}${element.shadowRoot === null ? '' : read(element.shadowRoot)}`)
        .concat(root instanceof Document ? root.documentElement.outerHTML : root.innerHTML)
        .join('\n');
    return `${document.title}\n${read(document)}`;
  });
}
