import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { goTo } from '../actions/contracts.ts';
import { launch, type RunningApp } from '../launch.ts';
import { wordsIn } from '../words.ts';

// axe over every page, in a light Chinese and a dark English window: no violation of WCAG 2.2 AA.

const axe = readFileSync(join(import.meta.dirname, '../../../node_modules/axe-core/axe.min.js'), 'utf8');

for (const [language, theme] of [['zh-CN', 'light'], ['en', 'dark']] as const) {
  test(`every page is accessible in ${language}, ${theme}`, async () => {
    const words = wordsIn(language);
    const app = await launch();
    try {
      await app.setSettings({ language, theme });
      await app.page.getByText(words('vault.welcome.sample')).first().waitFor();
      const found = [await violations(app, 'welcome')];
      await app.page.getByText(words('vault.welcome.sample')).first().click();
      await app.page.getByRole('button', { name: words('app.lock') }).waitFor();
      const contract = await firstId(app, 'contracts.list', 'contracts', { search: '', sort: 'number', offset: 0, limit: 1 });
      const party = await firstId(app, 'parties.list', 'parties', { search: '', archived: false, sort: 'name', offset: 0, limit: 1 });
      const template = await templateVersion(app);
      const routes = ['/', '/contracts', `/contracts/${contract}`, `/contracts/new/${template}`, '/parties', `/parties/${party}`, '/parties/new', '/templates', `/templates/${template}`, '/identity', '/verify', '/settings'];
      for (const route of routes) {
        await goTo(app.page, route);
        await app.page.getByRole('heading', { level: 1 }).first().waitFor();
        await app.page.waitForFunction(() => document.querySelector('.MuiSkeleton-root') === null);
        found.push(await violations(app, route));
      }
      await app.page.keyboard.press('Control+k');
      await app.page.getByRole('dialog').waitFor();
      found.push(await violations(app, 'command palette'));
      expect(found.flat()).toEqual([]);
    } finally {
      await app.close();
    }
  });
}

async function violations({ page }: RunningApp, place: string): Promise<string[]> {
  await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'));
  // Evaluated by the test, and so not stopped by the policy that forbids script from anywhere else.
  await page.evaluate(axe);
  const results = await page.evaluate(async () => {
    const { axe: runner } = window as unknown as { axe: { run(options: object): Promise<{ violations: { id: string; nodes: { target: unknown; failureSummary?: string }[] }[] }> } };
    return runner.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] });
  });
  return results.violations.map(({ id, nodes }) => `${place}: ${id} at ${JSON.stringify(nodes[0]?.target)} ${nodes[0]?.failureSummary?.split('\n')[1] ?? ''}`);
}

async function firstId(app: RunningApp, operation: string, list: string, input: unknown): Promise<string> {
  const reply = (await app.page.evaluate(([name, given]) => window.deedbox.call(String(name), given), [operation, input] as const)) as { value: Record<string, { id: string }[]> };
  return reply.value[list]?.[0]?.id ?? '';
}

async function templateVersion(app: RunningApp): Promise<string> {
  const reply = (await app.page.evaluate(() => window.deedbox.call('templates.list', undefined))) as { value: { versionId: string }[] };
  return reply.value[0]?.versionId ?? '';
}

declare const window: Window & { readonly deedbox: { call(operation: string, input: unknown): Promise<unknown> } };
