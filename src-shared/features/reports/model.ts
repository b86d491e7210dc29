/** A cell of a report's table: what is shown. Numbers and money come as the text that the reader sees. */
export type ReportCell = string;

export type ReportBlock =
  | { readonly kind: 'paragraph'; readonly text: string }
  /** Names and values, two to a line. */
  | { readonly kind: 'facts'; readonly facts: readonly ReportFact[] }
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly columns: readonly ReportColumn[];
      readonly rows: readonly (readonly ReportCell[])[];
      /** Said instead of a table without rows. */
      readonly whenEmpty: string;
    }
  /** Quantities side by side. `share`: 0 to 1 of the longest bar. */
  | { readonly kind: 'bars'; readonly caption: string; readonly bars: readonly { readonly label: string; readonly value: string; readonly share: number }[] }
  /** Who writes and when, below what was written. */
  | { readonly kind: 'signOff'; readonly lines: readonly string[] }
  /** What a reader must not miss. */
  | { readonly kind: 'notice'; readonly tone: 'good' | 'warning' | 'bad'; readonly text: string };

export interface ReportFact {
  readonly label: string;
  readonly value: string;
}

export interface ReportColumn {
  readonly heading: string;
  /** Numbers stand at the right. */
  readonly isNumeric: boolean;
}

export interface ReportSection {
  /** Empty where the title says all. */
  readonly heading: string;
  readonly blocks: readonly ReportBlock[];
}

/** A report as it is printed, all of it in the reader's language. */
export interface Report {
  readonly language: 'zh' | 'en';
  readonly title: string;
  readonly subtitle: string;
  /** Stands at the top of each page: a contract's number, a period. */
  readonly mark: string;
  readonly facts: readonly ReportFact[];
  readonly sections: readonly ReportSection[];
}
