import type { Compartment } from '#shared/features/vault/compartments.ts';
import { assert } from '#shared/kernel/assert.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import type { Connection } from './connection.ts';
import { migrations } from './migrations/index.ts';
import { schemaOf } from './schemas.ts';

/** A step of the schema. Numbers grow by ten; a step that was released never changes. */
export interface Migration {
  readonly version: number;
  /** The statements for each compartment that the step touches. Table names carry no schema. */
  readonly steps: Readonly<Partial<Record<Compartment, (schema: string) => string>>>;
}

/**
 * Brings every attached compartment to the newest schema, in one transaction. A compartment that is not attached
 * catches up when someone with its key opens the vault. Answers NEWER_FORMAT for a file of a later Deedbox.
 */
export function migrate(
  connection: Connection,
  attached: readonly Compartment[],
  steps: readonly Migration[] = migrations,
): Result<null, 'NEWER_FORMAT'> {
  const newest = steps.at(-1)?.version ?? 0;
  const versions = attached.map((compartment) => ({
    compartment,
    version: schemaVersion(connection, compartment),
  }));
  if (versions.some(({ version }) => version > newest)) return fail('NEWER_FORMAT');
  if (versions.every(({ version }) => version === newest)) return succeed(null);
  // A table that is built anew is dropped and renamed, which the keys that point to it would forbid in between.
  connection.execute('PRAGMA foreign_keys = OFF');
  try {
    connection.transact(() => {
      runSteps(connection, versions, steps, newest);
      const broken = connection.all({ text: 'PRAGMA foreign_key_check', values: [] });
      assert(broken.length === 0, 'a migration left rows that point to nothing');
    });
  } finally {
    connection.execute('PRAGMA foreign_keys = ON');
  }
  return succeed(null);
}

interface Standing {
  readonly compartment: Compartment;
  readonly version: number;
}

function runSteps(connection: Connection, versions: readonly Standing[], steps: readonly Migration[], newest: number): void {
  for (const { compartment, version } of versions) {
    const schema = schemaOf(compartment);
    for (const step of steps) {
      if (step.version > version) connection.execute(step.steps[compartment]?.(schema) ?? '');
    }
    connection.execute(`PRAGMA ${schema}.user_version = ${newest}`);
  }
}

/** The schema version that a compartment's file has; 0 for a new file. */
export function schemaVersion(connection: Connection, compartment: Compartment): number {
  const row = connection.get<{ user_version: number }>({
    text: `PRAGMA ${schemaOf(compartment)}.user_version`,
    values: [],
  });
  return row?.user_version ?? 0;
}
