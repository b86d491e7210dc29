import type { Failure, FailureParams } from '#shared/kernel/result.ts';
import type { RawRow } from '#shared/features/imports/model.ts';

/**
 * Why a file's rows can't be read. UNSUPPORTED names what the file is (`found`: pdf, docx, …), whatever its name says;
 * OLD_EXCEL a workbook of before 2007, UNRECOGNISED bytes of no known kind, NOT_A_WORKBOOK text that is named .xlsx;
 * DAMAGED a file that breaks off or breaks its own format; BOMB one that unpacks to far more than it is.
 */
export type TableFailureCode = 'EMPTY' | 'NOT_A_TABLE' | 'UNSUPPORTED' | 'OLD_EXCEL' | 'UNRECOGNISED' | 'NOT_A_WORKBOOK' | 'TOO_LARGE' | 'DAMAGED' | 'ENCRYPTED' | 'BOMB';

export type TableFormat = 'csv' | 'xlsx' | 'json' | 'vcard';

/** The encodings that text files are read in. */
export type TextEncoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';

/** How a file is to be read. */
export interface OpenOptions {
  /** Where the guess is wrong: bytes alone don't always tell one encoding from another. */
  readonly encoding?: TextEncoding;
  /** The sheet by name; the first one with rows unless given. */
  readonly sheet?: string;
  /** The row of headings, from 1; guessed unless given. */
  readonly headingRow?: number;
  /** Called as reading goes on: bytes read so far, and all of them (of a workbook, as unpacked). */
  readonly onBytes?: (read: number, total: number) => void;
  /** Aborted: the rows end by throwing the signal's reason, and the file is closed. */
  readonly signal?: AbortSignal;
}

/**
 * A file opened for reading. `rows` may be walked once; leaving the walk early closes the file, and so does `close`
 * when it was never begun. A fault found on the way ends the walk with an `UnreadableTable`.
 */
export interface OpenTable {
  readonly format: TableFormat;
  readonly encoding: TextEncoding;
  /** Of a workbook; empty for other formats. */
  readonly sheetNames: readonly string[];
  readonly headings: readonly string[];
  /** The workbook counts bare date numbers from 1904. */
  readonly date1904: boolean;
  readonly rows: AsyncIterable<RawRow>;
  close(): Promise<void>;
}

/** Cells of one column that are merged downwards; rows count from 1, the column from 0. */
export interface MergedCells {
  readonly column: number;
  readonly top: number;
  readonly bottom: number;
}

/** What each format's reader hands to `openRows`: headings where the format has them by nature, and the rows. */
export interface RowSource {
  readonly format: TableFormat;
  readonly encoding: TextEncoding;
  readonly sheetNames: readonly string[];
  readonly date1904: boolean;
  /** `null` when the headings stand in one of the first rows. */
  readonly headings: readonly string[] | null;
  /** Of a workbook's sheet; the rows come without them. */
  readonly merges: readonly MergedCells[];
  readonly rows: AsyncGenerator<RawRow, void, undefined>;
}

/** Bad content met while reading. An exception, because it ends a walk that has already handed out rows. */
export class UnreadableTable extends Error {
  readonly failure: Failure<TableFailureCode>;

  constructor(code: TableFailureCode, params?: FailureParams) {
    super(`The table can't be read: ${code}`);
    this.name = 'UnreadableTable';
    this.failure = params === undefined ? { code } : { code, params };
  }
}

/** What no honest ledger exceeds, and what a machine with little memory can bear. */
export const limits = {
  textFileBytes: 1024 ** 3,
  workbookFileBytes: 256 * 1024 ** 2,
  /** All parts that are read, unpacked. A hundred thousand rows by twenty columns are about 100 MiB. */
  unpackedBytes: 1024 ** 3 - 1,
  sharedStringsBytes: 256 * 1024 ** 2,
  /** Styles, relations, the list of sheets: small in every workbook. */
  smallPartBytes: 16 * 1024 ** 2,
  /** Deflate reaches 1032 : 1 on zeros; sheets of equal rows reach about 60 : 1. */
  ratio: 250,
  ratioFromBytes: 8 * 1024 ** 2,
  entries: 10_000,
  columns: 500,
  /** Reaching over several rows. Three columns of a hundred thousand rows, merged in pairs, are fewer. */
  mergedCells: 200_000,
  rows: 1_048_576,
  headingCharacters: 200,
  /** A cell of a sheet holds at most 32,767 characters; a text file's record with more than this has lost a quote. */
  recordCharacters: 1024 ** 2,
} as const;
