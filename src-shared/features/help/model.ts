/** The chapters of the handbook, in reading order. Each is a file of that name in `assets/handbook/<language>/`. */
export const chapterKeys = [
  'start',
  'contracts',
  'drafting',
  'templates',
  'checker',
  'approvals',
  'signing',
  'changes',
  'fulfilment',
  'reminders',
  'reviews',
  'training',
  'exchange',
  'security',
  'trouble',
] as const;
export type ChapterKey = (typeof chapterKeys)[number];

/** A chapter's heading with its sections; `body` and the text of a section are Markdown. */
export interface Chapter {
  readonly key: ChapterKey;
  readonly title: string;
  /** What stands before the first section. */
  readonly lead: string;
  readonly sections: readonly Section[];
}

export interface Section {
  readonly title: string;
  readonly body: string;
}

/** A place in the handbook that holds what was looked for. `section` is null for a chapter's lead. */
export interface HandbookHit {
  readonly chapter: ChapterKey;
  readonly section: number | null;
  readonly title: string;
  /** A few words around the place, without marks. */
  readonly excerpt: string;
}
