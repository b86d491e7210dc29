import { sql, type Sql } from './sql.ts';

const digits = sql`'0123456789'`;

/**
 * What a column of numbers such as HT-2026-10000 is sorted by, so that they stand as a person counts: the digits at its end
 * count as one number and not sign by sign, which would put 10000 before 9999. An index on just this expression keeps the order.
 */
export function numberOrder(column: Sql): Sql {
  const stem = sql`rtrim(${column}, ${digits})`;
  const counter = sql`substr(${column}, length(${stem}) + 1)`;
  return sql`${stem} || iif(length(${counter}) BETWEEN 1 AND 20, substr('00000000000000000000' || ${counter}, -20), ${counter})`;
}
