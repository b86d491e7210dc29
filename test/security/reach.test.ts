import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ContractId } from '#shared/features/contracts/model.ts';
import type { Day } from '#shared/kernel/day.ts';
import { findOperation, operationNames, type OperationName } from '#shared/ipc/registry.ts';
import { seedBook } from '../../src-main/cli/seeding/seed-book.ts';
import { sql } from '../../src-main/db/sql.ts';
import { inputFor } from '../harness/fuzz/inputs.ts';
import { randomFrom, type Random } from '../harness/fuzz/random.ts';
import { testWorld, type TestWorld } from '../harness/world.ts';

// Whoever may see some of the contracts only is told nothing of the others, by no operation, and changes nothing of them:
// every operation is sent inputs made after its schema, with the ids of everything in a vault that is full.

const seed = Number(process.env['FUZZ_SEED'] ?? 20_261_126);
const inputsForEach = Number(process.env['REACH_INPUTS'] ?? 12);
/** They leave the vault, change who may do what, or are about files that nobody picks. */
const passedOver = /^(vault|settings|users|backups|takeout|imports|exchange)\./;

interface Told {
  readonly id: ContractId;
  readonly title: string;
}

let world: TestWorld;
let passphrase: string;
let contracts: readonly Told[];
let ids: readonly string[];
const mine = (): readonly Told[] => contracts.slice(0, 3);
const others = (): readonly Told[] => contracts.slice(3);

beforeAll(async () => {
  world = testWorld();
  await world.must('vault.createSample', undefined);
  await seedBook({ core: world.core, clock: world.clock, contracts: 20, onProgress: () => undefined });
  const templates = JSON.stringify(await world.must('templates.list', undefined));
  // A title that a template has too tells nothing.
  contracts = (await world.must('contracts.list', { search: '', sort: 'number', limit: 100 })).contracts.filter(({ title }) => !templates.includes(title));
  ids = idsInVault();
  for (const { id: contractId, title } of contracts) await noteAll(contractId, title);
  // And whatever else inputs made after the schemas can note; a review's figures are named by who calls, here like contracts.
  await send((name) => findOperation(name)?.kind === 'command' && name !== 'reviews.saveKpis', randomFrom(seed), 6);
  ({ passphrase } = await world.must('users.invite', { name: '林经理', roles: ['contract_manager'], reach: { scope: 'own' } }));
  await world.must('contracts.changeMany', { ids: mine().map(({ id }) => id), ownerName: '林经理', archived: false });
  ids = idsInVault();
  world.core.vaults.lock();
  await world.must('vault.unlock', { userName: '林经理', passphrase, takeOver: false });
});
afterAll(() => world.close());

/** What the sample vault has not of every contract. */
async function noteAll(contractId: ContractId, title: string): Promise<void> {
  const day = '2026-12-01' as Day;
  const [person] = await world.must('approvals.members', undefined);
  if (person === undefined) throw new Error('nobody is there');
  await world.must('problems.addCommunication', { contractId, kind: 'call', partyId: null, happenedOn: day, text: { subject: `催货 ${title}`, body: title, correspondent: '王芳' } });
  await world.must('problems.addTask', { contractId, title: `联系 ${title}`, assigneeId: person.id, dueOn: day });
  await world.must('fulfilment.saveMilestone', { contractId, id: null, revision: 0, entry: { name: `到货 ${title}`, dueOn: day } });
  await world.must('risks.save', { id: null, revision: 0, draft: { category: 'legal', title: `风险 ${title}`, contractId, partyId: null, likelihood: 4, impact: 4, state: 'open', treatment: 'reduce', ownerId: person.id, reviewOn: day, notes: title } });
}

function idsInVault(): readonly string[] {
  const db = world.core.vaults.session()?.whole;
  const tables = db?.all<{ name: string }>(sql`SELECT DISTINCT tables.name FROM pragma_table_list AS tables JOIN pragma_table_info(tables.name, tables.schema) AS columns WHERE tables.schema = 'main' AND tables.type = 'table' AND columns.name = 'id' AND columns.type = 'TEXT'`) ?? [];
  return tables.flatMap(({ name }) => (db?.all<{ id: string }>({ text: `SELECT id FROM ${name} LIMIT 60`, values: [] }) ?? []).map(({ id }) => id));
}

test('there is much to be told of others', () => {
  expect(others().length).toBeGreaterThan(15);
  const db = world.core.vaults.session()?.whole;
  const empty = ['obligations', 'payment_dues', 'problems', 'risks', 'tasks', 'reviews', 'contract_versions', 'communications', 'milestones'].filter((table) => db?.get({ text: `SELECT 1 FROM ${table}`, values: [] }) === undefined);
  expect(empty).toEqual([]);
});

describe('a person who sees their own contracts only', () => {
  test('finds these in the list, and no other', async () => {
    const { contracts: listed } = await world.must('contracts.list', { search: '', sort: 'number', limit: 50 });
    expect(listed.map(({ id }) => id).toSorted()).toEqual(mine().map(({ id }) => id).toSorted());
    expect(await world.must('contracts.count', { search: '', sort: 'number' })).toBe(mine().length);
  });

  test('is told by no query of another contract', async () => {
    expect(await send((name) => findOperation(name)?.kind === 'query', randomFrom(seed + 1), inputsForEach)).toEqual([]);
  });

  test('changes nothing of another contract by any command, and is told nothing', async () => {
    const before = rowsOfOthers();
    expect(await send((name) => findOperation(name)?.kind === 'command', randomFrom(seed + 2), inputsForEach)).toEqual([]);
    expect(rowsOfOthers()).toEqual(before);
  });
});

/** Sends inputs to the operations that are meant; gives what went wrong, a line each. */
async function send(isMeant: (name: OperationName) => boolean, random: Random, inputsForEach: number): Promise<readonly string[]> {
  const known = new Set(mine().map(({ title }) => title));
  const wrong = new Set<string>();
  for (const name of operationNames()) {
    const operation = findOperation(name);
    if (operation === undefined || passedOver.test(name) || !isMeant(name)) continue;
    for (let sent = 0; sent < inputsForEach; sent += 1) {
      const reply = await world.core.router(name, inputFor(operation.input, random, chosenIds(random)));
      if (!reply.ok && reply.error.code === 'INTERNAL') wrong.add(`${name} broke: ${world.log.at(-1) ?? ''}`);
      const said = JSON.stringify(reply);
      const told = others().find(({ id, title }) => said.includes(id) || (!known.has(title) && said.includes(title)));
      if (told !== undefined) wrong.add(`${name} told of ${told.title}`);
    }
  }
  return [...wrong];
}

/** The rows of other people's contracts that commands change. */
function rowsOfOthers(): readonly unknown[] {
  const db = world.core.vaults.session()?.whole;
  const listed = JSON.stringify(others().map(({ id }) => id));
  const tables = ['contract_versions', 'contract_tags', 'contract_parties', 'obligations', 'payment_dues', 'problems', 'risks', 'tasks', 'milestones', 'contract_notices', 'approval_rounds', 'envelopes', 'contract_amendments', 'sla_metrics', 'review_findings', 'stage_events', 'finding_waivers', 'working_copies', 'contract_attachments', 'payment_plans', 'contract_totals', 'communications'];
  return ['contracts', ...tables].flatMap((table) => db?.all({ text: `SELECT * FROM ${table} WHERE ${table === 'contracts' ? 'id' : 'contract_id'} IN (SELECT value FROM json_each(?))`, values: [listed] }) ?? []);
}

/** Half of the time ids of contracts, which most operations take. */
function chosenIds(random: Random): readonly string[] {
  return random.chance(0.5) ? contracts.map(({ id }) => id) : ids;
}
