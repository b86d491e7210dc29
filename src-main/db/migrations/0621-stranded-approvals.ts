import type { Migration } from '../migrate.ts';

/** Approvals that nobody can decide, because their contract was taken on without them, are void. */
export const strandedApprovals: Migration = {
  version: 621,
  steps: {
    core: (schema) => `
      UPDATE ${schema}.approval_rounds SET state = 'voided', closed_at = contract.updated_at
      FROM ${schema}.contracts AS contract
      WHERE contract.id = contract_id AND approval_rounds.state = 'pending' AND contract.stage <> 'pending_approval';
      UPDATE ${schema}.approval_tasks SET state = 'voided'
      WHERE state IN ('pending', 'waiting') AND round_id IN (SELECT id FROM ${schema}.approval_rounds WHERE state = 'voided');`,
  },
};
