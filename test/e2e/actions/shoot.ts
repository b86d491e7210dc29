import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Language, Theme } from '#shared/features/settings/model.ts';
import type { RunningApp } from '../launch.ts';

const folder = process.env['DEEDBOX_SHOTS'];

/** Photographs the window as it is, for the eye, where DEEDBOX_SHOTS names a folder; waits until nothing moves. */
export async function shoot({ page }: RunningApp, name: string): Promise<void> {
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'));
  await page.screenshot({ path: join(folder, `${name}.png`) });
}

/** The same in several languages and themes; the last of them stays. */
export async function shootIn(app: RunningApp, name: string, looks: readonly (readonly [Language, Theme])[]): Promise<void> {
  for (const [language, theme] of looks) {
    await app.setSettings({ language, theme });
    await shoot(app, `${name}-${language}-${theme}`);
  }
}
