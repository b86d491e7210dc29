import { ask } from './ask.ts';
import { draftIn, goTo } from './contracts.ts';
import type { RunningApp } from '../launch.ts';

/** The main pages of the sample vault, each once; one whose heading is the former's stands behind another. */
export async function mainRoutes(app: RunningApp): Promise<readonly string[]> {
  const contract = await firstContract(app);
  const party = await firstParty(app);
  const template = (await ask(app, 'templates.list'))[0]?.versionId ?? '';
  return [
    ...['/contracts', '/contracts/register', `/contracts/${contract}`, `/contracts/${contract}/check`, `/contracts/${contract}/record`, `/contracts/${contract}/versions`, `/contracts/${await draftIn(app.page)}/edit`, `/contracts/new/${template}`],
    ...['/approvals', '/approvals/flows', '/signing', '/fulfilment', `/contracts/${contract}?tab=fulfilment`, '/field', '/reviews', '/reviews/settings', '/reminders', '/risks', '/parties', `/parties/${party}`, '/parties/new'],
    ...['/templates', `/templates/${template}`, '/clauses', '/training', '/training/contract-basics', '/training/contract-basics/lessons/lesson-1', '/analytics', '/improvement', '/import'],
    ...['/exchange', '/verify', '/identity', '/backups', '/audit', '/permissions', '/access', '/help', '/settings', '/'],
  ];
}

/** Goes to a page and waits until it, and not the one before, has its heading and its content, and nothing moves. */
export async function openPage({ page }: RunningApp, route: string): Promise<void> {
  // Another view of the same page keeps its heading.
  await page.evaluate((path) => {
    const isThere = (location.hash.slice(1).split('?')[0] || '/') === path;
    if (!isThere) document.querySelector('main h1')?.setAttribute('data-before', '');
  }, route.split('?')[0] ?? '');
  await goTo(page, route);
  await page.locator('main h1:not([data-before])').first().waitFor();
  await page.waitForFunction(() => document.querySelector('.MuiSkeleton-root, [role="progressbar"]:not([aria-valuenow])') === null);
  await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'));
}

/** Waits until nothing is loading and nothing moves, lists and tabs that measure the window anew included. */
export async function settled({ page }: RunningApp): Promise<void> {
  await page.waitForFunction(() => document.querySelector('.MuiSkeleton-root, [role="progressbar"]') === null);
  await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'));
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.waitForFunction((stillMs) => {
    const seen = window as unknown as { places?: string; since?: number };
    const places = JSON.stringify([...document.querySelectorAll('[role="columnheader"], [role="tab"], main button')].map((each) => each.getBoundingClientRect()));
    if (seen.places !== places) [seen.places, seen.since] = [places, performance.now()];
    return performance.now() - (seen.since ?? 0) >= stillMs;
  }, 200);
}

/** The id of the contract with the lowest number. */
export async function firstContract(app: RunningApp): Promise<string> {
  const { contracts } = await ask(app, 'contracts.list', { search: '', sort: 'number', descending: false, limit: 1 });
  return contracts[0]?.id ?? '';
}

/** The id of the first party by name. */
export async function firstParty(app: RunningApp): Promise<string> {
  const { parties } = await ask(app, 'parties.list', { search: '', archived: false, sort: 'name', offset: 0, limit: 1 });
  return parties[0]?.id ?? '';
}
