import { cpSync } from 'node:fs';
import { inFreshVault } from './bench-vault.ts';
import { fillWithTexts } from './search-corpus.ts';

// Fills a vault with texts in a process of its own: what is measured in it then is measured as after a start of the
// program, and not among what the filling left behind. `fill-vault.ts FOLDER COUNT`.
const [target, count] = process.argv.slice(2);
if (target === undefined || count === undefined) throw new Error('which folder, and how many?');
await inFreshVault(async (world, _, folder) => {
  await fillWithTexts(world, Number(count));
  world.core.vaults.lock();
  cpSync(folder, target, { recursive: true });
});
process.exit(0);
