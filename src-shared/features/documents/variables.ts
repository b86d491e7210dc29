import { z } from 'zod';
import { dayAt, type Day } from '../../kernel/day.ts';
import { moneySchema } from '../../kernel/money.ts';
import { isWithheld, type Withheld } from '../../kernel/withheld.ts';
import { partyIdSchema, partyKindSchema } from '../parties/model.ts';
import { variableKeySchema } from './model.ts';

export const variableTypes = [
  'text',
  'number',
  'money',
  'date',
  'duration',
  'party',
  'choice',
  'list',
  'boolean',
] as const;
export const variableTypeSchema = z.enum(variableTypes);
export type VariableType = z.infer<typeof variableTypeSchema>;

/** The sections of the form, in their order. */
export const variableGroups = [
  'parties',
  'subject',
  'price',
  'delivery',
  'quality',
  'term',
  'confidentiality',
  'liability',
  'disputes',
  'signing',
] as const;
export const variableGroupSchema = z.enum(variableGroups);
export type VariableGroup = z.infer<typeof variableGroupSchema>;

export const durationUnits = ['day', 'workingDay', 'month', 'year'] as const;
export const durationSchema = z
  .object({ amount: z.int().min(0).max(100_000), unit: z.enum(durationUnits) })
  .readonly();
export type Duration = z.infer<typeof durationSchema>;

const fact = z.string().max(300).nullable();

/** A party as it stood when the contract's version was made. Null: not given. */
export const partySnapshotSchema = z
  .object({
    partyId: partyIdSchema,
    kind: partyKindSchema,
    nameZh: z.string().max(200),
    nameEn: fact,
    uscc: fact,
    legalRepresentative: fact,
    registeredAddress: fact,
    noticeAddress: fact,
    contactName: fact,
    contactPhone: fact,
    contactEmail: fact,
    bankName: fact,
    bankAccount: fact,
  })
  .readonly();
export type PartySnapshot = z.infer<typeof partySnapshotSchema>;

/** text, date and choice: string; number; money; duration; party; list: strings; boolean. */
export const variableValueSchema = z.union([
  z.string().max(20_000),
  z.number(),
  z.boolean(),
  z.array(z.string().max(2_000)).max(500).readonly(),
  moneySchema,
  durationSchema,
  partySnapshotSchema,
]);
export type VariableValue = z.infer<typeof variableValueSchema>;

/** Values by key; an absent key is a value not given. */
export const variableValuesSchema = z.record(variableKeySchema, variableValueSchema.optional()).readonly();
export type VariableValues = z.infer<typeof variableValuesSchema>;

export const choiceSchema = z
  .object({ value: z.string().min(1).max(60), labelZh: z.string().max(200), labelEn: z.string().max(200) })
  .readonly();
export type Choice = z.infer<typeof choiceSchema>;

/** Forms of text that a variable can ask for; named rather than free patterns, which could be made to hang. */
export const textPatterns = ['email', 'phone', 'singleLine'] as const;

export const partyRoles = ['partyA', 'partyB', 'partyC', 'guarantor'] as const;

/** Bounds by type. `minimum` and `maximum`: of a number itself, money in minor units, a duration's amount. */
export const constraintsSchema = z
  .object({
    minLength: z.int().min(0).optional(),
    maxLength: z.int().min(1).max(20_000).optional(),
    pattern: z.enum(textPatterns).optional(),
    minimum: z.number().optional(),
    maximum: z.number().optional(),
    /** Most decimal digits of a number. */
    decimals: z.int().min(0).max(9).optional(),
    /** Key of another date which this one may equal or follow, never precede. */
    notBefore: variableKeySchema.optional(),
    choices: z.array(choiceSchema).min(1).max(100).readonly().optional(),
    /** Money: its currency. Duration: the one unit allowed. Number: the sign behind it, e.g. `%`. */
    unit: z.string().max(20).optional(),
    partyRole: z.enum(partyRoles).optional(),
    maximumItems: z.int().min(1).max(500).optional(),
  })
  .readonly();
export type Constraints = z.infer<typeof constraintsSchema>;

/** What of a party's record can stand in a text of its own; bank accounts can't, they stay with the amounts. */
export const sourceFacts = ['nameZh', 'nameEn', 'uscc', 'legalRepresentative', 'registeredAddress', 'noticeAddress', 'contactName', 'contactPhone', 'contactEmail'] as const;

/** Where a form takes a text from until somebody writes another: the record of the party that stands in `partyKey`. */
export const variableSourceSchema = z.object({ partyKey: variableKeySchema, fact: z.enum(sourceFacts) }).readonly();
export type VariableSource = z.infer<typeof variableSourceSchema>;

/** A blank of a template: what may be put there, and how the form asks for it. */
export const variableSchema = z
  .object({
    key: variableKeySchema,
    type: variableTypeSchema,
    labelZh: z.string().min(1).max(60),
    labelEn: z.string().min(1).max(80),
    helpZh: z.string().max(300).nullable(),
    helpEn: z.string().max(300).nullable(),
    group: variableGroupSchema,
    required: z.boolean(),
    /** A value, or for a date the number of days after the day on which the form is opened. */
    defaultValue: z
      .union([variableValueSchema, z.object({ daysFromToday: z.int() }).readonly()])
      .nullable(),
    constraints: constraintsSchema,
    source: variableSourceSchema.optional(),
  })
  .readonly();
export type Variable = z.infer<typeof variableSchema>;

/** The value under a key, undefined when not given. Safe for keys such as `constructor`. */
export function valueAt(values: VariableValues, key: string): VariableValue | undefined {
  return Object.hasOwn(values, key) ? values[key] : undefined;
}

/** True for a value that counts as given: not blank text, not an empty list. */
export function isFilled(value: VariableValue | undefined): value is VariableValue {
  if (value === undefined) return false;
  if (typeof value === 'string') return value.trim() !== '';
  return !isList(value) || value.length > 0;
}

/** Tells a list from the other values, which `Array.isArray` doesn't for read-only arrays. */
export function isList(value: unknown): value is readonly string[] {
  return Array.isArray(value);
}

/** The values that a new form starts with. Dates relative to today become days. */
export function defaultValues(variables: readonly Variable[], today: Day): VariableValues {
  const values: Record<string, VariableValue> = {};
  for (const { key, defaultValue } of variables) {
    if (defaultValue === null) continue;
    values[key] =
      typeof defaultValue === 'object' && 'daysFromToday' in defaultValue
        ? dayAfter(today, defaultValue.daysFromToday)
        : defaultValue;
  }
  return values;
}

/** Bank account of a party, which lies with the amounts in the finance compartment. */
const bankSchema = partySnapshotSchema.unwrap().pick({ bankName: true, bankAccount: true }).readonly();

/** By variable key: money, or the bank account of a party. */
export const amountsSchema = z.record(variableKeySchema, z.union([moneySchema, bankSchema])).readonly();
export type Amounts = z.infer<typeof amountsSchema>;

/**
 * Parts values into what the clauses compartment keeps (`texts`) and what the finance compartment keeps (`amounts`):
 * money, and the parties' bank accounts. Together they are the values again. Money is told by its variable and by its
 * shape, so that an undeclared amount doesn't slip into the texts.
 */
export function splitAmounts(
  variables: readonly Variable[],
  values: VariableValues,
): { readonly texts: VariableValues; readonly amounts: Amounts } {
  const moneyKeys = moneyKeysOf(variables);
  // A copy in which the few amounts are blanked is several times quicker than one put together key by key.
  const texts: Record<string, VariableValue | undefined> = { ...values };
  const amounts: Record<string, Amounts[string]> = {};
  for (const key of Object.keys(values)) {
    const value = values[key];
    if (value === undefined) continue;
    const isAmount = typeof value === 'object' && !isList(value) && 'minor' in value;
    if (isAmount) amounts[key] = value;
    if (isAmount || moneyKeys.has(key)) texts[key] = undefined;
    else if (typeof value === 'object' && 'partyId' in value) {
      const { bankName, bankAccount } = value;
      texts[key] = { ...value, bankName: null, bankAccount: null };
      if (bankName !== null || bankAccount !== null) amounts[key] = { bankName, bankAccount };
    }
  }
  return { texts, amounts };
}

// One set for each list of variables: a template's list serves every contract made from it.
const moneyKeySets = new WeakMap<readonly Variable[], ReadonlySet<string>>();

function moneyKeysOf(variables: readonly Variable[]): ReadonlySet<string> {
  const known = moneyKeySets.get(variables);
  if (known !== undefined) return known;
  const keys = new Set(variables.filter(({ type }) => type === 'money').map(({ key }) => key));
  moneyKeySets.set(variables, keys);
  return keys;
}

/**
 * Joins what `splitAmounts` parted. Without the finance compartment the amounts are withheld: `withheldKeys` then
 * names every money variable, and every party, whose bank account alone is withheld.
 */
export function joinAmounts(
  variables: readonly Variable[],
  texts: VariableValues,
  amounts: Amounts | Withheld,
): { readonly values: VariableValues; readonly withheldKeys: readonly string[] } {
  if (isWithheld(amounts)) {
    const withheldKeys = variables.filter(({ type }) => type === 'money' || type === 'party').map(({ key }) => key);
    return { values: texts, withheldKeys };
  }
  const values: Record<string, VariableValue | undefined> = { ...texts };
  for (const [key, amount] of Object.entries(amounts)) {
    if ('minor' in amount) values[key] = amount;
    const party = partySnapshotSchema.safeParse(valueAt(texts, key));
    if (!('minor' in amount) && party.success) values[key] = { ...party.data, ...amount };
  }
  return { values, withheldKeys: [] };
}

function dayAfter(day: Day, days: number): Day {
  return dayAt(Date.parse(day) + days * 86_400_000, 0);
}
