import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { compartments, type Compartment } from '#shared/features/vault/compartments.ts';
import type { Role } from '#shared/features/vault/roles.ts';
import { sampleEntry } from '../harness/entries.ts';
import { searchWithSqlCipher } from '../harness/sqlcipher-judge.ts';
import { createTestVault, taskId, testWorld, unlockTestVault, type TestWorld } from '../harness/world.ts';

// The attack: a colleague copies the vault's folder and takes a SQLCipher shell, their own passphrase and everything
// that it unlocks. Legal must find no amount, finance no clause, and who was removed nothing at all.

const money = ['128604000', '1286040', '1,286,040', '6200 0000', '示例银行'];
const clauses = ['蓝港大道6号1号仓库'];

let world: TestWorld;
let folder: string;
beforeEach(async () => {
  world = testWorld();
  ({ folder } = await createTestVault(world));
  await world.must('contracts.create', await sampleEntry(world));
});
afterEach(() => world.close());

type Keys = Partial<Record<Compartment, string>>;

/** Opens the vault as a new colleague and gives all keys that their passphrase leads to. */
async function keysOf(name: string, roles: readonly Role[]): Promise<{ keys: Keys; passphrase: string }> {
  const { passphrase } = await world.must('users.invite', { name, roles });
  world.core.vaults.lock();
  await world.must('vault.unlock', { userName: name, passphrase, takeOver: false });
  const ring = world.core.vaults.session()?.ring.compartments;
  const keys = Object.fromEntries(Object.entries(ring ?? {}).map(([compartment, key]) => [compartment, key.expose().toString('hex')]));
  world.core.vaults.lock();
  return { keys, passphrase };
}

/** Which of the texts a person with these keys finds: in each file with each key, and in the raw bytes of every file. */
function found(keys: Keys, texts: readonly string[]): readonly string[] {
  const hits = new Set<string>();
  for (const file of compartments) {
    for (const key of Object.values(keys)) for (const hit of searchWithSqlCipher(join(folder, `${file}.db`), key, texts)) hits.add(hit);
  }
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const bytes = readFileSync(join(entry.parentPath, entry.name));
    for (const text of texts) if (bytes.includes(Buffer.from(text)) || bytes.includes(Buffer.from(text, 'utf16le'))) hits.add(text);
  }
  return [...hits];
}

describe('with the folder, a real SQLCipher and everything that their passphrase unlocks', () => {
  test('the search finds money and clauses with the keys of who may see both: it can find', async () => {
    const { keys } = await keysOf('经理', ['contract_manager']);
    expect(found(keys, money)).toEqual(expect.arrayContaining(['128604000', '示例银行']));
    expect(found(keys, clauses)).toContain('蓝港大道6号1号仓库');
  });

  test.each(['legal', 'field'] as const)('%s finds no amount and no account', async (role) => {
    const { keys } = await keysOf('同事', [role]);
    expect(Object.keys(keys)).toEqual(['core', 'clauses']);
    expect(found(keys, money)).toEqual([]);
    expect(found(keys, clauses)).toContain('蓝港大道6号1号仓库');
  });

  test('finance finds no clause', async () => {
    const { keys } = await keysOf('同事', ['finance']);
    expect(Object.keys(keys)).toEqual(['core', 'finance']);
    expect(found(keys, clauses)).toEqual([]);
    expect(found(keys, money)).toContain('128604000');
  });

  test.each(['auditor', 'administrator'] as const)('%s finds neither', async (role) => {
    const { keys } = await keysOf('同事', [role]);
    expect(found(keys, [...money, ...clauses])).toEqual([]);
  });

  test('who was removed finds nothing at all with the keys that they had, once these were changed', async () => {
    const { keys } = await keysOf('同事', ['contract_manager']);
    await unlockTestVault(world);
    const user = (await world.must('users.list', undefined)).find(({ name }) => name === '同事');
    await world.must('users.remove', { id: user?.id ?? ('' as never) });
    await world.must('users.rotateKeys', { taskId: taskId() });
    world.core.vaults.lock();
    expect(found(keys, [...money, ...clauses, '91310000MA1FAKE015'])).toEqual([]);
  });
});
