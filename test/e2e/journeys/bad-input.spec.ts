import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { goTo } from '../actions/contracts.ts';
import { launch, type RunningApp } from '../launch.ts';
import { wordsIn } from '../words.ts';

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
  test(`a file ${kind} is answered with a sentence, and the page goes on working`, async () => {
    make();
    await goTo(app.page, '/verify');
    await app.answerDialogs(path('bad.pdf'));
    const choose = app.page.getByRole('button', { name: words('verification.choose') }).or(app.page.getByRole('button', { name: words('verification.chooseAnother') }));
    await choose.first().click();
    const sentence = words(`errors.${code}`).split(/[.{]/)[0] ?? '';
    await expect(app.page.getByText(sentence).first()).toBeVisible();
    await expect(choose.first()).toBeEnabled();
    expect(app.log).toEqual([]);
  });
}

test('a certificate file with a wrong password is refused, and the password can be typed again', async () => {
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:3072', '-nodes', '-keyout', path('k.pem'), '-out', path('c.pem'), '-days', '30', '-subj', '/CN=Test'], { stdio: 'ignore' });
  execFileSync('openssl', ['pkcs12', '-export', '-inkey', path('k.pem'), '-in', path('c.pem'), '-out', path('id.p12'), '-passout', 'pass:right'], { stdio: 'ignore' });
  const pick = async () => {
    await app.answerDialogs(path('id.p12'));
    const reply = (await ask('signing.pickPkcs12', undefined)) as { value: { pickId: string } };
    return reply.value.pickId;
  };
  const wrong = await ask('signing.importPkcs12', { pickId: await pick(), password: 'wrong' });
  expect(wrong).toMatchObject({ ok: false, error: { code: 'P12_WRONG_PASSWORD' } });
  const right = await ask('signing.importPkcs12', { pickId: await pick(), password: 'right' });
  expect(right).toMatchObject({ ok: true, value: { commonName: 'Test', origin: 'imported' } });
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
    const list = (await ask('contracts.list', { search: '', sort: 'number', offset: 0, limit: 1 })) as { value: { contracts: { id: string }[] } };
    if ((await ask('signing.identity', undefined) as { value: unknown }).value === null) await ask('signing.createIdentity', { commonName: 'Test', organisation: '' });
    await app.answerDialogs(join(disk, 'contract.pdf'));
    const reply = await ask('signing.exportSigned', { contractId: list.value.contracts[0]?.id, taskId: crypto.randomUUID() });
    expect(reply).toMatchObject({ ok: false, error: { code: 'DISK_FULL' } });
    expect(readFileSync(join(disk, 'contract.pdf'), 'utf8')).toBe('the earlier file');
    expect(readdirSync(disk)).toEqual(['contract.pdf']);
  } finally {
    execFileSync('umount', [disk]);
  }
});

function ask(operation: string, input: unknown): Promise<unknown> {
  return app.page.evaluate(([name, given]) => window.deedbox.call(String(name), given), [operation, input] as const);
}

declare const window: Window & { readonly deedbox: { call(operation: string, input: unknown): Promise<unknown> } };
