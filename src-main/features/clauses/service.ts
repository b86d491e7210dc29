import { countNonStandard, findDeviations } from '#shared/features/clauses/deviations.ts';
import type { ClauseCategory, ClauseContent, Deviation, LibraryClause, LibraryClauseId } from '#shared/features/clauses/model.ts';
import { requirementsWith, type Requirement } from '#shared/features/clauses/requirements.ts';
import { seedClauses } from '#shared/features/clauses/seeds/seed-clauses.ts';
import type { Contract, ContractId } from '#shared/features/contracts/model.ts';
import { documentBlocks } from '#shared/features/documents/text-blocks.ts';
import type { ContractType, Template, TemplateContent, TemplateVersionId } from '#shared/features/templates/model.ts';
import { assert } from '#shared/kernel/assert.ts';
import { canonicalJson } from '#shared/kernel/canonical-json.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import { isWithheld } from '#shared/kernel/withheld.ts';
import type { Readable, Writable } from '../../db/connection.ts';
import type { Call } from '../../ipc/handlers.ts';
import type { Clock, Ids } from '../../ports.ts';
import { advanceClause, findClause, insertClause, insertClauseVersion, listClauses, listRequirements, listSeedKeys, saveRequirement, setRetired } from './queries.ts';

export interface ClauseServiceParts {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly readContract: (call: Call, id: ContractId) => Result<Contract, 'NOT_FOUND'>;
  readonly findTemplate: (db: Readable, id: TemplateVersionId) => Template | undefined;
}

export type ClauseService = ReturnType<typeof createClauseService>;

/** The house's standard clauses, and where contracts leave them. */
export function createClauseService({ clock, ids, readContract, findTemplate }: ClauseServiceParts) {
  function save(call: Call, id: LibraryClauseId | null, revision: number, content: ClauseContent, message: string): Result<LibraryClause, 'NOT_FOUND' | 'CHANGED_MEANWHILE'> {
    return call.write<LibraryClause, 'NOT_FOUND' | 'CHANGED_MEANWHILE'>((db, note) => {
      const [at, by] = [clock.now(), call.session.user.id];
      if (id === null) {
        const fresh = ids.create<'libraryClause'>();
        insertClause(db, fresh, null);
        insertClauseVersion(db, { id: fresh, versionNumber: 1, content, note: message, at, by });
        note('clause', fresh, { version: 1 });
        return succeed(found(db, fresh));
      }
      const present = findClause(db, id);
      if (present === undefined) return fail('NOT_FOUND');
      if (present.revision !== revision) return fail('CHANGED_MEANWHILE');
      const isSame = canonicalJson(present.content) === canonicalJson(content);
      const versionNumber = present.versionNumber + (isSame ? 0 : 1);
      if (!isSame) {
        insertClauseVersion(db, { id, versionNumber, content, note: message, at, by });
        advanceClause(db, id, versionNumber);
      }
      note('clause', id, { version: versionNumber });
      return succeed(found(db, id));
    });
  }

  function retire(call: Call, id: LibraryClauseId, revision: number, isRetired: boolean): Result<LibraryClause, 'NOT_FOUND' | 'CHANGED_MEANWHILE'> {
    return call.write<LibraryClause, 'NOT_FOUND' | 'CHANGED_MEANWHILE'>((db, note) => {
      const present = findClause(db, id);
      if (present === undefined) return fail('NOT_FOUND');
      if (present.revision !== revision) return fail('CHANGED_MEANWHILE');
      setRetired(db, id, isRetired ? clock.now() : null);
      note('clause', id, { retired: isRetired });
      return succeed(found(db, id));
    });
  }

  function setRequirement(call: Call, requirement: Requirement): Result<null, never> {
    return call.write((db, note) => {
      saveRequirement(db, requirement);
      note('clauseRequirement', requirement.contractType, { categories: requirement.categories.length });
      return succeed(null);
    });
  }

  /** What contracts of a type must have. */
  function requiredFor(db: Readable, type: ContractType): readonly ClauseCategory[] {
    return requirementsWith(listRequirements(db)).find(({ contractType }) => contractType === type)?.categories ?? [];
  }

  function deviations(call: Call, contractId: ContractId): Result<readonly Deviation[], 'NOT_FOUND' | 'NO_TEXT'> {
    const read = readContract(call, contractId);
    if (!read.ok) return read;
    const { body, values, withheldKeys, summary, templateVersionId } = read.value;
    if (body === null || isWithheld(body) || isWithheld(values)) return fail('NO_TEXT');
    const template = templateVersionId === null ? undefined : findTemplate(call.db, templateVersionId);
    const library = listClauses(call.db).filter(({ retiredAt }) => retiredAt === null);
    const required = requiredFor(call.db, summary.contractType);
    const languages = summary.language === 'bilingual' ? (['zh', 'en'] as const) : [summary.language];
    const found = languages.flatMap((language) => {
      const reading = { values, withheldKeys, language };
      return findDeviations({
        language,
        library,
        required,
        blocks: documentBlocks({ ...body, ...reading }),
        templateBlocks: template === undefined ? null : documentBlocks({ ...template.content, ...reading }),
      });
    });
    // What is missing is missing in both languages of a contract, and said once.
    return succeed(found.filter(({ state, category }, index) => state !== 'missing' || found.findIndex((one) => one.state === 'missing' && one.category === category) === index));
  }

  /** Which categories that its type requires a template's text lacks in a language that it has. */
  function missingIn(db: Readable, content: TemplateContent): readonly ClauseCategory[] {
    const library = listClauses(db).filter(({ retiredAt }) => retiredAt === null);
    const required = requiredFor(db, content.contractType);
    const languages = (['zh', 'en'] as const).filter((language) => (language === 'zh' ? content.bodyZh : content.bodyEn).content.length > 0);
    const missing = languages.flatMap((language) => {
      const blocks = documentBlocks({ ...content, values: {}, withheldKeys: [], language });
      return findDeviations({ language, library, required, blocks, templateBlocks: blocks }).filter(({ state }) => state === 'missing');
    });
    return [...new Set(missing.map(({ category }) => category))];
  }

  /** How many places of a contract are not in the library's preferred words; null when the person can't have it looked at. */
  function countDeviations(call: Call, contractId: ContractId): number | null {
    if (!call.session.holds('clauses')) return null;
    const found = deviations(call, contractId);
    return found.ok ? countNonStandard(found.value) : null;
  }

  /** Puts the shipped clauses that a vault doesn't know yet into it; gives how many. Those that were changed or retired stay so. */
  function addSeeds(db: Writable): number {
    const known = listSeedKeys(db);
    const fresh = seedClauses.filter(({ key }) => !known.has(key));
    for (const { key, content } of fresh) {
      const id = ids.create<'libraryClause'>();
      insertClause(db, id, key);
      insertClauseVersion(db, { id, versionNumber: 1, content, note: '', at: clock.now(), by: null });
    }
    return fresh.length;
  }

  return { save, retire, setRequirement, missingIn, deviations, countDeviations, addSeeds };
}

function found(db: Readable, id: LibraryClauseId): LibraryClause {
  const clause = findClause(db, id);
  assert(clause !== undefined, 'a clause vanished within a transaction');
  return clause;
}
