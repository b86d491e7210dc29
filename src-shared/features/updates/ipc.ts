import { z } from 'zod';
import { command, nothing, query } from '../../ipc/contract.ts';
import { idSchema } from '../../kernel/ids.ts';
import { updateManifestSchema } from './model.ts';

const access = 'vault.use';
const updateId = idSchema<'update'>();
const { version, file, releasedOn, notes } = updateManifestSchema.unwrap().shape;
const checking = [
  'NOT_AN_UPDATE',
  'UPDATE_FORMAT_NEWER',
  'UPDATE_SIGNATURE_INVALID',
  'UPDATE_DAMAGED',
  'UPDATE_TOO_LARGE',
  'UPDATE_OTHER_SYSTEM',
  'UPDATE_NOT_NEWER',
] as const;

/** Nothing here reaches for a network: the file comes by whatever way its owner trusts, and its signature tells. */
export const updatesOperations = {
  /** Whether this build knows the release key; without it no file can be checked, and none is taken. */
  status: query({ input: nothing, output: z.object({ canCheck: z.boolean() }).readonly(), errors: [], access }),
  /** Asks for an update file and checks every byte of it; null when cancelled. */
  open: command({
    input: nothing,
    output: z.object({ updateId, version, fileName: file.unwrap().shape.name, bytes: file.unwrap().shape.bytes, releasedOn, notes }).readonly().nullable(),
    errors: ['NO_RELEASE_KEY', ...checking],
    access,
  }),
  /** Asks for a folder, writes the installer there, checked once more, and opens it with the system; null when cancelled. */
  install: command({
    input: z.object({ updateId }).readonly(),
    output: z.object({ path: z.string() }).readonly().nullable(),
    errors: ['PICK_EXPIRED', 'READ_ONLY_FOLDER', 'INSTALLER_EXISTS', ...checking],
    access,
  }),
} as const;
