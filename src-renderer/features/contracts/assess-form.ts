import type { ContractBody, ContractEntry } from '#shared/features/contracts/model.ts';
import { neededKeys } from '#shared/features/documents/conditions.ts';
import { checkValues, type ValueProblemCode } from '#shared/features/documents/value-checks.ts';
import { isFilled, valueAt, type VariableValue, type VariableValues } from '#shared/features/documents/variables.ts';
import type { Party, PartyId } from '#shared/features/parties/model.ts';

import type { FailureParams } from '#shared/kernel/result.ts';
import { isWithheld } from '#shared/kernel/withheld.ts';
import { hasInvisibleCharacters } from '#shared/kernel/invisible-characters.ts';
import { partyIdOf, readEntry, type EntryProblemCode } from './entries.ts';
import type { FormValues } from './form-values.ts';
import { partyToSnapshot } from './party-snapshot.ts';

/** Stands among the keys of variables for the contract's title. */
export const titleKey = '#title';

export interface FormProblem {
  readonly key: string;
  readonly code: ValueProblemCode | EntryProblemCode;
  readonly params: FailureParams;
}

export interface Assessment {
  /** What the text shows: parties included, unreadable entries left out. */
  readonly values: VariableValues;
  /** Parties of which the bank account is withheld. */
  readonly withheldKeys: readonly string[];
  /** Variables that the text needs as it stands. */
  readonly needed: ReadonlySet<string>;
  /** In the order of the form. */
  readonly problems: readonly FormProblem[];
  readonly requiredCount: number;
  readonly requiredDone: number;
}

/** Reads a form: what it says so far, which of its fields count, and what is wrong with them. */
export function assessForm(
  body: ContractBody,
  form: FormValues,
  partyById: ReadonlyMap<PartyId, Party>,
): Assessment {
  const values: Record<string, VariableValue> = {};
  const problems: FormProblem[] = [...titleProblems(form.title)];
  const unreadable = new Map<string, FormProblem>();
  const awaited = new Set<string>();
  const withheldKeys: string[] = [];
  for (const variable of body.variables) {
    const { key } = variable;
    const entry = form.entries[key];
    if (entry === undefined) continue;
    const partyId = variable.type === 'party' ? partyIdOf(entry) : null;
    const party = partyId === null ? undefined : partyById.get(partyId);
    if (partyId !== null && party === undefined) awaited.add(key);
    if (party !== undefined) {
      values[key] = partyToSnapshot(party);
      if (isWithheld(party.bank)) withheldKeys.push(key);
      continue;
    }
    const reading = readEntry(variable, entry);
    if (reading.kind === 'value') values[key] = reading.value;
    if (reading.kind === 'problem') unreadable.set(key, { key, code: reading.code, params: reading.params ?? {} });
  }
  const needed = keysInUse(body, form, values);
  const found = new Map(checkValues(body.variables, values, needed).map((problem) => [problem.key, problem]));
  for (const { key } of body.variables) {
    const problem = unreadable.get(key) ?? found.get(key);
    if (problem !== undefined && needed.has(key) && !awaited.has(key)) problems.push(problem);
  }
  const required = body.variables.filter((variable) => variable.required && needed.has(variable.key));
  const done = required.filter(({ key }) => isFilled(valueAt(values, key)) || awaited.has(key));
  return { values, withheldKeys, needed, problems, requiredCount: required.length, requiredDone: done.length };
}

/** What main is asked to make a contract of; only for a form without problems. Leaves out what the text doesn't need. */
export function formToEntry(body: ContractBody, form: FormValues, assessment: Assessment): ContractEntry {
  const values: Record<string, VariableValue> = {};
  const parties: Record<string, PartyId> = {};
  for (const { key, type } of body.variables) {
    if (!assessment.needed.has(key)) continue;
    const partyId = type === 'party' ? partyIdOf(form.entries[key]) : null;
    const value = valueAt(assessment.values, key);
    if (partyId !== null) parties[key] = partyId;
    else if (value !== undefined && type !== 'party') values[key] = value;
  }
  return { language: form.language, title: form.title.trim(), values, parties };
}

/** A bilingual text needs what either of its languages needs. */
function keysInUse(body: ContractBody, form: FormValues, values: VariableValues): ReadonlySet<string> {
  const bodies = [
    ...(form.language === 'en' ? [] : [body.bodyZh]),
    ...(form.language === 'zh' ? [] : [body.bodyEn]),
  ];
  return new Set(bodies.flatMap((body) => [...neededKeys(body, values)]));
}

function titleProblems(title: string): readonly FormProblem[] {
  if (title.trim() === '') return [{ key: titleKey, code: 'REQUIRED', params: {} }];
  if (hasInvisibleCharacters(title)) return [{ key: titleKey, code: 'INVISIBLE_CHARACTERS', params: {} }];
  return title.trim().length > 200 ? [{ key: titleKey, code: 'TOO_LONG', params: { maximum: 200 } }] : [];
}
