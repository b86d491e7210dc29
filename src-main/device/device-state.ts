import { mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { defaultDeviceReminders, deviceRemindersSchema } from '#shared/features/reminders/model.ts';
import { settingsSchema, type Settings } from '#shared/features/settings/model.ts';
import { vaultIdSchema, type VaultId } from '#shared/features/vault/model.ts';
import { writeFileAtomically } from '../files/atomic-file.ts';

const recentVaultSchema = z
  .object({
    id: vaultIdSchema,
    folder: z.string(),
    sample: z.boolean(),
    lastUserName: z.string().nullable(),
    lastOpenedAt: z.int().nullable(),
    /** Wrong passphrases since the last right one, and when the latest was tried. */
    failures: z.int().min(0),
    lastFailureAt: z.int().nullable(),
  })
  .readonly();
export type RecentVault = z.infer<typeof recentVaultSchema>;

const backupPlaceSchema = z
  .object({
    /** Where backups go; null for the program's own folder. */
    folder: z.string().nullable(),
    isAutomatic: z.boolean(),
    /** The newest backup that this laptop made: when, and how long the audit chain was. */
    last: z.object({ takenAt: z.int(), sequence: z.int() }).readonly().nullable(),
    lastFailure: z.object({ at: z.int(), code: z.string() }).readonly().nullable(),
  })
  .readonly();
export type BackupPlace = z.infer<typeof backupPlaceSchema>;

const stateSchema = z
  .object({
    settings: settingsSchema,
    vaults: z.array(recentVaultSchema).max(50).readonly(),
    selected: vaultIdSchema.nullable(),
    /** How each vault is backed up from this laptop, by the vault's id. */
    backups: z.record(z.string(), backupPlaceSchema).optional(),
    reminders: deviceRemindersSchema.default(defaultDeviceReminders),
    /** Into which folder of this laptop a scheduled report goes, by the schedule's id. */
    reportFolders: z.record(z.string(), z.string()).optional(),
  })
  .readonly();
type State = z.infer<typeof stateSchema>;

/** What this laptop remembers outside any vault: preferences and known vaults. No contract data. */
export interface DeviceState {
  read(): State;
  /** Changes the state and writes it; a device that can't be written to keeps the change until the end of the run. */
  change(change: (state: State) => State): State;
}

/** Loads the state from a JSON file; a missing or unreadable file means the defaults. */
export function openDeviceState(file: string, defaults: Settings): DeviceState {
  let state = load(file) ?? { settings: defaults, vaults: [], selected: null, reminders: defaultDeviceReminders };
  return {
    read: () => state,
    change: (change) => {
      state = change(state);
      try {
        mkdirSync(dirname(file), { recursive: true });
        writeFileAtomically(file, Buffer.from(JSON.stringify(state, null, 2)));
      } catch {
        // Preferences are a convenience: a full or read-only profile folder must not stop the work.
      }
      return state;
    },
  };
}

/** The state with one vault's entry changed. */
export function withVault(state: State, id: VaultId, change: (vault: RecentVault) => RecentVault): State {
  return { ...state, vaults: state.vaults.map((vault) => (vault.id === id ? change(vault) : vault)) };
}

const unchosenPlace: BackupPlace = { folder: null, isAutomatic: true, last: null, lastFailure: null };

/** How a vault is backed up from this laptop. */
export function backupPlaceOf(state: State, id: VaultId): BackupPlace {
  return state.backups?.[id] ?? unchosenPlace;
}

/** The state with a change in how a vault is backed up. */
export function withBackupPlace(state: State, id: VaultId, change: Partial<BackupPlace>): State {
  return { ...state, backups: { ...state.backups, [id]: { ...backupPlaceOf(state, id), ...change } } };
}

/** The state with a vault remembered and selected, the latest first. */
export function withOpenedVault(state: State, vault: RecentVault): State {
  const others = state.vaults.filter(({ id, folder }) => id !== vault.id && folder !== vault.folder);
  return { ...state, selected: vault.id, vaults: [vault, ...others].slice(0, 50) };
}

function load(file: string): State | null {
  try {
    return stateSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}
