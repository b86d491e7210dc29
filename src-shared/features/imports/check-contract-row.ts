import type { Day } from '../../kernel/day.ts';
import type { Currency, Money } from '../../kernel/money.ts';
import { fail, succeed, type Result } from '../../kernel/result.ts';
import { normaliseUscc, usccProblem } from '../parties/rules.ts';
import { isEmptyCell } from './cell-text.ts';
import type { AmountField, ColumnUnits, TermField } from './heading-units.ts';
import type {
  Cell,
  CheckedContractRow,
  Choice,
  ChoiceName,
  ColumnPositions,
  ContractField,
  RawRow,
  ReadingOptions,
  RowOutcome,
  RowProblemCode,
  Term,
} from './model.ts';
import { readAmount, readAmountInWords, readCurrency, readRate } from './read-amount.ts';
import { readChoice } from './read-choice.ts';
import { readDay } from './read-day.ts';
import { readTerm, termToMonths, termToNoticePeriod } from './read-term.ts';
import { readTags } from './read-text.ts';
import { createRowReader, type RowReader } from './row-reader.ts';

/**
 * Reads a row of a ledger into a contract's facts, or says everything that is wrong with it; `units` come from
 * `unitsOf(mapping)`. Amounts in words and in
 * figures must agree, and so must tax and amounts; an end before the start (of effect, else of signature) is refused.
 * One sum in a cell merged over several rows counts in the first of them only.
 */
export function checkContractRow(
  row: RawRow,
  columns: ColumnPositions<ContractField>,
  options: ReadingOptions & { readonly units?: ColumnUnits },
): RowOutcome<CheckedContractRow> {
  const reader = createRowReader(row, columns);
  const currency = reader.read('currency', readCurrency) ?? options.currency;
  const isOfRowAbove = (field: ContractField): boolean => row.merged?.some((at) => at === columns[field]) === true;
  const amounts = readAmounts(reader, currency, { units: options.units, isOfRowAbove });
  const day = (field: ContractField) => reader.read(field, (cell) => readDay(cell, options));
  const days = { signedOn: day('signedOn'), effectiveOn: day('effectiveOn'), expiresOn: day('expiresOn') };
  checkOrder(reader, days);
  const term = <Value>(field: TermField, convert: (term: Term) => Result<Value, RowProblemCode>) =>
    reader.read(field, (cell) => {
      const read = readTerm(cell, options.units?.terms[field]);
      return read.ok ? convert(read.value) : read;
    });
  const choice = <Name extends ContractField & ChoiceName>(name: Name): Choice<Name> | null =>
    reader.read(name, (cell) => readChoice(cell, name));
  const number = reader.text('number', 60);
  const parentNumber = reader.text('parentNumber', 60);
  if (number !== null && number === parentNumber) reader.complain('parentNumber', 'OWN_PARENT');
  const title = reader.text('title', 200);
  if (title === null && !reader.complained('title')) reader.complain('title', 'REQUIRED');
  return reader.finish({
    rowNumber: row.rowNumber,
    number,
    title: title ?? '',
    contractType: choice('contractType'),
    recordKind: choice('recordKind'),
    parentNumber,
    direction: choice('direction'),
    partyA: reader.text('partyA', 200),
    partyB: reader.text('partyB', 200),
    partyBUscc: readUscc(reader),
    ...amounts,
    currency,
    ...days,
    initialTermMonths: term('initialTerm', termToMonths),
    renewalType: choice('renewalType'),
    renewalTermMonths: term('renewalTerm', termToMonths),
    noticePeriod: term('noticePeriod', (read) => succeed(termToNoticePeriod(read))),
    governingLaw: reader.text('governingLaw', 120),
    disputeMode: choice('disputeMode'),
    disputeForum: reader.text('disputeForum', 160),
    owner: reader.text('owner', 80),
    department: reader.text('department', 80),
    confidentiality: choice('confidentiality'),
    tags: reader.read('tags', readTags) ?? [],
    stage: choice('stage'),
    physicalCopyLocation: reader.text('physicalCopyLocation', 160),
    notes: reader.text('notes', 4000, true),
  });
}

interface AmountColumns {
  readonly units: ColumnUnits | undefined;
  readonly isOfRowAbove: (field: ContractField) => boolean;
}

function readAmounts(reader: RowReader<ContractField>, currency: Currency, { units, isOfRowAbove }: AmountColumns) {
  const read = (field: AmountField | 'amountInWords', readCell: (cell: Cell) => Result<Money, RowProblemCode>): Money | null => {
    if (!isOfRowAbove(field)) return reader.read(field, readCell);
    reader.note(field, 'AMOUNT_MERGED');
    return null;
  };
  const amount = (field: AmountField): Money | null => read(field, (cell) => readAmount(cell, currency, units?.amounts[field]));
  const [incl, amountExclTax] = [amount('amountInclTax'), amount('amountExclTax')];
  const taxBasisPoints = reader.read('taxRate', readRate);
  const words = read('amountInWords', readAmountInWords);
  // Words are in yuan by their nature; beside a foreign amount nothing can be compared.
  if (words !== null && currency !== 'CNY') reader.complain('amountInWords', 'OTHER_CURRENCY');
  else if (words !== null && incl !== null && words.minor !== incl.minor) reader.complain('amountInWords', 'AMOUNT_WORDS_DIFFER');
  if (incl !== null && amountExclTax !== null && taxBasisPoints !== null) {
    const expected = (amountExclTax.minor * (10_000 + taxBasisPoints)) / 10_000;
    // One minor unit for rounding, and one in a hundred thousand for invoices that were rounded line by line.
    if (Math.abs(expected - incl.minor) > Math.max(1.5, incl.minor / 100_000)) reader.complain('taxRate', 'TAX_DIFFERS');
  }
  const amountInclTax = incl ?? (currency === 'CNY' && isEmptyCell(reader.cell('amountInclTax')) ? words : null);
  return { amountInclTax, amountExclTax, taxBasisPoints };
}

function checkOrder(
  reader: RowReader<ContractField>,
  { signedOn, effectiveOn, expiresOn }: Readonly<Record<'signedOn' | 'effectiveOn' | 'expiresOn', Day | null>>,
): void {
  const start = effectiveOn ?? signedOn;
  if (start !== null && expiresOn !== null && expiresOn < start) reader.complain('expiresOn', 'END_BEFORE_START');
}

function readUscc(reader: RowReader<ContractField>): string | null {
  const text = reader.text('partyBUscc', 40);
  if (text === null) return null;
  const code = normaliseUscc(text);
  return reader.read('partyBUscc', () => {
    const problem = usccProblem(code);
    return problem === null ? succeed(code) : fail(problem);
  });
}
