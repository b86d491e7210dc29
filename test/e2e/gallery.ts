import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ask } from './actions/ask.ts';
import { draftIn, goTo } from './actions/contracts.ts';
import { firstContract, firstParty, openPage, settled } from './actions/pages.ts';
import { launch, type RunningApp } from './launch.ts';
import { wordsIn } from './words.ts';

// Photographs every page in both languages, both themes and three sizes, so that each is looked at after a change; names
// of pages after `--only=` take those anew (`--only=home,risks`). With `--handbook`, the pages that the handbook shows, into
// its folder.

const handbook = process.argv.includes('--handbook') ? join(import.meta.dirname, '../../assets/handbook/pictures') : null;
const shownInHandbook = new Set(['home', 'contracts', 'editor', 'clauses', 'check', 'approvals', 'signing', 'fulfilment', 'risks', 'analytics', 'training', 'import', 'audit']);
const only = process.argv.find((argument) => argument.startsWith('--only='))?.slice('--only='.length).split(',');
const target = join(import.meta.dirname, '../../artifacts/gallery');
const sizes = [
  [1280, 800],
  [1920, 1080],
  // A tablet held upright.
  [800, 1280],
] as const;

if (only === undefined) rmSync(handbook ?? target, { recursive: true, force: true });
const app = await launch();
let pictures = 0;
try {
  await photographAll(app, 'welcome', []);
  await app.setSettings({ language: 'en' });
  await app.page.getByText(wordsIn('en')('vault.welcome.sample')).first().click();
  await app.page.getByRole('button', { name: wordsIn('en')('app.lock') }).waitFor();
  await photographAll(app, 'home', ['/']);
  await photographAll(app, 'contracts', ['/contracts']);
  await photographAll(app, 'contract', [`/contracts/${await firstContract(app)}`]);
  await photographAll(app, 'editor', [`/contracts/${await draftIn(app.page)}/edit`]);
  await photographAll(app, 'check', [`/contracts/${await firstContract(app)}/check`]);
  await photographAll(app, 'approvals', ['/approvals']);
  await photographAll(app, 'signing', ['/signing']);
  await photographAll(app, 'new-contract', [`/contracts/new/${await templateVersionId(app)}`]);
  await photographAll(app, 'register', ['/contracts/register']);
  await photographAll(app, 'import', ['/import']);
  await photographAll(app, 'fulfilment', ['/fulfilment']);
  await photographAll(app, 'field', ['/field']);
  await photographAll(app, 'reminders', ['/reminders?view=coming']);
  await photographAll(app, 'risks', ['/risks']);
  await photographAll(app, 'parties', ['/parties']);
  await photographAll(app, 'party-duplicates', ['/parties/duplicates']);
  await photographAll(app, 'party', [`/parties/${await firstParty(app)}`]);
  await photographAll(app, 'templates', ['/templates']);
  await photographAll(app, 'template', [`/templates/${await templateVersionId(app)}`]);
  await photographAll(app, 'training', ['/training']);
  await photographAll(app, 'training-matrix', ['/training?tab=matrix']);
  await photographAll(app, 'course', ['/training/contract-basics']);
  await photographAll(app, 'lesson', ['/training/contract-basics/lessons/lesson-4']);
  await photographAll(app, 'course-editor', ['/training/contract-basics/edit']);
  await photographAll(app, 'approval-figures', ['/approvals?tab=figures']);
  await goTo(app.page, '/approvals/flows');
  await app.page.getByRole('button', { name: wordsIn('en')('approvals.flows.adopt') }).click();
  await app.page.getByRole('heading', { name: wordsIn('en')('approvals.flows.shipped.trade') }).waitFor();
  await photographAll(app, 'flows', ['/approvals/flows']);
  await app.setSettings({ language: 'en' });
  await app.page.getByRole('button', { name: wordsIn('en')('approvals.flows.editOne', { name: wordsIn('en')('approvals.flows.shipped.trade') }) }).click();
  await photographAll(app, 'flow-editor', []);
  await app.page.keyboard.press('Escape');
  for (const tab of ['completed', 'closed', 'seals', 'timestamps'] as const) await photographAll(app, `signing-${tab}`, [`/signing?tab=${tab}`]);
  await photographAll(app, 'reviews', ['/reviews']);
  await photographAll(app, 'review-settings', ['/reviews/settings']);
  await photographAll(app, 'improvement', ['/improvement']);
  await photographAll(app, 'analytics', ['/analytics']);
  await photographAll(app, 'template-management', ['/templates/manage']);
  const draft = (await ask(app, 'templates.startDraft', { from: 'version', versionId: await templateVersionId(app), isNewTemplate: false })).versionId;
  for (const tab of ['text', 'variables', 'try', 'obligations', 'compare'] as const) await photographAll(app, `template-draft-${tab}`, [`/templates/versions/${draft}?tab=${tab}`]);
  await photographAll(app, 'clauses', ['/clauses']);
  await photographAll(app, 'exchange', ['/exchange?tab=identity']);
  await photographAll(app, 'identity', ['/identity']);
  await photographAll(app, 'verify', ['/verify']);
  await photographAll(app, 'audit', ['/audit']);
  await photographAll(app, 'backups', ['/backups']);
  await photographAll(app, 'help', ['/help']);
  await photographAll(app, 'permissions', ['/permissions']);
  await photographAll(app, 'access', ['/access']);
  await photographAll(app, 'settings', ['/settings']);
  process.stdout.write(`  ${pictures} pictures are in ${handbook ?? 'artifacts/gallery/'}\n`);
} finally {
  await app.close();
}

/** One page in every language, theme and size. */
async function photographAll(running: RunningApp, name: string, route: readonly string[]): Promise<void> {
  const { page } = running;
  if (handbook !== null && !shownInHandbook.has(name)) return;
  if (only?.includes(name) === false) return;
  if (route[0] !== undefined) await openPage(running, route[0]);
  if (handbook !== null) return photographForHandbook(running, name, handbook);
  for (const language of ['zh-CN', 'en'] as const) {
    for (const theme of ['light', 'dark'] as const) {
      await running.setSettings({ language, theme });
      for (const [width, height] of sizes) {
        const folder = join(target, `${language}-${theme}-${width}x${height}`);
        mkdirSync(folder, { recursive: true });
        await running.setSize(width, height);
        await settled(running);
        await page.screenshot({ path: join(folder, `${name}.png`) });
        pictures += 1;
      }
    }
  }
}

/** One page in both languages, small enough to be shipped. */
async function photographForHandbook(running: RunningApp, name: string, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await running.setSize(1280, 800);
  for (const language of ['zh-CN', 'en'] as const) {
    await running.setSettings({ language, theme: 'light' });
    await settled(running);
    await running.page.screenshot({ path: join(folder, `${language}-${name}.jpg`), type: 'jpeg', quality: 70 });
    pictures += 1;
  }
}

async function templateVersionId(running: RunningApp): Promise<string> {
  return (await ask(running, 'templates.list'))[0]?.versionId ?? '';
}
