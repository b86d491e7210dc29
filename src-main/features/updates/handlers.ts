import { existsSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import type { RunningVersion } from '#shared/features/updates/model.ts';
import type { Id } from '#shared/kernel/ids.ts';
import { fail, succeed } from '#shared/kernel/result.ts';
import { writeStreamAtomically } from '../../files/stream-file.ts';
import { isWritable } from '../../files/writable-folder.ts';
import type { HandlersOf } from '../../ipc/handlers.ts';
import type { FilePicker, Ids } from '../../ports.ts';
import { checkUpdate, extractInstaller, releaseKeyOf } from './update-file.ts';

export interface UpdatesParts {
  readonly ids: Ids;
  readonly picker: FilePicker;
  /** The public key that releases are signed for, as PEM; null in a build that was given none. */
  readonly releaseKey: () => string | null;
  readonly running: () => RunningVersion;
}

const updateFiles = { name: 'Deedbox update', extensions: ['deedbox-update'] };

/** Updates from a file: checked whole, laid where the person says, opened by the system. Deedbox fetches and replaces nothing. */
export function createUpdates({ ids, picker, releaseKey, running }: UpdatesParts): HandlersOf<'updates'> {
  // One at a time: choosing another file lets go of the one before.
  let chosen: { readonly id: Id<'update'>; readonly path: string } | null = null;
  return {
    status: () => succeed({ canCheck: releaseKeyOf(releaseKey()) !== null }),
    open: async () => {
      const key = releaseKeyOf(releaseKey());
      if (key === null) return fail('NO_RELEASE_KEY');
      const path = await picker.chooseFile(updateFiles);
      if (path === null) return succeed(null);
      const checked = await checkUpdate(path, key, running());
      if (!checked.ok) return checked;
      const { version, file, releasedOn, notes } = checked.value;
      chosen = { id: ids.create<'update'>(), path };
      return succeed({ updateId: chosen.id, version, fileName: file.name, bytes: file.bytes, releasedOn, notes });
    },
    install: async ({ updateId }) => {
      const key = releaseKeyOf(releaseKey());
      if (key === null || chosen?.id !== updateId) return fail('PICK_EXPIRED');
      const { path } = chosen;
      const folder = await picker.chooseFolder();
      if (folder === null) return succeed(null);
      if (!isWritable(folder)) return fail('READ_ONLY_FOLDER');
      let target = '';
      let isTaken = false;
      const extracted = await extractInstaller(path, key, running(), async ({ file, platform }, pieces) => {
        target = join(folder, file.name);
        isTaken = existsSync(target);
        if (isTaken) return;
        await writeStreamAtomically(target, pieces, undefined);
        // An AppImage is a program itself.
        if (platform === 'linux') await chmod(target, 0o700);
      });
      if (!extracted.ok) return extracted;
      if (isTaken) return fail('INSTALLER_EXISTS', { name: extracted.value.file.name });
      picker.open(target);
      return succeed({ path: target });
    },
  };
}
