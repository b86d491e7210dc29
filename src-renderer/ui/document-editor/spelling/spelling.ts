/** A person's choice on spelling, and what is done from the menu of a misspelt word. */
export interface Spelling {
  readonly isOn: boolean;
  /** Keys of words that pass: see `wordKey`. */
  readonly passed: ReadonlySet<string>;
  readonly onSwitch: (isOn: boolean) => void;
  /** Adds a word to the person's own. */
  readonly onAdd: (word: string) => void;
  /** Lets a word pass in this text; null where a text has no words of its own. */
  readonly onIgnore: ((word: string) => void) | null;
}
