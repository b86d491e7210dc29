import type { Migration } from '../migrate.ts';

/**
 * Why a signing ended with a step of its contract. Those that still wait although their contract has left its signature end with
 * the step by which it did; what expired before stays expired.
 */
export const endedSignings: Migration = {
  version: 620,
  steps: {
    core: (schema) => `
      ALTER TABLE ${schema}.envelopes ADD COLUMN ended_by TEXT CHECK (ended_by IN ('cancelled', 'sent_back', 'content_changed', 'signed_otherwise'));
      UPDATE ${schema}.envelopes SET
        state = 'voided',
        closed_at = step.at,
        ended_by = CASE
          WHEN step.to_stage = 'cancelled' THEN 'cancelled'
          WHEN step.to_stage = 'signed' THEN 'signed_otherwise'
          WHEN step.reason = 'CONTENT_CHANGED' THEN 'content_changed'
          ELSE 'sent_back' END
      FROM (
        SELECT contract_id, to_stage, reason, at, row_number() OVER (PARTITION BY contract_id ORDER BY rowid DESC) AS place
        FROM ${schema}.stage_events WHERE from_stage = 'pending_signature') AS step
      JOIN ${schema}.contracts AS contract ON contract.id = step.contract_id
      WHERE step.place = 1 AND step.contract_id = envelopes.contract_id AND contract.stage <> 'pending_signature'
        AND envelopes.state IN ('draft', 'pending', 'partially_signed')
        AND (envelopes.expires_on IS NULL OR envelopes.expires_on >= date(step.at / 1000, 'unixepoch'));`,
  },
};
