import type { Migration } from '../migrate.ts';

/** Who keeps a template, how a version came to be published, and what goes with it into a contract. */
export const templateLifecycle: Migration = {
  version: 105,
  steps: { core: coreTables, clauses: clausesTables },
};

function coreTables(schema: string): string {
  return `
    CREATE TABLE ${schema}.template_groups (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      created_at INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE ${schema}.template_group_maintainers (
      group_id TEXT NOT NULL REFERENCES template_groups (id),
      user_id TEXT NOT NULL REFERENCES users (id),
      PRIMARY KEY (group_id, user_id)
    ) STRICT, WITHOUT ROWID;

    ALTER TABLE ${schema}.templates ADD COLUMN seed_key TEXT;
    ALTER TABLE ${schema}.templates ADD COLUMN group_id TEXT REFERENCES template_groups (id);
    ALTER TABLE ${schema}.templates ADD COLUMN owner_id TEXT REFERENCES users (id);
    ALTER TABLE ${schema}.templates ADD COLUMN next_review_on TEXT;
    ALTER TABLE ${schema}.templates ADD COLUMN reviewed_at INTEGER;
    ALTER TABLE ${schema}.templates ADD COLUMN revision INTEGER NOT NULL DEFAULT 1;
    -- Until now only Deedbox itself put templates into a vault, one of each type.
    UPDATE ${schema}.templates SET seed_key = contract_type;
    CREATE UNIQUE INDEX ${schema}.templates_by_seed ON templates (seed_key) WHERE seed_key IS NOT NULL;

    ALTER TABLE ${schema}.template_versions ADD COLUMN based_on_id TEXT REFERENCES template_versions (id);
    ALTER TABLE ${schema}.template_versions ADD COLUMN author_id TEXT REFERENCES users (id);
    ALTER TABLE ${schema}.template_versions ADD COLUMN changed_at INTEGER;
    ALTER TABLE ${schema}.template_versions ADD COLUMN submitted_by TEXT REFERENCES users (id);
    ALTER TABLE ${schema}.template_versions ADD COLUMN submitted_at INTEGER;
    ALTER TABLE ${schema}.template_versions ADD COLUMN published_by TEXT REFERENCES users (id);
    ALTER TABLE ${schema}.template_versions ADD COLUMN revision INTEGER NOT NULL DEFAULT 1;

    CREATE TABLE ${schema}.contract_template_defaults (
      contract_id TEXT PRIMARY KEY REFERENCES contracts (id),
      template_version_id TEXT NOT NULL REFERENCES template_versions (id),
      reminders TEXT NOT NULL,
      approval_flow_id TEXT
    ) STRICT, WITHOUT ROWID;
  `;
}

// What people say about a text tells of the text.
function clausesTables(schema: string): string {
  return `
    ALTER TABLE ${schema}.template_contents ADD COLUMN change_note TEXT NOT NULL DEFAULT '';
    ALTER TABLE ${schema}.template_contents ADD COLUMN review_comment TEXT NOT NULL DEFAULT '';
    ALTER TABLE ${schema}.template_contents ADD COLUMN publish_reason TEXT NOT NULL DEFAULT '';
  `;
}
