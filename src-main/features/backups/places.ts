import type { VaultId } from '#shared/features/vault/model.ts';
import { listBackups, type FoundBackup } from '../../backup/manifest.ts';
import { backupPlaceOf, type BackupPlace, type DeviceState } from '../../device/device-state.ts';
import { readHeader } from '../../vault/header.ts';
import type { Session } from '../../vault/session.ts';

export interface BackupPlacesParts {
  readonly device: DeviceState;
  /** Where backups go until a folder is chosen; null: none are made by themselves. */
  readonly backupFolder: string | null;
}

export type BackupPlaces = ReturnType<typeof createBackupPlaces>;

/** Where the backups of the open vault lie on this machine. */
export function createBackupPlaces(parts: BackupPlacesParts) {
  const { device } = parts;

  function placeOf(session: Session): { vaultId: VaultId; folder: string | null; isDefault: boolean; place: BackupPlace } | null {
    const header = readHeader(session.folder);
    if (!header.ok) return null;
    const { vaultId } = header.value;
    const place = backupPlaceOf(device.read(), vaultId);
    return { vaultId, folder: place.folder ?? parts.backupFolder, isDefault: place.folder === null, place };
  }

  function backupsOf(session: Session): readonly FoundBackup[] {
    const found = placeOf(session);
    return found === null || found.folder === null ? [] : listBackups(found.folder, found.vaultId);
  }

  return { placeOf, backupsOf };
}
