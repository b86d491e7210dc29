import { contractRecordSchema, type ContractRecord, type NoticePeriod, type RecordAmount } from '#shared/features/contracts/record.ts';
import { headProblems, isChild, recordProblems, type RecordProblemCode } from '#shared/features/contracts/record-rules.ts';
import { parseMoney, type MoneyTextError } from '#shared/kernel/money.ts';
import { readDay, readRate, readWhole, type Read } from './read-entries.ts';
import type { PeriodUnit, RecordForm } from './record-form.ts';

export type RecordFormCode =
  | RecordProblemCode
  | Exclude<MoneyTextError, 'EMPTY'>
  | Extract<Read<never>, { readonly problem: string }>['problem']
  | 'REQUIRED'
  | 'TOO_LONG'
  | 'SIGNING_DATE_UNKNOWN';

export interface RecordFormProblem {
  /** The field of the form; `custom.0.name` for a row's part. */
  readonly key: string;
  readonly code: RecordFormCode;
  /** A note does not hinder saving. */
  readonly isNote: boolean;
}

export interface RecordAssessment {
  readonly title: string;
  /** As it would be saved; null while something keeps it from being read. */
  readonly record: ContractRecord | null;
  readonly amount: RecordAmount | null;
  /** In the order of the form. */
  readonly problems: readonly RecordFormProblem[];
}

/** What the form says, and everything that is wrong with it or rarely meant. */
export function assessRecord(form: RecordForm, isNew: boolean): RecordAssessment {
  const problems: RecordFormProblem[] = [];
  const say = (key: string, code: RecordFormCode, isNote = false) => void problems.push({ key, code, isNote });
  const title = form.title.trim();
  if (title === '') say('title', 'REQUIRED');
  headProblems(form).forEach(({ field, code }) => say(field, code));
  const amount = readAmount(form, say);
  const parsed = contractRecordSchema.safeParse(readRecord(form, say));
  if (!parsed.success) parsed.error.issues.forEach(({ path }) => say(formKey(path.join('.'), form), 'TOO_LONG'));
  const record = parsed.success ? parsed.data : null;
  if (record !== null) {
    recordProblems(record, amount).forEach(({ field, code, isNote }) => say(formKey(field, form), code, isNote));
    if (isNew && form.stage === 'signed' && form.signedOn === '') say('signedOn', 'SIGNING_DATE_UNKNOWN', true);
  }
  return { title, record, amount, problems: inFormOrder(problems, form) };
}

type Say = (key: string, code: RecordFormCode, isNote?: boolean) => void;

function readRecord(form: RecordForm, say: Say) {
  const read = <Value>(key: string, entry: Read<Value>): Value | null => {
    if ('value' in entry) return entry.value;
    say(key, entry.problem);
    return null;
  };
  const period = (key: 'optOutPeriod' | 'exitNotice', unit: PeriodUnit): NoticePeriod | null => {
    const amount = read(key, readWhole(form[key], 1, 1000));
    return amount === null ? null : { amount, unit };
  };
  const { recordKind, direction, renewalType, ownerName, department, confidentiality, tags } = form;
  const { signingPlace, noticeMethod, exitAnchor, continuingAfterExpiry, governingLaw, disputeForum, seat } = form;
  const { physicalCopyLocation, notes } = form;
  return {
    ...{ recordKind, direction, renewalType, ownerName, department, confidentiality, tags },
    parentId: isChild(form) && form.parentId !== '' ? form.parentId : null,
    parties: form.parties.filter(({ partyId }) => partyId !== ''),
    signedOn: read('signedOn', readDay(form.signedOn)),
    effectiveOn: read('effectiveOn', readDay(form.effectiveOn)),
    expiresOn: read('expiresOn', readDay(form.expiresOn)),
    details: {
      ...{ signingPlace, noticeMethod, exitAnchor, continuingAfterExpiry, governingLaw, disputeForum, seat },
      ...{ physicalCopyLocation, notes },
      effectiveCondition: form.effectiveCondition === '' ? null : form.effectiveCondition,
      initialTermMonths: read('initialTermMonths', readWhole(form.initialTermMonths, 1, 1200)),
      renewalTermMonths: read('renewalTermMonths', readWhole(form.renewalTermMonths, 1, 1200)),
      maxRenewals: read('maxRenewals', readWhole(form.maxRenewals, 0, 100)),
      optOutOn: read('optOutOn', readDay(form.optOutOn)),
      optOutPeriod: period('optOutPeriod', form.optOutUnit),
      exitNotice: period('exitNotice', form.exitUnit),
      disputeMode: form.disputeMode === '' ? null : form.disputeMode,
      warrantyUntil: read('warrantyUntil', readDay(form.warrantyUntil)),
      copies: read('copies', readWhole(form.copies, 0, 999)),
      custom: filledRows(form).map(({ row }) => row),
    },
  };
}

function readAmount({ inclusive, exclusive, taxRate, currency, basis }: RecordForm, say: Say): RecordAmount | null {
  const [sum, without, rate] = [parseMoney(inclusive, currency), parseMoney(exclusive, currency), readRate(taxRate)];
  if (!without.ok && without.error.code !== 'EMPTY') say('exclusive', without.error.code);
  if ('problem' in rate) say('taxRate', rate.problem);
  if (!sum.ok) {
    const isAsked = exclusive.trim() !== '' || taxRate.trim() !== '';
    if (sum.error.code !== 'EMPTY') say('inclusive', sum.error.code);
    else if (isAsked) say('inclusive', 'REQUIRED');
    return null;
  }
  const taxBasisPoints = 'value' in rate ? rate.value : null;
  return { inclusive: sum.value, exclusiveMinor: without.ok ? without.value.minor : null, taxBasisPoints, basis };
}

/** A row of one's own fields counts once something stands in it; its place in the form is kept for its problems. */
function filledRows({ custom }: RecordForm) {
  return custom.map((row, index) => ({ row, index })).filter(({ row }) => row.name.trim() !== '' || row.value.trim() !== '');
}

/** Where the form shows what the rules say of a record's path. */
function formKey(path: string, form: RecordForm): string {
  if (path === 'amount.exclusiveMinor') return 'exclusive';
  if (path.startsWith('amount.')) return 'inclusive';
  const row = /^details\.custom\.(\d+)\.(\w+)/.exec(path);
  if (row !== null) return `custom.${filledRows(form)[Number(row[1])]?.index ?? 0}.${row[2] ?? 'name'}`;
  return path.replace(/^details\./, '').split('.')[0] ?? path;
}

/** One problem for a field, the gravest first; fields from top to bottom. */
function inFormOrder(problems: readonly RecordFormProblem[], form: RecordForm): readonly RecordFormProblem[] {
  const fields = Object.keys(form);
  const place = ({ key }: RecordFormProblem) => fields.indexOf(key.split('.')[0] ?? key);
  const ordered = problems.toSorted((one, other) => Number(one.isNote) - Number(other.isNote) || place(one) - place(other));
  return ordered.filter(({ key }, index) => ordered.findIndex((each) => each.key === key) === index);
}
