import type { ContractId } from '#shared/features/contracts/model.ts';
import type { ImportBatchId, ImportPlan, ImportProblem } from '#shared/features/imports/plan.ts';
import type { Readable } from '../../db/connection.ts';
import type { ReadyContract, ReadyRow } from '../../imports/checking/import-source.ts';
import { createKnownContracts } from './known-contracts.ts';
import { findContractByNumber } from './queries.ts';

/** A row after everything that can be judged. */
export interface MetRow {
  readonly outcome: ReadyRow['outcome'];
  readonly problems: readonly ImportProblem[];
  /** Of a contract: its number, empty where it gets one of the vault's own series. */
  readonly number: string;
  readonly parentId: ContractId | null;
}

export interface MeetingOptions {
  readonly plan: ImportPlan;
  /** The batch that adds the rows; null in a dry run: nothing is added, so that a parent may be in the file only. */
  readonly batchId: ImportBatchId | null;
  readonly mayAddParties: boolean;
  readonly holdsFinance: boolean;
}

/** Judges rows, in their order, by what the vault holds: numbers that are taken, contracts that are there already, parents, rights. */
export function createMeeting({ plan, batchId, mayAddParties, holdsFinance }: MeetingOptions): (db: Readable, row: ReadyRow) => MetRow {
  const refusedNumbers = new Set<string>();
  const knownContract = createKnownContracts({ batchId, holdsFinance });
  return (db, row) => {
    if (row.contract === undefined) return { outcome: row.outcome, problems: row.problems, number: '', parentId: null };
    const { contract } = row;
    const problems = [...row.problems];
    const say = (field: ImportProblem['field'], code: ImportProblem['code'], weight: ImportProblem['weight'], shown: string, other = ''): void => {
      problems.push({ rowNumber: row.rowNumber, field, code, weight, shown: shown.slice(0, 80), other });
    };
    const isTaken = contract.number !== '' && findContractByNumber(db, contract.number) !== undefined;
    if (isTaken && !problems.some(({ code }) => code === 'NUMBER_TWICE')) say('number', 'NUMBER_TAKEN', 'duplicate', contract.number);
    const known = contract.number === '' && !problems.some(({ code }) => code === 'ROW_TWICE') ? knownContract(db, contract) : null;
    if (known !== null) say('title', 'CONTRACT_KNOWN', 'duplicate', contract.title, known);
    if ((isTaken || known !== null) && plan.options.onDuplicate === 'skip') return { outcome: 'skipped', problems, number: '', parentId: null };
    const parentId = contract.parentNumber === null ? null : (findContractByNumber(db, contract.parentNumber) ?? null);
    if (contract.parentNumber !== null && parentId === null && !isComing(contract, contract.parentNumber)) {
      say('parentNumber', 'PARENT_NOT_FOUND', 'refused', contract.parentNumber);
    }
    if (!mayAddParties) {
      const unknown = contract.parties.find(({ meant }) => 'mark' in meant);
      if (unknown !== undefined) say(unknown.role === 'party_a' ? 'partyA' : 'partyB', 'PARTY_UNKNOWN', 'refused', unknown.name);
    }
    const isRefused = problems.some(({ weight }) => weight === 'refused');
    if (isRefused && contract.number !== '') refusedNumbers.add(contract.number);
    return { outcome: isRefused ? 'bad' : 'good', problems, number: isTaken ? '' : contract.number, parentId };
  };

  function isComing({ isParentInFile }: ReadyContract, parentNumber: string): boolean {
    return batchId === null && isParentInFile && !refusedNumbers.has(parentNumber);
  }
}
