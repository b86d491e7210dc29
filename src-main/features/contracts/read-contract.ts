import {
  contractBodySchema,
  noDuties,
  type Contract,
  type ContractBody,
  type ContractId,
  type ContractSummary,
  type SignedExport,
} from '#shared/features/contracts/model.ts';
import { amountsSchema, joinAmounts, variableValuesSchema, type VariableValues } from '#shared/features/documents/variables.ts';
import type { WorkingCalendar } from '#shared/features/calendar/model.ts';
import { assert } from '#shared/kernel/assert.ts';
import type { Day } from '#shared/kernel/day.ts';
import { byName } from '#shared/kernel/name-order.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import { isWithheld, withheld, type Withheld } from '#shared/kernel/withheld.ts';
import { workingCalendar } from '../../calendar/working-calendar.ts';
import type { Readable } from '../../db/connection.ts';
import type { Session } from '../../vault/session.ts';
import {
  findAmounts,
  findChosenParties,
  findContract,
  findText,
  findTotals,
  listVersions,
  type ContractRow,
  type VersionRow,
} from './queries.ts';
import { phasesWithSums } from './phases.ts';
import { findAmount, findSuccessor, listNotices, listPredecessors, listStageEvents } from './record-queries.ts';
import { createDetailsReader, shownDates, planOf, recordOf, termEventsOf } from './term-facts.ts';

/** Where the signed exports of a contract come from: the signing feature, handed in by the composition root. */
export type ListSignedExports = (db: Readable, id: ContractId) => readonly SignedExport[];

/** A contract as far as the session's compartments go; what lies in others arrives as withheld. */
export function readContract(
  session: Session,
  db: Readable,
  id: ContractId,
  today: Day,
  listSignedExports: ListSignedExports,
): Result<Contract, 'NOT_FOUND'> {
  const row = findContract(db, id);
  if (row === undefined) return fail('NOT_FOUND');
  const versions = listVersions(db, id);
  const current = versions[0];
  const [summary] = summariesOf(session, db, [row], today, workingCalendar(db));
  assert(summary !== undefined, 'a row gives a line');
  const text = current === undefined ? noText : readText(session, db, current);
  return succeed({
    summary,
    record: recordOf(db, row),
    amount: session.holds('finance') ? findAmount(db, id) : withheld,
    stageEvents: listStageEvents(db, id),
    successor: findSuccessor(db, id),
    predecessors: listPredecessors(db, id),
    notices: listNotices(db, id),
    duties: termEventsOf(db, [id]).duties.get(id) ?? noDuties,
    phases: phasesWithSums(session, db, id),
    body: isWithheld(text) ? withheld : text.body,
    templateVersionId: row.template_version_id,
    revision: row.revision,
    values: isWithheld(text) ? withheld : text.values,
    withheldKeys: isWithheld(text) ? [] : text.withheldKeys,
    parties: Object.fromEntries(findChosenParties(db, id).map((chosen) => [chosen.variable_key, chosen.party_id])),
    versions: versions.map((version) => ({
      id: version.id,
      versionNumber: version.version_number,
      contentHash: version.content_hash,
      createdAt: version.created_at,
      createdBy: version.created_by,
      createdByName: version.created_by_name,
      label: version.label,
      roundFrom: version.round_from,
      source: version.source,
    })),
    signedExports: listSignedExports(db, id),
  });
}

/** Lines of a list; amounts are withheld without the finance compartment. What belongs to the rows is asked for at once. */
export function summariesOf(
  session: Session,
  db: Readable,
  rows: readonly ContractRow[],
  today: Day,
  calendar: WorkingCalendar,
): readonly ContractSummary[] {
  const ids = rows.map(({ id }) => id);
  const events = termEventsOf(db, ids);
  const totals = session.holds('finance') ? findTotals(db, ids) : withheld;
  const readDetails = createDetailsReader();
  const partyNames = readLists(rows.map((row) => row.party_names));
  const tags = readLists(rows.map((row) => row.tags));
  return rows.map((row, at) => {
    const { plan, status } = planOf(row, events, today, calendar, readDetails(row));
    const { end, deadline } = shownDates(row, events, plan);
    return {
      id: row.id,
      number: row.number,
      title: row.title,
      contractType: row.contract_type,
      language: row.language,
      stage: row.stage,
      partyNames: partyNames[at] ?? [],
      amount: isWithheld(totals) ? withheld : (totals.get(row.id) ?? null),
      recordKind: row.record_kind,
      direction: row.direction,
      renewalType: row.renewal_type,
      ownerName: row.owner_name,
      department: row.department,
      tags: (tags[at] ?? []).toSorted(byName),
      signedOn: row.signed_on,
      effectiveDate: row.effective_on,
      endsOn: end,
      noticeDeadlineOn: deadline,
      status,
      archivedAt: row.archived_at,
      versionNumber: row.version_number,
      exportedAt: row.exported_at,
      createdAt: row.created_at,
      updatedAt: row.updated_at,
    };
  });
}

/** Lists of texts, each written as JSON; read at once, which takes a fraction of as many readings. */
function readLists(written: readonly string[]): readonly (readonly string[])[] {
  return JSON.parse(`[${written.join(',')}]`) as string[][];
}

const noText: VersionText = { body: null, values: {}, withheldKeys: [] };

/** The wording and values of a version. */
export interface VersionText {
  readonly body: ContractBody | null;
  readonly values: VariableValues;
  readonly withheldKeys: readonly string[];
}

export function readText(session: Session, db: Readable, version: VersionRow): VersionText | Withheld {
  if (!session.holds('clauses')) return withheld;
  const text = findText(db, version.id);
  assert(text !== undefined, 'a version has no text');
  const body = contractBodySchema.parse(JSON.parse(text.body));
  const entered = variableValuesSchema.parse(JSON.parse(text.entered));
  return { body, ...joinAmounts(body.variables, entered, readAmounts(session, db, version)) };
}

function readAmounts(session: Session, db: Readable, version: VersionRow) {
  if (!session.holds('finance')) return withheld;
  const row = findAmounts(db, version.id);
  assert(row !== undefined, 'a version has no amounts');
  return amountsSchema.parse(JSON.parse(row.amounts));
}
