import type { Migration } from '../migrate.ts';

/** Which problem held an obligation, so that it is let go with the problem; a person's own block stays. */
export const blocksOfProblems: Migration = {
  version: 650,
  steps: {
    // A problem held its obligation within the moment in which it was opened.
    core: (schema) => `
      ALTER TABLE ${schema}.obligation_events ADD COLUMN problem_id TEXT;
      UPDATE ${schema}.obligation_events SET problem_id = (
        SELECT id FROM ${schema}.problems WHERE problems.obligation_id = obligation_events.obligation_id AND problems.created_by = obligation_events.by_id
          AND obligation_events.at BETWEEN problems.created_at AND problems.created_at + 1000
        ORDER BY problems.created_at DESC LIMIT 1)
      WHERE to_status = 'blocked';`,
  },
};
