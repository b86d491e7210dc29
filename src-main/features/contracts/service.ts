import {
  contractBodySchema,
  defaultNumberPattern,
  type Contract,
  type ContractBody,
  type ContractEntry,
  type ContractId,
  type KeptForm,
} from '#shared/features/contracts/model.ts';
import { directionOf, payerOf, type ChosenParty } from '#shared/features/contracts/money-direction.ts';
import { checkNumberPattern, contractNumber, numberSeries, type NumberPatternError } from '#shared/features/contracts/rules.ts';
import type { ContractType, Template, TemplateContent, TemplateVersionId } from '#shared/features/templates/model.ts';
import type { PartyId, Party } from '#shared/features/parties/model.ts';
import { assert } from '#shared/kernel/assert.ts';
import type { Day } from '#shared/kernel/day.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import type { Readable, Writable } from '../../db/connection.ts';
import type { Call } from '../../ipc/handlers.ts';
import { dayOn, type Ids } from '../../ports.ts';
import type { RecordChange, Session } from '../../vault/session.ts';
import { readSetting, writeSetting } from '../../vault/vault-settings.ts';
import { contentHash, contentOf, type Content } from './content.ts';
import { discardForm, findKeptForm, keepForm } from './kept-forms.ts';
import {
  findAmounts,
  findContract,
  findText,
  insertContract,
  insertVersion,
  isNumberTaken,
  lastInSeries,
  listVersions,
  replaceChosenParties,
  saveTotal,
  takeNextInSeries,
  updateContract,
} from './queries.ts';
import { readContract, type ListSignedExports } from './read-contract.ts';
import { effectiveAnew, enterSaid, saidAtPresent, type SaidAnewParts } from './said-anew.ts';

export interface ContractServiceParts extends SaidAnewParts {
  readonly ids: Ids;
  /** The facts that other features give: handed in by the composition root. */
  readonly findTemplate: (db: Readable, id: TemplateVersionId) => Template | undefined;
  readonly findParty: (session: Session, db: Readable, id: PartyId) => Party | undefined;
  readonly listSignedExports: ListSignedExports;
  /** Told, within the transaction, of a contract that was made from a template. */
  readonly onMade: (db: Writable, id: ContractId, template: Template) => void;
}

export type CreateError = 'TEMPLATE_NOT_FOUND' | 'PARTY_NOT_FOUND' | 'VALUES_INVALID';
export type ReviseError = 'NOT_FOUND' | 'PARTY_NOT_FOUND' | 'VALUES_INVALID' | 'CHANGED_MEANWHILE' | 'NOT_A_DRAFT';

export interface Numbering {
  readonly pattern: string;
  /** The number that the next sales contract would get. */
  readonly example: string;
}

export type ContractService = ReturnType<typeof createContractService>;

/** Contracts: made from templates, numbered, kept in versions that never change. */
export function createContractService(parts: ContractServiceParts) {
  const { clock, ids } = parts;


  function get({ session, db }: Pick<Call, 'session' | 'db'>, id: ContractId): Result<Contract, 'NOT_FOUND'> {
    return readContract(session, db, id, dayOn(clock), parts.listSignedExports);
  }

  function create(call: Call, templateVersionId: TemplateVersionId, entry: ContractEntry): Result<Contract, CreateError> {
    return call.write<Contract, CreateError>((db, record) => {
      const made = add(call.session, db, record, templateVersionId, entry);
      if (!made.ok) return made;
      discardForm(db, call.session.user.id, templateVersionId);
      return read(call.session, db, made.value);
    });
  }

  /** Adds a contract inside a transaction that is already under way and gives its id. */
  function add(
    session: Session,
    db: Writable,
    record: RecordChange,
    templateVersionId: TemplateVersionId,
    entry: ContractEntry,
  ): Result<ContractId, CreateError> {
    const template = parts.findTemplate(db, templateVersionId);
    if (template?.summary.status !== 'published') return fail('TEMPLATE_NOT_FOUND');
    const { contractType } = template.content;
    const content = contentOf(bodyOf(template.content), entry, (id) => parts.findParty(session, db, id));
    if (!content.ok) return content;
    const id = ids.create<'contract'>();
    const at = clock.now();
    insertContract(db, {
      id,
      number: takeNumber(db, contractType, dayOn(clock)),
      title: entry.title,
      contractType,
      language: entry.language,
      stage: 'draft',
      templateVersionId,
      ownerId: session.user.id,
      ownerName: session.user.name,
      effectiveOn: content.value.effectiveOn,
      direction: directionOf(chosenParties(session, db, content.value), payerOf(template.content.defaults.obligations), content.value.total !== null),
      versionNumber: 1,
      at,
    });
    addVersion(session, db, id, 1, content.value, at);
    replaceChosenParties(db, id, content.value.chosen);
    saveTotal(db, id, content.value.total);
    parts.onMade(db, id, template);
    record('contract', id, { versionNumber: 1, contentHash: content.value.contentHash });
    return succeed(id);
  }

  function chosenParties(session: Session, db: Readable, { chosen }: Content): readonly ChosenParty[] {
    return chosen.flatMap(([key, id]) => {
      const party = parts.findParty(session, db, id);
      return party === undefined ? [] : [{ key, kind: party.kind }];
    });
  }

  function revise(call: Call, id: ContractId, revision: number, entry: ContractEntry): Result<Contract, ReviseError> {
    const { session } = call;
    return call.write<Contract, ReviseError>((db, record) => {
      const row = findContract(db, id);
      if (row === undefined) return fail('NOT_FOUND');
      if (row.revision !== revision) return fail('CHANGED_MEANWHILE');
      if (row.stage !== 'draft') return fail('NOT_A_DRAFT');
      const body = currentBody(db, id);
      if (body === null) return fail('NOT_A_DRAFT');
      const content = contentOf(body, entry, (partyId) => parts.findParty(session, db, partyId));
      if (!content.ok) return content;
      const versionNumber = row.version_number + 1;
      const unchanged = saysTheSame(db, id, entry, content.value);
      record('contract', id, unchanged ? {} : { versionNumber, contentHash: content.value.contentHash });
      if (unchanged) return read(session, db, id);
      const at = clock.now();
      const { title, language } = entry;
      const before = saidAtPresent(session, db, id);
      updateContract(db, id, { title, language, effectiveOn: effectiveAnew(row, before, content.value), versionNumber, at });
      addVersion(session, db, id, versionNumber, content.value, at);
      enterSaid(parts, db, id, before, content.value);
      return read(session, db, id);
    });
  }

  function addVersion(session: Session, db: Writable, id: ContractId, versionNumber: number, content: Content, at: number): void {
    insertVersion(db, {
      id: ids.create<'contractVersion'>(),
      contractId: id,
      versionNumber,
      at,
      by: session.user.id,
      ...content,
    });
  }

  function read(session: Session, db: Readable, id: ContractId): Result<Contract, never> {
    const contract = readContract(session, db, id, dayOn(clock), parts.listSignedExports);
    assert(contract.ok, 'a contract vanished within a transaction');
    return contract;
  }

  function keep(call: Call, templateVersionId: TemplateVersionId, form: KeptForm): Result<{ keptAt: number }, 'TEMPLATE_NOT_FOUND'> {
    const template = parts.findTemplate(call.db, templateVersionId);
    if (template === undefined) return fail('TEMPLATE_NOT_FOUND');
    const keptAt = clock.now();
    return call.write((db, record) => {
      keepForm(db, { userId: call.session.user.id, templateVersionId }, template.content.variables, form, keptAt);
      record('form', templateVersionId);
      return succeed({ keptAt });
    });
  }

  function kept({ session, db }: Call, templateVersionId: TemplateVersionId) {
    return findKeptForm(db, session.user.id, templateVersionId);
  }

  function discard(call: Call, templateVersionId: TemplateVersionId): Result<null, never> {
    return call.write((db, record) => {
      discardForm(db, call.session.user.id, templateVersionId);
      record('form', templateVersionId);
      return succeed(null);
    });
  }

  function numbering(db: Readable): Numbering {
    const pattern = readSetting(db, 'number_pattern') ?? defaultNumberPattern;
    const day = dayOn(clock);
    const next = lastInSeries(db, numberSeries(pattern, day, 'sales')) + 1;
    return { pattern, example: contractNumber(pattern, day, 'sales', next) };
  }

  function changeNumbering(call: Call, pattern: string): Result<Numbering, NumberPatternError> {
    const checked = checkNumberPattern(pattern);
    if (!checked.ok) return checked;
    return call.write<Numbering, NumberPatternError>((db, record) => {
      writeSetting(db, 'number_pattern', pattern);
      record('vault', 'number_pattern');
      return succeed(numbering(db));
    });
  }

  /** The next number of the series that a type counts in on a day. */
  function takeNumber(db: Writable, type: ContractType, day: Day): string {
    const pattern = readSetting(db, 'number_pattern') ?? defaultNumberPattern;
    const series = numberSeries(pattern, day, type);
    // A pattern that was changed and changed back may meet numbers that are taken already.
    for (;;) {
      const number = contractNumber(pattern, day, type, takeNextInSeries(db, series));
      if (!isNumberTaken(db, number)) return number;
    }
  }

  return { get, create, add, revise, keep, kept, discard, numbering, changeNumbering, takeNumber };
}

// One body for each template that was read, so that what is made of it once serves every contract.
const bodies = new WeakMap<TemplateContent, ContractBody>();

function bodyOf(content: TemplateContent): ContractBody {
  const known = bodies.get(content);
  if (known !== undefined) return known;
  const { bodyZh, bodyEn, variables } = content;
  const body: ContractBody = { bodyZh, bodyEn, variables };
  bodies.set(content, body);
  return body;
}

/** The wording of the present version; null for a contract whose text the vault doesn't hold. */
function currentBody(db: Readable, id: ContractId): ContractBody | null {
  const version = listVersions(db, id)[0];
  if (version === undefined) return null;
  const text = findText(db, version.id);
  assert(text !== undefined, 'a version has no text');
  return contractBodySchema.parse(JSON.parse(text.body));
}

/** Whether the new content, under the salt of the present version, gives the present version's hash. */
function saysTheSame(db: Readable, id: ContractId, { title, language }: ContractEntry, content: Content): boolean {
  const version = listVersions(db, id)[0];
  const present = version === undefined ? undefined : findAmounts(db, version.id);
  if (version === undefined || present === undefined) return false;
  return contentHash({ title, language, ...content }, present.salt) === version.content_hash;
}
