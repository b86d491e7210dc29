import { draftIn, goTo } from './contracts.ts';
import type { RunningApp } from '../launch.ts';

/** The main pages of the sample vault, each once; one whose heading is the former's stands behind another. */
export async function mainRoutes(app: RunningApp): Promise<readonly string[]> {
  const contract = await firstId(app, 'contracts.list', 'contracts', { search: '', sort: 'number', descending: false, limit: 1 });
  const party = await firstId(app, 'parties.list', 'parties', { search: '', archived: false, sort: 'name', offset: 0, limit: 1 });
  const template = await app.page.evaluate(async () => {
    const reply = (await window.deedbox.call('templates.list', undefined)) as { value: { versionId: string }[] };
    return reply.value[0]?.versionId ?? '';
  });
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

/** The id of the first thing that a listing operation gives under a name. */
export async function firstId({ page }: RunningApp, operation: string, list: string, input: unknown): Promise<string> {
  const reply = (await page.evaluate(([name, given]) => window.deedbox.call(String(name), given), [operation, input] as const)) as { value: Record<string, { id: string }[]> };
  return reply.value[list]?.[0]?.id ?? '';
}

declare const window: Window & { readonly deedbox: { call(operation: string, input: unknown): Promise<unknown> } };
