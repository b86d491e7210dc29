import type { Settings } from '#shared/features/settings/model.ts';
import type { VaultStatus } from '#shared/features/vault/model.ts';
import type { Id } from '#shared/kernel/ids.ts';
import type { DeviceState } from './device/device-state.ts';
import type { ImportPhase } from './features/imports/service.ts';
import type { RemindersParts } from './features/reminders/reminders.ts';
import type { About } from './features/settings/handlers.ts';
import type { ExportPhase } from './features/signing/export-signed.ts';
import type { UpdatesParts } from './features/updates/handlers.ts';
import type { Clock, FilePicker, Ids, KeyStore, Log, LoginItem, Notifier, Printer, Timer } from './ports.ts';
import type { Workers } from './workers/worker-pool.ts';

/** What the core is given: where it runs, what the system does for it, and whom it tells. */
export interface World {
  readonly clock: Clock;
  readonly timer: Timer;
  readonly notifier: Notifier;
  readonly keyStore: KeyStore;
  readonly loginItem: LoginItem;
  readonly ids: Ids;
  readonly log: Log;
  readonly picker: FilePicker;
  readonly printer: Printer;
  readonly workers: Workers;
  /** Milliseconds that a passphrase's derivation is calibrated to. */
  readonly kdfTargetMs: number;
  readonly device: DeviceState;
  readonly nativeBinding: string | null;
  readonly sampleFolder: string;
  /** Where the schedule lies that reminds while the vault is locked. */
  readonly scheduleFolder: string;
  /** Where this laptop keeps what opens its vaults by the system's login. */
  readonly systemUnlockFolder: string;
  /** Where backups go until the person chooses a folder; null: none are made by themselves. */
  readonly backupFolder: string | null;
  readonly signatureFont: () => Uint8Array;
  readonly fontUrls: { readonly regular: string; readonly bold: string };
  readonly about: () => About;
  /** What an update must fit, and the public key that releases are signed for. */
  readonly updates: Pick<UpdatesParts, 'releaseKey' | 'running'>;
  readonly onStatus: (status: VaultStatus) => void;
  readonly onSettings: (settings: Settings) => void;
  readonly onChanged: (features: readonly string[]) => void;
  /** `at`: how far a task is that has no fixed steps. */
  readonly onProgress: (taskId: Id<'task'>, phase: ExportPhase | ImportPhase, at?: { readonly step: number; readonly steps: number }) => void;
  readonly onActivity: () => void;
  readonly onNoticeOpened: RemindersParts['onNoticeOpened'];
  readonly onUntold: RemindersParts['onUntold'];
  readonly onPresence: RemindersParts['onPresence'];
  /** Another program opened a link to a contract. */
  readonly onLinked: () => void;
  /** The system asked to open a pack. */
  readonly onPackOpened: () => void;
}
