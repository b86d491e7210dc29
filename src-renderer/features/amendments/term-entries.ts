import { termsSchema, type Terms, type TermsChange, type TermsField } from '#shared/features/amendments/model.ts';
import { disputeModes, exitAnchors, noticeMethods, renewalTypes, type noticeUnits } from '#shared/features/contracts/record.ts';
import { typedNumber } from '#shared/kernel/typed-number.ts';
import { incompleteDate } from '../../ui/date-picker-field.tsx';

/** The terms that are entered one by one; the parties have rows of their own. */
export type EnteredField = Exclude<TermsField, 'parties'>;

/** How a term is entered. */
export const inputByField = {
  effectiveOn: 'day',
  expiresOn: 'day',
  renewalType: 'choice',
  initialTermMonths: 'number',
  renewalTermMonths: 'number',
  maxRenewals: 'number',
  optOutOn: 'day',
  optOutPeriod: 'period',
  noticeMethod: 'choice',
  exitNotice: 'period',
  exitAnchor: 'choice',
  governingLaw: 'line',
  disputeMode: 'choice',
  disputeForum: 'line',
  seat: 'line',
  warrantyUntil: 'day',
} as const satisfies Readonly<Record<EnteredField, 'day' | 'choice' | 'number' | 'period' | 'line'>>;

export const choicesByField = { renewalType: renewalTypes, noticeMethod: noticeMethods, exitAnchor: exitAnchors, disputeMode: disputeModes } as const;
export type ChoiceField = keyof typeof choicesByField;

export const enteredFields = Object.keys(inputByField) as readonly EnteredField[];

export type NoticeUnit = (typeof noticeUnits)[number];

/** A term as it is being entered: its text, and the unit of a period. */
export interface TermEntry {
  readonly field: EnteredField;
  readonly text: string;
  readonly unit: NoticeUnit;
}

/** An entry that says what holds now. */
export function entryOf(field: EnteredField, terms: Terms): TermEntry {
  const value = terms[field];
  if (value !== null && typeof value === 'object') return { field, text: String(value.amount), unit: value.unit };
  return { field, text: value === null ? '' : String(value), unit: 'day' };
}

/** The changes that the entries say, or the fields of those that can't be read. */
export function readEntries(entries: readonly TermEntry[]): { readonly terms: TermsChange; readonly unreadable: readonly EnteredField[] } {
  const read = entries.map((entry) => ({ field: entry.field, parsed: termsSchema.unwrap().shape[entry.field].safeParse(valueOf(entry)) }));
  return {
    terms: Object.fromEntries(read.flatMap(({ field, parsed }) => (parsed.success ? [[field, parsed.data]] : []))),
    unreadable: read.filter(({ parsed }) => !parsed.success).map(({ field }) => field),
  };
}

function valueOf({ field, text, unit }: TermEntry): unknown {
  const typed = text.trim();
  switch (inputByField[field]) {
    case 'day':
      return typed === '' ? null : typed === incompleteDate ? undefined : typed;
    case 'number':
      return typed === '' ? null : (typedNumber(typed) ?? undefined);
    case 'period':
      return typed === '' ? null : { amount: typedNumber(typed) ?? undefined, unit };
    case 'choice':
      return typed === '' ? null : typed;
    case 'line':
      return typed;
  }
}
