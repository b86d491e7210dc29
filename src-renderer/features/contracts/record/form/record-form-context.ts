import { createContext, useContext } from 'react';
import type { TermsField } from '#shared/features/amendments/model.ts';
import type { RecordForm } from './record-form.ts';

/** Which parts of a record are fixed by now: its parties by the text, parties with amount and direction by the signature. */
export interface RecordLocks {
  readonly isSigned: boolean;
  readonly arePartiesOfText: boolean;
  readonly isAmountWithheld: boolean;
  /** The terms that amendments of the signed contract keep, so that they are not corrected here. */
  readonly amendedTerms: readonly TermsField[];
}

/** Whether a field of the record is one of the terms that amendments keep, or the unit of one. */
export function isAmendedTerm({ amendedTerms }: RecordLocks, name: keyof RecordForm): boolean {
  const of = name === 'optOutUnit' ? 'optOutPeriod' : name === 'exitUnit' ? 'exitNotice' : name;
  return amendedTerms.some((field) => field === of);
}

export interface RecordFormContext {
  readonly isNew: boolean;
  /** The contract itself, which can't be its own parent; null for a new one. */
  readonly contractId: string | null;
  readonly locks: RecordLocks;
  /** Sentences of what is rarely meant but may be saved, by field. */
  readonly noteTextByKey: ReadonlyMap<string, string>;
  /** Sentences of the problems that are to be seen by now, by field. */
  readonly problemTextByKey: ReadonlyMap<string, string>;
  readonly visit: (key: string) => void;
}

export const RecordFormScope = createContext<RecordFormContext | null>(null);

export function useRecordFormContext(): RecordFormContext {
  const context = useContext(RecordFormScope);
  if (context === null) throw new Error('A field of a record stands outside of its form.');
  return context;
}

/** The fields of the form that hold text as typed. */
export type TextField = { [Key in keyof RecordForm]: string extends RecordForm[Key] ? Key : never }[keyof RecordForm];
