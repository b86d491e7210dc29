import type { Readable, Writable } from '../db/connection.ts';
import { sql } from '../db/sql.ts';

/** Values that belong to the vault as a whole. */
export type VaultSetting = 'header_generation' | 'number_pattern' | 'attachment_name_key' | 'timestamp_url' | 'reminder_policy' | 'risk_weights' | 'import_watch' | 'key_rotation_months' | 'review_watch' | 'attachment_keys_since';

/** A setting's text, or undefined when it was never written. */
export function readSetting(db: Readable, key: VaultSetting): string | undefined {
  return db.get<{ value: string }>(sql`SELECT value FROM vault_settings WHERE key = ${key}`)?.value;
}

export function writeSetting(db: Writable, key: VaultSetting, value: string): void {
  db.run(sql`INSERT INTO vault_settings (key, value) VALUES (${key}, ${value})
    ON CONFLICT (key) DO UPDATE SET value = excluded.value`);
}
