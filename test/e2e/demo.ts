import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createParty, fillContract, goTo } from './actions/contracts.ts';
import { createVault } from './actions/vaults.ts';
import { launch } from './launch.ts';
import { wordsIn } from './words.ts';

// The guided demo: the short way in the real window, photographed step by step, ending with a signed PDF.

const target = join(import.meta.dirname, '../../artifacts/demo');
rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });

const language = process.argv.includes('--zh') ? 'zh-CN' : 'en';
const words = wordsIn(language);
const app = await launch();
const { page } = app;
let step = 0;
const look = async (name: string): Promise<void> => {
  step += 1;
  await page.screenshot({ path: join(target, `${String(step).padStart(2, '0')}-${name}.png`) });
};

try {
  await app.setSize(1280, 800);
  await app.setSettings({ language, theme: 'light' });
  say('Creating a vault: folder, name, passphrase, recovery code …');
  await createVault(app, words, look);
  await look('home');
  say('Entering two counterparties …');
  await createParty(app, words, 0);
  await createParty(app, words, 1);
  await look('parties');
  say('Drafting a sales contract from a template …');
  await goTo(page, '/templates');
  await page.getByText(words('templates.use')).first().waitFor();
  await look('templates');
  await page.getByText(words('templates.use')).first().click();
  await page.locator('[data-field]').first().waitFor();
  await page.getByText(words('contracts.language.bilingual')).click();
  await fillContract(app, 'sales', 'bilingual');
  await look('draft');
  await page.getByRole('button', { name: words('contracts.form.submitNew') }).click();
  await page.getByRole('button', { name: words('signing.export.createAndExport') }).waitFor();
  await look('contract');
  say('Making a signing certificate, printing and signing …');
  const pdf = join(target, 'signed-contract.pdf');
  await app.answerDialogs(pdf);
  await page.getByRole('button', { name: words('signing.export.createAndExport') }).click();
  await page.getByText(words('signing.export.done')).waitFor();
  await look('exported');
  say('Verifying the file …');
  await goTo(page, '/verify');
  await app.answerDialogs(pdf);
  await page.getByRole('button', { name: words('verification.choose') }).first().click();
  await page.getByText(words('verification.verdict.intact.title')).waitFor();
  await look('verified');
  judge(pdf);
  say(`Done: ${step} screenshots and signed-contract.pdf are in ${target}`);
} finally {
  await app.close();
}

/** Asks an independent program, where there is one, and repeats what it says. */
function judge(pdf: string): void {
  const { stdout, error } = spawnSync('pdfsig', [pdf], { encoding: 'utf8' });
  if (error !== undefined) return;
  for (const line of stdout.split('\n')) {
    if (/Signature Validation|Total document signed|Signer Certificate Common Name/.test(line)) say(`pdfsig says: ${line.trim().replace(/^- /, '')}`);
  }
}

function say(text: string): void {
  process.stdout.write(`  ${text}\n`);
}
