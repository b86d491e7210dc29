import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Party, PartyId } from '#shared/features/parties/model.ts';
import { compartments } from '#shared/features/vault/compartments.ts';
import { findOperation, operationNames } from '#shared/ipc/registry.ts';
import type { Day } from '#shared/kernel/day.ts';
import { partyReferences } from '../../../src-main/features/parties/party-references.ts';
import { connectionOf } from '../../harness/connection-of.ts';
import { enterParty, proposedMerge } from '../../harness/duplicate-parties.ts';
import { sampleEntry } from '../../harness/entries.ts';
import { inputFor } from '../../harness/fuzz/inputs.ts';
import { randomFrom } from '../../harness/fuzz/random.ts';
import { createTestVault, testWorld, type TestWorld } from '../../harness/world.ts';

// Whoever adds a column that holds a party's id has to say what a merge makes of it: these tests read the schema itself,
// and the whole of a vault in which a party stands wherever it can.

let world: TestWorld;
beforeEach(async () => {
  world = testWorld();
  await createTestVault(world);
});
afterEach(() => world.close());

/** Columns that hold ids of people or contracts, in whose place a made-up input may name a party. */
const namesOthers: readonly string[] = ['core.warning_rules.draft', 'core.kept_records.subject', 'clauses.kept_record_texts.subject', 'finance.kept_record_amounts.subject', 'clauses.review_kpis.id'];

const schemaOf = { core: 'main', clauses: 'clauses', finance: 'finance' } as const;

interface Column {
  readonly path: string;
  readonly schema: string;
  readonly table: string;
  readonly column: string;
  readonly refersToParties: boolean;
}

function columns(): readonly Column[] {
  const db = connectionOf(world);
  return compartments.flatMap((compartment) => {
    const schema = schemaOf[compartment];
    const tables = db.all<{ name: string }>({ text: "SELECT name FROM pragma_table_list WHERE schema = ? AND type = 'table' AND name NOT LIKE 'sqlite_%'", values: [schema] });
    return tables.flatMap(({ name: table }) => {
      const keys = new Set(db.all<{ from: string }>({ text: `SELECT "from" FROM pragma_foreign_key_list(?, ?) WHERE "table" = 'parties'`, values: [table, schema] }).map(({ from }) => from));
      return db
        .all<{ name: string }>({ text: 'SELECT name FROM pragma_table_info(?, ?)', values: [table, schema] })
        .map(({ name: column }) => ({ path: `${compartment}.${table}.${column}`, schema, table, column, refersToParties: keys.has(column) }));
    });
  });
}

/** The columns in which an id stands, alone or within a longer text. */
function holding(id: PartyId): readonly string[] {
  const db = connectionOf(world);
  return columns()
    .filter(({ schema, table, column }) => db.get({ text: `SELECT 1 FROM ${schema}."${table}" WHERE instr(CAST("${column}" AS TEXT), ?) > 0 LIMIT 1`, values: [id] }) !== undefined)
    .map(({ path }) => path);
}

/** Lets a party stand in a text, a record, an amendment, drafts, a log, a risk and a view. */
async function useEverywhere(party: Party, apart: Party): Promise<void> {
  const { templateVersionId, entry } = await sampleEntry(world);
  const [key = ''] = Object.keys(entry.parties);
  const named = { ...entry, parties: { ...entry.parties, [key]: party.id } };
  const made = await world.must('contracts.create', { templateVersionId, entry: named });
  const id = made.summary.id;
  await world.must('contracts.keepForm', { templateVersionId, form: { language: 'zh', title: '', entries: { [key]: party.id } } });
  await world.must('contracts.keepRecord', { of: { kind: 'standalone', parentId: null }, form: { revision: null, entries: { parties: [{ partyId: party.id, name: '', role: 'party_b', signatory: '' }] } } });
  await world.must('contracts.saveView', { name: '一家', selection: { search: '', sort: 'number', descending: false, filter: { partyId: party.id } }, hiddenColumns: [] });
  await world.must('problems.addCommunication', { contractId: id, kind: 'call', partyId: party.id, happenedOn: '2026-11-20' as Day, text: { subject: '催货', body: '', correspondent: '' } });
  await world.must('risks.save', { id: null, revision: 0, draft: { category: 'legal', title: '停产', contractId: id, partyId: party.id, likelihood: 3, impact: 3, state: 'open', treatment: 'reduce', ownerId: null, reviewOn: null } });
  await world.must('parties.declareDistinct', { first: party.id, second: apart.id });
  const signed = await world.must('contracts.changeStage', { id, revision: made.revision, to: 'signed', details: { reason: '', basis: '', notice: '', effectiveOn: null, signedOn: '2026-11-01' as Day } });
  const parties = signed.record.parties.map(({ partyId, role }) => ({ partyId, role }));
  const terms = { seat: '北京', parties: parties.toReversed() };
  await world.must('amendments.record', { contractId: id, revision: signed.revision, draft: { kind: 'change', effectiveOn: '2026-11-02' as Day, documentId: null, terms, amount: null, rationale: '', clauses: [] } });
}

test('a merge knows every column that refers to a party or is named for one', () => {
  const unknown = columns().filter(({ path, column, refersToParties }) => (refersToParties || /(^|_)part(y|ies)(_id)?s?$/.test(column)) && !(path in partyReferences));
  expect(unknown.map(({ path }) => path)).toEqual([]);
  expect(Object.keys(partyReferences).filter((path) => !columns().some((column) => column.path === path))).toEqual([]);
});

test('a merge knows every column that holds a party’s id in a vault where it stands everywhere, and leaves none that it moves', async () => {
  const bank = { bankName: '示例银行', bankAccount: '6222' };
  const [kept, merged, apart] = [await enterParty(world, { nameZh: '青石海洋' }), await enterParty(world, { nameZh: '青石' }, bank), await enterParty(world, { nameZh: '远景' })];
  const earlier = await enterParty(world, { nameZh: '青石旧名' });
  await world.must('parties.merge', await proposedMerge(world, merged.id, earlier.id));
  await useEverywhere(await world.must('parties.get', { id: merged.id }), apart);
  const before = holding(merged.id);
  expect(before.filter((path) => !(path in partyReferences))).toEqual([]);
  const moved = Object.entries(partyReferences).flatMap(([path, what]) => (what === 'moved' ? [path] : []));
  expect(before).toEqual(expect.arrayContaining(moved));

  const { mergeId } = await world.must('parties.merge', await proposedMerge(world, kept.id, merged.id));
  const after = holding(merged.id);
  expect(after.filter((path) => moved.includes(path))).toEqual([]);
  expect(after.filter((path) => !(path in partyReferences))).toEqual([]);
  // What was signed, and what is read as the kept record, stands as it was written.
  expect(after).toEqual(expect.arrayContaining(before.filter((path) => !moved.includes(path))));

  await world.must('parties.unmerge', { mergeId });
  expect(holding(merged.id)).toEqual(expect.arrayContaining([...before]));
});

test('whatever else commands can note of a party stands in columns that a merge knows', async () => {
  await world.must('vault.createSample', undefined);
  const parties = (await world.must('parties.list', { search: '', archived: false, sort: 'name', offset: 0, limit: 50 })).parties.map(({ id }) => id);
  const contracts = (await world.must('contracts.list', { search: '', sort: 'number', limit: 50 })).contracts.map(({ id }) => id);
  for (const name of operationNames()) {
    const operation = findOperation(name);
    if (operation?.kind !== 'command' || /^(vault|settings|users|backups|takeout|imports)\./.test(name)) continue;
    // Each operation has a chance of its own, so that a new one changes nothing for the others.
    const random = randomFrom([...name].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7) % 2_147_483_647);
    for (let sent = 0; sent < 8; sent += 1) await world.core.router(name, inputFor(operation.input, random, random.chance(0.5) ? parties : [...parties, ...contracts]));
  }
  const held = new Set(parties.flatMap(holding));
  expect(held.size).toBeGreaterThan(6);
  expect([...held].filter((path) => !(path in partyReferences) && !namesOthers.includes(path))).toEqual([]);
});
