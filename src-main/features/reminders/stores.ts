import type { Sql } from '../../db/sql.ts';
import type { Session } from '../../vault/session.ts';

/** The three tables of a compartment that reminders lie in. */
export interface Store {
  readonly compartment: 'core' | 'finance';
  readonly targets: Sql;
  readonly reminders: Sql;
  readonly sources: Sql;
}

export const coreStore: Store = storeIn('core', 'main');
const financeStore: Store = storeIn('finance', 'finance');

export function storeNamed(compartment: Store['compartment']): Store {
  return compartment === 'finance' ? financeStore : coreStore;
}

/** The tables that a person's keys open. */
export function storesOf(session: Session): readonly Store[] {
  return session.holds('finance') ? [coreStore, financeStore] : [coreStore];
}

function storeIn(compartment: Store['compartment'], schema: 'main' | 'finance'): Store {
  const table = (name: string): Sql => ({ text: `${schema}.${name}`, values: [] });
  return { compartment, targets: table('reminder_targets'), reminders: table('reminders'), sources: table('reminder_sources') };
}
