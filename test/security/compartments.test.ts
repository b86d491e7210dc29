import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { compartmentsOf, type Role } from '#shared/features/vault/roles.ts';
import { findOperation, operationNames } from '#shared/ipc/registry.ts';
import { withheld } from '#shared/kernel/withheld.ts';
import { readHeader, writeHeader, type HeaderUser } from '../../src-main/vault/header.ts';
import { grant } from '../../src-main/vault/key-ring.ts';
import { sampleEntry, type EntryToMake } from '../harness/entries.ts';
import { createTestVault, testWorld, unlockTestVault, type TestWorld } from '../harness/world.ts';

// The promise: finance sees amounts, legal sees clauses, and what a person may not see is not hidden from them by the
// program but locked by a key that they don't hold.

let world: TestWorld;
let folder: string;
let made: EntryToMake;
beforeEach(async () => {
  world = testWorld();
  ({ folder } = await createTestVault(world));
  made = await sampleEntry(world);
  await world.must('contracts.create', made);
});
afterEach(() => world.close());

/** Gives the one user other roles, as a holder of all keys would, and opens the vault anew. */
async function becomeOnly(roles: readonly Role[]): Promise<void> {
  const session = world.core.vaults.session();
  const header = readHeader(folder);
  if (session === null || !header.ok) throw new Error('not open');
  const [user] = header.value.users;
  if (user === undefined) throw new Error('no user');
  const changed: HeaderUser = { ...user, roles, grants: grant(session.ring, compartmentsOf(roles), session.pair.publicKey) };
  const { mac: _, ...rest } = header.value;
  writeHeader(folder, { ...rest, generation: rest.generation + 1, users: [changed] }, session.ring.header);
  world.core.vaults.lock();
  const reply = await unlockTestVault(world);
  if (!reply.ok) throw new Error(reply.error.code);
}

const page = { search: '', sort: 'number', limit: 10 } as const;

describe('a legal user', () => {
  test('reads clauses and gets every amount and account withheld', async () => {
    await becomeOnly(['legal']);
    const { contracts } = await world.must('contracts.list', page);
    const [summary] = contracts;
    expect(summary?.amount).toEqual(withheld);
    const contract = await world.must('contracts.get', { id: summary?.id ?? ('' as never) });
    expect(contract.values).not.toEqual(withheld);
    expect(contract.withheldKeys).toContain('totalPrice');
    const text = JSON.stringify(contract.values);
    expect(text).not.toContain('128604000');
    expect(text).not.toContain('6200 0000');
    const parties = await world.must('parties.list', { search: '云帆', archived: false, sort: 'name', offset: 0, limit: 5 });
    const party = await world.must('parties.get', { id: parties.parties[0]?.id ?? ('' as never) });
    expect(party.bank).toEqual(withheld);
  });

  test('holds no key of the finance compartment, and its file is not attached', async () => {
    await becomeOnly(['legal']);
    const session = world.core.vaults.session();
    expect(session?.ring.compartments.finance).toBeUndefined();
    expect(session?.db.all({ text: 'PRAGMA database_list', values: [] })).toHaveLength(2);
    expect(() => session?.db.all({ text: 'SELECT * FROM finance.contract_amounts', values: [] })).toThrow(/no such table/);
  });

  test('finds no amount, no account and no salt in anything that their keys open', async () => {
    const salt = world.core.vaults.session()?.db.get<{ salt: string }>({ text: 'SELECT salt FROM finance.contract_amounts', values: [] })?.salt;
    await becomeOnly(['legal']);
    const everything = ['main', 'clauses'].flatMap((schema) => dump(world, schema)).join('\n');
    expect(everything).toContain('91310000MA1FAKE015');
    expect(salt).toMatch(/^[0-9a-f]{64}$/);
    // Without the salt the content hash fits every amount equally badly.
    for (const secret of ['128604000', '1286040', '1,286,040', '6200 0000', '示例银行', salt ?? '']) {
      expect(everything).not.toContain(secret);
    }
  });

  test('is told that exporting and drafting need a compartment that they don’t hold', async () => {
    await becomeOnly(['legal']);
    expect(await world.call('contracts.create', made)).toMatchObject({ ok: false, error: { code: 'WITHHELD' } });
  });
});

describe('a finance user', () => {
  test('sees the amount, and the text is withheld', async () => {
    await becomeOnly(['finance']);
    const { contracts } = await world.must('contracts.list', page);
    expect(contracts[0]?.amount).toEqual({ minor: 128_604_000, currency: 'CNY' });
    const contract = await world.must('contracts.get', { id: contracts[0]?.id ?? ('' as never) });
    expect(contract.body).toEqual(withheld);
    expect(contract.values).toEqual(withheld);
  });
});

describe('an auditor', () => {
  test('is refused every operation that changes the vault', async () => {
    await becomeOnly(['auditor']);
    const session = world.core.vaults.session();
    for (const name of operationNames()) {
      const operation = findOperation(name);
      if (operation === undefined || operation.access === 'anyone' || operation.kind === 'query') continue;
      if (session?.permissions.has(operation.access) === true) continue;
      const reply = await world.core.router(name, undefined);
      expect(reply.ok, name).toBe(false);
      if (!reply.ok) expect(['FORBIDDEN', 'INVALID_INPUT'], name).toContain(reply.error.code);
    }
    const entry = { details: { kind: 'company', nameZh: 'x', nameEn: '', uscc: '', legalRepresentative: '', registeredAddress: '', noticeAddress: '', contactName: '', contactPhone: '', contactEmail: '', notes: '' }, bank: null } as const;
    expect(await world.call('parties.create', entry)).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } });
  });
});

test('roles written into the header without the keys give nothing', async () => {
  await becomeOnly(['auditor']);
  world.core.vaults.lock();
  const path = join(folder, 'vault.json');
  writeFileSync(path, readFileSync(path, 'utf8').replace('"auditor"', '"contract_manager"'));
  expect(await unlockTestVault(world)).toMatchObject({ ok: false, error: { code: 'DAMAGED_HEADER' } });
});

/** Every value of every table of an attached file, as text. */
function dump(of: TestWorld, schema: string): string[] {
  const db = of.core.vaults.session()?.db;
  const tables = db?.all<{ name: string }>({ text: `SELECT name FROM ${schema}.sqlite_schema WHERE type = 'table'`, values: [] }) ?? [];
  return tables.flatMap(({ name }) => (db?.all<object>({ text: `SELECT * FROM ${schema}.${name}`, values: [] }) ?? []).map((row) => JSON.stringify(row)));
}
