import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { RunningApp } from '../launch.ts';

const folder = process.env['DEEDBOX_SHOTS'];

/** Photographs the window as it is, for the eye, where DEEDBOX_SHOTS names a folder; waits until nothing moves. */
export async function shoot({ page }: RunningApp, name: string): Promise<void> {
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'));
  await page.screenshot({ path: join(folder, `${name}.png`) });
}
