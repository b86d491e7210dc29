import type { Migration } from '../migrate.ts';

/** Parties become terms that an amendment can change: those of contracts that were amended before are kept with their original terms. */
export const amendedParties: Migration = {
  version: 240,
  steps: { core: coreTables },
};

function coreTables(schema: string): string {
  return `
    UPDATE ${schema}.contract_original_terms SET terms = json_set(terms, '$.parties', json((
      SELECT json_group_array(json_object('partyId', party_id, 'role', role)) FROM (
        SELECT party_id, CASE WHEN role <> '' THEN role WHEN position = 0 THEN 'party_a' ELSE 'party_b' END AS role
        FROM ${schema}.contract_parties AS parties WHERE parties.contract_id = contract_original_terms.contract_id ORDER BY position
      )
    )));
  `;
}
