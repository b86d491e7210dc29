import { readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { launch, type RunningApp } from '../e2e/launch.ts';
import { inTemporaryFolder } from './temporary-folder.ts';

const rendererFolder = join(import.meta.dirname, '../../out/renderer');

export interface Bundle {
  /** What the window had loaded by the time it could be used, before any vault was open; the largest first. */
  readonly beforeUnlock: readonly { readonly file: string; readonly bytes: number }[];
  readonly bytesBeforeUnlock: number;
  readonly bytesOfAll: number;
}

/** Asks a fresh window what it fetched: the bundler's own list says what might be, this says what was. */
export function readBundle(): Promise<Bundle> {
  return inTemporaryFolder(async (folder) => {
    const app = await launch(folder);
    try {
      return await readFrom(app);
    } finally {
      await app.close();
    }
  });
}

async function readFrom({ page }: RunningApp): Promise<Bundle> {
  const fetched = new Set<string>();
  page.on('request', (request) => fetched.add(request.url()));
  // Once more from the beginning, now that we listen: the profile is new, so it shows the welcome screen.
  await page.reload();
  await page.getByRole('button').first().waitFor();
  await page.waitForLoadState('networkidle');
  const files = [...fetched].map((url) => decodeURIComponent(new URL(url).pathname));
  const beforeUnlock = files
    .map((path) => ({ file: basename(path), bytes: sizeOf(join(rendererFolder, path)) }))
    .sort((a, b) => b.bytes - a.bytes);
  return {
    beforeUnlock,
    bytesBeforeUnlock: sum(beforeUnlock.map(({ bytes }) => bytes)),
    bytesOfAll: sum(readdirSync(join(rendererFolder, 'assets')).map((name) => sizeOf(join(rendererFolder, 'assets', name)))),
  };
}

/** The bundle in a few lines: how much, and what it mostly is. */
export function bundleLines({ beforeUnlock, bytesBeforeUnlock, bytesOfAll }: Bundle): string {
  const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(0)} kB`;
  const largest = beforeUnlock.slice(0, 6).map(({ file, bytes }) => `${file} ${kilobytes(bytes)}`);
  return (
    `Loaded by the window before any vault is open: ${kilobytes(bytesBeforeUnlock)} in ${beforeUnlock.length} files ` +
    `of ${kilobytes(bytesOfAll)} in all. The largest: ${largest.join(', ')}.`
  );
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, each) => total + each, 0);
}
