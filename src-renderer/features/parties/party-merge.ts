import { emptyPartyForm, type PartyField, type PartyForm } from './party-form.ts';

/** A field that both sides changed, each in its own way. */
export interface PartyConflict {
  readonly field: PartyField;
  readonly mine: string;
  readonly theirs: string;
}

export interface PartyMerge {
  /** What was typed, completed by their changes to fields that the person left alone. */
  readonly form: PartyForm;
  readonly conflicts: readonly PartyConflict[];
}

/** Joins what a person typed with what was saved meanwhile, both starting from `base`. Nothing typed is lost. */
export function mergeParty(base: PartyForm, mine: PartyForm, theirs: PartyForm): PartyMerge {
  const fields = Object.keys(emptyPartyForm) as PartyField[];
  const conflicts = fields
    .filter((field) => mine[field] !== base[field] && theirs[field] !== base[field] && mine[field] !== theirs[field])
    .map((field) => ({ field, mine: mine[field], theirs: theirs[field] }));
  const untouched = fields.filter((field) => mine[field] === base[field]);
  const form = { ...mine, ...Object.fromEntries(untouched.map((field) => [field, theirs[field]])) };
  return { form, conflicts };
}
