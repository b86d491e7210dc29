import type { z } from 'zod';
import {
  contractRecordSchema,
  longestNumber,
  longestTitle,
  type ContractRecord,
  type NoticePeriod,
  type RecordAmount,
} from '#shared/features/contracts/record.ts';
import { headProblems, isChild, recordProblems, type RecordProblemCode } from '#shared/features/contracts/record-rules.ts';
import { readRate } from '#shared/features/contracts/tax-rate.ts';
import { parseMoney, type MoneyTextError } from '#shared/kernel/money.ts';
import type { ReplyError } from '#shared/ipc/registry.ts';
import { readDay, readWhole, type Read } from './read-entries.ts';
import { fieldsInPageOrder, type PeriodUnit, type RecordForm } from './record-form.ts';

export type RecordFormCode =
  | RecordProblemCode
  | Exclude<MoneyTextError, 'EMPTY'>
  | Extract<Read<never>, { readonly problem: string }>['problem']
  | 'REQUIRED'
  | 'TOO_LONG'
  | 'TOO_MANY'
  | 'UNFIT'
  | 'PARTY_NOT_CHOSEN'
  | 'PARTY_MISSING'
  | 'SIGNING_DATE_UNKNOWN';

/** The bounds that a problem's sentence names. */
export type Bounds = Readonly<Partial<Record<'minimum' | 'maximum', number>>>;

export interface RecordFormProblem {
  /** The field of the form; `custom.0.name` for a row's part. */
  readonly key: string;
  readonly code: RecordFormCode;
  readonly bounds: Bounds;
  /** A note does not hinder saving. */
  readonly isNote: boolean;
}

export interface RecordAssessment {
  readonly title: string;
  /** As it would be saved; null while something keeps it from being read. */
  readonly record: ContractRecord | null;
  readonly amount: RecordAmount | null;
  /** In the order of the page. */
  readonly problems: readonly RecordFormProblem[];
}

/** What the form says, and everything that is wrong with it or rarely meant. */
export function assessRecord(form: RecordForm, isNew: boolean): RecordAssessment {
  const problems: RecordFormProblem[] = [];
  const say: Say = (key, code, bounds = {}) => void problems.push({ key, code, bounds, isNote: false });
  const note = (key: string, code: RecordFormCode) => void problems.push({ key, code, bounds: {}, isNote: true });
  const title = form.title.trim();
  if (title === '') say('title', 'REQUIRED');
  if (title.length > longestTitle) say('title', 'TOO_LONG', { maximum: longestTitle });
  if (isNew && form.number.trim().length > longestNumber) say('number', 'TOO_LONG', { maximum: longestNumber });
  form.parties.forEach((row, index) => {
    if (row.partyId !== '') return;
    if (row.name.trim() !== '') say(`parties.${index}.partyId`, 'PARTY_NOT_CHOSEN');
    else if (row.signatory.trim() !== '') say(`parties.${index}.partyId`, 'PARTY_MISSING');
  });
  headProblems(form).forEach(({ field, code }) => say(field, code));
  const amount = readAmount(form, say);
  const parsed = contractRecordSchema.safeParse(readRecord(form, say));
  if (!parsed.success) parsed.error.issues.forEach((issue) => sayMisfit(formKey(issue.path.join('.'), form), issue, say));
  const record = parsed.success ? parsed.data : null;
  if (record !== null) {
    recordProblems(record, amount).forEach(({ field, code, isNote }) => (isNote ? note : say)(formKey(field, form), code));
    if (isNew && form.stage === 'signed' && form.signedOn === '') note('signedOn', 'SIGNING_DATE_UNKNOWN');
  }
  return { title, record, amount, problems: inPageOrder(problems) };
}

type Say = (key: string, code: RecordFormCode, bounds?: Bounds) => void;

/** What of a text or a list doesn't fit into a record. */
function sayMisfit(key: string, issue: z.core.$ZodIssue, say: Say): void {
  if (issue.code === 'too_big') say(key, issue.origin === 'array' ? 'TOO_MANY' : 'TOO_LONG', { maximum: Number(issue.maximum) });
  else say(key, issue.code === 'too_small' ? 'REQUIRED' : 'UNFIT');
}

function readRecord(form: RecordForm, say: Say) {
  const read = <Value>(key: string, entry: Read<Value>): Value | null => {
    if ('value' in entry) return entry.value;
    say(key, entry.problem, entry.bounds);
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
    parties: filledParties(form).map(({ row: { partyId, role, signatory } }) => ({ partyId, role, signatory })),
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
  if ('problem' in rate) say('taxRate', rate.problem, rate.bounds);
  if (!sum.ok) {
    const isAsked = exclusive.trim() !== '' || taxRate.trim() !== '';
    if (sum.error.code !== 'EMPTY') say('inclusive', sum.error.code);
    else if (isAsked) say('inclusive', 'REQUIRED');
    return null;
  }
  const taxBasisPoints = 'value' in rate ? rate.value : null;
  return { inclusive: sum.value, exclusiveMinor: without.ok ? without.value.minor : null, taxBasisPoints, basis };
}

/** A row of parties counts once one is chosen; its place in the form is kept for its problems. */
function filledParties({ parties }: RecordForm) {
  return parties.map((row, index) => ({ row, index })).filter(({ row }) => row.partyId !== '');
}

/** A row of one's own fields counts once something stands in it; its place in the form is kept for its problems. */
function filledRows({ custom }: RecordForm) {
  return custom.map((row, index) => ({ row, index })).filter(({ row }) => row.name.trim() !== '' || row.value.trim() !== '');
}

/** The field that main refused to save, as far as its answer tells of one. */
export function refusedField({ code, params }: Pick<ReplyError, 'code' | 'params'>, form: RecordForm): string | null {
  const field = params?.['field'];
  if (code === 'NUMBER_TAKEN') return 'number';
  if (code === 'PARENT_CYCLE' || code === 'PARENT_NOT_FOUND') return 'parentId';
  if (code === 'PARTY_NOT_FOUND') return 'parties';
  if ((code !== 'SIGNED_IS_FIXED' && code !== 'RECORD_INVALID') || typeof field !== 'string') return null;
  return field === 'amount' ? 'inclusive' : formKey(field, form);
}

/** Where the form shows what the rules say of a record's path. */
function formKey(path: string, form: RecordForm): string {
  if (path === 'amount.exclusiveMinor') return 'exclusive';
  if (path.startsWith('amount.')) return 'inclusive';
  const party = /^parties\.(\d+)\.(\w+)/.exec(path);
  if (party !== null) return `parties.${filledParties(form)[Number(party[1])]?.index ?? 0}.${party[2] ?? 'partyId'}`;
  const row = /^details\.custom\.(\d+)\.(\w+)/.exec(path);
  if (row !== null) return `custom.${filledRows(form)[Number(row[1])]?.index ?? 0}.${row[2] ?? 'name'}`;
  return path.replace(/^details\./, '').split('.')[0] ?? path;
}

/** One problem for a field, the gravest first; fields from top to bottom. */
function inPageOrder(problems: readonly RecordFormProblem[]): readonly RecordFormProblem[] {
  const ordered = problems.toSorted((one, other) => Number(one.isNote) - Number(other.isNote) || comparePlaces(placeOf(one.key), placeOf(other.key)));
  return ordered.filter(({ key }, index) => ordered.findIndex((each) => each.key === key) === index);
}

/** Where a field stands on the page: what it is, and in which row. What tells of all rows stands below them. */
function placeOf(key: string): readonly [number, number] {
  const [field = key, row] = key.split('.');
  return [fieldsInPageOrder.findIndex((each) => each === field), row === undefined ? Infinity : Number(row)];
}

function comparePlaces([one, oneRow]: readonly [number, number], [other, otherRow]: readonly [number, number]): number {
  if (one !== other) return one - other;
  return oneRow === otherRow ? 0 : oneRow - otherRow;
}
