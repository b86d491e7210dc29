import type { Migration } from '../migrate.ts';

/**
 * What falls due, and which reminders of it fell due. Kept once in core and once in finance: that a payment is planned,
 * and when, is known to those alone who hold that key.
 */
export const reminders: Migration = {
  version: 160,
  steps: { core: tables, finance: tables },
};

function tables(schema: string): string {
  return `
    CREATE TABLE ${schema}.reminder_targets (
      kind TEXT NOT NULL,
      entity_id TEXT NOT NULL,
      event TEXT NOT NULL,
      -- What the source lists it under; its targets are replaced together.
      subject_id TEXT NOT NULL,
      contract_id TEXT,
      target_on TEXT NOT NULL,
      owner_id TEXT,
      title TEXT NOT NULL,
      -- The steps up to this day were dealt with; null before the first look.
      done_through TEXT,
      -- The next day on which it has to be looked at; null when it reminds no more.
      next_on TEXT,
      settled_at INTEGER,
      settled_by TEXT,
      PRIMARY KEY (kind, entity_id, event)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX ${schema}.reminder_targets_next ON reminder_targets (next_on) WHERE next_on IS NOT NULL;
    CREATE INDEX ${schema}.reminder_targets_open ON reminder_targets (target_on) WHERE settled_at IS NULL;
    CREATE INDEX ${schema}.reminder_targets_event ON reminder_targets (event, target_on);
    CREATE INDEX ${schema}.reminder_targets_contract ON reminder_targets (contract_id, kind) WHERE contract_id IS NOT NULL;
    CREATE INDEX ${schema}.reminder_targets_subject ON reminder_targets (kind, subject_id);

    CREATE TABLE ${schema}.reminders (
      id TEXT PRIMARY KEY,
      kind TEXT NOT NULL,
      entity_id TEXT NOT NULL,
      event TEXT NOT NULL,
      target_on TEXT NOT NULL,
      offset_days INTEGER NOT NULL,
      level INTEGER NOT NULL CHECK (level IN (0, 1)),
      contract_id TEXT,
      addressee_id TEXT,
      title TEXT NOT NULL,
      due_on TEXT NOT NULL,
      recorded_at INTEGER NOT NULL,
      shown_at INTEGER,
      shown_as TEXT CHECK (shown_as IN ('notification', 'app')),
      snoozed_until INTEGER,
      acknowledged_at INTEGER,
      -- Null where a later reminder took its place, or what it was about is done.
      acknowledged_by TEXT,
      UNIQUE (kind, entity_id, event, target_on, offset_days, level)
    ) STRICT;
    CREATE INDEX ${schema}.reminders_unshown ON reminders (addressee_id, snoozed_until) WHERE shown_at IS NULL AND acknowledged_at IS NULL;
    CREATE INDEX ${schema}.reminders_open ON reminders (target_on) WHERE acknowledged_at IS NULL;
    CREATE INDEX ${schema}.reminders_recorded ON reminders (recorded_at);
    CREATE INDEX ${schema}.reminders_event ON reminders (event, target_on);
    CREATE INDEX ${schema}.reminders_due ON reminders (due_on);

    CREATE TABLE ${schema}.reminder_sources (
      name TEXT PRIMARY KEY,
      -- The last subject of the first look over everything; null once that is done.
      scanned_to TEXT,
      audit_sequence INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
  `;
}
