import type { ContractId } from '#shared/features/contracts/model.ts';
import type { ObligationId } from '#shared/features/fulfilment/due-rules.ts';
import type { CheckItem, CheckSheet, Communication, PartyCommunication, Problem, ProblemEntry, ProblemId, ProblemStatus, SheetId, TaskItem, TaskOrigin } from '#shared/features/problems/model.ts';
import type { PartyId } from '#shared/features/parties/model.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import type { Day } from '#shared/kernel/day.ts';
import { withheld } from '#shared/kernel/withheld.ts';
import type { Readable, Writable } from '../../db/connection.ts';
import { listed, sql } from '../../db/sql.ts';

export interface ContractHead {
  readonly number: string;
  readonly title: string;
}

export function findContractHead(db: Readable, id: ContractId): ContractHead | undefined {
  return db.get(sql`SELECT number, title FROM contracts WHERE id = ${id}`);
}

type ProblemRow = Omit<Problem, 'events' | 'description'>;

/** The problems of a contract, the latest first; their descriptions are withheld without the clauses key. */
export function listProblems(db: Readable, contractId: ContractId, holdsClauses: boolean): readonly Problem[] {
  const events = Map.groupBy(
    db.all<Problem['events'][number] & { readonly id: ProblemId }>(sql`
      SELECT problem_id AS id, from_status AS "from", to_status AS "to", reason, at, users.name AS byName
      FROM problem_events JOIN problems ON problems.id = problem_id JOIN users ON users.id = by_id WHERE contract_id = ${contractId} ORDER BY at`),
    ({ id }) => id,
  );
  const texts = new Map(holdsClauses ? db.all<{ id: ProblemId; description: string }>(sql`
    SELECT problem_id AS id, description FROM clauses.problem_texts WHERE problem_id IN (SELECT id FROM main.problems WHERE contract_id = ${contractId})`).map(({ id, description }) => [id, description] as const) : []);
  return db
    .all<ProblemRow>(sql`
      SELECT problems.id, obligation_id AS obligationId, coalesce(obligations.title, '') AS obligationTitle, kind, severity, problems.title, action, effect,
        problems.owner_id AS ownerId, coalesce(users.name, '') AS ownerName, problems.due_on AS dueOn, problems.status, opened_on AS openedOn, resolved_on AS resolvedOn, problems.revision
      FROM problems LEFT JOIN obligations ON obligations.id = obligation_id LEFT JOIN users ON users.id = problems.owner_id
      WHERE problems.contract_id = ${contractId} ORDER BY problems.created_at DESC, problems.rowid DESC LIMIT 500`)
    .map((row) => ({ ...row, description: holdsClauses ? (texts.get(row.id) ?? '') : withheld, events: events.get(row.id)?.map(({ id: _, ...event }) => event) ?? [] }));
}

export interface FoundProblem extends Pick<Problem, 'title' | 'status' | 'effect' | 'obligationId' | 'ownerId' | 'revision'> {
  readonly contractId: ContractId;
}

export function findProblem(db: Readable, id: ProblemId): FoundProblem | undefined {
  return db.get(sql`SELECT contract_id AS contractId, title, status, effect, obligation_id AS obligationId, owner_id AS ownerId, revision FROM problems WHERE id = ${id}`);
}

export function hasObligation(db: Readable, id: ObligationId, contractId: ContractId): boolean {
  return db.get(sql`SELECT 1 FROM obligations WHERE id = ${id} AND contract_id = ${contractId}`) !== undefined;
}

/** Whether a problem that isn't resolved holds an obligation. */
export function isHeldByProblem(db: Readable, id: ObligationId): boolean {
  return db.get(sql`SELECT 1 FROM problems WHERE obligation_id = ${id} AND effect = 'blocks' AND status <> 'resolved'`) !== undefined;
}

export interface Stamp {
  readonly at: number;
  readonly by: UserId;
  readonly today: Day;
}

export function insertProblem(db: Writable, id: ProblemId, contractId: ContractId, entry: ProblemEntry, { at, by, today }: Stamp): void {
  db.run(sql`
    INSERT INTO problems (id, contract_id, obligation_id, kind, severity, title, action, effect, owner_id, due_on, status, opened_on, created_at, created_by, revision)
    VALUES (${id}, ${contractId}, ${entry.obligationId}, ${entry.kind}, ${entry.severity}, ${entry.title}, ${entry.action}, ${entry.effect}, ${entry.ownerId}, ${entry.dueOn},
      'open', ${today}, ${at}, ${by}, 1)`);
}

export function updateProblem(db: Writable, id: ProblemId, entry: ProblemEntry): void {
  db.run(sql`
    UPDATE problems SET obligation_id = ${entry.obligationId}, kind = ${entry.kind}, severity = ${entry.severity}, title = ${entry.title}, action = ${entry.action},
      effect = ${entry.effect}, owner_id = ${entry.ownerId}, due_on = ${entry.dueOn}, revision = revision + 1 WHERE id = ${id}`);
}

export function saveDescription(db: Writable, id: ProblemId, description: string): void {
  db.run(sql`
    INSERT INTO clauses.problem_texts (problem_id, description) VALUES (${id}, ${description}) ON CONFLICT (problem_id) DO UPDATE SET description = excluded.description`);
}

export function setProblemStatus(db: Writable, id: ProblemId, from: ProblemStatus, to: ProblemStatus, reason: string, { at, by, today }: Stamp): void {
  db.run(sql`UPDATE problems SET status = ${to}, resolved_on = ${to === 'resolved' ? today : null}, revision = revision + 1 WHERE id = ${id}`);
  db.run(sql`INSERT INTO problem_events (problem_id, from_status, to_status, reason, at, by_id) VALUES (${id}, ${from}, ${to}, ${reason}, ${at}, ${by})`);
}

type CommunicationText = { readonly subject: string; readonly body: string; readonly correspondent: string };

export function listCommunications(db: Readable, contractId: ContractId, holdsClauses: boolean): readonly Communication[] {
  const texts = new Map(holdsClauses ? db.all<CommunicationText & { readonly id: string }>(sql`
    SELECT communication_id AS id, subject, body, correspondent FROM clauses.communication_texts
    WHERE communication_id IN (SELECT id FROM main.communications WHERE contract_id = ${contractId})`).map(({ id, ...text }) => [id, text] as const) : []);
  return db
    .all<Omit<Communication, 'text'>>(sql`
      SELECT communications.id, communications.kind, party_id AS partyId, coalesce(CASE WHEN name_zh = '' THEN name_en ELSE name_zh END, '') AS partyName,
        happened_on AS happenedOn, users.name AS addedByName
      FROM communications JOIN users ON users.id = added_by LEFT JOIN parties ON parties.id = party_id
      WHERE contract_id = ${contractId} ORDER BY happened_on DESC, added_at DESC LIMIT 500`)
    .map((row) => ({ ...row, text: holdsClauses ? (texts.get(row.id) ?? { subject: '', body: '', correspondent: '' }) : withheld }));
}

export interface NewCommunication {
  readonly id: Communication['id'];
  readonly contractId: ContractId;
  readonly kind: Communication['kind'];
  readonly partyId: Communication['partyId'];
  readonly happenedOn: Day;
  readonly text: { readonly subject: string; readonly body: string; readonly correspondent: string };
}

export function insertCommunication(db: Writable, { id, contractId, kind, partyId, happenedOn, text }: NewCommunication, { at, by }: Stamp): void {
  db.run(sql`
    INSERT INTO communications (id, contract_id, party_id, kind, happened_on, added_at, added_by) VALUES (${id}, ${contractId}, ${partyId}, ${kind}, ${happenedOn}, ${at}, ${by})`);
  db.run(sql`
    INSERT INTO clauses.communication_texts (communication_id, subject, body, correspondent) VALUES (${id}, ${text.subject}, ${text.body}, ${text.correspondent})`);
}

/** What was said with a counterparty, under whichever contract. */
export function listPartyCommunications(db: Readable, partyId: PartyId, holdsClauses: boolean): readonly PartyCommunication[] {
  const rows = db.all<Omit<PartyCommunication, 'text'>>(sql`
    SELECT communications.id, communications.kind, party_id AS partyId, coalesce(CASE WHEN name_zh = '' THEN name_en ELSE name_zh END, '') AS partyName,
      happened_on AS happenedOn, users.name AS addedByName, contract_id AS contractId, contracts.title AS contractTitle, contracts.number AS contractNumber
    FROM communications JOIN users ON users.id = added_by JOIN contracts ON contracts.id = contract_id JOIN parties ON parties.id = party_id
    WHERE party_id = ${partyId} ORDER BY happened_on DESC, added_at DESC LIMIT 200`);
  const texts = new Map(holdsClauses ? db.all<CommunicationText & { readonly id: string }>(sql`
    SELECT communication_id AS id, subject, body, correspondent FROM clauses.communication_texts
    WHERE communication_id IN ${listed(rows.map(({ id }) => id))}`).map(({ id, ...text }) => [id, text] as const) : []);
  return rows.map((row) => ({ ...row, text: holdsClauses ? (texts.get(row.id) ?? { subject: '', body: '', correspondent: '' }) : withheld }));
}

/** The party of a contract that has a name, or null. */
export function findPartyNamed(db: Readable, contractId: ContractId, name: string): PartyId | null {
  return db.get<{ id: PartyId }>(sql`
    SELECT parties.id FROM contract_parties JOIN parties ON parties.id = party_id WHERE contract_id = ${contractId} AND ${name} IN (name_zh, name_en) AND ${name} <> ''`)?.id ?? null;
}

/** Whether a party is one of a contract's. */
export function isPartyOf(db: Readable, partyId: PartyId, contractId: ContractId): boolean {
  return db.get(sql`SELECT 1 FROM contract_parties WHERE contract_id = ${contractId} AND party_id = ${partyId}`) !== undefined;
}

type TaskRow = Omit<TaskItem, 'origin'> & { readonly originKind: TaskOrigin | null; readonly originTitle: string | null };

export function listTasks(db: Readable, by: { readonly contractId: ContractId } | { readonly assigneeId: UserId }): readonly TaskItem[] {
  const condition = 'contractId' in by ? sql`tasks.contract_id = ${by.contractId}` : sql`assignee_id = ${by.assigneeId} AND done_at IS NULL`;
  return db
    .all<TaskRow>(sql`
    SELECT tasks.id, tasks.contract_id AS contractId, contracts.title AS contractTitle, tasks.title, assignee_id AS assigneeId, assignee.name AS assigneeName, tasks.due_on AS dueOn,
      done_at AS doneAt, creator.name AS createdByName, origin AS originKind, coalesce(problems.title, obligations.title, '') AS originTitle
    FROM tasks JOIN contracts ON contracts.id = tasks.contract_id LEFT JOIN problems ON origin = 'problem' AND problems.id = origin_id
      LEFT JOIN obligation_evidence ON origin = 'note' AND obligation_evidence.id = origin_id LEFT JOIN obligations ON obligations.id = obligation_evidence.obligation_id
      JOIN users AS assignee ON assignee.id = assignee_id JOIN users AS creator ON creator.id = tasks.created_by
    WHERE ${condition} ORDER BY done_at IS NOT NULL, tasks.due_on IS NULL, tasks.due_on, tasks.created_at LIMIT 100`)
    .map(({ originKind, originTitle, ...task }) => ({ ...task, origin: originKind === null ? null : { kind: originKind, title: originTitle ?? '' } }));
}

export interface Mention {
  readonly id: TaskItem['id'];
  readonly contractId: ContractId;
  readonly origin: TaskOrigin;
  readonly originId: string;
  readonly assigneeId: UserId;
  /** Asks anew whoever ticked it off. */
  readonly isNew: boolean;
  readonly at: number;
  readonly by: UserId;
}

/** Asks somebody who was mentioned to look; a text asks each person once. */
export function askMentioned(db: Writable, { id, contractId, origin, originId, assigneeId, isNew, at, by }: Mention): void {
  const again = isNew ? sql`DO UPDATE SET done_at = NULL, created_at = excluded.created_at, created_by = excluded.created_by` : sql`DO NOTHING`;
  db.run(sql`
    INSERT INTO tasks (id, contract_id, title, assignee_id, due_on, created_at, created_by, origin, origin_id)
    VALUES (${id}, ${contractId}, '', ${assigneeId}, NULL, ${at}, ${by}, ${origin}, ${originId})
    ON CONFLICT (origin_id, assignee_id) WHERE origin_id IS NOT NULL ${again}`);
}

export function insertTask(db: Writable, { id, contractId, title, assigneeId, dueOn }: Pick<TaskItem, 'id' | 'contractId' | 'title' | 'assigneeId' | 'dueOn'>, { at, by }: Stamp): void {
  db.run(sql`
    INSERT INTO tasks (id, contract_id, title, assignee_id, due_on, created_at, created_by) VALUES (${id}, ${contractId}, ${title}, ${assigneeId}, ${dueOn}, ${at}, ${by})`);
}

/** Ticks a task off, or back on; gives its contract, undefined for one that isn't there. */
export function setTaskDone(db: Writable, id: TaskItem['id'], doneAt: number | null): ContractId | undefined {
  return db.get<{ contractId: ContractId }>(sql`UPDATE tasks SET done_at = ${doneAt} WHERE id = ${id} RETURNING contract_id AS contractId`)?.contractId;
}

export function listSheets(db: Readable, contractId: ContractId): readonly CheckSheet[] {
  const runs = Map.groupBy(
    db.all<Omit<CheckSheet['runs'][number], 'measured'> & { readonly sheet: SheetId; readonly measured: string }>(sql`
      SELECT check_runs.id, sheet_id AS sheet, done_on AS doneOn, measured, failed, problem_id AS problemId, users.name AS byName
      FROM check_sheets JOIN check_runs ON sheet_id = check_sheets.id JOIN users ON users.id = by_id WHERE contract_id = ${contractId} ORDER BY at DESC, check_runs.rowid DESC LIMIT 500`),
    ({ sheet }) => sheet,
  );
  return db
    .all<{ id: SheetId; name: string; items: string }>(sql`SELECT id, name, items FROM check_sheets WHERE contract_id = ${contractId} ORDER BY created_at`)
    .map(({ id, name, items }) => ({
      id,
      name,
      items: JSON.parse(items) as CheckItem[],
      runs: runs.get(id)?.map(({ sheet: _, measured, ...run }) => ({ ...run, measured: JSON.parse(measured) as (number | null)[] })) ?? [],
    }));
}

export function findSheet(db: Readable, id: SheetId): { readonly contractId: ContractId; readonly name: string; readonly items: readonly CheckItem[] } | undefined {
  const row = db.get<{ contractId: ContractId; name: string; items: string }>(sql`SELECT contract_id AS contractId, name, items FROM check_sheets WHERE id = ${id}`);
  return row === undefined ? undefined : { ...row, items: JSON.parse(row.items) as CheckItem[] };
}

export function insertSheet(db: Writable, { id, contractId, name, items }: { readonly id: SheetId; readonly contractId: ContractId; readonly name: string; readonly items: readonly CheckItem[] }, at: number): void {
  db.run(sql`INSERT INTO check_sheets (id, contract_id, name, items, created_at) VALUES (${id}, ${contractId}, ${name}, ${JSON.stringify(items)}, ${at})`);
}

export function insertRun(db: Writable, run: { readonly id: string; readonly sheetId: SheetId; readonly measured: readonly (number | null)[]; readonly failed: number; readonly problemId: ProblemId | null }, { at, by, today }: Stamp): void {
  db.run(sql`
    INSERT INTO check_runs (id, sheet_id, done_on, measured, failed, problem_id, at, by_id)
    VALUES (${run.id}, ${run.sheetId}, ${today}, ${JSON.stringify(run.measured)}, ${run.failed}, ${run.problemId}, ${at}, ${by})`);
}
