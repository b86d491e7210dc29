import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { ask } from '../actions/ask.ts';
import { goTo } from '../actions/contracts.ts';
import { labelled } from '../actions/vaults.ts';
import { launch, type RunningApp } from '../launch.ts';
import { wordsIn } from '../words.ts';

// What goes wrong outside the application, in files, folders and disks: each is a sentence, and the window goes on.

const words = wordsIn('en');
const printed = readFileSync(join(import.meta.dirname, '../../fixtures/pdf/printed-contract.pdf'));
let app: RunningApp;
test.beforeAll(async () => {
  app = await launch();
  await app.setSettings({ language: 'en' });
  await app.page.getByText(words('vault.welcome.sample')).first().click();
  await app.page.getByRole('button', { name: words('app.lock') }).waitFor();
});
test.afterAll(() => app.close());
test.afterEach(async () => {
  await expect(app.page.getByRole('button', { name: words('app.lock') })).toBeEnabled();
  expect(app.log).toEqual([]);
});

const path = (name: string): string => join(app.folder, name);

const badFiles: readonly (readonly [string, string, () => void])[] = [
  ['of 0 bytes', 'FILE_EMPTY', () => writeFileSync(path('bad.pdf'), '')],
  ['that is no PDF', 'NOT_A_PDF', () => writeFileSync(path('bad.pdf'), 'PK\u0003\u0004 a zip file')],
  ['cut in the middle', 'PDF_TRUNCATED', () => writeFileSync(path('bad.pdf'), printed.subarray(0, printed.length / 2))],
  [
    'with a password',
    'PDF_ENCRYPTED',
    () => {
      writeFileSync(path('open.pdf'), printed);
      execFileSync('qpdf', ['--encrypt', 'secret', 'secret', '256', '--', path('open.pdf'), path('bad.pdf')]);
    },
  ],
];

for (const [kind, code, make] of badFiles) {
  test(`a file ${kind} is answered with a sentence, and the next file is checked as ever`, async () => {
    make();
    writeFileSync(path('good.pdf'), printed);
    await goTo(app.page, '/');
    await goTo(app.page, '/verify');
    await app.answerDialogs(path('bad.pdf'), path('good.pdf'));
    await app.page.getByRole('button', { name: words('verification.choose') }).click();
    await expect(app.page.getByRole('main').getByRole('alert')).toHaveText(words(`errors.${code}`));
    await expect(app.page.getByText('bad.pdf')).toBeVisible();
    await app.page.getByRole('button', { name: words('verification.chooseAnother') }).click();
    await expect(app.page.getByText(words('verification.verdict.unsigned.title'))).toBeVisible();
  });
}

test('a certificate file with a wrong password is refused, and takes the right one after', async () => {
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:3072', '-nodes', '-keyout', path('k.pem'), '-out', path('c.pem'), '-days', '30', '-subj', '/CN=Imported Signer'], { stdio: 'ignore' });
  execFileSync('openssl', ['pkcs12', '-export', '-inkey', path('k.pem'), '-in', path('c.pem'), '-out', path('id.p12'), '-passout', 'pass:right'], { stdio: 'ignore' });
  writeFileSync(path('broken.p12'), 'not a certificate at all');
  await goTo(app.page, '/identity');
  const password = labelled(app.page, words('signing.field.password')).and(app.page.getByRole('textbox'));
  const submit = app.page.getByRole('button', { name: words('signing.import.submit'), exact: true });
  await app.answerDialogs(path('broken.p12'), path('id.p12'));
  await app.page.getByRole('button', { name: words('signing.import.pick') }).click();
  await password.fill('right');
  await submit.click();
  await expect(app.page.getByText(words('errors.P12_UNREADABLE'))).toBeVisible();
  await app.page.getByRole('button', { name: words('signing.import.pickAgain') }).click();
  await expect(app.page.getByText('id.p12')).toBeVisible();
  await password.fill('Right');
  await submit.click();
  await expect(app.page.getByText(words('errors.P12_WRONG_PASSWORD'))).toBeVisible();
  await password.fill('right');
  await submit.click();
  await expect(app.page.getByText(words('signing.import.done'))).toBeVisible();
  await expect(app.page.getByRole('main')).toContainText('Imported Signer');
});

test('an export to a folder that is gone says so, and goes to another', async () => {
  mkdirSync(path('gone'));
  rmSync(path('gone'), { recursive: true });
  await openFirstContract();
  await app.answerDialogs(join(path('gone'), 'contract.pdf'), path('contract.pdf'));
  await exportButton().click();
  await expect(app.page.getByText(words('errors.TARGET_MISSING', { folder: path('gone') }))).toBeVisible();
  await exportButton().click();
  await expect(app.page.getByText(words('signing.export.done'))).toBeVisible();
  expect(readFileSync(path('contract.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
});

test('an export to a full disk says so, leaves no part of a file and the earlier file untouched', async () => {
  const disk = path('disk');
  mkdirSync(disk);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk], { stdio: 'ignore' });
  } catch {
    test.skip(true, 'only root can make a small disk');
  }
  try {
    writeFileSync(join(disk, 'contract.pdf'), 'the earlier file');
    await openFirstContract();
    await app.answerDialogs(join(disk, 'contract.pdf'));
    await exportButton().click();
    await expect(app.page.getByText(words('errors.DISK_FULL'))).toBeVisible();
    expect(readFileSync(join(disk, 'contract.pdf'), 'utf8')).toBe('the earlier file');
    expect(readdirSync(disk)).toEqual(['contract.pdf']);
  } finally {
    execFileSync('umount', [disk]);
  }
});

test('markup pasted into a field is shown as text and never becomes an element', async () => {
  const markup = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script><b>bold</b>';
  await goTo(app.page, '/templates');
  await app.page.getByText(words('templates.use')).first().click();
  const field = app.page.locator('#variable-goodsName');
  await app.electron.evaluate(({ clipboard }, text) => clipboard.writeText(text), markup);
  await field.fill('');
  await field.focus();
  await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.paste());
  await expect(field).toHaveValue(markup);
  const preview = app.page.getByRole('document', { name: words('contracts.form.previewLabel') });
  await expect(preview).toContainText(markup);
  await expect(preview.locator('img, script, b, [onerror]')).toHaveCount(0);
  expect(await app.page.evaluate(() => 'hacked' in window)).toBe(false);
});

test('Escape and a click beside a dialog ask before what was typed in it is lost, and close it at once where nothing was', async () => {
  const { page } = app;
  await goTo(page, '/templates');
  await page.getByText(words('templates.use')).first().click();
  const add = page.getByRole('button', { name: words('contracts.variable.party.add') }).first();
  const dialog = page.getByRole('dialog', { name: words('parties.form.newTitle') });
  const question = page.getByRole('alertdialog', { name: words('leaveGuard.title') });
  await add.click();
  await dialog.waitFor();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);

  await add.click();
  const name = labelled(page, words('parties.field.nameEn')).and(page.getByRole('textbox'));
  await name.fill('Harbour Ropes Ltd');
  for (const leave of [() => page.keyboard.press('Escape'), () => page.mouse.click(5, 5)]) {
    await leave();
    await question.getByRole('button', { name: words('leaveGuard.stay') }).click();
    await expect(question).toHaveCount(0);
    await expect(name).toHaveValue('Harbour Ropes Ltd');
  }
  await page.keyboard.press('Escape');
  await question.getByRole('button', { name: words('leaveGuard.discard') }).click();
  await expect(dialog).toHaveCount(0);
});

const exportButton = () => app.page.getByRole('button', { name: words('signing.export.submit') }).or(app.page.getByRole('button', { name: words('signing.export.again') }));

/** The first contract of the sample, with a certificate to sign it. */
async function openFirstContract(): Promise<void> {
  if ((await ask(app, 'signing.identity')) === null) await ask(app, 'signing.createIdentity', { commonName: 'Test', organisation: '' });
  const { contracts } = await ask(app, 'contracts.list', { search: '', sort: 'number', descending: false, limit: 1 });
  await goTo(app.page, '/');
  await goTo(app.page, `/contracts/${contracts[0]?.id}`);
}
