import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { ask } from '../actions/ask.ts';
import { draftIn } from '../actions/contracts.ts';
import { firstContract, firstParty, openPage } from '../actions/pages.ts';
import { launch, type RunningApp } from '../launch.ts';
import { wordsIn } from '../words.ts';

// axe over every page, in a light Chinese and a dark English window: no violation of WCAG 2.2 AA.

const axe = readFileSync(join(import.meta.dirname, '../../../node_modules/axe-core/axe.min.js'), 'utf8');
let app: RunningApp;
test.beforeAll(async () => {
  app = await launch();
});
test.afterAll(() => app.close());

for (const [language, theme] of [['zh-CN', 'light'], ['en', 'dark']] as const) {
  test(`every page is accessible in ${language}, ${theme}`, async () => {
    const words = wordsIn(language);
    const { page } = app;
    await app.setSettings({ language, theme });
    await expect(page.locator('html')).toHaveAttribute('data-scheme', theme);
    const sample = page.getByText(words('vault.welcome.sample')).first();
    await sample.waitFor();
    const found = [await violations('welcome')];
    await sample.click();
    await page.getByRole('banner').getByRole('button', { name: words('app.lock') }).waitFor();

    const contract = await firstContract(app);
    const party = await firstParty(app);
    const template = await templateVersion();
    const draft = await draftOf(template);
    const routes = ['/contracts', '/contracts/register', '/reminders', '/risks', '/reminders?view=coming', '/risks?view=scores', '/reminders?view=history', '/risks?view=rules', '/import', '/reviews', '/improvement', '/reviews?tab=plan', '/analytics', '/reviews?tab=reports', '/reviews/settings', '/improvement?tab=metrics', '/reviews/settings?tab=checklists', '/approvals', '/reviews/settings?tab=laws', '/approvals/flows', '/checker/rules', `/contracts/${contract}/check`, `/contracts/${contract}/versions`, `/contracts/${contract}`, `/contracts/${contract}/record`, `/contracts/${contract}/revise`, `/contracts/${await draftIn(page)}/edit`, '/parties', '/parties/duplicates', `/parties/${party}`, '/parties/new', '/templates', `/templates/${template}`, '/training', '/training/contract-basics', '/training/contract-basics/lessons/lesson-1', '/training/contract-basics/edit', '/identity', '/training?tab=matrix', '/fulfilment', `/contracts/${contract}?tab=fulfilment`, '/field', '/exchange', '/verify', '/exchange?tab=identity', '/audit', '/backups', '/permissions', '/access', '/settings', '/help', '/nowhere', '/', `/contracts/new/${template}`];
    for (const route of [...routes, ...keptPages(draft)]) {
      await openPage(app, route);
      found.push(await violations(route));
    }
    for (const [route, opener] of [['/templates/manage', 'templates.keeping.groups'], [`/templates/versions/${draft}?tab=obligations`, 'templates.obligations.add'], ['/clauses', 'clauses.add'], [`/templates/versions/${draft}?tab=text`, 'templates.step.submit'], ['/clauses', 'clauses.requirements.open']] as const) {
      await openPage(app, route);
      await page.getByRole('button', { name: words(opener), exact: true }).click();
      await page.getByRole('dialog').waitFor();
      found.push(await violations(`${route}, ${opener}`));
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
    await openPage(app, `/contracts/new/${template}`);
    await page.getByRole('button', { name: words('contracts.form.submitNew') }).click();
    await page.getByRole('main').getByRole('alert').first().waitFor();
    found.push(await violations('new contract with its problems named'));
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').waitFor();
    found.push(await violations('command palette'));
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: words('app.sample.delete') }).click();
    const question = page.getByRole('alertdialog');
    await question.waitFor();
    found.push(await violations('question'));
    expect(found.flat()).toEqual([]);
    await question.getByRole('button', { name: words('app.sample.delete') }).click();
    await sample.waitFor();
  });
}

async function violations(place: string): Promise<string[]> {
  await app.page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'));
  // Evaluated by the test, and so not stopped by the policy that forbids script from anywhere else.
  if (!(await app.page.evaluate(() => 'axe' in window))) await app.page.evaluate(axe);
  const results = await app.page.evaluate(async () => {
    const { axe: runner } = window as unknown as { axe: { run(options: object): Promise<{ violations: { id: string; nodes: { target: unknown; failureSummary?: string }[] }[] }> } };
    return runner.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'] });
  });
  return results.violations.map(({ id, nodes }) => `${place}: ${id} at ${JSON.stringify(nodes[0]?.target)} ${nodes[0]?.failureSummary?.split('\n')[1] ?? ''}`);
}

async function templateVersion(): Promise<string> {
  return (await ask(app, 'templates.list'))[0]?.versionId ?? '';
}

/** A draft of a template's next version, so that what is only there for a draft is looked at too. */
async function draftOf(versionId: string): Promise<string> {
  return (await ask(app, 'templates.startDraft', { from: 'version', versionId, isNewTemplate: false })).versionId;
}

/** Where templates and clauses are kept; a tab of a version stands between other pages, so that each has a heading of its own to wait for. */
function keptPages(draft: string): readonly string[] {
  const tab = (key: string) => `/templates/versions/${draft}?tab=${key}`;
  return [tab('text'), '/templates/manage', tab('variables'), '/clauses', tab('try'), '/templates/manage', tab('obligations'), '/clauses', tab('compare')];
}
