import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { RunningApp } from '../launch.ts';

const target = process.env['DEEDBOX_SHOTS'];

/** Photographs the window into the folder that DEEDBOX_SHOTS names; does nothing without it. */
export async function shoot({ page }: RunningApp, name: string): Promise<void> {
  if (target === undefined) return;
  mkdirSync(target, { recursive: true });
  // What fades in is there.
  await page.waitForTimeout(500);
  await page.screenshot({ path: join(target, `${name}.png`) });
}
