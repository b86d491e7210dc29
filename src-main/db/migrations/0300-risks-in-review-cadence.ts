import type { Migration } from '../migrate.ts';

/** A contract's risks decide how often it is reviewed, so a change of theirs has its plan reckoned anew. */
export const risksInReviewCadence: Migration = {
  version: 300,
  steps: { core: coreTriggers },
};

function coreTriggers(schema: string): string {
  const note = (id: string) => `INSERT OR IGNORE INTO review_pending (contract_id) VALUES (${id});`;
  return `
    CREATE TRIGGER ${schema}.review_risk_added AFTER INSERT ON risks
      WHEN new.contract_id IS NOT NULL BEGIN ${note('new.contract_id')} END;
    CREATE TRIGGER ${schema}.review_risk_changed AFTER UPDATE OF contract_id, likelihood, impact, state ON risks
      WHEN new.contract_id IS NOT NULL BEGIN ${note('new.contract_id')} END;
    CREATE TRIGGER ${schema}.review_risk_left AFTER UPDATE OF contract_id ON risks
      WHEN old.contract_id IS NOT NULL AND old.contract_id IS NOT new.contract_id BEGIN ${note('old.contract_id')} END;
    INSERT OR IGNORE INTO review_pending (contract_id)
      SELECT DISTINCT contract_id FROM risks WHERE contract_id IS NOT NULL AND state <> 'closed';
  `;
}
