/** A lesson as it is shipped, in one language; its key follows from its place in the course. */
export interface ShippedLesson {
  readonly title: string;
  /** Markdown. */
  readonly body: string;
}
