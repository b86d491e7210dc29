import type { ContractId, ContractLanguage } from '#shared/features/contracts/model.ts';
import type { ContractRecord, RecordAmount } from '#shared/features/contracts/record.ts';
import type { Stage } from '#shared/features/contracts/stage.ts';
import type { ImportBatchId, ImportPlan } from '#shared/features/imports/plan.ts';
import type { PartyBank, PartyDetails, PartyId } from '#shared/features/parties/model.ts';
import type { ContractType } from '#shared/features/templates/model.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { Writable } from '../../db/connection.ts';
import { namesOf } from '../../imports/checking/check-rows.ts';
import type { DraftParty, ReadyContract, ReadyRow } from '../../imports/checking/import-source.ts';
import type { RecordChange, Session } from '../../vault/session.ts';
import { createMeeting, type MetRow } from './meet-vault.ts';
import { insertEntry } from './queries.ts';

export interface ContractToAdd {
  readonly number: string;
  readonly title: string;
  readonly contractType: ContractType;
  readonly language: ContractLanguage;
  readonly stage: Stage;
  readonly record: ContractRecord;
  readonly amount?: RecordAmount | null;
}

/** What other features do for an import, handed in by the composition root; each within the running transaction. */
export interface Additions {
  readonly addContract: (session: Session, db: Writable, note: RecordChange, entry: ContractToAdd) => Result<ContractId>;
  readonly addParty: (
    session: Session,
    db: Writable,
    note: RecordChange,
    entry: { readonly details: PartyDetails; readonly bank: PartyBank | null },
  ) => Result<{ readonly id: PartyId }>;
}

export interface WriterParts extends Additions {
  readonly session: Session;
  readonly batchId: ImportBatchId;
  readonly plan: ImportPlan;
}

export type WrittenOutcome = 'added' | 'skipped' | 'bad';

/** Writes rows of one batch, each in the transaction that it is given, and notes what came of them. */
export function createRowWriter(parts: WriterParts): (db: Writable, note: RecordChange, row: ReadyRow) => WrittenOutcome {
  const { session, batchId, plan } = parts;
  const mayAddParties = session.permissions.has('parties.write');
  const holdsFinance = session.holds('finance');
  const meet = createMeeting({ plan, batchId, mayAddParties, holdsFinance });
  const idByMark = new Map<string, PartyId>();

  return (db, note, row) => {
    if (row.outcome !== 'good') return row.outcome;
    const met = meet(db, row);
    if (met.outcome !== 'good') return met.outcome;
    if (row.contract !== undefined) return writeContract(db, note, row.contract, met);
    if (row.party === undefined) return 'bad';
    const { bankName, bankAccount, ...details } = row.party;
    const added = parts.addParty(session, db, note, { details, bank: holdsFinance ? { bankName, bankAccount } : null });
    if (!added.ok) return added.error.code === 'USCC_TAKEN' ? 'skipped' : 'bad';
    insertEntry(db, batchId, 'party', added.value.id);
    return 'added';
  };

  function writeContract(db: Writable, note: RecordChange, contract: ReadyContract, { number, parentId }: MetRow): WrittenOutcome {
    const parties: ContractRecord['parties'][number][] = [];
    for (const party of contract.parties) {
      const partyId = partyOf(db, note, party);
      if (partyId === null) return 'bad';
      parties.push({ partyId, role: party.role, signatory: '' });
    }
    const { title, contractType, language, stage, amount } = contract;
    const record = { ...contract.record, parentId, parties, details: detailsOf(contract, number) };
    const entry = { number, title, contractType, language, stage, record, ...(holdsFinance ? { amount } : {}) };
    const added = parts.addContract(session, db, note, entry);
    if (!added.ok) return 'bad';
    insertEntry(db, batchId, 'contract', added.value);
    return 'added';
  }

  function partyOf(db: Writable, note: RecordChange, { meant, role, name, uscc }: DraftParty): PartyId | null {
    if ('id' in meant) return meant.id;
    const known = idByMark.get(meant.mark);
    if (known !== undefined) return known;
    const details: PartyDetails = { ...emptyDetails, ...namesOf(name), uscc, kind: role === 'party_a' ? 'internal' : 'company' };
    const added = parts.addParty(session, db, note, { details, bank: null });
    if (!added.ok) return null;
    idByMark.set(meant.mark, added.value.id);
    insertEntry(db, batchId, 'party', added.value.id);
    return added.value.id;
  }
}

// Data, not a sentence: it must read the same for everyone who opens the vault.
const formerNumber = '原编号 / Former number';

/** A contract whose number was taken keeps it as a field of its own. */
function detailsOf({ record: { details }, number }: ReadyContract, given: string): ContractRecord['details'] {
  if (number === '' || given !== '') return details;
  return { ...details, custom: [...details.custom, { name: formerNumber, kind: 'text', value: number }] };
}

const emptyDetails = {
  legalRepresentative: '',
  registeredAddress: '',
  noticeAddress: '',
  contactName: '',
  contactPhone: '',
  contactEmail: '',
  notes: '',
} as const;
