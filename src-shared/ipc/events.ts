import { z } from 'zod';
import { vaultStatusSchema } from '../features/vault/model.ts';
import { settingsSchema } from '../features/settings/model.ts';
import { idSchema } from '../kernel/ids.ts';

/** What main tells the renderer unasked. */
export const events = {
  /** Data of these features changed: what was fetched of them is stale. */
  changed: z.object({ features: z.array(z.string()).readonly() }).readonly(),
  vaultStatus: vaultStatusSchema,
  settings: settingsSchema,
  /** How far a slow task is: a step of `steps` (from 1), named by a code. */
  progress: z
    .object({ taskId: idSchema<'task'>(), step: z.int(), steps: z.int(), phase: z.enum(['print', 'sign', 'write', 'read', 'check']) })
    .readonly(),
  /** The vault is about to be locked: what is not kept yet is handed over now. */
  lockComing: z.null(),
  /** Another program opened a link to a contract: which one is asked for once a vault is open. */
  linkOpened: z.null(),
  /** The system asked to open a pack: it is asked for once a vault is open. */
  packOpened: z.null(),
  /** A notification was clicked: where it leads is asked for once a vault is open. */
  noticeOpened: z.null(),
  /** So many reminders came that the system did not show. */
  reminded: z.object({ count: z.int() }).readonly(),
  /** A choice in the system's menu that only the interface can carry out. */
  menu: z
    .object({ action: z.enum(['commandPalette', 'settings', 'newContract', 'verify', 'shortcuts', 'reminders']) })
    .readonly(),
} as const;

export type EventName = keyof typeof events;
export type EventPayload<Name extends EventName> = z.infer<(typeof events)[Name]>;

/** What the preload script puts on the window: the renderer's only door. */
export interface Bridge {
  /** What is answered is read by `fromWire`. */
  readonly call: (operation: string, input: unknown) => Promise<unknown>;
  readonly on: (event: string, listener: (payload: unknown) => void) => () => void;
  /** Handles of files that the person dropped on the window; those that are no files of the disk are left out. */
  readonly takeDropped: (files: readonly unknown[]) => Promise<readonly string[]>;
  readonly platform: 'darwin' | 'win32' | 'linux';
}
