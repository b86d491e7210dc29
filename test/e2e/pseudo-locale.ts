import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import en from '../../src-renderer/i18n/en.json' with { type: 'json' };

// English as a long-winded language would have it: two fifths longer, every vowel with an accent. Nobody can choose it;
// it takes the place of English in a window of the tests, as that is loaded.

const interfaceFolder = join(import.meta.dirname, '../../out/renderer');

type Strings = { readonly [key: string]: string | Strings };

const accents: Readonly<Record<string, string>> = { a: 'á', e: 'é', i: 'í', o: 'ó', u: 'ú', A: 'Á', E: 'É', I: 'Í', O: 'Ó', U: 'Ú' };

/** Lengthens a sentence by two fifths, in words no longer than English ones. What stands in double braces stays as it is. */
export function lengthened(text: string): string {
  const accented = text.replace(/\{\{\w+\}\}|[aeiou]/gi, (part) => accents[part] ?? part);
  const missing = Math.ceil(text.replace(/\{\{\w+\}\}/g, '').length * 0.4);
  // One word's letters, over and over: “lorem ipsum” without its meaning.
  return `${accented}${'~ñandú ötlih'.repeat(Math.ceil(missing / 12)).slice(0, missing)}`;
}

const resources = /(resources:\{"zh-CN":\{translation:\w+\},en:\{translation:)\w+(\}\})/;

/** Lets every window that is loaded from now on show the long language where it would show English. Gives how often it did. */
export async function replaceEnglish(page: Page): Promise<() => number> {
  const assets = join(interfaceFolder, 'assets');
  // The bundler names a chunk after any of the modules in it.
  const holding = readdirSync(assets).filter((name) => name.endsWith('.js') && resources.test(readFileSync(join(assets, name), 'utf8')));
  let replaced = 0;
  for (const name of holding) {
    // Playwright fetches nothing over the program's own protocol: the built file is what that serves.
    const body = readFileSync(join(assets, name), 'utf8').replace(resources, (_, before: string, after: string) => `${before}JSON.parse(${JSON.stringify(JSON.stringify(longStrings(en)))})${after}`);
    await page.route(`**/assets/${name}`, async (route) => {
      replaced += 1;
      await route.fulfill({ body, contentType: 'text/javascript' });
    });
  }
  return () => replaced;
}

function longStrings(strings: Strings): Strings {
  return Object.fromEntries(Object.entries(strings).map(([key, value]) => [key, typeof value === 'string' ? lengthened(value) : longStrings(value)]));
}
