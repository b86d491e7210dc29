// Stands in for Electron's default app in the substitute runtime: starts the application in the folder that is the
// first argument. A module with a top-level await, because Electron waits for it before it is ready, and the
// application has things to say (its protocol's privileges) before that moment.
import { app } from 'electron';
import { readFileSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const given = process.argv.slice(1).find((argument) => !argument.startsWith('-')) ?? '.';
const folder = isAbsolute(given) ? given : resolve(given);
const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
app.setAppPath(folder);
app.setName(manifest.productName ?? manifest.name);
app.setVersion(manifest.version);
await import(pathToFileURL(join(folder, manifest.main)).href);
