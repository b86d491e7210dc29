import type { Condition, DocumentNode, VariableFormat } from '#shared/features/documents/model.ts';
import type { Variable, VariableValues } from '#shared/features/documents/variables.ts';
import type { BodyLanguage } from '#shared/features/documents/value-text.ts';

/** What the text is shown with: the values that stand in it, and the words for what has none of its own. */
export interface EditorContext {
  readonly language: BodyLanguage;
  readonly numbering: DocumentNode['attrs']['numbering'];
  readonly variables: readonly Variable[];
  readonly values: VariableValues;
  readonly withheldKeys: readonly string[];
  /** Folds parts away whose condition the values don't meet; a template shows them all, and what its variables are. */
  readonly hidesParts: boolean;
  readonly words: {
    readonly condition: (condition: Condition, isShown: boolean) => string;
    readonly repeat: (key: string) => string;
    /** How a format is called: 大写, 法定代表人. */
    readonly format: (format: VariableFormat) => string;
    /** What a variable is, for whoever points at it. */
    readonly variable: (key: string, format: VariableFormat) => string;
    readonly locked: string;
    readonly reference: string;
    /** Stands in an empty block. */
    readonly placeholder: string;
  };
}

/** The context as it is now; plugins look into it when they draw. */
export interface ContextRef {
  current: EditorContext;
}
