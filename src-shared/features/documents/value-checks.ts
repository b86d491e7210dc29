import { isDay } from '../../kernel/day.ts';
import { moneySchema } from '../../kernel/money.ts';
import type { FailureParams } from '../../kernel/result.ts';
import { factOf } from './conditions.ts';
import { hasInvisibleCharacters } from '../../kernel/invisible-characters.ts';
import { partyFacts } from './model.ts';
import {
  durationSchema,
  isFilled,
  isList,
  partySnapshotSchema,
  valueAt,
  type Constraints,
  type Variable,
  type VariableValue,
  type VariableValues,
} from './variables.ts';

export const valueProblemCodes = [
  'REQUIRED',
  'WRONG_TYPE',
  'WRONG_FORM',
  'TOO_SHORT',
  'TOO_LONG',
  'TOO_SMALL',
  'TOO_LARGE',
  'TOO_MANY_DECIMALS',
  'WRONG_CURRENCY',
  'WRONG_UNIT',
  'NOT_A_DATE',
  'BEFORE_OTHER',
  'UNKNOWN_CHOICE',
  'SAME_PARTY',
  'MISSING_FACT',
  'TOO_MANY_ITEMS',
  'BLANK_ITEM',
  'PLACEHOLDER',
  'INVISIBLE_CHARACTERS',
  'UNKNOWN_VARIABLE',
] as const;
export type ValueProblemCode = (typeof valueProblemCodes)[number];

/** What is wrong with the value of one variable; at most one problem a key. */
export interface FieldProblem {
  readonly key: string;
  readonly code: ValueProblemCode;
  readonly params: FailureParams;
}

type Problem = Omit<FieldProblem, 'key'> | null;

/**
 * Every problem of the values, in the order of the variables. With `needed` (from `neededKeys`) a required variable
 * that only hidden parts use may stay empty, and a party must have the facts that the text asks for. Rules across
 * fields: a date before the one it follows (X04), one party in two roles.
 */
export function checkValues(
  variables: readonly Variable[],
  values: VariableValues,
  needed?: ReadonlySet<string>,
): readonly FieldProblem[] {
  const declared = new Set(variables.map(({ key }) => key));
  const problems: FieldProblem[] = [];
  for (const variable of variables) {
    const value = valueAt(values, variable.key);
    const problem = isFilled(value)
      ? (valueProblem(variable, value) ??
          relationProblem(variable, variables, values) ??
          missingFact(variable, value, needed))
      : variable.required && (needed?.has(variable.key) ?? true)
        ? found('REQUIRED')
        : null;
    if (problem !== null) problems.push({ key: variable.key, ...problem });
  }
  for (const key of Object.keys(values)) {
    if (!declared.has(key)) problems.push({ key, ...found('UNKNOWN_VARIABLE') });
  }
  return problems;
}

function found(code: ValueProblemCode, params: FailureParams = {}): { code: ValueProblemCode; params: FailureParams } {
  return { code, params };
}

// Without the wrapper that freezes what was read: here it is only looked at, once for each value of each contract.
const moneyShape = moneySchema.unwrap();
const durationShape = durationSchema.unwrap();
const partyShape = partySnapshotSchema.unwrap();

function valueProblem({ type, constraints }: Variable, value: VariableValue): Problem {
  switch (type) {
    case 'text':
      return typeof value === 'string' ? textProblem(value, constraints) : found('WRONG_TYPE');
    case 'number':
      return typeof value === 'number' ? numberProblem(value, constraints) : found('WRONG_TYPE');
    case 'money': {
      const money = moneyShape.safeParse(value);
      if (!money.success) return found('WRONG_TYPE');
      const { unit } = constraints;
      if (unit !== undefined && money.data.currency !== unit) return found('WRONG_CURRENCY', { currency: unit });
      return rangeProblem(money.data.minor, constraints);
    }
    case 'date':
      if (typeof value !== 'string') return found('WRONG_TYPE');
      return isDay(value) ? null : found('NOT_A_DATE');
    case 'duration': {
      const duration = durationShape.safeParse(value);
      if (!duration.success) return found('WRONG_TYPE');
      const { unit } = constraints;
      if (unit !== undefined && duration.data.unit !== unit) return found('WRONG_UNIT', { unit });
      return rangeProblem(duration.data.amount, constraints);
    }
    case 'party': {
      const party = partyShape.safeParse(value);
      if (!party.success) return found('WRONG_TYPE');
      return hasInvisibleCharacters(Object.values(party.data).join('\n')) ? found('INVISIBLE_CHARACTERS') : null;
    }
    case 'choice':
      if (typeof value !== 'string') return found('WRONG_TYPE');
      return constraints.choices?.some((choice) => choice.value === value) === true ? null : found('UNKNOWN_CHOICE');
    case 'list':
      return isList(value) ? listProblem(value, constraints) : found('WRONG_TYPE');
    case 'boolean':
      return typeof value === 'boolean' ? null : found('WRONG_TYPE');
  }
}

const forms = {
  email: /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
  phone: /^\+?[\d\s()-]{5,30}$/,
  singleLine: /^[^\r\n]*$/,
} as const;

// What a drafter leaves to fill in later (domain.md, X01).
const placeholder = /_{3,}|＿{2,}|【\s*】|\[\s*\]|〔\s*〕|\{\{|\}\}|\bTBD\b|\bXX+\b|待定/i;

function textProblem(text: string, { minLength, maxLength, pattern }: Constraints): Problem {
  const length = [...text].length;
  if (hasInvisibleCharacters(text)) return found('INVISIBLE_CHARACTERS');
  if (placeholder.test(text)) return found('PLACEHOLDER');
  if (minLength !== undefined && length < minLength) return found('TOO_SHORT', { minimum: minLength });
  if (maxLength !== undefined && length > maxLength) return found('TOO_LONG', { maximum: maxLength });
  if (pattern !== undefined && !forms[pattern].test(text)) return found('WRONG_FORM', { pattern });
  return null;
}

function numberProblem(value: number, constraints: Constraints): Problem {
  if (!Number.isFinite(value)) return found('WRONG_TYPE');
  const { decimals } = constraints;
  if (decimals !== undefined && Number(value.toFixed(decimals)) !== value) {
    return found('TOO_MANY_DECIMALS', { decimals });
  }
  return rangeProblem(value, constraints);
}

function rangeProblem(value: number, { minimum, maximum }: Constraints): Problem {
  if (minimum !== undefined && value < minimum) return found('TOO_SMALL', { minimum });
  if (maximum !== undefined && value > maximum) return found('TOO_LARGE', { maximum });
  return null;
}

function listProblem(items: readonly string[], constraints: Constraints): Problem {
  const { maximumItems } = constraints;
  if (maximumItems !== undefined && items.length > maximumItems) {
    return found('TOO_MANY_ITEMS', { maximum: maximumItems });
  }
  for (const [index, item] of items.entries()) {
    if (item.trim() === '') return found('BLANK_ITEM', { item: index + 1 });
    const problem = textProblem(item, constraints);
    if (problem !== null) return found(problem.code, { ...problem.params, item: index + 1 });
  }
  return null;
}

function relationProblem(variable: Variable, variables: readonly Variable[], values: VariableValues): Problem {
  const value = valueAt(values, variable.key);
  const { notBefore } = variable.constraints;
  if (variable.type === 'date' && notBefore !== undefined) {
    const other = valueAt(values, notBefore);
    if (typeof other === 'string' && isDay(other) && typeof value === 'string' && value < other) {
      return found('BEFORE_OTHER', { other: notBefore });
    }
  }
  if (variable.type !== 'party') return null;
  const id = partyIdOf(value);
  for (const { key, type } of variables) {
    if (key === variable.key) return null;
    if (type === 'party' && partyIdOf(valueAt(values, key)) === id) return found('SAME_PARTY', { other: key });
  }
  return null;
}

function missingFact({ key }: Variable, value: VariableValue, needed: ReadonlySet<string> | undefined): Problem {
  if (typeof value !== 'object' || !('partyId' in value)) return null;
  const fact = partyFacts.find((one) => needed?.has(`${key}.${one}`) === true && factOf(value, one) === null);
  return fact === undefined ? null : found('MISSING_FACT', { fact });
}

function partyIdOf(value: VariableValue | undefined): string | undefined {
  return typeof value === 'object' && 'partyId' in value ? value.partyId : undefined;
}
