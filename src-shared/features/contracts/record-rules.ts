import { hasInvisibleCharacters } from '../../kernel/invisible-characters.ts';
import { fail, succeed, type Result } from '../../kernel/result.ts';
import type { ContractRecord, RecordAmount } from './record.ts';
import type { ContractId } from './model.ts';

export type RecordProblemCode =
  | 'END_BEFORE_START'
  | 'END_OF_OPEN_ENDED'
  | 'EFFECTIVE_BEFORE_SIGNED'
  | 'TERM_MISSING'
  | 'RENEWAL_TERM_MISSING'
  | 'OPT_OUT_AFTER_END'
  | 'PARTY_TWICE'
  | 'PARENT_MISSING'
  | 'PARENT_NOT_ALLOWED'
  | 'NEGATIVE_AMOUNT'
  | 'TAX_DOES_NOT_ADD_UP'
  | 'CUSTOM_NAME_TWICE'
  | 'CUSTOM_VALUE_WRONG'
  | 'INVISIBLE_CHARACTERS';

export interface RecordProblem {
  /** Path of the field within the record, e.g. `expiresOn`, `details.renewalTermMonths`. */
  readonly field: string;
  readonly code: RecordProblemCode;
  /** A note does not hinder saving: the law allows it, but it is rarely meant. */
  readonly isNote: boolean;
}

/** Everything in a record that can't be, or is rarely meant, in the order of the form. Dates: domain.md X04. */
export function recordProblems(record: ContractRecord, amount: RecordAmount | null): readonly RecordProblem[] {
  const problems: RecordProblem[] = [];
  const say = (field: string, code: RecordProblemCode, isNote = false) => void problems.push({ field, code, isNote });
  const { signedOn, effectiveOn, expiresOn, details } = record;
  if (isChild(record) && record.parentId === null) say('parentId', 'PARENT_MISSING');
  if (!isChild(record) && record.parentId !== null) say('parentId', 'PARENT_NOT_ALLOWED');
  if (new Set(record.parties.map(({ partyId }) => partyId)).size < record.parties.length) say('parties', 'PARTY_TWICE');
  const start = effectiveOn ?? signedOn;
  if (expiresOn !== null && start !== null && expiresOn < start) say('expiresOn', 'END_BEFORE_START');
  if (expiresOn !== null && record.renewalType === 'evergreen') say('expiresOn', 'END_OF_OPEN_ENDED', true);
  if (signedOn !== null && effectiveOn !== null && effectiveOn < signedOn) say('effectiveOn', 'EFFECTIVE_BEFORE_SIGNED', true);
  if (record.renewalType === 'auto' || record.renewalType === 'option') {
    if (expiresOn === null && details.initialTermMonths === null) say('details.initialTermMonths', 'TERM_MISSING');
    if (details.renewalTermMonths === null) say('details.renewalTermMonths', 'RENEWAL_TERM_MISSING');
  }
  if (details.optOutOn !== null && expiresOn !== null && details.optOutOn > expiresOn) say('details.optOutOn', 'OPT_OUT_AFTER_END');
  customProblems(record, say);
  for (const [field, text] of textsOf(record)) if (hasInvisibleCharacters(text)) say(field, 'INVISIBLE_CHARACTERS');
  if (amount !== null) amountProblems(amount, say);
  return problems;
}

/** What can't be in a contract's title or number: a reader would see another one than is kept. */
export function headProblems({ title, number }: { readonly title: string; readonly number: string }): readonly RecordProblem[] {
  return Object.entries({ title, number }).flatMap(([field, text]) => (hasInvisibleCharacters(text) ? [{ field, code: 'INVISIBLE_CHARACTERS', isNote: false }] : []));
}

/** What a record says in words, by its path. */
function textsOf({ ownerName, department, tags, parties, details }: ContractRecord): readonly (readonly [string, string])[] {
  const { signingPlace, governingLaw, disputeForum, seat, physicalCopyLocation, notes, custom } = details;
  return [
    ...Object.entries({ ownerName, department }),
    ...tags.map((tag) => ['tags', tag] as const),
    ...parties.map(({ signatory }) => ['parties', signatory] as const),
    ...Object.entries({ signingPlace, governingLaw, disputeForum, seat, physicalCopyLocation }).map(([field, text]) => [`details.${field}`, text] as const),
    // Lines that another system ended are still lines.
    ['details.notes', notes.replaceAll('\r\n', '\n')],
    ...custom.flatMap(({ name, value }, index) => [[`details.custom.${index}.name`, name], [`details.custom.${index}.value`, value]] as const),
  ];
}

/** Orders, amendments and termination agreements belong to another contract. */
export function isChild({ recordKind }: Pick<ContractRecord, 'recordKind'>): boolean {
  return recordKind === 'order' || recordKind === 'amendment' || recordKind === 'termination_agreement';
}

/**
 * Whether a contract may hang below a parent. Errors: PARENT_CYCLE when the parent is the contract itself or lies below
 * it. `parentOf` gives the present parent of any contract.
 */
export function checkParent(
  id: ContractId,
  parentId: ContractId,
  parentOf: (id: ContractId) => ContractId | null,
): Result<null, 'PARENT_CYCLE'> {
  let above: ContractId | null = parentId;
  // Deeper than any real tree: a chain that long is a circle that was there before.
  for (let depth = 0; above !== null && depth < 100; depth += 1) {
    if (above === id) return fail('PARENT_CYCLE');
    above = parentOf(above);
  }
  return above === null ? succeed(null) : fail('PARENT_CYCLE');
}

/** The sum with tax of one without it: excl x (1 + rate), rounded half up to the minor unit. */
export function withTax(exclusiveMinor: number, taxBasisPoints: number): number {
  const scaled = BigInt(exclusiveMinor) * BigInt(10_000 + taxBasisPoints);
  return Number((scaled + 5_000n) / 10_000n);
}

/** The sum without tax of one with it: incl / (1 + rate), rounded half up to the minor unit. */
export function withoutTax(inclusiveMinor: number, taxBasisPoints: number): number {
  const factor = BigInt(10_000 + taxBasisPoints);
  return Number((BigInt(inclusiveMinor) * 20_000n + factor) / (2n * factor));
}

type Say = (field: string, code: RecordProblemCode, isNote?: boolean) => void;

function amountProblems({ inclusive, exclusiveMinor, taxBasisPoints }: RecordAmount, say: Say): void {
  if (inclusive.minor < 0) say('amount.inclusive', 'NEGATIVE_AMOUNT');
  if ((exclusiveMinor ?? 0) < 0) say('amount.exclusiveMinor', 'NEGATIVE_AMOUNT');
  else if (inclusive.minor >= 0 && exclusiveMinor !== null && taxBasisPoints !== null) {
    // Lines are rounded one by one on invoices, so that a few minor units are not a mistake.
    const difference = Math.abs(withTax(exclusiveMinor, taxBasisPoints) - inclusive.minor);
    if (difference > 100) say('amount.inclusive', 'TAX_DOES_NOT_ADD_UP');
  }
}

function customProblems({ details: { custom } }: ContractRecord, say: Say): void {
  custom.forEach(({ name, kind, value }, index) => {
    if (custom.findIndex((other) => other.name === name) < index) say(`details.custom.${index}.name`, 'CUSTOM_NAME_TWICE');
    if (value !== '' && !fits[kind].test(value)) say(`details.custom.${index}.value`, 'CUSTOM_VALUE_WRONG');
  });
}

const fits = {
  text: /^/,
  number: /^-?\d{1,15}(\.\d{1,6})?$/,
  date: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
  boolean: /^(true|false)$/,
} as const;
