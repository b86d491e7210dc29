import type { Migration } from '../migrate.ts';

/** Rules that warn, and the warnings they gave: those about money lie with the money. */
export const warnings: Migration = {
  version: 170,
  steps: { core: coreTables, finance: alerts },
};

function coreTables(schema: string): string {
  return `
    CREATE TABLE ${schema}.warning_rules (
      id TEXT PRIMARY KEY,
      draft TEXT NOT NULL,
      is_on INTEGER NOT NULL CHECK (is_on IN (0, 1)),
      -- What happened before does not warn.
      on_since INTEGER NOT NULL,
      revision INTEGER NOT NULL,
      changed_at INTEGER NOT NULL,
      changed_by TEXT NOT NULL REFERENCES users (id),
      removed_at INTEGER
    ) STRICT;
    CREATE TABLE ${schema}.warning_switches (
      rule_id TEXT NOT NULL REFERENCES warning_rules (id),
      at INTEGER NOT NULL,
      is_on INTEGER NOT NULL CHECK (is_on IN (0, 1)),
      by TEXT NOT NULL REFERENCES users (id)
    ) STRICT;
    CREATE INDEX ${schema}.warning_switches_by_rule ON warning_switches (rule_id, at);
    CREATE INDEX ${schema}.stage_events_at ON stage_events (at);
    ${alerts(schema)}
  `;
}

function alerts(schema: string): string {
  return `
    CREATE TABLE ${schema}.alerts (
      id TEXT PRIMARY KEY,
      rule_id TEXT NOT NULL,
      -- What happened, so that it warns once.
      occurrence TEXT NOT NULL,
      contract_id TEXT,
      occurred_at INTEGER NOT NULL,
      at INTEGER NOT NULL,
      acknowledged_at INTEGER,
      acknowledged_by TEXT,
      verdict TEXT CHECK (verdict IN ('useful', 'not_useful')),
      verdict_by TEXT,
      UNIQUE (rule_id, occurrence)
    ) STRICT;
    CREATE INDEX ${schema}.alerts_by_time ON alerts (at);
  `;
}
