import { recordProblems, withTax } from '../contracts/record-rules.ts';
import { recordDetailsSchema, type ContractRecord, type RecordAmount, type RecordKind } from '../contracts/record.ts';
import type { ContractId } from '../contracts/model.ts';
import type { Stage } from '../contracts/stage.ts';
import type { PartyId } from '../parties/model.ts';
import type { ContractType } from '../templates/model.ts';
import { companyKey } from './similar-names.ts';
import type { CheckedContractRow, ContractField } from './model.ts';
import type { ImportProblemCode } from './plan.ts';

/** A side of a contract as a ledger names it. */
export interface NamedParty {
  readonly role: 'party_a' | 'party_b';
  readonly name: string;
  /** Empty: not given. */
  readonly uscc: string;
}

/** A ledger's row as a contract that could be registered, its parties and its parent by name still. */
export interface ContractDraft {
  /** Empty: the next of the vault's own series. */
  readonly number: string;
  readonly title: string;
  readonly contractType: ContractType;
  readonly language: 'zh' | 'en';
  readonly stage: Stage;
  readonly parentNumber: string | null;
  readonly parties: readonly NamedParty[];
  readonly record: ContractRecord;
  readonly amount: RecordAmount | null;
}

export interface DraftProblem {
  readonly field: ContractField;
  readonly code: ImportProblemCode;
}

/**
 * The contract that a row tells of. What the row leaves open is taken as plainly as it can be: another type, no money,
 * no renewal; signed when it has a day of signature, else a draft; an order when it names a parent, unless its type
 * says more.
 */
export function draftOf(row: CheckedContractRow): { readonly draft: ContractDraft; readonly problems: readonly DraftProblem[] } {
  const parties = [side('party_a', row.partyA, ''), side('party_b', row.partyB, row.partyBUscc ?? '')].filter((one) => one !== null);
  const record: ContractRecord = {
    recordKind: row.recordKind ?? likelyKind(row),
    parentId: null,
    direction: row.direction ?? 'none',
    parties: [],
    signedOn: row.signedOn,
    effectiveOn: row.effectiveOn,
    expiresOn: row.expiresOn,
    renewalType: row.renewalType ?? 'none',
    ownerName: row.owner ?? '',
    department: row.department ?? '',
    confidentiality: row.confidentiality ?? 'internal',
    tags: row.tags,
    details: detailsOf(row),
  };
  const amount = amountOf(row);
  const draft: ContractDraft = {
    number: row.number ?? '',
    title: row.title,
    contractType: row.contractType ?? 'other',
    language: /\p{Script=Han}/u.test(row.title) ? 'zh' : 'en',
    stage: row.stage ?? (row.signedOn === null ? 'draft' : 'signed'),
    parentNumber: row.parentNumber,
    parties,
    record,
    amount: amount === 'RATE_MISSING' ? null : amount,
  };
  const problems: DraftProblem[] = bookProblems(draft);
  if (amount === 'RATE_MISSING') problems.push({ field: 'taxRate', code: 'RATE_MISSING' });
  return { draft, problems };
}

function side(role: NamedParty['role'], name: string | null, uscc: string): NamedParty | null {
  return name === null ? null : { role, name, uscc };
}

function likelyKind({ parentNumber, contractType }: CheckedContractRow): RecordKind {
  if (parentNumber !== null) return contractType === 'supplementary' ? 'amendment' : 'order';
  if (contractType === 'framework') return 'master';
  return contractType === 'nda' ? 'nda' : 'standalone';
}

function detailsOf(row: CheckedContractRow): ContractRecord['details'] {
  const renews = row.renewalType === 'auto' || row.renewalType === 'option';
  return recordDetailsSchema.parse({
    initialTermMonths: row.initialTermMonths,
    renewalTermMonths: row.renewalTermMonths,
    // Where a contract renews, its period of notice is the one against renewal; else the one to end it.
    ...(renews ? { optOutPeriod: row.noticePeriod } : { exitNotice: row.noticePeriod }),
    governingLaw: row.governingLaw ?? '',
    disputeMode: row.disputeMode,
    disputeForum: row.disputeForum ?? '',
    physicalCopyLocation: row.physicalCopyLocation ?? '',
    notes: row.notes ?? '',
  });
}

/** A sum without tax and without a rate doesn't tell the sum with tax, and nothing is made up. */
function amountOf(row: CheckedContractRow): RecordAmount | null | 'RATE_MISSING' {
  const { amountInclTax, amountExclTax, taxBasisPoints, currency } = row;
  if (amountInclTax === null && amountExclTax === null) return null;
  if (amountInclTax === null && taxBasisPoints === null) return 'RATE_MISSING';
  const exclusiveMinor = amountExclTax?.minor ?? null;
  const inclusive = amountInclTax ?? { minor: withTax(exclusiveMinor ?? 0, taxBasisPoints ?? 0), currency };
  return { inclusive, exclusiveMinor, taxBasisPoints, basis: 'fixed' };
}

// Ids stand for what is only named yet, so that the record's own rules can judge it.
const someParent = 'parent' as ContractId;

function bookProblems({ record, amount, parties, parentNumber }: ContractDraft): DraftProblem[] {
  const judged: ContractRecord = {
    ...record,
    parentId: parentNumber === null ? null : someParent,
    parties: parties.map(({ role, name }) => ({ partyId: (companyKey(name) || name) as PartyId, role, signatory: '' })),
  };
  return recordProblems(judged, amount)
    // Hidden characters were judged in each cell.
    .filter(({ isNote, code }) => !isNote && code !== 'INVISIBLE_CHARACTERS')
    .map(({ field, code }) => ({ field: fieldByPath[field] ?? 'title', code: code === 'TAX_DOES_NOT_ADD_UP' ? 'TAX_DIFFERS' : code as ImportProblemCode }));
}

const fieldByPath: Readonly<Record<string, ContractField>> = {
  parentId: 'parentNumber',
  parties: 'partyB',
  expiresOn: 'expiresOn',
  'details.initialTermMonths': 'initialTerm',
  'details.renewalTermMonths': 'renewalTerm',
  'amount.inclusive': 'amountInclTax',
  'amount.exclusiveMinor': 'amountExclTax',
};
