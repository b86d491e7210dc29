import { join } from 'node:path';
import { createVault } from '../e2e/actions/vaults.ts';
import { launch } from '../e2e/launch.ts';
import { wordsIn } from '../e2e/words.ts';
import { startElectron, type ElectronProcess } from './electron-process.ts';
import { writeEmptyApp } from './empty-app.ts';
import { inTemporaryFolder } from './temporary-folder.ts';

const root = join(import.meta.dirname, '../..');

/** The two applications whose windows are compared, each on a profile that it has used before. */
export interface Pair {
  readonly ours: () => Promise<ElectronProcess>;
  readonly empty: () => Promise<ElectronProcess>;
}

/** Gives Deedbox with a vault that is selected and locked, beside an empty window; both have been started once. */
export function withPair<Outcome>(work: (pair: Pair) => Promise<Outcome>): Promise<Outcome> {
  return inTemporaryFolder(async (folder) => {
    const app = await launch(folder);
    await app.setSettings({ language: 'en' });
    await createVault(app, wordsIn('en'));
    await app.electron.close();
    const emptyApp = writeEmptyApp(folder);
    const pair: Pair = {
      ours: () => startElectron({ app: root, profile: join(folder, 'profile') }),
      empty: () => startElectron({ app: emptyApp, profile: join(folder, 'empty-profile') }),
    };
    // A first start makes the profile and fills the caches; neither side is measured doing that.
    for (const start of [pair.empty, pair.ours]) {
      const warm = await start();
      await warm.page.evaluate('new Promise((done) => setTimeout(done, 1500))');
      await warm.close();
    }
    return work(pair);
  });
}
