import type { Contract, ContractLanguage } from '#shared/features/contracts/model.ts';
import type {
  AmountBasis,
  Confidentiality,
  ContractRecord,
  Direction,
  NoticeMethod,
  RecordAmount,
  RecordDetails,
  RecordKind,
  RenewalType,
} from '#shared/features/contracts/record.ts';
import type { ContractType } from '#shared/features/templates/model.ts';
import { moneyToFigures, type Currency } from '#shared/kernel/money.ts';
import { isWithheld } from '#shared/kernel/withheld.ts';

/** A field that the house keeps beside ours. */
export type CustomField = RecordDetails['custom'][number];

export interface PartyRow {
  /** Empty until one is chosen. */
  readonly partyId: string;
  /** What was typed to find one, until it is chosen. */
  readonly name: string;
  readonly role: ContractRecord['parties'][number]['role'];
  readonly signatory: string;
}

export type PeriodUnit = 'day' | 'workingDay' | 'month';

/** Everything in the form of a record, exactly as typed. Dates are a day, empty, or `incomplete`. */
export interface RecordForm {
  readonly title: string;
  readonly contractType: ContractType;
  /** The three that are asked for only when a contract is registered. */
  readonly number: string;
  readonly language: ContractLanguage;
  readonly stage: 'draft' | 'signed';
  readonly recordKind: RecordKind;
  readonly parentId: string;
  readonly parties: readonly PartyRow[];
  readonly direction: Direction;
  readonly currency: Currency;
  readonly inclusive: string;
  readonly exclusive: string;
  readonly taxRate: string;
  readonly basis: AmountBasis;
  readonly signedOn: string;
  readonly signingPlace: string;
  readonly effectiveCondition: NonNullable<RecordDetails['effectiveCondition']> | '';
  readonly effectiveOn: string;
  readonly initialTermMonths: string;
  readonly expiresOn: string;
  readonly renewalType: RenewalType;
  readonly renewalTermMonths: string;
  readonly maxRenewals: string;
  readonly optOutPeriod: string;
  readonly optOutUnit: PeriodUnit;
  readonly optOutOn: string;
  readonly noticeMethod: NoticeMethod;
  readonly exitNotice: string;
  readonly exitUnit: PeriodUnit;
  readonly exitAnchor: RecordDetails['exitAnchor'];
  readonly continuingAfterExpiry: boolean;
  readonly governingLaw: string;
  readonly disputeMode: NonNullable<RecordDetails['disputeMode']> | '';
  readonly disputeForum: string;
  readonly seat: string;
  readonly ownerName: string;
  readonly department: string;
  readonly confidentiality: Confidentiality;
  readonly tags: readonly string[];
  readonly warrantyUntil: string;
  readonly physicalCopyLocation: string;
  readonly copies: string;
  readonly notes: string;
  readonly custom: readonly CustomField[];
}

/** From the top of the page to its end: in this order problems are told. */
export const fieldsInPageOrder = [
  ...(['title', 'number', 'stage', 'contractType', 'language', 'recordKind', 'parentId', 'parties'] as const),
  ...(['signedOn', 'signingPlace', 'effectiveOn', 'effectiveCondition', 'initialTermMonths', 'expiresOn', 'continuingAfterExpiry'] as const),
  ...(['renewalType', 'renewalTermMonths', 'maxRenewals', 'optOutPeriod', 'optOutUnit', 'optOutOn', 'noticeMethod'] as const),
  ...(['exitNotice', 'exitUnit', 'exitAnchor', 'direction', 'basis', 'currency', 'exclusive', 'taxRate', 'inclusive'] as const),
  ...(['governingLaw', 'disputeMode', 'disputeForum', 'seat', 'ownerName', 'department', 'confidentiality', 'warrantyUntil'] as const),
  ...(['physicalCopyLocation', 'copies', 'tags', 'notes', 'custom'] as const),
] satisfies readonly (keyof RecordForm)[];

export function emptyParty(role: PartyRow['role']): PartyRow {
  return { partyId: '', name: '', role, signatory: '' };
}

/** What is asked only when a contract made elsewhere is entered. */
export interface NewRecord {
  readonly language: ContractLanguage;
  readonly kind: RecordKind;
  readonly parentId: string;
}

export function newRecordForm({ language, kind, parentId }: NewRecord): RecordForm {
  return {
    ...{ title: '', contractType: 'other', number: '', language, stage: 'signed' },
    ...{ recordKind: kind, parentId, direction: 'pay' },
    parties: [emptyParty('party_a'), emptyParty('party_b')],
    ...{ currency: 'CNY', inclusive: '', exclusive: '', taxRate: '', basis: 'fixed' },
    ...{ signedOn: '', signingPlace: '', effectiveCondition: '', effectiveOn: '', initialTermMonths: '', expiresOn: '' },
    ...{ renewalType: 'none', renewalTermMonths: '', maxRenewals: '', optOutPeriod: '', optOutUnit: 'day', optOutOn: '' },
    ...{ noticeMethod: 'ems', exitNotice: '', exitUnit: 'day', exitAnchor: 'none', continuingAfterExpiry: false },
    ...{ governingLaw: '', disputeMode: '', disputeForum: '', seat: '' },
    ...{ ownerName: '', department: '', confidentiality: 'internal', tags: [] },
    ...{ warrantyUntil: '', physicalCopyLocation: '', copies: '', notes: '', custom: [] },
  };
}

/** The form that a contract's record reads back from. A withheld amount leaves its fields empty; they are not sent. */
export function contractToRecordForm({ summary, record, amount }: Contract): RecordForm {
  return {
    ...{ title: summary.title, contractType: summary.contractType, number: summary.number, language: summary.language },
    stage: summary.stage === 'draft' ? 'draft' : 'signed',
    ...recordToFields(record),
    ...detailsToFields(record.details),
    ...amountToFields(isWithheld(amount) ? null : amount),
  };
}

function recordToFields(record: ContractRecord) {
  const { recordKind, direction, renewalType, ownerName, department, confidentiality, tags } = record;
  return {
    ...{ recordKind, direction, renewalType, ownerName, department, confidentiality, tags },
    parties: record.parties.map((party) => ({ ...party, name: '' })),
    parentId: record.parentId ?? '',
    signedOn: record.signedOn ?? '',
    effectiveOn: record.effectiveOn ?? '',
    expiresOn: record.expiresOn ?? '',
  };
}

function detailsToFields(details: RecordDetails) {
  const { signingPlace, noticeMethod, exitAnchor, continuingAfterExpiry, governingLaw, disputeForum, seat } = details;
  const { physicalCopyLocation, notes, custom } = details;
  return {
    ...{ signingPlace, noticeMethod, exitAnchor, continuingAfterExpiry, governingLaw, disputeForum, seat },
    ...{ physicalCopyLocation, notes, custom },
    effectiveCondition: details.effectiveCondition ?? '',
    initialTermMonths: numberText(details.initialTermMonths),
    renewalTermMonths: numberText(details.renewalTermMonths),
    maxRenewals: numberText(details.maxRenewals),
    optOutOn: details.optOutOn ?? '',
    optOutPeriod: numberText(details.optOutPeriod?.amount ?? null),
    optOutUnit: details.optOutPeriod?.unit ?? 'day',
    exitNotice: numberText(details.exitNotice?.amount ?? null),
    exitUnit: details.exitNotice?.unit ?? 'day',
    disputeMode: details.disputeMode ?? '',
    warrantyUntil: details.warrantyUntil ?? '',
    copies: numberText(details.copies),
  } as const;
}

function amountToFields(amount: RecordAmount | null) {
  const currency = amount?.inclusive.currency ?? 'CNY';
  const exclusive = amount?.exclusiveMinor ?? null;
  return {
    currency,
    inclusive: amount === null ? '' : moneyToFigures(amount.inclusive),
    exclusive: exclusive === null ? '' : moneyToFigures({ minor: exclusive, currency }),
    taxRate: amount === null || amount.taxBasisPoints === null ? '' : String(amount.taxBasisPoints / 100),
    basis: amount?.basis ?? 'fixed',
  } as const;
}

function numberText(value: number | null): string {
  return value === null ? '' : String(value);
}
