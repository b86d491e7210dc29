import { join } from 'node:path';
import { ask } from './actions/ask.ts';
import { openPage, settled } from './actions/pages.ts';
import { launch, type RunningApp } from './launch.ts';
import { wordsIn } from './words.ts';

// Takes those of README's pictures anew that the sample vault can show, so that they show the application as it is.

const target = join(import.meta.dirname, '../../assets/readme');
const app = await launch();
try {
  await app.setSettings({ language: 'en' });
  await app.page.getByText(wordsIn('en')('vault.welcome.sample')).first().click();
  await app.page.getByRole('button', { name: wordsIn('en')('app.lock') }).waitFor();
  await app.setSize(1280, 800);
  await take('zh-home', '/', 'zh-CN', 'light');
  await take('en-home', '/', 'en', 'dark');
  await take('zh-term', `/contracts/${await contractOf(app, 'lease')}`, 'zh-CN', 'light');
  await take('zh-fulfilment', `/contracts/${await contractOf(app, 'purchase')}?tab=fulfilment`, 'zh-CN', 'light');
  await take('zh-clauses', '/clauses', 'zh-CN', 'light');
  await take('zh-analytics', '/analytics', 'zh-CN', 'light');
  await take('en-analytics', '/analytics', 'en', 'dark');
} finally {
  await app.close();
}

async function take(name: string, route: string, language: 'zh-CN' | 'en', theme: 'light' | 'dark'): Promise<void> {
  await app.setSettings({ language, theme });
  await openPage(app, route);
  await settled(app);
  await app.page.screenshot({ path: join(target, `${name}.png`) });
}

/** The newest signed contract of a type. */
async function contractOf(running: RunningApp, type: 'lease' | 'purchase'): Promise<string> {
  const { contracts } = await ask(running, 'contracts.list', { search: '', sort: 'number', limit: 50, filter: { types: [type], stages: ['signed'] } });
  return contracts[0]?.id ?? '';
}
