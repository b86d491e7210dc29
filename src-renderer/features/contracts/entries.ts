import { z } from 'zod';
import { durationUnits, isList, type Variable, type VariableValue } from '#shared/features/documents/variables.ts';
import { partyIdSchema } from '#shared/features/parties/model.ts';
import { isDay } from '#shared/kernel/day.ts';
import { currencySchema, moneyToFigures, parseMoney, type Currency } from '#shared/kernel/money.ts';
import type { FailureParams } from '#shared/kernel/result.ts';
import { typedNumber } from '#shared/kernel/typed-number.ts';

const moneyEntrySchema = z.object({ text: z.string(), currency: currencySchema }).readonly();
const durationEntrySchema = z.object({ amount: z.string(), unit: z.enum(durationUnits) }).readonly();

/**
 * What stands in a field, exactly as typed. By type: text, number, date (a day, or `incomplete`), choice and party
 * (its id) a string; money and duration their two parts; a list its rows; a boolean itself.
 */
export type Entry =
  | string
  | boolean
  | readonly string[]
  | z.infer<typeof moneyEntrySchema>
  | z.infer<typeof durationEntrySchema>;
export type MoneyEntry = z.infer<typeof moneyEntrySchema>;
export type DurationEntry = z.infer<typeof durationEntrySchema>;
export type Entries = Readonly<Record<string, Entry>>;

const entrySchemaByType = {
  text: z.string(),
  number: z.string(),
  date: z.string(),
  choice: z.string(),
  party: z.string(),
  money: moneyEntrySchema,
  duration: durationEntrySchema,
  list: z.array(z.string()).readonly(),
  boolean: z.boolean(),
} as const;

export function emptyEntry(variable: Variable): Entry {
  const { unit } = variable.constraints;
  switch (variable.type) {
    case 'money':
      return { text: '', currency: currencyOf(unit) };
    case 'duration':
      return { amount: '', unit: durationUnitOf(unit) };
    case 'list':
      return [''];
    case 'boolean':
      return false;
    default:
      return '';
  }
}

/** The entry that reads back as a value; the empty one where there is none, or where its shape doesn't fit. */
export function valueToEntry(variable: Variable, value: VariableValue | undefined): Entry {
  if (value === undefined) return emptyEntry(variable);
  if (isList(value)) return value.length === 0 ? emptyEntry(variable) : [...value];
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'object') return value;
  if ('minor' in value) return { text: moneyToFigures(value), currency: value.currency };
  if ('amount' in value) return { amount: String(value.amount), unit: value.unit };
  return value.partyId;
}

/** An entry that was kept as JSON. One that no longer fits its variable starts empty. */
export function restoreEntry(variable: Variable, kept: unknown): Entry {
  const parsed = entrySchemaByType[variable.type].safeParse(kept);
  return parsed.success ? parsed.data : emptyEntry(variable);
}

export type EntryProblemCode =
  | 'NOT_A_NUMBER'
  | 'NOT_AN_AMOUNT'
  | 'TOO_MANY_DECIMALS'
  | 'TOO_LARGE'
  | 'OTHER_CURRENCY'
  | 'INCOMPLETE_DATE'
  | 'NOT_WHOLE';

export type Reading =
  | { readonly kind: 'empty' }
  | { readonly kind: 'value'; readonly value: VariableValue }
  | { readonly kind: 'problem'; readonly code: EntryProblemCode; readonly params?: FailureParams };

const empty: Reading = { kind: 'empty' };

/** What an entry means, or why it means nothing. A party's entry reads as empty: main takes the party by its id. */
export function readEntry(variable: Variable, entry: Entry): Reading {
  if (typeof entry === 'boolean') return { kind: 'value', value: entry };
  if (isList(entry)) return readList(entry);
  if (typeof entry === 'object') return 'text' in entry ? readMoney(entry) : readDuration(entry);
  if (entry.trim() === '' || variable.type === 'party') return empty;
  if (variable.type === 'number') return readNumber(entry);
  if (variable.type !== 'date') return { kind: 'value', value: entry };
  return isDay(entry) ? { kind: 'value', value: entry } : { kind: 'problem', code: 'INCOMPLETE_DATE' };
}

/** The party that an entry names, or null. */
export function partyIdOf(entry: Entry | undefined) {
  const parsed = partyIdSchema.safeParse(entry);
  return parsed.success ? parsed.data : null;
}

function readList(rows: readonly string[]): Reading {
  const filled = rows.map((row) => row.trim()).filter((row) => row !== '');
  return filled.length === 0 ? empty : { kind: 'value', value: filled };
}

function readMoney(entry: MoneyEntry): Reading {
  const parsed = parseMoney(entry.text, entry.currency);
  if (parsed.ok) return { kind: 'value', value: parsed.value };
  if (parsed.error.code === 'EMPTY') return empty;
  const { code, params } = parsed.error;
  return params === undefined ? { kind: 'problem', code } : { kind: 'problem', code, params };
}

function readDuration(entry: DurationEntry): Reading {
  const typed = halfWidth(entry.amount);
  if (typed === '') return empty;
  if (!/^\d{1,6}$/.test(typed)) return { kind: 'problem', code: 'NOT_WHOLE' };
  return { kind: 'value', value: { amount: Number(typed), unit: entry.unit } };
}

function readNumber(entry: string): Reading {
  const value = typedNumber(entry);
  return value === null ? { kind: 'problem', code: 'NOT_A_NUMBER' } : { kind: 'value', value };
}

function halfWidth(text: string): string {
  return text.normalize('NFKC').trim();
}

function currencyOf(unit: string | undefined): Currency {
  const parsed = currencySchema.safeParse(unit);
  return parsed.success ? parsed.data : 'CNY';
}

function durationUnitOf(unit: string | undefined): DurationEntry['unit'] {
  return durationUnits.find((each) => each === unit) ?? 'day';
}
