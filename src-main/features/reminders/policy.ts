import { defaultPolicy, reminderPolicySchema, type ReminderPolicy } from '#shared/features/reminders/model.ts';
import type { Readable, Writable } from '../../db/connection.ts';
import { readSetting, writeSetting } from '../../vault/vault-settings.ts';

/** How this vault reminds; what was never set, or is newer than what was set, goes by domain.md. */
export function readPolicy(db: Readable): ReminderPolicy {
  const kept = readSetting(db, 'reminder_policy');
  if (kept === undefined) return defaultPolicy;
  // Asked at every planning: read once for each text.
  if (latest?.kept !== kept) latest = { kept, policy: policyOf(kept) };
  return latest.policy;
}

let latest: { readonly kept: string; readonly policy: ReminderPolicy } | null = null;

function policyOf(kept: string): ReminderPolicy {
  const given = JSON.parse(kept) as Partial<ReminderPolicy>;
  const parsed = reminderPolicySchema.safeParse({ ...defaultPolicy, ...given, offsets: { ...defaultPolicy.offsets, ...given.offsets } });
  return parsed.success ? parsed.data : defaultPolicy;
}

export function writePolicy(db: Writable, policy: ReminderPolicy): void {
  writeSetting(db, 'reminder_policy', JSON.stringify(policy));
}
