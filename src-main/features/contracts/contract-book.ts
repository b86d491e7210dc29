import type { ContractPage, ContractSelection, SavedView } from '#shared/features/contracts/list.ts';
import type { ContractId, ContractSummary, FamilyMember, SearchHit, WordPlace } from '#shared/features/contracts/model.ts';
import { parseSearch } from '#shared/features/contracts/search-query.ts';
import type { Day } from '#shared/kernel/day.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import { workingCalendar } from '../../calendar/working-calendar.ts';
import type { Readable } from '../../db/connection.ts';
import type { Call } from '../../ipc/handlers.ts';
import { dayOn, type Clock, type FilePicker, type Ids } from '../../ports.ts';
import { exportChanges } from './export-changes.ts';
import { exportList, type ListExport, type ListReader } from './export-list.ts';
import type { Session } from '../../vault/session.ts';
import { conditionsOf, type Condition } from './list-conditions.ts';
import { countContracts, cursorOf, listChanged, listContracts, listTags } from './list-queries.ts';
import type { Indexing } from './indexing.ts';
import { listNamesInUse } from './names-in-use.ts';
import { findContract, findContracts } from './queries.ts';
import { summariesOf } from './read-contract.ts';
import { findParent, listFamily, listSuccession } from './record-queries.ts';
import { deleteView, listViews, saveView } from './saved-views.ts';
import { placesOfWords, searchContracts } from './search.ts';

export interface ContractBookParts {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly picker: FilePicker;
  readonly indexing: Indexing;
  /** Brings what lists go by up to date: the dates of contracts whose term has turned, and what names are sorted by. */
  readonly bringUp: (session: Session) => void;
}

/** What a search didn't reach. */
export interface Searched {
  /** The person's keys don't open the texts: only records were looked at. */
  readonly textsWithheld: boolean;
  /** What came lately, as by an import, isn't in the index yet; it is told of when it is. */
  readonly isIndexing: boolean;
}

export interface ListedPage extends Searched {
  readonly contracts: readonly ContractSummary[];
  /** Counted up to a thousand; `hasMore` says that there are more, which `contracts.count` counts. */
  readonly total: number;
  readonly hasMore: boolean;
  /** Null on the last page. */
  readonly nextCursor: string | null;
}

/** A page says how many contracts there are as long as counting them is no work. */
const quickCount = 1000;

export type ContractBook = ReturnType<typeof createContractBook>;

/** Which contracts there are: in lists, as files, in families. */
export function createContractBook(parts: ContractBookParts) {
  const { clock } = parts;

  function list(call: Call, page: ContractPage): Result<ListedPage, 'WITHHELD_FILTER'> {
    const { session, db } = call;
    const today = dayOn(clock);
    if (asksForMoney(page, today) && !session.holds('finance')) return fail('WITHHELD_FILTER');
    const searched = page.search === '' ? { textsWithheld: false, isIndexing: false } : searchedOf(session);
    parts.bringUp(session);
    const conditions = conditionsOf(db, page, today, session.holds('clauses'));
    const counted = countContracts(db, conditions, quickCount);
    return succeed({ ...readPage(call, page, conditions, counted > quickCount ? null : counted), total: Math.min(counted, quickCount), hasMore: counted > quickCount, ...searched });
  }

  /** Brings the index up as far as a search can wait for it, and says what a search doesn't reach. */
  function searchedOf(session: Session): Searched {
    parts.indexing.catchUp(session);
    return { textsWithheld: !session.holds('clauses'), isIndexing: parts.indexing.isBehind(session) };
  }

  /** How many contracts a selection holds, all of them. */
  function count({ session, db }: Call, selection: ContractSelection): Result<number, 'WITHHELD_FILTER'> {
    if (asksForMoney(selection, dayOn(clock)) && !session.holds('finance')) return fail('WITHHELD_FILTER');
    return succeed(countContracts(db, conditionsOf(db, selection, dayOn(clock), session.holds('clauses')), Number.MAX_SAFE_INTEGER - 1));
  }

  async function exportChosen(call: Call, request: ListExport): Promise<Result<{ fileName: string; rows: number } | null, 'TARGET_MISSING' | 'WITHHELD_FILTER'>> {
    const first = list(call, { ...request.selection, limit: 1 });
    if (!first.ok) return first;
    return exportList(call, request, () => startReading(call, request.selection), parts.picker);
  }

  /** Begun once it is known where the list goes: by then another day may have come. */
  function startReading(call: Call, selection: ContractSelection): ListReader {
    const { session, db } = call;
    const start = clock.now();
    const conditions = conditionsOf(db, selection, dayOn(clock), session.holds('clauses'));
    return {
      page: (cursor) => readPage(call, { ...selection, limit: 200, ...(cursor === undefined ? {} : { cursor }) }, conditions, null),
      changedSince: () => listChanged(db, conditions, start),
      named: (ids) => summariesOf(session, db, findContracts(db, ids), dayOn(clock), workingCalendar(db)),
    };
  }

  function readPage({ session, db }: Call, page: ContractPage, conditions: readonly Condition[], total: number | null): Pick<ListedPage, 'contracts' | 'nextCursor'> {
    const [day, calendar] = [dayOn(clock), workingCalendar(db)];
    const rows = listContracts(db, page, conditions, total);
    const last = rows.at(-1);
    return {
      contracts: summariesOf(session, db, rows, day, calendar),
      nextCursor: last === undefined || rows.length < page.limit ? null : cursorOf(last),
    };
  }

  /** The whole family of a contract, its head first, each with how deep it lies; before it what it replaced, after it what replaced it. */
  function family({ session, db }: Call, id: ContractId): Result<FamilyMember[], 'NOT_FOUND'> {
    if (findContract(db, id) === undefined) return fail('NOT_FOUND');
    let head = id;
    for (let above = findParent(db, head), steps = 0; above !== null && steps < 100; above = findParent(db, head), steps += 1) head = above;
    const [day, calendar] = [dayOn(clock), workingCalendar(db)];
    const members = listFamily(db, head);
    const [before, after] = [listSuccession(db, id, 'predecessor'), listSuccession(db, id, 'successor')];
    const rows = findContracts(db, [...new Set([...before.toReversed(), ...members.map(({ id: member }) => member), ...after])]);
    const depths = new Map(members.map((member) => [member.id, member.depth]));
    const successionOf = (member: ContractId) => (before.includes(member) ? 'predecessor' : after.includes(member) ? 'successor' : null);
    return succeed(summariesOf(session, db, rows, day, calendar).map((contract) => ({ contract, depth: depths.get(contract.id) ?? 0, succession: successionOf(contract.id) })));
  }

  /** The best hits of a search, as a person types it. */
  function search({ session, db }: Call, text: string, limit: number): Result<SearchAnswer, 'WITHHELD_FILTER'> {
    const today = dayOn(clock);
    if (asksForMoney({ search: text }, today) && !session.holds('finance')) return fail('WITHHELD_FILTER');
    const searched = searchedOf(session);
    return succeed({ hits: searchContracts(session, db, text, limit, today), ...searched });
  }

  function wordPlaces({ session, db }: Call, ids: readonly ContractId[], text: string): readonly WordPlace[] {
    return placesOfWords(session, db, ids, text, dayOn(clock));
  }

  async function exportChangesSince(call: Call, { since, fileName }: { readonly since: Day; readonly fileName: string }) {
    const start = Date.parse(since) - clock.offsetMinutes(Date.parse(since)) * 60_000;
    return exportChanges(call, { start, fileName }, parts);
  }

  return {
    list,
    count,
    search,
    wordPlaces,
    named: (db: Readable, ids: readonly ContractId[]) => findContracts(db, ids).map(({ id, number, title }) => ({ id, number, title })),
    tags: (db: Readable) => listTags(db),
    namesInUse: (db: Readable) => listNamesInUse(db),
    views: ({ session, db }: Call) => listViews(db, session.user.id),
    saveView: (call: Call, view: Omit<SavedView, 'id'>) => saveView(call, view, parts),
    deleteView,
    exportList: exportChosen,
    exportChanges: exportChangesSince,
    family,
  };
}

export interface SearchAnswer extends Searched {
  readonly hits: readonly SearchHit[];
}

function asksForMoney({ search, filter, sort }: Pick<ContractPage, 'search' | 'filter'> & Partial<Pick<ContractPage, 'sort'>>, today: Day): boolean {
  const typed = parseSearch(search, today).filter;
  return sort === 'amount' || [filter?.amountFrom, filter?.amountTo, typed.amountFrom, typed.amountTo].some((amount) => amount !== undefined);
}
