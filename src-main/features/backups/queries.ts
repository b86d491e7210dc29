import { drillCheckSchema, type Drill } from '#shared/features/backups/model.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import type { Readable, Writable } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';

interface DrillRow {
  readonly id: Drill['id'];
  readonly at: number;
  readonly by_name: string | null;
  readonly backup_taken_at: number;
  readonly milliseconds: number;
  readonly passed: number;
  readonly checks: string;
}

export function insertDrill(db: Writable, drill: Omit<Drill, 'byName'>, by: UserId): void {
  db.run(sql`INSERT INTO restore_drills (id, at, by_user_id, backup_taken_at, milliseconds, passed, checks)
    VALUES (${drill.id}, ${drill.at}, ${by}, ${drill.backupTakenAt}, ${drill.milliseconds}, ${drill.passed ? 1 : 0}, ${JSON.stringify(drill.checks)})`);
}

/** The reports of rehearsed restores, the newest first. */
export function listDrills(db: Readable, limit: number): readonly Drill[] {
  return db.all<DrillRow>(sql`${drills} ORDER BY at DESC LIMIT ${limit}`).map(drillOf);
}

export function findDrill(db: Readable, id: Drill['id']): Drill | undefined {
  const row = db.get<DrillRow>(sql`${drills} WHERE restore_drills.id = ${id}`);
  return row === undefined ? undefined : drillOf(row);
}

const drills = sql`
  SELECT restore_drills.id, at, users.name AS by_name, backup_taken_at, milliseconds, passed, checks
  FROM restore_drills LEFT JOIN users ON users.id = by_user_id`;

function drillOf(row: DrillRow): Drill {
  return {
    id: row.id,
    at: row.at,
    byName: row.by_name ?? '',
    backupTakenAt: row.backup_taken_at,
    milliseconds: row.milliseconds,
    passed: row.passed === 1,
    checks: drillCheckSchema.array().parse(JSON.parse(row.checks)),
  };
}
