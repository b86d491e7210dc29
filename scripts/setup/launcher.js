// Stands in for Electron's default app in the substitute runtime: starts the application in the folder that is the
// first argument. A module with a top-level await, because Electron waits for it before it is ready, and the
// application has things to say (its protocol's privileges) before that moment.
import { app } from 'electron';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { isAbsolute, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

preload();
const given = process.argv.slice(1).find((argument) => !argument.startsWith('-')) ?? '.';
const folder = isAbsolute(given) ? given : resolve(given);
const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
app.setAppPath(folder);
app.setName(manifest.productName ?? manifest.name);
app.setVersion(manifest.version);
await import(pathToFileURL(join(folder, manifest.main)).href);

// `-r FILE`, as the default app has it: Playwright's file holds back `ready` until it is attached, without which one
// launch in sixty waits for ever. It cuts the arguments before the folder off by itself.
function preload() {
  if (process.argv[1] !== '-r') return;
  const [file] = process.argv.splice(1, 2).slice(1);
  createRequire(import.meta.url)(resolve(file));
}
