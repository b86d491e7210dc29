import type { Compartment } from '#shared/features/vault/compartments.ts';

/** What a compartment's schema is called in statements. */
export function schemaOf(compartment: Compartment): 'main' | 'clauses' | 'finance' {
  return compartment === 'core' ? 'main' : compartment;
}

/** The schema under which a compartment is attached where only a part of its rows may be read: no statement uses it. */
export function wholeSchemaOf(compartment: Compartment): string {
  return `whole_${compartment}`;
}
