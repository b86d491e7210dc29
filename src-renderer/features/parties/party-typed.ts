import { z } from 'zod';
import type { KeptDialogOf } from '#shared/features/contracts/kept-dialogs.ts';
import { partyBankSchema, type Party } from '#shared/features/parties/model.ts';
import type { FieldsOf } from '../../keeping/restore-typed.ts';
import { emptyPartyForm, partyToForm, type PartyField, type PartyForm } from './party-form.ts';

/** What was changed in the form of a party, by field; an account stands apart, for it is kept elsewhere. */
export interface PartyTyped {
  readonly details: Readonly<Record<string, string>>;
  readonly bank: Readonly<Record<string, string>>;
}

const texts = z.record(z.string(), z.string());

/** What is kept of it, and may come back. */
export const partyFields: FieldsOf<PartyTyped> = { details: texts, bank: texts };

export const nothingTyped = (): PartyTyped => ({ details: {}, bank: {} });

/** Where the form of a party, or of a new one, is kept. */
export function keptPartyOf(party: Party | null): KeptDialogOf {
  return { contractId: null, dialog: 'party', about: party?.id ?? '' };
}

/** What of a form is not as it is stored. */
export function changedIn(form: PartyForm, stored: Party | null): PartyTyped {
  const before = stored === null ? emptyPartyForm : partyToForm(stored);
  const changed = (Object.keys(emptyPartyForm) as PartyField[]).filter((field) => form[field] !== before[field]);
  const of = (fields: readonly PartyField[]) => Object.fromEntries(fields.map((field) => [field, form[field]]));
  return { details: of(changed.filter((field) => !isOfBank(field))), bank: of(changed.filter(isOfBank)) };
}

/** Whether there is anything to be kept. */
export function holdsChanges(typed: PartyTyped): boolean {
  return changesOf(typed).length > 0;
}

/** The changes as the form's own fields. */
export function changesOf({ details, bank }: PartyTyped): readonly (readonly [PartyField, string])[] {
  return Object.entries({ ...details, ...bank }).filter((change): change is [PartyField, string] => Object.hasOwn(emptyPartyForm, change[0]));
}

function isOfBank(field: PartyField): boolean {
  return Object.hasOwn(partyBankSchema.unwrap().shape, field);
}
