import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contractSorts, dueFilters, type ContractFilter, type ContractSort } from '#shared/features/contracts/list.ts';
import type { ContractId } from '#shared/features/contracts/model.ts';
import { stages } from '#shared/features/contracts/stage.ts';
import type { PartyId } from '#shared/features/parties/model.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import { addDays, type Day } from '#shared/kernel/day.ts';
import { ownNameKey } from '../../../src-main/db/name-order.ts';
import { listed, sql } from '../../../src-main/db/sql.ts';
import { insertContract } from '../../../src-main/features/contracts/queries.ts';
import { indexRecords } from '../../../src-main/features/contracts/search-index.ts';
import { dayOn } from '../../../src-main/ports.ts';
import { connectionOf } from '../../harness/connection-of.ts';
import { createTestVault, testWorld, type TestWorld } from '../../harness/world.ts';

// A page is found by walking its order or by collecting the few that can be meant; both must give what plain filtering and
// sorting gives. There are so many contracts that every condition is met by many in one case and by few in another.
const count = 4_200;

let world: TestWorld;
let today: Day;
const parties: { readonly id: PartyId; readonly nameZh: string; readonly nameEn: string }[] = [];
interface Line {
  readonly id: ContractId;
  readonly number: string;
  readonly title: string;
  readonly contractType: 'lease' | 'purchase' | 'nda';
  readonly stage: 'draft' | 'signed' | 'terminated';
  readonly ownerName: string;
  readonly department: string;
  readonly direction: 'pay' | 'receive';
  readonly kind: 'standalone' | 'master';
  readonly tags: readonly string[];
  readonly party: number;
  readonly minor: number | null;
  readonly effectiveOn: Day | null;
  readonly endOn: Day | '';
  readonly deadlineOn: Day | '';
  readonly isArchived: boolean;
  readonly at: number;
  readonly place: number;
}
let lines: readonly Line[];

beforeAll(async () => {
  world = testWorld();
  await createTestVault(world);
  today = dayOn(world.clock);
  const blank = { kind: 'company', uscc: '', legalRepresentative: '', registeredAddress: '', noticeAddress: '', contactName: '', contactPhone: '', contactEmail: '', notes: '' } as const;
  for (const [nameZh, nameEn] of [['上海浮标有限公司', 'Shanghai Buoys'], ['蓝港航运', ''], ['远景公司', 'Vista']] as const) {
    const { id } = await world.must('parties.create', { details: { ...blank, nameZh, nameEn }, bank: null });
    parties.push({ id, nameZh, nameEn });
  }
  lines = Array.from({ length: count }, (_, at) => lineOf(at));
  const db = connectionOf(world);
  const ownerId = world.core.vaults.session()?.user.id as UserId;
  db.transact(() => {
    for (const line of lines) {
      insertContract(db, { ...line, language: 'zh', templateVersionId: null, ownerId, versionNumber: 0 });
      db.run(sql`UPDATE contracts SET department = ${line.department}, department_key = ${ownNameKey(line.department)}, record_kind = ${line.kind}, archived_at = ${line.isArchived ? 1 : null} WHERE id = ${line.id}`);
      db.run(sql`UPDATE contract_dates SET term_end_on = ${line.endOn}, notice_deadline_on = ${line.deadlineOn} WHERE contract_id = ${line.id}`);
      db.run(sql`INSERT INTO contract_tags SELECT ${line.id}, value FROM ${listed(line.tags)}`);
      db.run(sql`INSERT INTO contract_parties (contract_id, position, variable_key, party_id) VALUES (${line.id}, 0, '', ${parties[line.party]?.id ?? ''})`);
      if (line.minor !== null) db.run(sql`INSERT INTO finance.contract_totals (contract_id, minor, currency) VALUES (${line.id}, ${line.minor}, 'CNY')`);
    }
    indexRecords(db, count);
  });
});
afterAll(() => world.close());

function lineOf(at: number): Line {
  return {
    id: crypto.randomUUID() as string as ContractId,
    number: `HT-${String(9_000 + ((at * 11) % count))}`,
    title: `${at % 2 === 0 ? '轴承' : '叉车'}${at % 700 === 0 ? '样机' : ''} ${(at * 11) % 900}`,
    contractType: at % 1_000 === 3 ? 'nda' : at % 5 < 3 ? 'lease' : 'purchase',
    stage: at % 70 === 0 ? 'terminated' : at % 5 < 3 ? 'signed' : 'draft',
    ownerName: at % 19 === 4 ? '' : at % 7 < 4 ? '李雷' : `经办${at % 90}`,
    department: at % 9 < 5 ? '采购部' : `部门${at % 11}`,
    direction: at % 3 === 0 ? 'receive' : 'pay',
    kind: at % 500 === 0 ? 'master' : 'standalone',
    tags: [...(at % 10 < 6 ? ['年度'] : []), ...(at % 600 === 1 ? ['加急'] : [])],
    party: at % 400 === 0 ? 2 : at % 8 < 5 ? 0 : 1,
    minor: at % 17 === 2 ? null : (at * 37) % 100_000,
    effectiveOn: at % 6 === 0 ? null : addDays('2024-01-01' as Day, (at * 13) % 800),
    endOn: at % 13 === 5 ? '' : addDays(today, ((at * 17) % 900) - 600),
    deadlineOn: at % 11 === 3 ? '' : addDays(today, ((at * 17) % 900) - 640),
    isArchived: at % 150 === 0,
    at: Date.UTC(2026, 0, 1) + ((at * 29) % count),
    place: at,
  };
}

const isBetween = (day: Day | '', from: Day, to: Day) => day !== '' && day >= from && day <= to;
const past = '0001-01-01' as Day;

/** Whether a line meets a filter, said without any index. */
function isMet(line: Line, filter: ContractFilter, word: string): boolean {
  const { stages, types, kinds, directions, tags, ownerName, department, partyId, partyName, endFrom, endTo, amountFrom, amountTo, due, archived = 'no' } = filter;
  const party = parties[line.party];
  const isAmong = <Value>(values: readonly Value[] | undefined, value: Value) => values === undefined || values.length === 0 || values.includes(value);
  const isDue = { expiring: isBetween(line.endOn, today, addDays(today, 90)), notice: isBetween(line.deadlineOn, today, addDays(today, 30)), ended: isBetween(line.endOn, past, addDays(today, -1)) };
  return [
    isAmong(stages, line.stage),
    isAmong(types, line.contractType),
    isAmong(kinds, line.kind),
    isAmong(directions, line.direction),
    tags === undefined || tags.length === 0 || tags.some((tag) => line.tags.includes(tag)),
    ownerName === undefined || line.ownerName.includes(ownerName),
    department === undefined || line.department.includes(department),
    partyId === undefined || party?.id === partyId,
    partyName === undefined || `${party?.nameZh ?? ''}\n${party?.nameEn ?? ''}`.includes(partyName),
    endFrom === undefined || (line.endOn !== '' && line.endOn >= endFrom),
    endTo === undefined || isBetween(line.endOn, past, endTo),
    amountFrom === undefined || (line.minor !== null && line.minor >= amountFrom),
    amountTo === undefined || (line.minor !== null && line.minor <= amountTo),
    due === undefined || (line.stage === 'signed' && isDue[due]),
    archived === 'both' || line.isArchived === (archived === 'yes'),
    line.title.includes(word),
  ].every(Boolean);
}

const keyOf: Readonly<Record<ContractSort, (line: Line) => string | number>> = {
  updated: ({ at }) => at,
  number: ({ number }) => Number(number.slice(3)),
  title: ({ title }) => title,
  amount: ({ minor }) => minor ?? '',
  effective: ({ effectiveOn }) => effectiveOn ?? '',
  end: ({ endOn }) => endOn,
  notice: ({ deadlineOn }) => deadlineOn,
  stage: ({ stage }) => stages.indexOf(stage),
  owner: ({ ownerName }) => ownerName,
  department: ({ department }) => department,
};

const byPinyin = new Intl.Collator('zh', { numeric: true, sensitivity: 'base' });

/** Names as they stand in a Chinese dictionary, all else as it is. */
function compareBy(sort: ContractSort): typeof compare {
  return ['title', 'owner', 'department'].includes(sort) ? (one, other) => byPinyin.compare(String(one), String(other)) : compare;
}

function compare(one: string | number, other: string | number): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** What has nothing to be sorted by stands at the end either way; of one stage the one changed last comes first; owners' come as they were added. */
function ordered(met: readonly Line[], sort: ContractSort, descending: boolean): readonly ContractId[] {
  const key = keyOf[sort];
  const way = descending ? -1 : 1;
  const tie = sort === 'owner' || sort === 'department' ? (line: Line) => line.place : (line: Line) => line.id;
  const among = (one: Line, other: Line) => (sort === 'stage' ? compare(other.at, one.at) : way * compare(tie(one), tie(other)));
  const filled = met.filter((line) => key(line) !== '').toSorted((one, other) => way * compareBy(sort)(key(one), key(other)) || among(one, other));
  const blank = met.filter((line) => key(line) === '').toSorted(among);
  return [...filled, ...blank].map(({ id }) => id);
}

/** Conditions to draw from: of each kind some that many meet, some that few do, and one that nobody does. */
function choices(): readonly ContractFilter[] {
  return [
    ...[{ stages: ['signed'] }, { stages: ['draft'] }, { stages: ['terminated'] }, { stages: ['signed', 'terminated'] }, { stages: [] }] satisfies ContractFilter[],
    ...[{ types: ['lease'] }, { types: ['purchase'] }, { types: ['nda'] }, { types: ['nda', 'lease'] }] satisfies ContractFilter[],
    ...[{ kinds: ['master'] }, { kinds: ['standalone'] }, { directions: ['pay'] }, { directions: ['receive'] }] satisfies ContractFilter[],
    ...[['年度'], ['加急'], ['没有'], ['加急', '年度']].map((tags) => ({ tags })),
    ...['李雷', '经办5', '经办', '无人'].map((ownerName) => ({ ownerName })),
    ...['采购部', '部门3', '部'].map((department) => ({ department })),
    ...parties.map(({ id }) => ({ partyId: id })),
    ...['上海', 'Vista', '无此'].map((partyName) => ({ partyName })),
    ...[-10, 290].map((days) => ({ endFrom: addDays(today, days) })),
    ...[-595, 100].map((days) => ({ endTo: addDays(today, days) })),
    ...[{ amountFrom: 10 }, { amountFrom: 98_975 }, { amountTo: 888 }, { amountTo: 90_000 }],
    ...dueFilters.map((due) => ({ due })),
    ...(['no', 'yes', 'both'] as const).map((archived) => ({ archived })),
  ];
}

test('a page of any selection has the contracts that it asks for, in their order, and so has the next', { timeout: 120_000 }, async () => {
  type Drawn = typeof drawn extends fc.Arbitrary<infer One> ? One : never;
  const drawn = fc.record({ some: fc.array(fc.constantFrom(...choices()), { maxLength: 3 }), word: fc.constantFrom('', '', '', '叉车', '样机'), sort: fc.constantFrom(...contractSorts), descending: fc.boolean(), limit: fc.constantFrom(3, 50, 200) });
  // Far down the order, behind more than are asked at first: so many that the walk goes on to them, and so few that they are collected.
  const farDown = (['', '叉车'] as const).map((word): [Drawn] => [{ some: [{ types: ['lease'] }], word, sort: 'stage', descending: false, limit: 3 }]);
  const seen = { few: 0, many: 0, none: 0 };
  await fc.assert(
    fc.asyncProperty(drawn, async ({ some, word, sort, descending, limit }) => {
      const filter = Object.fromEntries(some.flatMap((one) => Object.entries(one))) as ContractFilter;
      const wanted = ordered(lines.filter((line) => isMet(line, filter, word)), sort, descending);
      seen[wanted.length === 0 ? 'none' : wanted.length > 1_000 ? 'many' : 'few'] += 1;
      const selection = { search: word, filter, sort, descending };
      const first = await world.must('contracts.list', { ...selection, limit });
      expect(first.contracts.map(({ id }) => id)).toEqual(wanted.slice(0, limit));
      expect([first.total, first.hasMore]).toEqual([Math.min(1_000, wanted.length), wanted.length > 1_000]);
      expect(await world.must('contracts.count', selection)).toBe(wanted.length);
      if (first.nextCursor === null) return;
      const next = await world.must('contracts.list', { ...selection, limit, cursor: first.nextCursor });
      expect(next.contracts.map(({ id }) => id)).toEqual(wanted.slice(limit, 2 * limit));
    }),
    { numRuns: 500, examples: farDown },
  );
  expect(Math.min(seen.few, seen.many, seen.none)).toBeGreaterThan(20);
});

test.each(contractSorts.flatMap((sort) => [[sort, false], [sort, true]] as const))('the whole book by %s, descending: %s, page by page, has every contract once and in its place', async (sort, descending) => {
  const listed: ContractId[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = await world.must('contracts.list', { search: '', filter: { archived: 'both' }, sort, descending, limit: 190, ...(cursor === undefined ? {} : { cursor }) });
    listed.push(...page.contracts.map(({ id }) => id));
    cursor = page.nextCursor;
  }
  expect(listed).toEqual(ordered(lines, sort, descending));
});

test('conditions alone lead to the contracts that were changed last', async () => {
  const { hits } = await world.must('contracts.search', { text: 'type:nda owner:李雷', limit: 100 });
  const wanted = ordered(lines.filter((line) => isMet(line, { types: ['nda'], ownerName: '李雷' }, '')), 'updated', true);
  expect(hits.map(({ contract }) => contract.id)).toEqual(wanted);
  expect((await world.must('contracts.search', { text: '', limit: 100 })).hits).toEqual([]);
});

test.each<readonly [string, ContractFilter]>([
  ['type:lease', { types: ['lease'] }],
  ['type:nda', { types: ['nda'] }],
  ['stage:signed type:purchase', { stages: ['signed'], types: ['purchase'] }],
  ['owner:李雷', { ownerName: '李雷' }],
  ['tag:年度', { tags: ['年度'] }],
  ['party:上海', { partyName: '上海' }],
  ['amount>10', { amountFrom: 1_001 }],
  ['amount>980 stage:draft', { amountFrom: 98_001, stages: ['draft'] }],
])('a search that is narrowed to %s finds words in those contracts only, and in all of them', async (typed, filter) => {
  for (const word of ['轴承', '样机', '叉车样机']) {
    const wanted = lines.filter((line) => isMet(line, filter, word)).map(({ id }) => id);
    const { hits } = await world.must('contracts.search', { text: `${word} ${typed}`, limit: 100 });
    const ids = hits.map(({ contract }) => contract.id);
    expect([ids.length, new Set(ids).size, ids.filter((id) => !wanted.includes(id))], word).toEqual([Math.min(100, wanted.length), ids.length, []]);
  }
});
