import type { Contract, ContractId } from '#shared/features/contracts/model.ts';
import { isEditable } from '#shared/features/contracts/lifecycle.ts';
import type { DocumentNode } from '#shared/features/documents/model.ts';
import { workingCopySchema, type WorkingCopy } from '#shared/features/editor/model.ts';
import { saysTheSame } from '#shared/features/editor/rules.ts';
import type { OutputOf } from '#shared/ipc/registry.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import { isWithheld } from '#shared/kernel/withheld.ts';
import type { Writable } from '../../db/connection.ts';
import type { Call } from '../../ipc/handlers.ts';
import type { Clock } from '../../ports.ts';
import type { RecordChange } from '../../vault/session.ts';
import { deleteCopy, findCopy, saveCopy } from './queries.ts';

type AppendError = 'NOT_FOUND' | 'CHANGED_MEANWHILE' | 'SIGNED_IS_FIXED';

export interface EditorParts {
  readonly clock: Clock;
  readonly readContract: (call: Call, id: ContractId) => Result<Contract, 'NOT_FOUND'>;
  /** The contracts' versions, handed in by the composition root. `also` belongs to the same transaction. */
  readonly addVersion: (
    call: Call,
    target: { readonly contractId: ContractId; readonly revision: number },
    bodies: { readonly bodyZh: DocumentNode; readonly bodyEn: DocumentNode },
    label: string,
    also: (db: Writable, note: RecordChange, versionNumber: number) => void,
  ) => Result<number, AppendError>;
}

export interface TextToSave {
  readonly contractId: ContractId;
  readonly revision: number;
  readonly bodyZh: DocumentNode;
  readonly bodyEn: DocumentNode;
  readonly label: string;
  readonly goesOn: WorkingCopy | null;
}

/** The text of a contract between two versions: kept as typed, thrown away, or made the next version. */
export function createEditorService({ clock, readContract, addVersion }: EditorParts) {
  function copy({ db }: Call, contractId: ContractId): OutputOf<'editor.copy'> {
    const row = findCopy(db, contractId);
    return row === undefined ? null : { copy: workingCopySchema.parse(JSON.parse(row.copy)), savedAt: row.saved_at, savedByName: row.saved_by_name };
  }

  function state({ db }: Call, contractId: ContractId): OutputOf<'editor.state'> {
    const row = findCopy(db, contractId);
    return row === undefined ? null : { savedAt: row.saved_at, savedByName: row.saved_by_name, suggestions: row.suggestions, comments: row.comments };
  }

  function keep(call: Call, contractId: ContractId, kept: WorkingCopy): Result<{ readonly savedAt: number }, 'NOT_FOUND' | 'SIGNED_IS_FIXED'> {
    const contract = readContract(call, contractId);
    if (!contract.ok) return contract;
    if (!isEditable(contract.value.summary.stage)) return fail('SIGNED_IS_FIXED');
    return call.write((db, note) => {
      note('contract', contractId, { workingCopyOf: kept.baseVersion });
      return succeed({ savedAt: put(call, db, contractId, kept) });
    });
  }

  function discard(call: Call, contractId: ContractId): Result<null, 'NOT_FOUND'> {
    return call.write<null, 'NOT_FOUND'>((db, note) => {
      if (deleteCopy(db, contractId) === 0) return fail('NOT_FOUND');
      note('contract', contractId, { workingCopy: 'discarded' });
      return succeed(null);
    });
  }

  function save(call: Call, text: TextToSave): Result<{ readonly versionNumber: number; readonly isNew: boolean }, AppendError | 'NO_TEXT'> {
    const { contractId, goesOn } = text;
    const contract = readContract(call, contractId);
    if (!contract.ok) return contract;
    const { summary, body } = contract.value;
    if (body === null || isWithheld(body)) return fail('NO_TEXT');
    if (!isEditable(summary.stage)) return fail('SIGNED_IS_FIXED');
    const settle = (db: Writable, baseVersion: number) => {
      if (goesOn === null) deleteCopy(db, contractId);
      else put(call, db, contractId, { ...goesOn, baseVersion });
    };
    if (saysTheSame(body.bodyZh, text.bodyZh) && saysTheSame(body.bodyEn, text.bodyEn)) {
      return call.write((db, note) => {
        settle(db, summary.versionNumber);
        note('contract', contractId, { workingCopy: 'unchanged' });
        return succeed({ versionNumber: summary.versionNumber, isNew: false });
      });
    }
    const added = addVersion(call, text, text, text.label, (db, _, versionNumber) => settle(db, versionNumber));
    return added.ok ? succeed({ versionNumber: added.value, isNew: true }) : added;
  }

  function put(call: Call, db: Writable, contractId: ContractId, kept: WorkingCopy): number {
    const at = clock.now();
    const ids = [kept.zh, kept.en].flatMap(({ annotations }) => annotations.flatMap(({ kind, id }) => (kind === 'comment' ? [] : [id])));
    const comments = kept.comments.filter(({ resolvedAt }) => resolvedAt === null).length;
    saveCopy(db, contractId, { copy: JSON.stringify(kept), suggestions: new Set(ids).size, comments, at, by: call.session.user.id });
    return at;
  }

  return { copy, state, keep, discard, save };
}
