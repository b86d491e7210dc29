import { z } from 'zod';
import { sumFields, type SumTyped } from '#shared/features/amendments/amended-sum.ts';
import { amendmentKinds, type AmendedParty, type AmendmentKind, type ClauseChange } from '#shared/features/amendments/model.ts';
import { contractIdSchema, type Contract, type ContractId } from '#shared/features/contracts/model.ts';
import { noticeUnits, partyRoleSchema } from '#shared/features/contracts/record.ts';
import { partyIdSchema, type PartyId } from '#shared/features/parties/model.ts';
import { daySchema, type Day } from '#shared/kernel/day.ts';
import { currencySchema } from '#shared/kernel/money.ts';
import { isWithheld } from '#shared/kernel/withheld.ts';
import { typedDay, type FieldsOf } from '../../keeping/restore-typed.ts';
import { enteredFields, type TermEntry } from './term-entries.ts';

/** A party as it is being chosen; null: nobody yet. */
export interface PartyTyped {
  readonly partyId: PartyId | null;
  readonly role: AmendedParty['role'];
}

/** An amendment as it is being entered. */
export interface AmendmentTyped {
  readonly kind: AmendmentKind;
  readonly effectiveOn: string;
  readonly documentId: ContractId | null;
  readonly entries: readonly TermEntry[];
  /** Null: the parties stay as they are. */
  readonly parties: readonly PartyTyped[] | null;
  readonly sum: SumTyped;
  /** How many months longer, as it is typed. */
  readonly months: string;
  /** The last day that the months reckoned; null: none. */
  readonly extendedTo: Day | null;
  readonly clauses: readonly ClauseChange[];
  readonly rationale: string;
}

export function freshAmendment({ amount }: Contract, today: Day): AmendmentTyped {
  return {
    ...{ kind: 'change', effectiveOn: today, documentId: null, entries: [], parties: null, clauses: [], rationale: '', months: '', extendedTo: null },
    sum: { inclusive: '', exclusive: '', taxRate: '', currency: isWithheld(amount) ? 'CNY' : (amount?.inclusive.currency ?? 'CNY') },
  };
}

/** How many months a person typed; null where that is no number of months. */
export function monthsOf(typed: string): number | null {
  const plain = typed.normalize('NFKC').trim();
  return /^\d{1,3}$/.test(plain) && Number(plain) > 0 ? Number(plain) : null;
}

const text = z.string();
const sumTexts = Object.fromEntries(sumFields.map((field) => [field, text])) as Readonly<Record<(typeof sumFields)[number], typeof text>>;

/** What is kept of it, and may come back. */
export const amendmentFields: FieldsOf<AmendmentTyped> = {
  kind: z.enum(amendmentKinds),
  effectiveOn: text,
  documentId: contractIdSchema.nullable(),
  entries: z.array(z.object({ field: z.enum(enteredFields), text: typedDay, unit: z.enum(noticeUnits) })),
  parties: z.array(z.object({ partyId: partyIdSchema.nullable(), role: partyRoleSchema })).nullable(),
  sum: z.object({ ...sumTexts, currency: currencySchema }),
  months: text,
  extendedTo: daySchema.nullable(),
  clauses: z.array(z.object({ reference: text, before: text, after: text })),
  rationale: text,
};
