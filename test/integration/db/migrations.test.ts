import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { compartments } from '#shared/features/vault/compartments.ts';
import { Secret } from '../../../src-main/crypto/secret.ts';
import type { Connection } from '../../../src-main/db/connection.ts';
import { migrate, schemaVersion, type Migration } from '../../../src-main/db/migrate.ts';
import { migrations } from '../../../src-main/db/migrations/index.ts';
import { addNameKeys, haveNameKeys } from '../../../src-main/db/name-keys.ts';
import { ownNameKey } from '../../../src-main/db/name-order.ts';
import { openDatabase } from '../../../src-main/db/open.ts';
import { sql } from '../../../src-main/db/sql.ts';
import { rowsOfOtherKeys } from '../../harness/name-keys.ts';
import { temporaryFolder } from '../../harness/world.ts';

let place: ReturnType<typeof temporaryFolder>;
const keys = { core: Secret.random(), clauses: Secret.random(), finance: Secret.random() };
const log = { info: () => undefined, error: () => undefined };
beforeEach(() => {
  place = temporaryFolder();
});
afterEach(() => place.remove());

function open(create: boolean, held = keys): Connection {
  const opened = openDatabase({ folder: place.path, keys: held, nativeBinding: null, log, create });
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value;
}

const newest = migrations.at(-1)?.version ?? 0;

const next: Migration = {
  version: newest + 10,
  steps: {
    core: (schema) => `ALTER TABLE ${schema}.parties ADD COLUMN nickname TEXT NOT NULL DEFAULT ''`,
    finance: (schema) => `CREATE TABLE ${schema}.later (id TEXT) STRICT`,
  },
};

test('the steps stand in the order of their numbers, and no number is there twice', () => {
  const versions = migrations.map(({ version }) => version);
  expect(versions).toEqual([...new Set(versions)].sort((one, other) => one - other));
});

describe('a vault of the first version', () => {
  const run = (db: Connection, ...texts: readonly string[]): void =>
    db.transact(() => texts.forEach((text) => db.run({ text, values: [] })));

  test('keeps its contracts, and the rows that belong to them, in the contract book', () => {
    const old = open(true);
    migrate(old, compartments, migrations.slice(0, 1));
    run(
      old,
      "INSERT INTO users VALUES ('u', '陈静', 1)",
      "INSERT INTO templates VALUES ('t', 'sales', 1)",
      "INSERT INTO template_versions VALUES ('v', 't', 1, 'published', '', '', '', '', 1)",
      `INSERT INTO contracts VALUES ('c', 'HT-2026-0001', '浮标采购', 'sales', 'zh', 'draft', 'v', 'u', '2026-12-01', 1, NULL, 5, 6, 2)`,
      "INSERT INTO contract_versions VALUES ('cv', 'c', 1, 'hash', 5, 'u')",
      "INSERT INTO finance.contract_totals VALUES ('c', 6200, 'CNY')",
    );
    old.close();
    const later = open(false);
    expect(migrate(later, compartments)).toEqual({ ok: true, value: null });
    expect(later.get({ text: 'SELECT title, owner_name, record_kind, effective_on, revision FROM contracts', values: [] })).toEqual({
      title: '浮标采购',
      owner_name: '陈静',
      record_kind: 'standalone',
      effective_on: '2026-12-01',
      revision: 2,
    });
    expect(later.get({ text: 'SELECT contract_id, source FROM contract_versions', values: [] })).toEqual({ contract_id: 'c', source: 'form' });
    expect(later.get({ text: 'SELECT minor, basis FROM finance.contract_totals', values: [] })).toEqual({ minor: 6200, basis: 'fixed' });
    expect(() => run(later, "DELETE FROM contracts WHERE id = 'c'")).toThrow(/FOREIGN KEY/);
    later.close();
  });
});

test('a contract that was amended before parties could be keeps its parties with its original terms', () => {
  const old = open(true);
  migrate(old, compartments, migrations.filter(({ version }) => version < 240));
  const run = (text: string): void => void old.transact(() => old.run({ text, values: [] }));
  run("INSERT INTO users (id, name, created_at) VALUES ('u', '陈静', 1)");
  for (const id of ['p1', 'p2']) run(`INSERT INTO parties (id, kind, name_zh, name_en, uscc, legal_representative, registered_address, notice_address, contact_name, contact_phone, contact_email, notes, created_at, updated_at, revision) VALUES ('${id}', 'company', '${id}', '', '', '', '', '', '', '', '', '', 1, 1, 1)`);
  run("INSERT INTO contracts (id, number, title, contract_type, language, stage, owner_id, owner_name, version_number, created_at, updated_at, revision) VALUES ('c', 'X-1', '租赁', 'lease', 'zh', 'signed', 'u', '', 0, 1, 1, 1)");
  run("INSERT INTO contract_parties (contract_id, position, variable_key, party_id, role) VALUES ('c', 0, 'lessor', 'p2', ''), ('c', 1, '', 'p1', 'guarantor')");
  run(`INSERT INTO contract_original_terms VALUES ('c', '{"seat":"北京"}')`);
  old.close();
  const later = open(false);
  expect(migrate(later, compartments)).toEqual({ ok: true, value: null });
  const kept = later.get<{ terms: string }>({ text: 'SELECT terms FROM contract_original_terms', values: [] });
  expect(JSON.parse(kept?.terms ?? '')).toEqual({ seat: '北京', parties: [{ partyId: 'p2', role: 'party_a' }, { partyId: 'p1', role: 'guarantor' }] });
  later.close();
});

test('names of a vault from before they had keys get them in parts, and none that came since is touched', () => {
  const old = open(true);
  migrate(old, compartments, migrations.filter(({ version }) => version < 540));
  const run = (db: Connection, text: string): void => void db.transact(() => db.run({ text, values: [] }));
  const contract = (id: string, title: string, department: string) => `('${id}', 'N-${id}', '${title}', 'lease', 'zh', 'signed', 'u', '李雷', '${department}', 0, 1, 1, 1)`;
  run(old, "INSERT INTO users (id, name, created_at) VALUES ('u', '陈静', 1)");
  run(old, `INSERT INTO contracts (id, number, title, contract_type, language, stage, owner_id, owner_name, department, version_number, created_at, updated_at, revision) VALUES ${[contract('a', '浙江租赁', ''), contract('b', '安徽采购10', '市场部'), contract('c', '安徽采购2', '')].join(', ')}`);
  run(old, `INSERT INTO parties (id, kind, name_zh, name_en, uscc, legal_representative, registered_address, notice_address, contact_name, contact_phone, contact_email, notes, created_at, updated_at, revision) VALUES ('p', 'company', '', 'Shanghai Buoys', '', '', '', '', '', '', '', '', 1, 1, 1)`);
  old.close();
  const later = open(false);
  expect(migrate(later, compartments)).toEqual({ ok: true, value: null });
  expect([haveNameKeys(later), rowsOfOtherKeys(later).length]).toEqual([false, 5]);
  const done: number[] = [];
  for (let one = -1; one !== 0; done.push(one)) later.transact(() => void (one = addNameKeys(later, 2)));
  expect([done, haveNameKeys(later), rowsOfOtherKeys(later)]).toEqual([[2, 2, 1, 0], true, []]);
  const sorted = sql`SELECT title FROM contracts WHERE title_key > '' ORDER BY title_key, id`;
  expect(later.all<{ title: string }>(sorted).map(({ title }) => title)).toEqual(['安徽采购2', '安徽采购10', '浙江租赁']);
  expect(later.all<{ detail: string }>(sql`EXPLAIN QUERY PLAN ${sorted}`).map(({ detail }) => detail)).toEqual([expect.stringContaining('contracts_by_title')]);
  expect(later.get(sql`SELECT revision, owner_key, department_key FROM contracts WHERE id = 'b'`)).toEqual({ revision: 1, owner_key: ownNameKey('李雷'), department_key: ownNameKey('市场部') });
  later.close();
});

test('signatures that waited for a time stamp in vain say what became of it', () => {
  const old = open(true);
  migrate(old, compartments, migrations.filter(({ version }) => version < 610));
  const run = (text: string): void => void old.transact(() => old.run({ text, values: [] }));
  run("INSERT INTO users (id, name, created_at) VALUES ('u', '陈静', 1)");
  run("INSERT INTO contracts (id, number, title, contract_type, language, stage, owner_id, owner_name, version_number, created_at, updated_at, revision) VALUES ('c', 'X-1', '租赁', 'lease', 'zh', 'signed', 'u', '', 1, 1, 1, 1)");
  run("INSERT INTO contract_versions (id, contract_id, version_number, content_hash, created_at, created_by) VALUES ('v', 'c', 1, 'hash', 1, 'u')");
  const cases = { behind: ['queued', 'stamped'], closed: ['queued', 'none'], waiting: ['queued', 'queued'], stamped: ['stamped', 'none'] };
  for (const [name, states] of Object.entries(cases)) {
    run(`INSERT INTO envelopes (id, contract_id, version_id, content_hash, state, created_at, created_by) VALUES ('${name}', 'c', 'v', 'hash', 'completed', 1, 'u')`);
    for (const [at, state] of states.entries()) run(`INSERT INTO envelope_signers (id, envelope_id, position, side, name, title, party_name, method, state, timestamp_state) VALUES ('${name}${at}', '${name}', ${at + 1}, 'us', '', '', '', 'certificate', 'signed', '${state}')`);
  }
  old.close();
  const later = open(false);
  expect(migrate(later, compartments)).toEqual({ ok: true, value: null });
  const statesOf = (id: string) => later.all<{ state: string }>(sql`SELECT timestamp_state AS state FROM envelope_signers WHERE envelope_id = ${id} ORDER BY position`).map(({ state }) => state);
  expect(Object.keys(cases).map(statesOf)).toEqual([['covered', 'stamped'], ['unstampable', 'none'], ['queued', 'queued'], ['stamped', 'none']]);
  expect(later.get(sql`PRAGMA foreign_key_check`)).toBeUndefined();
  later.close();
});

test('signings that waited on after their contract had left its signature end with the step by which it did', () => {
  const old = open(true);
  migrate(old, compartments, migrations.filter(({ version }) => version < 620));
  const run = (text: string): void => void old.transact(() => old.run({ text, values: [] }));
  const at = Date.UTC(2026, 10, 23);
  run("INSERT INTO users (id, name, created_at) VALUES ('u', '陈静', 1)");
  const contracts = [['a', 'cancelled'], ['b', 'in_review'], ['c', 'signed'], ['d', 'pending_signature'], ['e', 'cancelled'], ['f', 'draft']] as const;
  for (const [id, stage] of contracts) {
    run(`INSERT INTO contracts (id, number, title, contract_type, language, stage, owner_id, owner_name, version_number, created_at, updated_at, revision) VALUES ('${id}', 'N-${id}', '', 'lease', 'zh', '${stage}', 'u', '', 1, 1, 1, 1)`);
    run(`INSERT INTO contract_versions (id, contract_id, version_number, content_hash, created_at, created_by, source) VALUES ('v${id}', '${id}', 1, '', 1, 'u', 'file')`);
    run(`INSERT INTO envelopes (id, contract_id, version_id, content_hash, state, expires_on, created_at, created_by) VALUES ('${id}', '${id}', 'v${id}', '', 'partially_signed', ${id === 'e' ? "'2026-11-20'" : 'NULL'}, 1, 'u')`);
  }
  const steps = [['a', 'in_review', '退回'], ['a', 'cancelled', '取消'], ['b', 'in_review', 'CONTENT_CHANGED'], ['c', 'signed', ''], ['d', 'in_review', ''], ['e', 'cancelled', ''], ['f', 'in_review', '']] as const;
  for (const [place, [id, to, reason]] of steps.entries()) run(`INSERT INTO stage_events (id, contract_id, from_stage, to_stage, reason, details, at, by) VALUES ('s${place}', '${id}', 'pending_signature', '${to}', '${reason}', '{}', ${at + place}, 'u')`);
  old.close();
  const later = open(false);
  expect(migrate(later, compartments)).toEqual({ ok: true, value: null });
  expect(later.all({ text: 'SELECT id, state, closed_at AS closedAt, ended_by AS endedBy FROM envelopes ORDER BY id', values: [] })).toEqual([
    { id: 'a', state: 'voided', closedAt: at + 1, endedBy: 'cancelled' },
    { id: 'b', state: 'voided', closedAt: at + 2, endedBy: 'content_changed' },
    { id: 'c', state: 'voided', closedAt: at + 3, endedBy: 'signed_otherwise' },
    { id: 'd', state: 'partially_signed', closedAt: null, endedBy: null },
    { id: 'e', state: 'partially_signed', closedAt: null, endedBy: null },
    { id: 'f', state: 'voided', closedAt: at + 6, endedBy: 'sent_back' },
  ]);
  later.close();
});

test('files that were signed or given out before are known by what the chain of changes says of them', () => {
  const old = open(true);
  migrate(old, compartments, migrations.filter(({ version }) => version < 611));
  const run = (text: string): void => void old.transact(() => old.run({ text, values: [] }));
  run("INSERT INTO users (id, name, created_at) VALUES ('u', '陈静', 1)");
  run("INSERT INTO contracts (id, number, title, contract_type, language, stage, owner_id, owner_name, version_number, created_at, updated_at, revision) VALUES ('c', 'X-1', '租赁', 'lease', 'zh', 'signed', 'u', '', 1, 1, 1, 1)");
  run("INSERT INTO contract_versions (id, contract_id, version_number, content_hash, created_at, created_by) VALUES ('v', 'c', 1, 'hash', 1, 'u')");
  run("INSERT INTO envelopes (id, contract_id, version_id, content_hash, state, created_at, created_by, pdf_sha256, closed_at) VALUES ('e', 'c', 'v', 'hash', 'completed', 1, 'u', 'stamped', 8), ('f', 'c', 'v', 'hash', 'pending', 2, 'u', NULL, NULL)");
  const facts = { 3: { handedOut: 'given' }, 5: { pdfSha256: 'signed', state: 'completed' }, 9: { pdfSha256: 'stamped', stamped: true }, 10: { pdfSha256: null, state: 'pending' }, 11: { contractId: 'c' } };
  for (const [at, fact] of Object.entries(facts)) run(`INSERT INTO audit_events VALUES (${at}, ${at}, 'u', 'signing', 'envelope', 'e', '${JSON.stringify(fact)}', '', '')`);
  old.close();
  const later = open(false);
  expect(migrate(later, compartments)).toEqual({ ok: true, value: null });
  expect(later.all(sql`SELECT * FROM envelope_files ORDER BY kept_at`)).toEqual([
    { pdf_sha256: 'given', envelope_id: 'e', kept_at: 3 },
    { pdf_sha256: 'signed', envelope_id: 'e', kept_at: 5 },
    { pdf_sha256: 'stamped', envelope_id: 'e', kept_at: 8 },
  ]);
  later.close();
});

describe('a vault of this version', () => {
  test('opens under the next one with its rows in place', () => {
    const old = open(true);
    migrate(old, compartments);
    old.transact(() => old.run({ text: "INSERT INTO vault_settings VALUES ('number_pattern', 'HT-{0}')", values: [] }));
    old.close();
    const later = open(false);
    expect(migrate(later, compartments, [...migrations, next])).toEqual({ ok: true, value: null });
    expect(later.get({ text: 'SELECT value FROM vault_settings', values: [] })).toEqual({ value: 'HT-{0}' });
    for (const compartment of compartments) expect(schemaVersion(later, compartment)).toBe(newest + 10);
    later.close();
  });

  test('is refused by an older program once it was brought further', () => {
    const later = open(true);
    migrate(later, compartments, [...migrations, next]);
    expect(migrate(later, compartments)).toMatchObject({ ok: false, error: { code: 'NEWER_FORMAT' } });
    later.close();
  });

  test('stays whole when a step fails in the middle', () => {
    const db = open(true);
    migrate(db, compartments);
    const broken: Migration = { version: newest + 10, steps: { core: () => 'CREATE TABLE half (id TEXT); CREATE TABLE half (id TEXT)' } };
    expect(() => migrate(db, compartments, [...migrations, broken])).toThrow();
    expect(schemaVersion(db, 'core')).toBe(newest);
    expect(db.all({ text: "SELECT name FROM sqlite_schema WHERE name = 'half'", values: [] })).toEqual([]);
    db.close();
  });

  test('lets a compartment catch up when someone with its key comes', () => {
    const all = open(true);
    migrate(all, compartments);
    all.close();
    const partial = openDatabase({ folder: place.path, keys: { core: keys.core, clauses: keys.clauses }, nativeBinding: null, log, create: false });
    if (!partial.ok) throw new Error(partial.error.code);
    migrate(partial.value, ['core', 'clauses'], [...migrations, next]);
    partial.value.close();
    const whole = open(false);
    expect(schemaVersion(whole, 'finance')).toBe(newest);
    migrate(whole, compartments, [...migrations, next]);
    expect(schemaVersion(whole, 'finance')).toBe(newest + 10);
    whole.close();
  });
});

test('a wrong key for one compartment is answered with its name', () => {
  open(true).close();
  const wrong = { ...keys, finance: new Secret(randomBytes(32)) };
  expect(openDatabase({ folder: place.path, keys: wrong, nativeBinding: null, log, create: false })).toEqual({
    ok: false,
    error: { code: 'DAMAGED_COMPARTMENT', params: { compartment: 'finance' } },
  });
});
