import { isChild, recordProblems, type RecordProblem } from '#shared/features/contracts/record-rules.ts';
import { contractRecordSchema, recordDetailsSchema, type ContractRecord, type NoticePeriod, type RecordAmount, type RecordParty } from '#shared/features/contracts/record.ts';
import type { Contract } from '#shared/features/contracts/model.ts';
import type { ContractType } from '#shared/features/templates/model.ts';
import type { InputOf } from '#shared/ipc/registry.ts';
import { minorDigits, moneyToFigures, parseMoney, type Currency } from '#shared/kernel/money.ts';
import { isWithheld } from '#shared/kernel/withheld.ts';

/** A record as it stands in the fields: everything as text, so that wrong input stays as it was typed. */
export type RecordForm = Readonly<Record<RecordFieldName, string>>;

export type RecordFieldName =
  | 'title' | 'contractType' | 'number' | 'language' | 'stage' | 'recordKind' | 'parentId' | 'direction'
  | 'partyA' | 'signatoryA' | 'partyB' | 'signatoryB'
  | 'signedOn' | 'effectiveOn' | 'expiresOn' | 'initialTermMonths' | 'renewalType' | 'renewalTermMonths' | 'maxRenewals'
  | 'optOutAmount' | 'optOutUnit' | 'noticeMethod' | 'exitAmount' | 'exitUnit' | 'exitAnchor'
  | 'inclusive' | 'currency' | 'exclusive' | 'taxPercent' | 'basis'
  | 'governingLaw' | 'disputeMode' | 'disputeForum' | 'signingPlace'
  | 'ownerName' | 'department' | 'confidentiality' | 'tags' | 'physicalCopyLocation' | 'copies' | 'notes';

/** What is wrong at a field, as a code with a sentence under `contracts.record.problem`. */
export interface FieldTrouble {
  readonly field: RecordFieldName;
  readonly code: RecordProblem['code'] | 'REQUIRED' | 'NOT_A_DAY' | 'NOT_A_NUMBER' | 'NOT_AN_AMOUNT';
  readonly isNote: boolean;
}

export interface ReadForm {
  readonly record: ContractRecord;
  readonly amount: RecordAmount | null;
  readonly troubles: readonly FieldTrouble[];
}

export const emptyRecordForm: RecordForm = {
  title: '', contractType: 'purchase', number: '', language: 'zh', stage: 'signed', recordKind: 'standalone', parentId: '', direction: 'pay',
  partyA: '', signatoryA: '', partyB: '', signatoryB: '',
  signedOn: '', effectiveOn: '', expiresOn: '', initialTermMonths: '', renewalType: 'none', renewalTermMonths: '', maxRenewals: '',
  optOutAmount: '', optOutUnit: 'day', noticeMethod: 'ems', exitAmount: '', exitUnit: 'day', exitAnchor: 'none',
  inclusive: '', currency: 'CNY', exclusive: '', taxPercent: '', basis: 'fixed',
  governingLaw: '', disputeMode: '', disputeForum: '', signingPlace: '',
  ownerName: '', department: '', confidentiality: 'internal', tags: '', physicalCopyLocation: '', copies: '', notes: '',
};

/** The fields of a stored contract. */
export function contractToForm({ summary, record, amount }: Contract): RecordForm {
  const { details } = record;
  const text = (value: number | string | null): string => (value === null ? '' : String(value));
  const known = isWithheld(amount) ? null : amount;
  return {
    title: summary.title, contractType: summary.contractType, number: summary.number, language: summary.language, stage: summary.stage,
    recordKind: record.recordKind, parentId: text(record.parentId), direction: record.direction,
    partyA: text(record.parties[0]?.partyId ?? null), signatoryA: record.parties[0]?.signatory ?? '',
    partyB: text(record.parties[1]?.partyId ?? null), signatoryB: record.parties[1]?.signatory ?? '',
    signedOn: text(record.signedOn), effectiveOn: text(record.effectiveOn), expiresOn: text(record.expiresOn),
    initialTermMonths: text(details.initialTermMonths), renewalType: record.renewalType,
    renewalTermMonths: text(details.renewalTermMonths), maxRenewals: text(details.maxRenewals),
    optOutAmount: text(details.optOutPeriod?.amount ?? null), optOutUnit: details.optOutPeriod?.unit ?? 'day', noticeMethod: details.noticeMethod,
    exitAmount: text(details.exitNotice?.amount ?? null), exitUnit: details.exitNotice?.unit ?? 'day', exitAnchor: details.exitAnchor,
    inclusive: known === null ? '' : moneyToFigures(known.inclusive), currency: known?.inclusive.currency ?? 'CNY',
    exclusive: exclusiveText(known),
    taxPercent: known === null || known.taxBasisPoints === null ? '' : String(known.taxBasisPoints / 100), basis: known?.basis ?? 'fixed',
    governingLaw: details.governingLaw, disputeMode: text(details.disputeMode), disputeForum: details.disputeForum, signingPlace: details.signingPlace,
    ownerName: record.ownerName, department: record.department, confidentiality: record.confidentiality, tags: record.tags.join('、'),
    physicalCopyLocation: details.physicalCopyLocation, copies: text(details.copies), notes: details.notes,
  };
}

function exclusiveText(amount: RecordAmount | null): string {
  if (amount === null || amount.exclusiveMinor === null) return '';
  return moneyToFigures({ minor: amount.exclusiveMinor, currency: amount.inclusive.currency });
}

/** Reads the fields; what has no field here is kept from `base`. Null where a field can't be read at all. */
export function readRecordForm(form: RecordForm, base: ContractRecord | null): ReadForm | { readonly record: null; readonly troubles: readonly FieldTrouble[] } {
  const troubles: FieldTrouble[] = [];
  const trouble = (field: RecordFieldName, code: FieldTrouble['code'], isNote = false) => void troubles.push({ field, code, isNote });
  if (form.title.trim() === '') trouble('title', 'REQUIRED');
  for (const field of ['signedOn', 'effectiveOn', 'expiresOn'] as const) {
    if (form[field] !== '' && !/^\d{4}-\d{2}-\d{2}$/.test(form[field])) trouble(field, 'NOT_A_DAY');
  }
  const count = (field: RecordFieldName): number | null => {
    if (form[field].trim() === '') return null;
    if (/^\d{1,4}$/.test(form[field].trim())) return Number(form[field]);
    trouble(field, 'NOT_A_NUMBER');
    return null;
  };
  const amount = readAmount(form, trouble);
  const parsed = contractRecordSchema.safeParse({
    recordKind: form.recordKind,
    parentId: form.parentId === '' || !isChild({ recordKind: form.recordKind as ContractRecord['recordKind'] }) ? null : form.parentId,
    direction: form.direction,
    parties: partiesOf(form, base),
    signedOn: form.signedOn === '' ? null : form.signedOn,
    effectiveOn: form.effectiveOn === '' ? null : form.effectiveOn,
    expiresOn: form.expiresOn === '' ? null : form.expiresOn,
    renewalType: form.renewalType,
    ownerName: form.ownerName,
    department: form.department,
    confidentiality: form.confidentiality,
    tags: form.tags.split(/[、,，;；]/).map((tag) => tag.trim()).filter((tag) => tag !== ''),
    details: {
      ...(base?.details ?? recordDetailsSchema.parse({})),
      initialTermMonths: count('initialTermMonths'),
      renewalTermMonths: count('renewalTermMonths'),
      maxRenewals: count('maxRenewals'),
      optOutPeriod: periodOf(count('optOutAmount'), form.optOutUnit),
      noticeMethod: form.noticeMethod,
      exitNotice: periodOf(count('exitAmount'), form.exitUnit),
      exitAnchor: form.exitAnchor,
      governingLaw: form.governingLaw,
      disputeMode: form.disputeMode === '' ? null : form.disputeMode,
      disputeForum: form.disputeForum,
      signingPlace: form.signingPlace,
      physicalCopyLocation: form.physicalCopyLocation,
      copies: count('copies'),
      notes: form.notes,
    },
  });
  if (!parsed.success || troubles.some(({ isNote }) => !isNote)) return { record: null, troubles };
  for (const { field, code, isNote } of recordProblems(parsed.data, amount)) trouble(fieldOf(field), code, isNote);
  return { record: parsed.data, amount, troubles };
}

/** What `contracts.register` takes, from the fields and what was read of them. */
export function registration(form: RecordForm, { record, amount }: ReadForm): InputOf<'contracts.register'> {
  return {
    title: form.title.trim(),
    contractType: form.contractType as ContractType,
    number: form.number.trim(),
    language: form.language as InputOf<'contracts.register'>['language'],
    stage: form.stage as InputOf<'contracts.register'>['stage'],
    record,
    amount,
  };
}

type Trouble = (field: RecordFieldName, code: FieldTrouble['code']) => void;

function readAmount(form: RecordForm, trouble: Trouble): RecordAmount | null {
  const currency = form.currency as Currency;
  const read = (field: 'inclusive' | 'exclusive') => {
    if (form[field].trim() === '') return null;
    const money = parseMoney(form[field], currency);
    if (!money.ok) trouble(field, 'NOT_AN_AMOUNT');
    return money.ok ? money.value : null;
  };
  const [inclusive, exclusive] = [read('inclusive'), read('exclusive')];
  const percent = form.taxPercent.trim();
  if (percent !== '' && !/^\d{1,2}(\.\d{1,2})?$/.test(percent)) trouble('taxPercent', 'NOT_A_NUMBER');
  const taxBasisPoints = percent === '' ? null : Math.round(Number(percent) * 100);
  if (inclusive === null) return null;
  return { inclusive, exclusiveMinor: exclusive?.minor ?? null, taxBasisPoints, basis: form.basis as RecordAmount['basis'] };
}

/** The sum with tax that follows from the two other fields; null when they don't say. */
export function inclusiveFrom(form: RecordForm): string | null {
  const currency = form.currency as Currency;
  const exclusive = parseMoney(form.exclusive, currency);
  if (!exclusive.ok || !/^\d{1,2}(\.\d{1,2})?$/.test(form.taxPercent.trim())) return null;
  const scale = 10 ** minorDigits(currency);
  const minor = Math.round(exclusive.value.minor * (1 + Number(form.taxPercent) / 100));
  return scale === 0 ? null : moneyToFigures({ minor, currency });
}

function partiesOf(form: RecordForm, base: ContractRecord | null): readonly RecordParty[] {
  const own = [
    { partyId: form.partyA, role: 'party_a', signatory: form.signatoryA },
    { partyId: form.partyB, role: 'party_b', signatory: form.signatoryB },
  ].filter(({ partyId }) => partyId !== '');
  return [...(own as unknown as RecordParty[]), ...(base?.parties.slice(2) ?? [])];
}

function periodOf(amount: number | null, unit: string): NoticePeriod | null {
  return amount === null || amount === 0 ? null : { amount, unit: unit as NoticePeriod['unit'] };
}

const formFields: Readonly<Record<string, RecordFieldName>> = {
  parties: 'partyB',
  'details.initialTermMonths': 'initialTermMonths',
  'details.renewalTermMonths': 'renewalTermMonths',
  'details.optOutOn': 'optOutAmount',
  'amount.inclusive': 'inclusive',
  'amount.exclusiveMinor': 'exclusive',
};

function fieldOf(path: string): RecordFieldName {
  return formFields[path] ?? (path as RecordFieldName);
}
