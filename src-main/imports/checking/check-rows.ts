import { asideOf } from '#shared/features/imports/aside-row.ts';
import { showCell } from '#shared/features/imports/cell-text.ts';
import { checkContractRow } from '#shared/features/imports/check-contract-row.ts';
import { checkPartyRow } from '#shared/features/imports/check-party-row.ts';
import { draftOf, type ContractDraft, type NamedParty } from '#shared/features/imports/contract-draft.ts';
import { unitsOf } from '#shared/features/imports/heading-units.ts';
import type { KnownNames, KnownParty, NameMatch } from '#shared/features/imports/known-names.ts';
import type { ColumnPositions, ContractField, PartyField, RawRow, RowProblem } from '#shared/features/imports/model.ts';
import type { ParentOrder, RowTurn } from '#shared/features/imports/parent-order.ts';
import type { ImportPlan, ImportProblem, ProblemWeight } from '#shared/features/imports/plan.ts';
import { sha256 } from '../../crypto/digest.ts';
import type { DraftParty, MeantParty, ReadyRow } from './import-source.ts';

export type ContractPlan = Extract<ImportPlan, { readonly kind: 'contracts' }>;
export type PartyPlan = Extract<ImportPlan, { readonly kind: 'parties' }>;

/** What rows are judged by beside themselves: the other rows, and the names that are known. */
export interface Surroundings {
  readonly order: ParentOrder;
  readonly names: KnownNames<MeantParty>;
  /** Numbers of rows that were refused: what hangs below them can't be added. */
  readonly refusedNumbers: Set<string>;
  /** Rows without a number by a digest of all that they say. */
  readonly unnumbered: Map<string, number>;
  /** A mark for a party that is new. */
  readonly nextMark: () => string;
}

export interface PlacedRow {
  readonly row: RawRow;
  /** From 0, in the file's order. */
  readonly place: number;
  readonly turn: RowTurn;
}

/** Judges rows of a contract ledger, in the order in which they will be added. */
export function createContractCheck(plan: ContractPlan, columns: ColumnPositions<ContractField>, date1904: boolean, around: Surroundings) {
  const { dayOrder, currency, onDuplicate, onSimilar } = plan.options;
  const options = { currency, date1904, units: unitsOf(plan.mapping), ...(dayOrder === null ? {} : { dayOrder }) };
  return ({ row, place, turn }: PlacedRow): ReadyRow => {
    const { rowNumber } = row;
    const aside = asideRow(row, columns, 'title');
    if (aside !== null) return aside;
    const say = sayer<ContractField>(rowNumber);
    const checked = checkContractRow(row, columns, options);
    if (!checked.ok) {
      const at = columns.number;
      const number = at === undefined ? null : row.cells[at];
      if (typeof number === 'string') around.refusedNumbers.add(number.trim());
      return { rowNumber, outcome: 'bad', problems: checked.problems.map((one) => weigh(one, 'refused')) };
    }
    const { draft, problems: found } = draftOf(checked.row);
    const { number, parentNumber } = draft;
    const problems = [...checked.notes.map((one) => weigh(one, 'note')), ...found.map(({ field, code }) => say(field, code, 'refused', shownOf(draft, field)))];
    if (typeof turn === 'string') problems.push(say('parentNumber', turn, 'refused', parentNumber ?? ''));
    const isRepeated = around.order.isRepeated(place, number === '' ? null : number);
    const isParentInFile = parentNumber !== null && around.order.has(parentNumber);
    if (typeof turn === 'number' && isParentInFile && around.refusedNumbers.has(parentNumber)) {
      problems.push(say('parentNumber', 'PARENT_NOT_FOUND', 'refused', parentNumber));
    }
    if (problems.some(({ weight }) => weight === 'refused')) {
      if (number !== '' && !isRepeated) around.refusedNumbers.add(number);
      return { rowNumber, outcome: 'bad', problems };
    }
    if (isRepeated) problems.push(say('number', 'NUMBER_TWICE', 'duplicate', number));
    if (isRepeated && onDuplicate === 'skip') return { rowNumber, outcome: 'skipped', problems };
    const twin = number === '' ? twinOf(rowNumber, draft, around) : null;
    if (twin !== null) problems.push(say('title', 'ROW_TWICE', 'duplicate', draft.title, String(twin)));
    if (twin !== null && onDuplicate === 'skip') return { rowNumber, outcome: 'skipped', problems };
    const parties = draft.parties.map((party): DraftParty => {
      const match = around.names.find(party.name, party.uscc);
      if (match.by === 'similar') problems.push(say(party.role === 'party_a' ? 'partyA' : 'partyB', 'NAME_SIMILAR', 'duplicate', party.name, nameOf(match.party)));
      if (match.by === 'none' || (match.by === 'similar' && onSimilar === 'add')) return { ...party, meant: newParty(party, around) };
      return { ...party, meant: match.party.ref };
    });
    if (parties.length > 1 && new Set(parties.map(({ meant }) => ('id' in meant ? meant.id : meant.mark))).size < parties.length) {
      problems.push(say('partyB', 'PARTY_TWICE', 'refused', parties[1]?.name ?? ''));
      if (number !== '') around.refusedNumbers.add(number);
      return { rowNumber, outcome: 'bad', problems };
    }
    return { rowNumber, outcome: 'good', contract: { ...draft, parties, isParentInFile }, problems };
  };
}

/** Judges rows of a list of parties. */
export function createPartyCheck(plan: PartyPlan, columns: ColumnPositions<PartyField>, around: Surroundings) {
  const { onDuplicate, onSimilar } = plan.options;
  return ({ row }: PlacedRow): ReadyRow => {
    const { rowNumber } = row;
    const aside = asideRow(row, columns, 'nameZh');
    if (aside !== null) return aside;
    const say = sayer<PartyField>(rowNumber);
    const checked = checkPartyRow(row, columns);
    if (!checked.ok) return { rowNumber, outcome: 'bad', problems: checked.problems.map((one) => weigh(one, 'refused')) };
    const { rowNumber: _, ...party } = checked.row;
    const problems = checked.notes.map((one) => weigh(one, 'note'));
    const match = findParty(party, around.names);
    const shown = party.nameZh || party.nameEn;
    if (match.by === 'uscc') problems.push(say('uscc', 'USCC_TAKEN', 'duplicate', party.uscc, nameOf(match.party)));
    if (match.by === 'name') problems.push(say('nameZh', 'NAME_TAKEN', 'duplicate', shown, nameOf(match.party)));
    if (match.by === 'similar') problems.push(say('nameZh', 'NAME_SIMILAR', 'duplicate', shown, nameOf(match.party)));
    // A credit code belongs to one party alone, whatever is wished.
    const isLeftOut = match.by === 'uscc' || (match.by === 'name' && onDuplicate === 'skip') || (match.by === 'similar' && onSimilar === 'use');
    if (isLeftOut) return { rowNumber, outcome: 'skipped', problems };
    around.names.add({ ref: { mark: around.nextMark() }, nameZh: party.nameZh, nameEn: party.nameEn, uscc: party.uscc });
    return { rowNumber, outcome: 'good', party, problems };
  };
}

/** The earlier row without a number that says the same; null for none, and then this one is noted. */
function twinOf(rowNumber: number, draft: ContractDraft, { unnumbered }: Surroundings): number | null {
  const said = sha256(JSON.stringify(draft));
  const twin = unnumbered.get(said);
  if (twin === undefined) unnumbered.set(said, rowNumber);
  return twin ?? null;
}

/** A total or a line for signatures among the records: left out, and said at the field in whose column it stands. */
function asideRow<Field extends ImportProblem['field']>(row: RawRow, columns: ColumnPositions<Field>, nameField: Field): ReadyRow | null {
  const aside = asideOf(row, columns);
  if (aside === null) return null;
  const field = (Object.entries(columns) as [Field, number][]).find(([, at]) => at === aside.column)?.[0] ?? nameField;
  const shown = showCell(row.cells[aside.column] ?? null);
  return { rowNumber: row.rowNumber, outcome: 'skipped', problems: [sayer<Field>(row.rowNumber)(field, aside.code, 'aside', shown)] };
}

function findParty({ nameZh, nameEn, uscc }: { readonly nameZh: string; readonly nameEn: string; readonly uscc: string }, names: KnownNames<MeantParty>): NameMatch<MeantParty> {
  const match = names.find(nameZh || nameEn, uscc);
  if (match.by !== 'none' || nameZh === '' || nameEn === '') return match;
  return names.find(nameEn, uscc);
}

function newParty({ name, uscc }: NamedParty, around: Surroundings): MeantParty {
  const ref = { mark: around.nextMark() };
  around.names.add({ ref, ...namesOf(name), uscc });
  return ref;
}

/** A name without Chinese characters counts as English, as in a list of parties. */
export function namesOf(name: string): { readonly nameZh: string; readonly nameEn: string } {
  return /\p{Script=Han}/u.test(name) ? { nameZh: name, nameEn: '' } : { nameZh: '', nameEn: name };
}

function nameOf({ nameZh, nameEn }: KnownParty<MeantParty>): string {
  return nameZh || nameEn;
}

function weigh(problem: RowProblem, weight: ProblemWeight): ImportProblem {
  return { ...problem, weight, other: '' };
}

function sayer<Field extends ImportProblem['field']>(rowNumber: number) {
  return (field: Field, code: ImportProblem['code'], weight: ProblemWeight, shown: string, other = ''): ImportProblem => ({
    rowNumber,
    field,
    code,
    weight,
    shown: shown.slice(0, 80),
    other: other.slice(0, 240),
  });
}

function shownOf(draft: { readonly parentNumber: string | null; readonly parties: readonly NamedParty[] }, field: ContractField): string {
  if (field === 'parentNumber') return draft.parentNumber ?? '';
  return field === 'partyB' ? (draft.parties.find(({ role }) => role === 'party_b')?.name ?? '') : '';
}
