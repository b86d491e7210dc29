import type { Migration } from '../migrate.ts';

/** Every file that was signed or given out in an envelope is known by its digest, also when another took its place; earlier ones are read from the chain of changes. */
export const envelopeFiles: Migration = {
  version: 611,
  steps: {
    core: (schema) => `
      CREATE TABLE ${schema}.envelope_files (
        pdf_sha256 TEXT NOT NULL,
        envelope_id TEXT NOT NULL REFERENCES envelopes (id),
        kept_at INTEGER NOT NULL,
        PRIMARY KEY (pdf_sha256, envelope_id)
      ) STRICT, WITHOUT ROWID;
      INSERT INTO ${schema}.envelope_files (pdf_sha256, envelope_id, kept_at)
        SELECT digest, envelope_id, MIN(at) FROM (
          SELECT coalesce(facts ->> '$.pdfSha256', facts ->> '$.handedOut') AS digest, subject_id AS envelope_id, at FROM ${schema}.audit_events WHERE subject_kind = 'envelope'
          UNION ALL SELECT pdf_sha256, id, coalesce(closed_at, created_at) FROM ${schema}.envelopes)
        WHERE digest IS NOT NULL AND envelope_id IN (SELECT id FROM ${schema}.envelopes) GROUP BY digest, envelope_id;
      DROP INDEX ${schema}.envelopes_by_digest;`,
  },
};
