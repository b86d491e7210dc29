import {
  contractLanguageSchema,
  type Contract,
  type ContractBody,
  type ContractLanguage,
  type KeptForm,
} from '#shared/features/contracts/model.ts';
import { defaultValues, valueAt, type Variable } from '#shared/features/documents/variables.ts';

import type { Day } from '#shared/kernel/day.ts';
import { isWithheld } from '#shared/kernel/withheld.ts';
import { restoreEntry, valueToEntry, type Entries, type Entry } from './entries.ts';

/** Everything that a person types into the form of a contract. */
export interface FormValues {
  readonly language: ContractLanguage;
  readonly title: string;
  readonly entries: Entries;
}

export function newForm(body: ContractBody, title: string, language: ContractLanguage, today: Day): FormValues {
  const defaults = defaultValues(body.variables, today);
  return { language, title, entries: entriesBy(body, (variable) => valueToEntry(variable, valueAt(defaults, variable.key))) };
}

/** The form as it was left. A variable that it doesn't know yet starts as in a fresh form. */
export function restoreForm(body: ContractBody, kept: KeptForm, fresh: FormValues): FormValues {
  const { language, title } = kept;
  return {
    language,
    title,
    entries: entriesBy(body, (variable) => {
      const started = fresh.entries[variable.key];
      const isKept = Object.hasOwn(kept.entries, variable.key);
      return isKept || started === undefined ? restoreEntry(variable, kept.entries[variable.key]) : started;
    }),
  };
}

/** The form that a contract's current version was made of. */
export function contractToForm(body: ContractBody, contract: Contract): FormValues {
  const values = isWithheld(contract.values) ? {} : contract.values;
  return {
    language: contractLanguageSchema.parse(contract.summary.language),
    title: contract.summary.title,
    entries: entriesBy(body, (variable) =>
      variable.type === 'party'
        ? (contract.parties[variable.key] ?? '')
        : valueToEntry(variable, valueAt(values, variable.key)),
    ),
  };
}

/** The form as main keeps it. */
export function formToKept(form: FormValues): KeptForm {
  return { language: form.language, title: form.title.slice(0, 400), entries: jsonOf(form.entries) };
}

function jsonOf(entries: Entries): KeptForm['entries'] {
  return Object.fromEntries(
    Object.entries(entries).map(([key, entry]) => [key, typeof entry === 'object' ? structuredClone(entry) : entry]),
  ) as KeptForm['entries'];
}

function entriesBy(body: ContractBody, entryOf: (variable: Variable) => Entry): Entries {
  return Object.fromEntries(body.variables.map((variable) => [variable.key, entryOf(variable)]));
}
