import { z } from 'zod';
import type { Day } from '../../kernel/day.ts';
import type { Currency, Money } from '../../kernel/money.ts';
import {
  confidentialityLevels,
  directions,
  disputeModes,
  recordKinds,
  renewalTypes,
  type Confidentiality,
  type Direction,
  type NoticePeriod,
  type RecordKind,
  type RenewalType,
} from '../contracts/record.ts';
import { stages, type Stage } from '../contracts/stage.ts';
import { partyKinds, type PartyDetails, type PartyKind } from '../parties/model.ts';
import { contractTypes, type ContractType } from '../templates/model.ts';

/** What a file's rows become. */
export const importKinds = ['contracts', 'parties'] as const;
export const importKindSchema = z.enum(importKinds);
export type ImportKind = z.infer<typeof importKindSchema>;

/** The fields that a ledger's column may fill. `partyA` is our own side, `partyB` the counterparty. */
export const contractFields = [
  'number', 'title', 'contractType', 'recordKind', 'parentNumber', 'direction', 'partyA', 'partyB', 'partyBUscc',
  'amountInclTax', 'amountExclTax', 'taxRate', 'currency', 'amountInWords', 'signedOn', 'effectiveOn', 'expiresOn',
  'initialTerm', 'renewalType', 'renewalTerm', 'noticePeriod', 'governingLaw', 'disputeMode', 'disputeForum', 'owner',
  'department', 'confidentiality', 'tags', 'stage', 'physicalCopyLocation', 'notes',
] as const;
export const contractFieldSchema = z.enum(contractFields);
export type ContractField = z.infer<typeof contractFieldSchema>;

/** The fields that a list of parties or a card file may fill. */
export const partyFields = [
  'nameZh', 'nameEn', 'uscc', 'kind', 'legalRepresentative', 'registeredAddress', 'noticeAddress', 'contactName',
  'contactPhone', 'contactEmail', 'bankName', 'bankAccount', 'notes',
] as const;
export const partyFieldSchema = z.enum(partyFields);
export type PartyField = z.infer<typeof partyFieldSchema>;

export type ImportField = ContractField | PartyField;

// A heading is data from a stranger's file; a longer one is cut when the file is read.
const headingSchema = z.string().min(1).max(200);

/** Which column, by its heading, fills which field. Remembered for each source. */
export const contractMappingSchema = z.partialRecord(contractFieldSchema, headingSchema).readonly();
export type ContractMapping = z.infer<typeof contractMappingSchema>;
export const partyMappingSchema = z.partialRecord(partyFieldSchema, headingSchema).readonly();
export type PartyMapping = z.infer<typeof partyMappingSchema>;

/** Whether 03/04/2026 is 3 April (dmy) or 4 March (mdy). Nothing in such a text tells; a person must. */
export const dayOrderSchema = z.enum(['dmy', 'mdy']);
export type DayOrder = z.infer<typeof dayOrderSchema>;

/** A date as Excel keeps it: days since 1899-12-30 (with the false 29 February 1900) or since 1904-01-01. */
export interface ExcelDate {
  readonly excelSerial: number;
  readonly date1904: boolean;
}

/** One cell as the file has it. */
export type Cell = string | number | boolean | null | ExcelDate;

/** One row; the cells stand in the order of the table's headings, and missing ones at the end are left out. */
export interface RawRow {
  /** As the person's spreadsheet shows it, from 1; for cards and JSON the position of the entry. */
  readonly rowNumber: number;
  readonly cells: readonly Cell[];
  /** Columns whose cell belongs to one that is merged downwards: it holds the value of a row above. */
  readonly merged?: readonly number[];
}

/** Where each mapped field's column stands, from 0. */
export type ColumnPositions<Field extends ImportField> = Readonly<Partial<Record<Field, number>>>;

/** How doubtful cells are to be read. */
export interface ReadingOptions {
  /** Not given: a doubtful date is a problem. */
  readonly dayOrder?: DayOrder;
  /** The epoch of bare numbers in a date column, as the workbook says. */
  readonly date1904?: boolean;
  /** For rows that name no currency. */
  readonly currency: Currency;
}

export const rowProblemCodes = [
  'REQUIRED', 'NOT_TEXT', 'TOO_LONG', 'HIDDEN_CHARACTERS', 'FORMULA_ERROR', 'DIGITS_LOST',
  'NOT_A_DATE', 'IMPOSSIBLE_DATE', 'AMBIGUOUS_DATE',
  'NOT_AN_AMOUNT', 'NEGATIVE_AMOUNT', 'TOO_LARGE', 'TOO_MANY_DECIMALS', 'OTHER_CURRENCY', 'UNKNOWN_CURRENCY',
  'NOT_A_RATE', 'NOT_A_TERM', 'TERM_NOT_IN_MONTHS', 'UNKNOWN_CHOICE', 'TOO_MANY_TAGS',
  'USCC_LENGTH', 'USCC_CHARACTERS', 'USCC_CHECK_CHARACTER', 'EMAIL_FORM',
  'END_BEFORE_START', 'AMOUNT_WORDS_DIFFER', 'TAX_DIFFERS', 'AMOUNT_MERGED', 'OWN_PARENT', 'PARENT_CYCLE',
] as const;
export const rowProblemCodeSchema = z.enum(rowProblemCodes);
export type RowProblemCode = z.infer<typeof rowProblemCodeSchema>;

/** What is wrong in which row at which field; the value as found, clipped and with invisible characters shown. */
export const rowProblemSchema = z
  .object({
    rowNumber: z.int().positive(),
    field: z.union([contractFieldSchema, partyFieldSchema]),
    code: rowProblemCodeSchema,
    shown: z.string().max(80),
  })
  .readonly();
export type RowProblem = z.infer<typeof rowProblemSchema>;

/** The choices that a cell may name, by the kind of choice; their words stand in choice-words.ts. */
export const choices = {
  contractType: contractTypes,
  recordKind: recordKinds,
  direction: directions,
  renewalType: renewalTypes,
  disputeMode: disputeModes,
  confidentiality: confidentialityLevels,
  stage: stages,
  kind: partyKinds,
} as const;
export type ChoiceName = keyof typeof choices;
export type Choice<Name extends ChoiceName> = (typeof choices)[Name][number];

/** A length of time as a cell states it; months and days don't convert into one another. */
export interface Term {
  readonly count: number;
  readonly unit: 'year' | 'month' | 'week' | 'day' | 'workingDay';
}

/** A row of a contract ledger, every given cell read. `null` stands for not given. */
export interface CheckedContractRow {
  readonly rowNumber: number;
  readonly number: string | null;
  readonly title: string;
  readonly contractType: ContractType | null;
  readonly recordKind: RecordKind | null;
  readonly parentNumber: string | null;
  readonly direction: Direction | null;
  readonly partyA: string | null;
  readonly partyB: string | null;
  readonly partyBUscc: string | null;
  readonly amountInclTax: Money | null;
  readonly amountExclTax: Money | null;
  /** In hundredths of a per cent: 13 % is 1300. */
  readonly taxBasisPoints: number | null;
  readonly currency: Currency;
  readonly signedOn: Day | null;
  readonly effectiveOn: Day | null;
  readonly expiresOn: Day | null;
  readonly initialTermMonths: number | null;
  readonly renewalType: RenewalType | null;
  readonly renewalTermMonths: number | null;
  readonly noticePeriod: NoticePeriod | null;
  readonly governingLaw: string | null;
  readonly disputeMode: Choice<'disputeMode'> | null;
  readonly disputeForum: string | null;
  readonly owner: string | null;
  readonly department: string | null;
  readonly confidentiality: Confidentiality | null;
  readonly tags: readonly string[];
  readonly stage: Stage | null;
  readonly physicalCopyLocation: string | null;
  readonly notes: string | null;
}

/** A row of a list of parties, in the shape in which a party is saved; empty text means not given. */
export interface CheckedPartyRow extends Omit<PartyDetails, 'kind'> {
  readonly rowNumber: number;
  readonly kind: PartyKind;
  readonly bankName: string;
  readonly bankAccount: string;
}

/** A row that may be imported, with what was tidied on the way, or every reason why not. */
export type RowOutcome<Row> =
  | { readonly ok: true; readonly row: Row; readonly notes: readonly RowProblem[] }
  | { readonly ok: false; readonly problems: readonly RowProblem[] };
