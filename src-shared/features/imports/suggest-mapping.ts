import { fail, succeed, type Result } from '../../kernel/result.ts';
import { withoutUnit } from './heading-units.ts';
import { contractHeadings, partyHeadings } from './headings.ts';
import {
  contractFields,
  partyFields,
  type ColumnPositions,
  type ContractField,
  type ContractMapping,
  type ImportField,
  type PartyField,
  type PartyMapping,
} from './model.ts';
import { normaliseWord } from './read-choice.ts';

/** Guesses which column of a ledger fills which field; a field without a likely column is left out. */
export function suggestContractMapping(headings: readonly string[]): ContractMapping {
  return suggest<ContractField>(headings, contractFields, contractHeadings);
}

/** Guesses which column of a list of parties fills which field. */
export function suggestPartyMapping(headings: readonly string[]): PartyMapping {
  return suggest<PartyField>(headings, partyFields, partyHeadings);
}

/**
 * Where the mapping's columns stand in this file. COLUMN_MISSING names the first heading that the file doesn't have:
 * a remembered mapping may meet a file of another form.
 */
export function locateColumns<Field extends ImportField>(
  mapping: Readonly<Partial<Record<Field, string>>>,
  headings: readonly string[],
): Result<ColumnPositions<Field>, 'COLUMN_MISSING'> {
  const positions: Partial<Record<Field, number>> = {};
  for (const [field, heading] of Object.entries(mapping) as [Field, string][]) {
    const at = headings.indexOf(heading);
    if (at < 0) return fail('COLUMN_MISSING', { heading });
    positions[field] = at;
  }
  return succeed(positions);
}

function suggest<Field extends ImportField>(
  headings: readonly string[],
  fields: readonly Field[],
  words: Readonly<Record<Field, readonly string[]>>,
): Readonly<Partial<Record<Field, string>>> {
  const mapping: Partial<Record<Field, string>> = {};
  const free = new Map(headings.map((heading) => [heading, formsOf(heading.slice(0, 200))]));
  const take = (field: Field, heading: string) => {
    mapping[field] = heading;
    free.delete(heading);
  };
  // Whole headings first, so that 金额 doesn't take 合同金额大写 before 大写 has had its turn.
  for (const field of fields) {
    for (const word of words[field]) {
      if (mapping[field] !== undefined) break;
      const heading = [...free].find(([, forms]) => forms.includes(word))?.[0];
      if (heading !== undefined) take(field, heading);
    }
  }
  // Then headings that begin or end with a long word of the field, such as 合同金额(人民币) or 采购合同编号.
  for (const field of fields) {
    if (mapping[field] !== undefined) continue;
    const near = [...free].find(([, forms]) => words[field].some((word) => forms.some((form) => isNear(form, word) && !saysOtherwise(field, form))));
    if (near !== undefined) take(field, near[0]);
  }
  return mapping;
}

/** A heading as words are compared, whole and without its unit: 金额（万元） is 金额, Amount (CNY) is amount. */
function formsOf(heading: string): readonly string[] {
  const whole = normaliseWord(heading);
  const plain = normaliseWord(withoutUnit(heading));
  return plain === '' || plain === whole ? [whole] : [whole, plain];
}

/** Without this 不含税金额 ends like 含税金额, and 合同金额(不含税) begins like 合同金额. */
function saysOtherwise(field: ImportField, form: string): boolean {
  return field === 'amountInclTax' && /不含|未税|除税|excl|beforetax/u.test(form);
}

function isNear(heading: string, word: string): boolean {
  const longEnough = word.length >= (/^[a-z]/.test(word) ? 8 : 3);
  return longEnough && heading.length <= word.length * 2 + 4 && (heading.startsWith(word) || heading.endsWith(word));
}
