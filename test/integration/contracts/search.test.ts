import { setTimeout } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Contract } from '#shared/features/contracts/model.ts';
import { recordDetailsSchema, type ContractRecord } from '#shared/features/contracts/record.ts';
import type { Day } from '#shared/kernel/day.ts';
import { succeed } from '#shared/kernel/result.ts';
import { sql } from '../../../src-main/db/sql.ts';
import { sampleEntry } from '../../harness/entries.ts';
import { createTestVault, testWorld, type TestWorld } from '../../harness/world.ts';
import { effortOf } from '../../harness/effort.ts';
import { membersOf } from '../../harness/members.ts';

let world: TestWorld;
let sales: Contract;
let nda: Contract;

beforeAll(async () => {
  world = testWorld();
  await createTestVault(world);
  sales = await world.must('contracts.create', await sampleEntry(world, { titles: '浮标买卖合同' }));
  nda = await world.must('contracts.create', await sampleEntry(world, { type: 'nda', titles: 'Mutual confidentiality' }));
});
afterAll(() => world.close());

const find = async (text: string) =>
  (await world.must('contracts.search', { text, limit: 20 })).hits.map(({ contract, place }) => [contract.title, place]);
const listed = async (search: string) => (await world.must('contracts.list', { search, sort: 'number', limit: 20 })).contracts.map(({ title }) => title);

test('a contract is found by pieces of its number, title and parties, from one character up', async () => {
  for (const text of [sales.summary.number, '0001', '浮', '浮标', '买卖', '云帆', sales.summary.partyNames[0] ?? '']) {
    expect(await find(text), text).toContainEqual(['浮标买卖合同', 'record']);
  }
  expect(await find('mutual CONF')).toContainEqual(['Mutual confidentiality', 'record']);
});

test('a word of two characters is found in the text, and shown where it stands', async () => {
  const { hits } = await world.must('contracts.search', { text: '违约', limit: 20 });
  expect(hits).toMatchObject([{ contract: { title: '浮标买卖合同' }, place: 'text' }]);
  expect(hits[0]?.snippet.some(({ text, isHit }) => isHit && text === '违约')).toBe(true);
});

test('words of which one stands in the record and the other in the text find the contract', async () => {
  expect(await find('浮标 违约')).toEqual([['浮标买卖合同', 'text']]);
  expect(await find('违约 浮标')).toEqual([['浮标买卖合同', 'text']]);
  expect(await find('掘进 违约')).toEqual([]);
});

test('the list takes each word from wherever it stands, and says where in the text', async () => {
  for (const text of ['浮标 违约', '违约 浮标', '违约 买卖 type:sales']) expect(await listed(text), text).toEqual(['浮标买卖合同']);
  expect(await listed('掘进 违约')).toEqual([]);
  const ids = [sales.summary.id, nda.summary.id];
  const places = (text: string) => world.must('contracts.wordPlaces', { ids, text });
  const [place, ...others] = await places('浮标 违约');
  expect([place?.contractId, place?.fileName, others]).toEqual([sales.summary.id, null, []]);
  expect(place?.snippet.filter(({ isHit }) => isHit).map(({ text }) => text)).toContain('违约');
  expect((place?.snippet ?? []).map(({ text }) => text).join('').length).toBeLessThanOrEqual(60);
  // A record that has all of it needs no explanation, and what nobody typed has none.
  expect([await places('浮标'), await places('龘'), await places('type:sales'), await places('')]).toEqual([[], [], [], []]);
});

test('two hundred letters between spaces are answered at once', async () => {
  const { seconds } = await effortOf(() => find('a b c d e f g h i j k l m n o p q r s t u v w x y z '.repeat(4).slice(0, 199)));
  expect(seconds).toBeLessThan(1);
});

test('no amount is in the index of texts', async () => {
  const { amount } = sales.summary;
  if (amount === null || !('minor' in amount)) throw new Error('the sample has no sum');
  const figures = (amount.minor / 100).toLocaleString('en-US');
  expect(await find(figures.slice(0, 7))).toEqual([]);
});

test('what changed is found at once, and no longer where it was', async () => {
  const made = await world.must('contracts.register', {
    ...{ title: '掘进机租赁', contractType: 'lease', language: 'zh', stage: 'draft', number: '', amount: null },
    record: { ...nda.record, parties: [], tags: ['隧道七标'] },
  });
  expect(await find('掘进')).toEqual([['掘进机租赁', 'record']]);
  expect(await find('隧道七标')).toEqual([['掘进机租赁', 'record']]);
  await world.must('contracts.saveRecord', { id: made.summary.id, revision: made.revision, title: '盾构租赁', contractType: 'lease', record: made.record });
  expect(await find('掘进')).toEqual([]);
  expect(await find('盾构')).toEqual([['盾构租赁', 'record']]);
});

test('a party that is renamed is found by its new name', async () => {
  const id = Object.values(sales.parties)[0];
  if (id === undefined) throw new Error('the sample has no party');
  const { bank, ...party } = await world.must('parties.get', { id });
  if (!('bankName' in bank)) throw new Error('the account is withheld');
  await world.must('parties.update', { id, revision: party.revision, details: { ...party, nameZh: '鲲鹏海洋科技有限公司' }, bank });
  expect(await find('鲲鹏')).toContainEqual(['浮标买卖合同', 'record']);
});

test('while the keys are changed contracts are found, listed, checked and reviewed as they stood, and what waits is done afterwards', async () => {
  const made = await world.must('contracts.register', {
    ...{ title: '塔吊安装', contractType: 'services', language: 'zh', stage: 'signed', number: '', amount: null },
    record: { ...nda.record, parties: [], tags: [], signedOn: '2026-10-01' as Day, effectiveOn: '2026-10-01' as Day },
  });
  const release = world.core.vaults.session()?.holdWrites();
  try {
    world.clock.advance(400 * 86_400_000);
    expect(await listed('浮标')).toEqual(['浮标买卖合同']);
    await world.must('checker.check', { contractId: nda.summary.id });
    expect(await find('浮标')).toContainEqual(['浮标买卖合同', 'record']);
    expect((await world.must('reviews.ofContract', { contractId: made.summary.id })).reviews).toEqual([]);
    // The background's turn comes meanwhile, too.
    await setTimeout(60);
  } finally {
    world.clock.advance(-400 * 86_400_000);
    release?.();
  }
  expect(await find('塔吊')).toEqual([['塔吊安装', 'record']]);
  expect((await world.must('reviews.ofContract', { contractId: made.summary.id })).reviews).not.toEqual([]);
});

test('conditions among the words narrow search and list alike', async () => {
  expect(await listed('type:nda')).toEqual(['Mutual confidentiality']);
  expect(await listed('浮标 type:nda')).toEqual([]);
  expect(await listed('mutual confidentiality')).toEqual(['Mutual confidentiality']);
  expect(await listed('违约')).toEqual(['浮标买卖合同']);
  expect(await find('浮标 amount>999999999999')).toEqual([]);
});

test('whatever is typed, the answer is a list', async () => {
  for (const text of ['"', "'; DROP TABLE contracts; --", 'NEAR(a b)', 'a OR', '*', '^a', 'title:', '{x}', '(((', '\u0000', 'AND', '-']) {
    expect((await world.call('contracts.search', { text, limit: 5 })).ok, text).toBe(true);
    expect((await world.call('contracts.list', { search: text, sort: 'number', limit: 5 })).ok, text).toBe(true);
  }
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 190 }), async (text) => {
      const reply = await world.call('contracts.search', { text, limit: 5 });
      expect(reply.ok || reply.error.code === 'INVALID_INPUT').toBe(true);
    }),
    { numRuns: 200 },
  );
  expect((await world.must('contracts.list', { search: '', sort: 'number', limit: 5 })).total).toBeGreaterThan(1);
});

test('a word that stands in thousands of contracts narrows the list as one in few does, in its order and page by page', async () => {
  const session = world.core.vaults.session();
  if (session === null) throw new Error('the vault is locked');
  session.write<null, never>('contracts.register', (db, note) => {
    for (let index = 0; index < 2_100; index += 1) {
      const number = `MANY-${String(index).padStart(4, '0')}`;
      const added = world.core.records.add(session, db, note, { title: index % 3 === 0 ? '常见词 甲' : '常见词 乙', contractType: 'lease', language: 'zh', stage: 'signed', number, record: plainRecord, amount: null });
      if (!added.ok) throw new Error(added.error.code);
    }
    return succeed(null);
  });
  // What was written without the program's operations is noticed by the next search.
  expect(await listed('常见词')).not.toEqual([]);
  expect(piecesOfIndex()).toBeGreaterThan(1);
  // While rows still wait, the pieces are one by chance now and then.
  await expect.poll(() => [rowsWaiting(), piecesOfIndex()], { timeout: 45_000, interval: 200 }).toEqual([0, 1]);
  const list = (search: string, cursor?: string) => world.must('contracts.list', { search, sort: 'number', descending: false, limit: 50, ...(cursor === undefined ? {} : { cursor }) });
  const first = await list('常见词');
  expect([first.total, first.hasMore, first.contracts[0]?.number]).toEqual([1_000, true, 'MANY-0000']);
  const second = await list('常见词', first.nextCursor ?? '');
  expect([second.contracts[0]?.number, second.contracts.at(-1)?.number]).toEqual(['MANY-0050', 'MANY-0099']);
  expect(await world.must('contracts.count', { search: '常见词', sort: 'number' })).toBe(2_100);
  expect(await world.must('contracts.count', { search: '常见词 甲', sort: 'number' })).toBe(700);
  expect(await world.must('contracts.count', { search: '常见词', sort: 'number', filter: { archived: 'yes' } })).toBe(0);
}, 60_000);

/** How many pieces a search has to look into. */
const piecesOfIndex = () => world.core.vaults.session()?.whole.get<{ pieces: number }>(sql`SELECT count(DISTINCT segid) AS pieces FROM record_index_idx`)?.pieces;

const rowsWaiting = () => world.core.vaults.session()?.whole.get<{ waiting: number }>(sql`SELECT count(*) AS waiting FROM search_pending`)?.waiting;

const plainRecord: ContractRecord = {
  ...{ recordKind: 'standalone', parentId: null, direction: 'pay', parties: [], signedOn: '2026-01-10' as Day, effectiveOn: null, expiresOn: null },
  ...{ renewalType: 'none', ownerName: '', department: '', confidentiality: 'internal', tags: [] },
  details: recordDetailsSchema.parse({}),
};

test('a word of a text finds nothing for who has no key to texts, and no count tells of it', async () => {
  const { invite, become } = membersOf(world);
  await invite('财务', 'finance');
  expect(await find('违约')).not.toEqual([]);
  await become('财务');
  expect(world.core.vaults.session()?.holds('clauses')).toBe(false);
  for (const text of ['违约', '浮标 违约']) {
    expect([await find(text), await listed(text), await world.must('contracts.count', { search: text, sort: 'number' })], text).toEqual([[], [], 0]);
  }
  expect(await world.must('contracts.wordPlaces', { ids: [sales.summary.id], text: '违约' })).toEqual([]);
  expect(await find('浮标')).toContainEqual(['浮标买卖合同', 'record']);
});
