import { watchSettingsSchema, type Arrival, type WatchSettings } from '#shared/features/imports/watch.ts';
import type { Readable, Writable } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';
import { readSetting, writeSetting } from '../../vault/vault-settings.ts';

/** The folder that is watched, or null. What an older version kept in another form counts as none. */
export function readWatch(db: Readable): WatchSettings | null {
  const text = readSetting(db, 'import_watch') ?? '';
  if (text === '') return null;
  const read = watchSettingsSchema.safeParse(JSON.parse(text));
  return read.success ? read.data : null;
}

export function saveWatch(db: Writable, settings: WatchSettings | null): void {
  writeSetting(db, 'import_watch', settings === null ? '' : JSON.stringify(settings));
}

export function insertArrival(db: Writable, { id, fileName, at, outcome, failure, batchId, added, skipped, bad }: Arrival): void {
  db.run(sql`
    INSERT INTO import_arrivals (id, file_name, at, outcome, failure, batch_id, added, skipped, bad)
    VALUES (${id}, ${fileName}, ${at}, ${outcome}, ${failure}, ${batchId}, ${added}, ${skipped}, ${bad})`);
}

export function listArrivals(db: Readable): readonly Arrival[] {
  return db.all(sql`
    SELECT id, file_name AS fileName, at, outcome, failure, batch_id AS batchId, added, skipped, bad
    FROM import_arrivals ORDER BY at DESC, rowid DESC LIMIT 50`);
}
