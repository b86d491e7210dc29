import type { ContractBody, ContractId } from '#shared/features/contracts/model.ts';
import { isEditable } from '#shared/features/contracts/lifecycle.ts';
import type { DocumentNode } from '#shared/features/documents/model.ts';
import type { DocumentToRender } from '#shared/features/documents/render.ts';
import type { TemplateContent, TemplateVersionId } from '#shared/features/templates/model.ts';
import { assert } from '#shared/kernel/assert.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import { isWithheld } from '#shared/kernel/withheld.ts';
import type { Readable, Writable } from '../../db/connection.ts';
import type { Call } from '../../ipc/handlers.ts';
import type { RecordChange, Session } from '../../vault/session.ts';
import { contentFrom } from './content.ts';
import {
  findContract,
  insertVersion,
  listVersions,
  updateContract,
  type ContractRow,
  type VersionRound,
} from './queries.ts';
import { readText, type VersionText } from './read-contract.ts';
import { returnToReview, type ReturnParts } from './return-to-review.ts';
import { effectiveAnew, enterSaid, saidAtPresent, type SaidAnewParts } from './said-anew.ts';

export interface StoredVersion {
  readonly number: string;
  readonly title: string;
  readonly document: Omit<DocumentToRender, 'mode' | 'number'>;
}

/** Which contract gets a version, as the person saw it last. */
export interface Appending {
  readonly contractId: ContractId;
  readonly revision: number;
}

export type AppendError = 'NOT_FOUND' | 'CHANGED_MEANWHILE' | 'SIGNED_IS_FIXED';

/** The versions of contracts as other features read and add them. */
export function createStoredVersions(parts: ReturnParts & SaidAnewParts & { readonly findTemplate: (db: Readable, id: TemplateVersionId) => { readonly content: Pick<TemplateContent, 'bodyZh' | 'bodyEn' | 'variables'> } | undefined }) {
  const { clock, ids } = parts;

  /** A version's text and values; the clauses compartment must be attached. */
  function read({ session, db }: Pick<Call, 'session' | 'db'>, id: ContractId, versionNumber: number): Result<StoredVersion, 'NOT_FOUND'> {
    const [row, text] = [findContract(db, id), textAt(session, db, id, versionNumber)];
    if (row === undefined || text === null || text.body === null) return fail('NOT_FOUND');
    const { body, values, withheldKeys } = text;
    const { number, title, language } = row;
    return succeed({ number, title, document: { ...body, values, withheldKeys, language } });
  }

  /** What the contract's template says, filled in with the contract's present values. NOT_FOUND without a template. */
  function readTemplate(call: Pick<Call, 'session' | 'db'>, id: ContractId): Result<StoredVersion, 'NOT_FOUND'> {
    const row = findContract(call.db, id);
    const templateId = row?.template_version_id ?? null;
    const template = templateId === null ? undefined : parts.findTemplate(call.db, templateId);
    if (row === undefined || template === undefined) return fail('NOT_FOUND');
    const present = read(call, id, row.version_number);
    if (!present.ok) return present;
    const { bodyZh, bodyEn, variables } = template.content;
    return succeed({ ...present.value, document: { ...present.value.document, bodyZh, bodyEn, variables } });
  }

  /** An earlier version's text, values and parties once more, as the newest version. */
  function restore(call: Call, { contractId, revision }: Appending, versionNumber: number): Result<number, AppendError> {
    return call.write<number, AppendError>((db, record) => {
      const row = editable(db, contractId, revision);
      if (!row.ok) return row;
      const text = textAt(call.session, db, contractId, versionNumber);
      if (text === null || text.body === null) return fail('NOT_FOUND');
      const content = contentFrom(text.body, row.value, text.values);
      const before = saidAtPresent(call.session, db, contractId);
      const round: VersionRound = { label: '', roundFrom: 'us', source: 'restored' };
      const added = append(call, db, record, row.value, content, effectiveAnew(row.value, before, content), round);
      enterSaid(parts, db, contractId, before, content);
      return succeed(added);
    });
  }

  /**
   * Another text of the same contract as its newest version. The blanks and values of the version before stay with it,
   * so that sum and parties remain known; the text itself has no blanks any more.
   */
  function add(call: Call, { contractId, revision }: Appending, text: DocumentNode, round: VersionRound): Result<number, AppendError> {
    return call.write<number, AppendError>((db, record) => {
      const row = editable(db, contractId, revision);
      if (!row.ok) return row;
      const before = textAt(call.session, db, contractId, row.value.version_number);
      const body = bodyWith(text, row.value.language, before?.body ?? null);
      const content = contentFrom(body, row.value, before?.values ?? {});
      return succeed(append(call, db, record, row.value, content, row.value.effective_on, round));
    });
  }

  /** Both languages' texts as they were edited; blanks and values stay as they are. `also` belongs to the same transaction. */
  function addEdited(
    call: Call,
    { contractId, revision }: Appending,
    { bodyZh, bodyEn }: Pick<ContractBody, 'bodyZh' | 'bodyEn'>,
    label: string,
    also: (db: Writable, record: RecordChange, versionNumber: number) => void,
  ): Result<number, AppendError> {
    return call.write<number, AppendError>((db, record) => {
      const row = editable(db, contractId, revision);
      if (!row.ok) return row;
      const before = textAt(call.session, db, contractId, row.value.version_number);
      const content = contentFrom({ bodyZh, bodyEn, variables: before?.body?.variables ?? [] }, row.value, before?.values ?? {});
      const versionNumber = append(call, db, record, row.value, content, row.value.effective_on, { label, roundFrom: 'us', source: 'editor' });
      also(db, record, versionNumber);
      return succeed(versionNumber);
    });
  }

  function append(
    { session }: Call,
    db: Writable,
    record: RecordChange,
    row: ContractRow,
    content: ReturnType<typeof contentFrom>,
    effectiveOn: ContractRow['effective_on'],
    round: VersionRound,
  ): number {
    const at = clock.now();
    const versionNumber = row.version_number + 1;
    const { id, title, language } = row;
    record('contract', id, { versionNumber, contentHash: content.contentHash });
    returnToReview(parts, db, record, row, session.user.id);
    updateContract(db, id, { title, language, effectiveOn, versionNumber, at });
    insertVersion(db, {
      id: ids.create<'contractVersion'>(),
      contractId: id,
      versionNumber,
      at,
      by: session.user.id,
      round,
      ...content,
    });
    return versionNumber;
  }

  return { read, readTemplate, restore, add, addEdited };
}

function editable(db: Readable, id: ContractId, revision: number): Result<ContractRow, AppendError> {
  const row = findContract(db, id);
  if (row === undefined) return fail('NOT_FOUND');
  if (row.revision !== revision) return fail('CHANGED_MEANWHILE');
  return isEditable(row.stage) ? succeed(row) : fail('SIGNED_IS_FIXED');
}

function textAt(session: Session, db: Readable, id: ContractId, versionNumber: number): VersionText | null {
  const version = listVersions(db, id).find(({ version_number }) => version_number === versionNumber);
  if (version === undefined) return null;
  const text = readText(session, db, version);
  assert(!isWithheld(text), 'a version is read without the key to its text');
  return text;
}

/** One text serves the contract's language; in a bilingual contract it holds both, and nothing follows it. */
function bodyWith(text: DocumentNode, language: ContractRow['language'], before: ContractBody | null): ContractBody {
  const empty: DocumentNode = { ...text, content: [] };
  return { bodyZh: text, bodyEn: language === 'bilingual' ? empty : text, variables: before?.variables ?? [] };
}
