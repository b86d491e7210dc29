import { compartments, type Compartment } from '#shared/features/vault/compartments.ts';
import { assert } from '#shared/kernel/assert.ts';
import { belongings, commonTables } from './belongings.ts';
import type { Connection } from './connection.ts';
import { schemaOf, wholeSchemaOf } from './schemas.ts';
import type { Sql } from './sql.ts';

/** A connection on which every name of a table means the rows that belong to the contracts within reach. */
export interface LimitedReading {
  /** A statement as it has to be put on this connection. */
  readonly rewritten: (statement: Sql) => Sql;
  /** Says with one bound value, an id, whether it is of something that belongs to a contract out of reach. */
  readonly isOutside: string;
}

/**
 * Puts a view before every table whose rows belong to contracts: `temp.reach` holds the contracts that may be seen, which
 * `fill` writes there; more may be added later. The files are attached under names that no statement uses, so that what
 * is not rewritten fails instead of reading past the views. Throws when a table was made of which nobody said whose rows
 * it holds.
 */
export function limitReading(connection: Connection, held: readonly Compartment[], fill: () => void): LimitedReading {
  connection.execute('CREATE TEMP TABLE reach (contract_id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID');
  fill();
  const condition = conditionsFor(connection);
  const tables = held.flatMap((compartment) => tablesOf(connection, compartment, condition));
  const isTwice = (name: string): boolean => tables.filter((table) => table.name === name).length > 1;
  const viewOf = ({ compartment, name }: Pick<Table, 'compartment' | 'name'>): string => (compartment !== 'core' && isTwice(name) ? `${compartment}_${name}` : name);
  const limited = tables.filter((table) => table.condition !== null);
  for (const table of tables) {
    if (table.condition === null && viewOf(table) === table.name) continue;
    connection.execute(`CREATE TEMP VIEW ${viewOf(table)} AS SELECT ${table.hasRowId ? 'rowid AS rowid, ' : ''}* FROM ${wholeOf(table)} AS ${table.name} WHERE ${table.condition ?? '1'}`);
  }
  // The number of contracts in each stage is kept for the whole book; of a part it has to be counted.
  connection.execute('CREATE TEMP VIEW contract_tallies AS SELECT stage, archived_at IS NOT NULL AS is_archived, count(*) AS count FROM contracts GROUP BY 1, 2');
  const views = new Map(tables.map((table) => [`${schemaOf(table.compartment)}.${table.name}`, viewOf(table)]));
  return {
    rewritten: ({ text, values }) => ({ text: withoutSchemas(text, views), values }),
    isOutside: `WITH asked AS MATERIALIZED (SELECT ? AS id) SELECT 1 FROM asked WHERE ${limited
      .filter(({ hasId }) => hasId)
      .map((table) => `EXISTS (SELECT 1 FROM ${wholeOf(table)} AS ${table.name} WHERE ${table.name}.id = asked.id AND NOT (${table.condition ?? '1'}))`)
      .join(' OR ')}`,
  };
}

interface Table {
  readonly compartment: Compartment;
  readonly name: string;
  /** Null: its rows are everybody's. */
  readonly condition: string | null;
  readonly hasId: boolean;
  readonly hasRowId: boolean;
}

/** Of so many contracts within reach on, it is quicker to walk over all rows in a list's order and pass over some. */
const many = 500;

type Within = (column: string) => string;

/** How a column is held against the contracts within reach. The plus keeps SQLite from looking each of very many up by itself. */
function conditionsFor(connection: Connection): Within {
  const { count } = connection.get<{ count: number }>({ text: 'SELECT count(*) AS count FROM temp.reach', values: [] }) ?? { count: 0 };
  return (column) => `${count > many ? '+' : ''}${column} IN (SELECT contract_id FROM temp.reach)`;
}

function tablesOf(connection: Connection, compartment: Compartment, within: Within): readonly Table[] {
  const schema = wholeSchemaOf(compartment);
  // Of a full-text index, what it keeps in tables of its own is left out with it.
  const names = connection.all<{ name: string; hasRowId: number }>({
    text: `SELECT name, wr = 0 AS hasRowId FROM pragma_table_list WHERE schema = ? AND type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
    values: [schema],
  });
  return names
    .filter(({ name }) => name !== 'contract_tallies')
    .map(({ name, hasRowId }) => {
      const columns = connection.all<{ name: string; isRequired: number }>({ text: 'SELECT name, "notnull" OR pk > 0 AS isRequired FROM pragma_table_info(?, ?)', values: [name, schema] });
      return { compartment, name, condition: conditionOf(compartment, name, columns, within), hasId: columns.some((column) => column.name === 'id'), hasRowId: hasRowId === 1 };
    });
}

function conditionOf(compartment: Compartment, name: string, columns: readonly { readonly name: string; readonly isRequired: number }[], within: Within): string | null {
  if (name === 'contracts') return within('id');
  const own = columns.find((column) => column.name === 'contract_id');
  if (own !== undefined) return `${own.isRequired === 1 ? '' : 'contract_id IS NULL OR '}${within('contract_id')}`;
  const belonging = belongings[compartment][name];
  // Asked row by row: to make a list of all ids first takes longer than most questions.
  if (belonging !== undefined) return belonging.of.map((table) => `EXISTS (SELECT 1 FROM temp.${table} AS owning WHERE owning.id = ${name}.${belonging.column})`).join(' OR ');
  assert(commonTables[compartment].includes(name), `${compartment}.${name}: nobody said whose rows it holds`);
  return null;
}

function wholeOf({ compartment, name }: Pick<Table, 'compartment' | 'name'>): string {
  return `${wholeSchemaOf(compartment)}.${name}`;
}

const qualified = new RegExp(String.raw`\b(${compartments.map(schemaOf).join('|')})\.([a-z_]+)(\s+AS\b)?`, 'g');

/** Takes the schemas off the names, so that the views are found; a table of another name keeps the one that is asked for. */
function withoutSchemas(text: string, views: ReadonlyMap<string, string>): string {
  return text.replace(qualified, (_, schema: string, name: string, alias: string | undefined) => {
    const view = views.get(`${schema}.${name}`) ?? name;
    return alias === undefined && view !== name ? `${view} AS ${name}` : `${view}${alias ?? ''}`;
  });
}
