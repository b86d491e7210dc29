import { generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeUpdateFile, type UpdateAbout } from '../../scripts/package/update-file.mjs';

export interface ReleaseKey {
  /** The public half, as a build is given it. */
  readonly publicKey: string;
  readonly privateKey: string;
}

/** A release key for one run; there is none in the repository. */
export function makeReleaseKey(): ReleaseKey {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  return {
    publicKey: publicKey.export({ type: 'spki', format: 'pem' }) as string,
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
  };
}

export interface MadeUpdate {
  readonly path: string;
  /** The bytes of the installer in it. */
  readonly installer: Buffer;
}

/** Writes a signed update file, as `npm run package -- --update` does, around an installer that installs nothing. */
export async function makeUpdate(
  folder: string,
  name: string,
  { privateKey }: ReleaseKey,
  about: Partial<UpdateAbout> = {},
  fileName = 'Deedbox-9.0.0-x64.AppImage',
): Promise<MadeUpdate> {
  const installer = Buffer.from(`#!/bin/sh\nexit 0\n${name} `.repeat(50));
  const from = join(folder, fileName);
  writeFileSync(from, installer);
  const path = join(folder, `${name}.deedbox-update`);
  await writeUpdateFile({
    installer: from,
    target: path,
    about: {
      version: '9.0.0',
      platform: 'linux',
      arch: 'x64',
      releasedOn: '2026-11-20',
      notes: { zh: '更快的合同台账。\n修正了日历导出。', en: 'A faster contract book.\nThe calendar file is right again.' },
      ...about,
    },
    signingKey: privateKey,
  });
  return { path, installer };
}
