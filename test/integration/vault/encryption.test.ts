import { seedTemplates } from '#shared/features/templates/seeds/seed-templates.ts';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { compartments, type Compartment } from '#shared/features/vault/compartments.ts';
import { sampleEntry } from '../../harness/entries.ts';
import { askSqlCipher } from '../../harness/sqlcipher-judge.ts';
import { createTestVault, goodPassphrase, testWorld, userName, type TestWorld } from '../../harness/world.ts';

let world: TestWorld;
beforeEach(() => {
  world = testWorld();
});
afterEach(() => world.close());

function rawKeys(): Record<Compartment, string> {
  const ring = world.core.vaults.session()?.ring.compartments;
  const hex = (compartment: Compartment): string => ring?.[compartment]?.expose().toString('hex') ?? '';
  return { core: hex('core'), clauses: hex('clauses'), finance: hex('finance') };
}

describe('the three files of a vault', () => {
  test('are opened by a real SQLCipher 4 with their own key, and show their rows', async () => {
    const { folder } = await createTestVault(world);
    const keys = rawKeys();
    world.core.vaults.lock();
    const core = askSqlCipher(join(folder, 'core.db'), keys.core);
    expect(core).toMatchObject({ readable: true, rows: { users: 1, template_versions: seedTemplates.length } });
    const clauses = askSqlCipher(join(folder, 'clauses.db'), keys.clauses);
    expect(clauses).toMatchObject({ readable: true, rows: { template_contents: seedTemplates.length } });
    expect(askSqlCipher(join(folder, 'finance.db'), keys.finance)).toMatchObject({ readable: true });
  });

  test('give nothing to no key and to another compartment’s key', async () => {
    const { folder } = await createTestVault(world);
    const keys = rawKeys();
    expect(new Set(Object.values(keys)).size).toBe(3);
    world.core.vaults.lock();
    for (const compartment of compartments) {
      const path = join(folder, `${compartment}.db`);
      expect(askSqlCipher(path, null)).toEqual({ readable: false });
      for (const other of compartments.filter((name) => name !== compartment)) {
        expect(askSqlCipher(path, keys[other])).toEqual({ readable: false });
      }
    }
  });

  test('hold no planted text, name, amount or passphrase in the clear, open or locked', async () => {
    const { folder } = await createTestVault(world);
    const planted = await sampleEntry(world, { titles: 'Heliotrope-Kontrakt 向日葵采购' });
    await world.must('contracts.create', planted);
    const traces = ['Heliotrope', '向日葵', 'Chen Jing', '陈静', goodPassphrase, 'lantern-orbit', '买卖合同', 'shall deliver'];
    expectNoTrace(folder, traces);
    world.core.vaults.lock();
    expectNoTrace(folder, traces);
  });

  test('spill no temporary file in the clear while a large sort runs', async () => {
    await createTestVault(world);
    const session = world.core.vaults.session();
    const mode = session?.db.get<{ temp_store: number }>({ text: 'PRAGMA temp_store', values: [] });
    expect(mode?.temp_store).toBe(2);
    session?.db.all({
      text: `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300000)
        SELECT i FROM (SELECT i, printf('向日葵 %d', i) AS t FROM n ORDER BY t DESC) LIMIT 1`,
      values: [],
    });
    const open = readdirSync('/proc/self/fd').flatMap((fd) => {
      try {
        return [execFileSync('readlink', [`/proc/${process.pid}/fd/${fd}`], { encoding: 'utf8' })];
      } catch {
        return [];
      }
    });
    expect(open.filter((path) => path.includes('etilqs'))).toEqual([]);
  });

  test('begin with random bytes, never with SQLite’s own header', async () => {
    const { folder } = await createTestVault(world);
    for (const compartment of compartments) {
      const header = readFileSync(join(folder, `${compartment}.db`)).subarray(0, 16);
      expect(header.toString('latin1')).not.toContain('SQLite');
    }
  });
});

test('the header holds no name, no passphrase and no recovery code', async () => {
  const { folder, recoveryCode } = await createTestVault(world);
  const header = readFileSync(join(folder, 'vault.json'), 'utf8');
  for (const secret of [userName, goodPassphrase, recoveryCode, recoveryCode.replaceAll('-', '')]) {
    expect(header).not.toContain(secret);
  }
});

/** Looks for the traces as UTF-8 and as UTF-16, as `strings` would in every encoding it knows, in every file. */
function expectNoTrace(folder: string, traces: readonly string[]): void {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const bytes = readFileSync(join(entry.parentPath, entry.name));
    for (const trace of traces) {
      for (const encoding of ['utf8', 'utf16le'] as const) {
        expect(bytes.includes(Buffer.from(trace, encoding)), `${trace} in ${entry.name}`).toBe(false);
      }
    }
  }
}
