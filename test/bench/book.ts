import { contractSorts, dueFilters, type ContractFilter, type ContractPage } from '#shared/features/contracts/list.ts';
import { succeed } from '#shared/kernel/result.ts';
import type { PartyId } from '#shared/features/parties/model.ts';
import { recordDetailsSchema, type ContractRecord } from '#shared/features/contracts/record.ts';
import { addDays, type Day } from '#shared/kernel/day.ts';
import { runAgainstCopy } from './against-copy.ts';
import { inFreshVault } from './bench-vault.ts';
import { figure, median, percentile, type Figure, type Runs } from './figure.ts';
import { indexRecords } from '../../src-main/features/contracts/search-index.ts';
import type { TestWorld } from '../harness/world.ts';

const goods = ['轴承', '浮标', '钢板', '服务器', 'valves', '光缆', 'pumps', '传感器', '叉车', 'buoys'] as const;
const kinds = ['年度采购合同', '供货协议', 'supply agreement', '租赁合同', '服务协议', 'purchase order'] as const;

/** Registers contracts with bilingual titles, two parties, dates, sums and tags, the same ones on every machine. */
export function registerContracts(world: TestWorld, parties: readonly PartyId[], count: number): void {
  const session = world.core.vaults.session();
  if (session === null) throw new Error('the vault is locked');
  const details = recordDetailsSchema.parse({ renewalTermMonths: 12, optOutPeriod: { amount: 30, unit: 'day' } });
  for (let from = 0; from < count; from += 2000) {
    session.write('contracts.register', (db, note) => {
      for (let index = from; index < Math.min(count, from + 2000); index += 1) {
        const start = addDays('2023-01-01' as Day, (index * 37) % 1400);
        const entry: ContractRecord = {
          ...{ recordKind: 'standalone', parentId: null, direction: index % 3 === 0 ? 'receive' : 'pay', confidentiality: 'internal' },
          parties: [
            { partyId: parties[index % parties.length] as PartyId, role: 'party_a', signatory: '' },
            { partyId: parties[(index + 1) % parties.length] as PartyId, role: 'party_b', signatory: '' },
          ],
          signedOn: start,
          effectiveOn: start,
          expiresOn: addDays(start, 364 + (index % 700)),
          renewalType: index % 2 === 0 ? 'auto' : 'none',
          ownerName: `经办人${index % 40}`,
          department: `部门${index % 12}`,
          tags: index % 5 === 0 ? [`标签${index % 30}`] : [],
          details,
        };
        const added = world.core.records.add(session, db, note, {
          title: `${goods[index % goods.length] ?? ''} ${kinds[(index * 7) % kinds.length] ?? ''} ${index}`,
          contractType: index % 2 === 0 ? 'purchase' : 'lease',
          record: entry,
          amount: { inclusive: { minor: 100_00 * (index % 9973), currency: 'CNY' }, exclusiveMinor: null, taxBasisPoints: null, basis: 'fixed' },
          number: '',
          language: 'zh',
          stage: index % 4 === 0 ? 'draft' : 'signed',
        });
        if (!added.ok) throw new Error(added.error.code);
      }
      return succeed(null);
    });
  }
  for (let left = 1; left > 0; ) session.derive((db) => (left = indexRecords(db, 5000)));
}

/** What is listed, as a person does: sorted three ways, filtered, due. */
export const listPages: readonly ContractPage[] = [
  { search: '', sort: 'updated', limit: 50 },
  { search: '', sort: 'title', limit: 50 },
  { search: '', sort: 'end', descending: false, limit: 50 },
  { search: '', sort: 'updated', limit: 50, filter: { stages: ['signed'], types: ['lease'] } },
  { search: '', sort: 'end', limit: 50, filter: { due: 'expiring' } },
];

/**
 * By then the machine code of what a page runs through stands, as in a window that was open for a while: V8 goes on
 * compiling until the 140th round or so (`--trace-opt`), and a page takes a quarter less then than in the 30th.
 */
const roundsToBegin = 150;

/**
 * A page of the list, sorted, filtered or searched, through the router, against its statements on an unencrypted copy.
 * The first rounds, of which V8 compiles what it finds to be used often, are told beside the figure.
 */
export function measureList(count: number, repetitions = 40): Promise<Figure> {
  return inFreshVault(async (world) => {
    const { parties } = await world.must('parties.list', { search: '', archived: false, sort: 'name', offset: 0, limit: 200 });
    registerContracts(world, parties.map(({ id }) => id), count);
    const all = await runAgainstCopy(world, listPages.map((page) => () => world.must('contracts.list', page)), roundsToBegin + repetitions);
    const [first, runs] = [sliceOf(all, 0, roundsToBegin * listPages.length), sliceOf(all, roundsToBegin * listPages.length)];
    const ofFirst = percentile(first.ours, 95) / percentile(first.peer, 95);
    return figure({
      name: `list page, ${count.toLocaleString('en')} contracts, p95`,
      unit: 'ms',
      against: 'same statements, unencrypted copy',
      aim: { of: 'ratio', atMost: 1.5 },
      runs,
      sides: { ours: percentile(runs.ours, 95), peer: percentile(runs.peer, 95) },
      note: `five selections (sorted three ways, filtered, due) by ${repetitions} runs, through validation, authority and rules to 50 finished rows and a count up to 1,000; in the ${roundsToBegin} rounds before, in which the program's code is being compiled, ${percentile(first.ours, 95).toFixed(1)} ms and ${ofFirst.toFixed(2)}x`,
    });
  });
}

/** What a list may be narrowed to: of each kind what many contracts meet, what few do, what none does. */
function narrowings(parties: readonly PartyId[]): readonly ContractFilter[] {
  return [
    ...[{ stages: ['draft'] }, { stages: ['terminated'] }, { types: ['lease'] }, { types: ['nda'] }, { kinds: ['master'] }, { directions: ['receive'] }] satisfies ContractFilter[],
    ...['经办人7', '无'].map((ownerName) => ({ ownerName })),
    ...['部门3', '无'].map((department) => ({ department })),
    ...['标签5', '没有'].map((tag) => ({ tags: [tag] })),
    ...parties.slice(0, 1).map((partyId) => ({ partyId })),
    ...['公司', '无此'].map((partyName) => ({ partyName })),
    ...[{ amountFrom: 900_000_00 }, { amountFrom: 100_000_00, amountTo: 100_100_00 }, { endFrom: '2026-12-01' as Day, endTo: '2026-12-31' as Day }, { endTo: '2020-01-01' as Day }],
    ...dueFilters.map((due) => ({ due })),
    ...(['yes', 'both'] as const).map((archived) => ({ archived })),
    { stages: ['signed'], types: ['lease'], ownerName: '经办人7', due: 'expiring' },
  ];
}

/** Pages of the list narrowed in every way and sorted in every order: the slowest of them against its statements. */
export function measureNarrowed(count: number, repetitions = 7): Promise<Figure> {
  return inFreshVault(async (world) => {
    const { parties } = await world.must('parties.list', { search: '', archived: false, sort: 'name', offset: 0, limit: 200 });
    const ids = parties.map(({ id }) => id);
    registerContracts(world, ids, count);
    const pages = narrowings(ids).flatMap((filter) => contractSorts.map((sort) => ({ search: '', sort, limit: 50, filter })));
    const runs = await runAgainstCopy(world, pages.map((page) => () => world.must('contracts.list', page)), repetitions);
    const ofPage = (side: readonly number[]) => pages.map((_, at) => median(side.filter((_taken, index) => index % pages.length === at)));
    const [ours, peer] = [ofPage(runs.ours), ofPage(runs.peer)];
    const slowest = ours.indexOf(Math.max(...ours));
    return figure({
      name: `slowest of ${pages.length} narrowed and sorted lists, ${count.toLocaleString('en')} contracts`,
      unit: 'ms',
      against: 'its statements, unencrypted copy',
      aim: { of: 'ours', atMost: 100 },
      runs,
      sides: { ours: ours[slowest] ?? Number.NaN, peer: peer[slowest] ?? Number.NaN },
      note: `${JSON.stringify(pages[slowest])}; of all of them the median is ${median(ours).toFixed(1)} ms and the 95th percentile ${percentile(ours, 95).toFixed(1)} ms; medians of ${repetitions} runs each`,
    });
  });
}

function sliceOf({ ours, peer }: Runs, from: number, to?: number): Runs {
  return { ours: ours.slice(from, to), peer: peer.slice(from, to) };
}
