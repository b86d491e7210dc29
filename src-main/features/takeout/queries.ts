import type { ContractId } from '#shared/features/contracts/model.ts';
import type { Readable } from '../../db/connection.ts';
import { numberOrder } from '../../db/number-order.ts';
import { sql } from '../../db/sql.ts';

/** Every contract by its number. */
export function listContractIds(db: Readable): readonly { readonly id: ContractId; readonly number: string }[] {
  return db.all(sql`SELECT id, number FROM contracts ORDER BY ${numberOrder(sql`number`)}, id`);
}
