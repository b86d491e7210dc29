import { z } from 'zod';
import { daySchema } from '../../kernel/day.ts';

/** The systems that installers are made for, as Node calls them. */
export const updatePlatforms = ['win32', 'darwin', 'linux'] as const;
export type UpdatePlatform = (typeof updatePlatforms)[number];

/** `universal`: for every processor of the system. */
export const updateArchitectures = ['x64', 'arm64', 'universal'] as const;

/** The largest installer that is taken, in bytes. */
export const maximumInstallerBytes = 512 * 1024 * 1024;

/** The ways that an installer's name may end, by system: what is opened at the end is what its system calls an installer. */
export const installerEndings: Readonly<Record<UpdatePlatform, readonly string[]>> = {
  win32: ['.exe'],
  darwin: ['.dmg'],
  linux: ['.AppImage', '.deb'],
};

/** Three numbers, as `1.20.3`. */
const versionSchema = z.string().regex(/^(?:0|[1-9]\d{0,5})(?:\.(?:0|[1-9]\d{0,5})){2}$/);

/** What the release key signs; see docs/update-file.md. */
export const updateManifestSchema = z
  .strictObject({
    version: versionSchema,
    platform: z.enum(updatePlatforms),
    arch: z.enum(updateArchitectures),
    file: z
      .strictObject({
        /** A plain name: it becomes a file of that name in a folder that the person chooses. */
        name: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,119}$/),
        bytes: z.int().min(1),
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
      })
      .readonly(),
    releasedOn: daySchema,
    /** What is new, as plain text. */
    notes: z.strictObject({ zh: z.string().max(8000), en: z.string().max(8000) }).readonly(),
  })
  .readonly();
export type UpdateManifest = z.infer<typeof updateManifestSchema>;

/** What an update must fit. */
export interface RunningVersion {
  readonly version: string;
  readonly platform: string;
  readonly arch: string;
}
