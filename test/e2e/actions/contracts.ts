import type { Locator, Page } from 'playwright-core';
import { neededKeys } from '#shared/features/documents/conditions.ts';
import type { Variable, VariableValue } from '#shared/features/documents/variables.ts';
import { sampleParties, sampleValues } from '#shared/features/templates/seeds/samples.ts';
import { seedTemplate, type SeedType } from '#shared/features/templates/seeds/seed-templates.ts';
import type { ContractLanguage } from '#shared/features/contracts/model.ts';
import { partyEntryOf } from '../../../src-main/sample-vault.ts';
import type { RunningApp } from '../launch.ts';
import type { Words } from '../words.ts';
import { ask } from './ask.ts';
import { labelled } from './vaults.ts';

/** Enters one of the sample parties through the form and saves it. */
export async function createParty({ page }: RunningApp, words: Words, index: number): Promise<void> {
  const snapshot = sampleParties[index];
  if (snapshot === undefined) throw new Error(`no sample party ${index}`);
  const { details, bank } = partyEntryOf(snapshot);
  await goTo(page, '/parties/new');
  await page.getByRole('heading', { name: words('parties.form.newTitle') }).waitFor();
  const texts: Readonly<Record<string, string>> = { ...details, ...bank };
  for (const [field, text] of Object.entries(texts)) {
    if (text === '' || field === 'kind') continue;
    await labelled(page, words(`parties.field.${field}`)).fill(text);
  }
  await page.getByRole('button', { name: words('parties.form.save') }).click();
  await page.getByRole('heading', { level: 1, name: words('parties.title'), exact: true }).waitFor();
}

/** Fills the form of a template with its sample values, field by field as a person would. */
export async function fillContract(app: RunningApp, type: SeedType, language: ContractLanguage): Promise<void> {
  const { page } = app;
  const values = sampleValues(type);
  const { bodyZh, bodyEn, variables } = seedTemplate(type);
  const bodies = { zh: [bodyZh], en: [bodyEn], bilingual: [bodyZh, bodyEn] }[language];
  const needed = new Set(bodies.flatMap((body) => [...neededKeys(body, values)]));
  for (const variable of variables) {
    const value = values[variable.key];
    const field = page.locator(`[data-field="${variable.key}"]`);
    if (value === undefined || !needed.has(variable.key)) continue;
    await fillVariable(page, field, variable, value);
  }
}

/** Makes a contract of the first template and its sample values; gives its route. */
export async function makeContract(app: RunningApp, words: Words): Promise<string> {
  const { page } = app;
  await goTo(page, '/templates');
  await page.getByRole('link', { name: words('templates.use') }).or(page.getByRole('button', { name: words('templates.use') })).first().click();
  await fillContract(app, 'sales', 'zh');
  await page.getByRole('button', { name: words('contracts.form.submitNew') }).click();
  await page.waitForURL(/#\/contracts\/[0-9a-f-]{36}/);
  return new URL(page.url()).hash.slice(1);
}

export async function goTo(page: Page, route: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#${route}`);
}

async function fillVariable(page: Page, field: Locator, variable: Variable, value: VariableValue): Promise<void> {
  const input = field.locator(`#variable-${variable.key}`);
  const plain = typeof value === 'object' ? '' : String(value);
  switch (variable.type) {
    case 'text':
    case 'number':
      return input.fill(plain);
    case 'money':
      return input.fill(String((value as { minor: number }).minor / 100));
    case 'duration':
      return input.fill(String((value as { amount: number }).amount));
    case 'party': {
      const { nameZh, nameEn } = value as { nameZh: string; nameEn: string };
      await input.fill((nameEn ?? nameZh).slice(0, 12));
      const option = page.getByRole('option').filter({ hasText: new RegExp(`${escape(nameZh)}|${escape(nameEn)}`) });
      return option.first().click();
    }
    case 'choice': {
      await field.waitFor();
      const radio = field.locator(`input[type="radio"][value="${plain}"]`);
      if ((await radio.count()) > 0) return radio.check();
      await input.click();
      return page.locator(`[role="option"][data-value="${plain}"]`).click();
    }
    case 'boolean': {
      const box = field.locator('input[type="checkbox"]');
      return box.setChecked(value === true);
    }
    case 'list': {
      const rows = field.getByRole('textbox');
      for (const [index, text] of (value as readonly string[]).entries()) {
        if ((await rows.count()) <= index) await field.getByRole('button').last().click();
        await rows.nth(index).fill(text);
      }
      return;
    }
    case 'date':
      // The default is a sample value already.
      return;
  }
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** The id of a contract of the sample vault whose text may still change. */
export async function draftIn(page: Page): Promise<string> {
  const { contracts } = await ask({ page }, 'contracts.list', { search: '', sort: 'number', limit: 50 });
  const draft = contracts.find(({ stage }) => stage === 'draft');
  if (draft === undefined) throw new Error('no draft in the sample vault');
  return draft.id;
}
