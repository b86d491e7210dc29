import { z } from 'zod';
import { sizeProblem } from './document-size.ts';
import { hasInvisibleCharacters } from '../../kernel/invisible-characters.ts';

/** The key of a template's variable: a JavaScript-like name, e.g. `deliveryPlace`. */
export const variableKeySchema = z.string().regex(/^[a-z][A-Za-z0-9]{0,59}$/);
/** The id that a clause is referred to by, within one document. */
export const clauseIdSchema = z.string().regex(/^[a-z][A-Za-z0-9-]{0,59}$/);

/** What can be said of a party besides its name. A notice address not given is the registered one. */
export const partyFacts = [
  'uscc',
  'legalRepresentative',
  'registeredAddress',
  'noticeAddress',
  'contactName',
  'contactPhone',
  'contactEmail',
  'bankName',
  'bankAccount',
] as const;
export type PartyFact = (typeof partyFacts)[number];

/**
 * How a variable is set. `default` suits every type. Money: `figures`, `words`, `figuresAndWords`. Date: `figures`
 * (2026-11-23) or `long`, its default. Party: its name, or one fact of it.
 */
export const variableFormats = ['default', 'figures', 'words', 'figuresAndWords', 'long', ...partyFacts] as const;
export const variableFormatSchema = z.enum(variableFormats);
export type VariableFormat = z.infer<typeof variableFormatSchema>;

const markSchema = z.object({ type: z.enum(['bold', 'italic', 'underline']) }).readonly();
export type Mark = z.infer<typeof markSchema>;

const shown = (maximum: number) =>
  z.string().max(maximum).refine((text) => !hasInvisibleCharacters(text), 'INVISIBLE_CHARACTERS');

const textSchema = z
  .object({
    type: z.literal('text'),
    text: shown(100_000).min(1),
    marks: z.array(markSchema).max(3).readonly().default([]),
  })
  .readonly();


/** The value of a variable. Within a `repeat` of the same key: the item of the list. */
const variableNodeSchema = z
  .object({
    type: z.literal('variable'),
    attrs: z.object({ key: variableKeySchema, format: variableFormatSchema.default('default') }).readonly(),
    marks: z.array(markSchema).max(3).readonly().default([]),
  })
  .readonly();


/** The current number of a clause, or of a numbered paragraph, e.g. 第三条. */
const clauseReferenceSchema = z
  .object({ type: z.literal('clauseReference'), attrs: z.object({ clauseId: clauseIdSchema }).readonly() })
  .readonly();

const hardBreakSchema = z.object({ type: z.literal('hardBreak') }).readonly();

const inlineSchema = z.discriminatedUnion('type', [
  textSchema,
  variableNodeSchema,
  clauseReferenceSchema,
  hardBreakSchema,
]);
export type InlineNode = z.infer<typeof inlineSchema>;

// Typed by hand, because the schemas of blocks contain each other.
const blocks: z.ZodType<readonly BlockNode[]> = z
  .array(z.lazy((): z.ZodType<BlockNode> => blockSchema))
  .readonly()
  .default([]);
const inlines = z.array(inlineSchema).readonly().default([]);
const idAttribute = clauseIdSchema.nullable().default(null);

const titleSchema = z.object({ type: z.literal('title'), content: inlines }).readonly();
export type TitleNode = z.infer<typeof titleSchema>;

/** The heading of a clause; its number is made when the document is rendered. */
const clauseHeadingSchema = z
  .object({
    type: z.literal('clauseHeading'),
    attrs: z.object({ level: z.union([z.literal(1), z.literal(2), z.literal(3)]), id: idAttribute }).readonly(),
    content: inlines,
  })
  .readonly();
export type ClauseHeadingNode = z.infer<typeof clauseHeadingSchema>;

/** Text; a numbered paragraph is a sub-clause (1.1, 1.2) of the heading above it. */
const paragraphSchema = z
  .object({
    type: z.literal('paragraph'),
    attrs: z
      .object({ numbered: z.boolean().default(false), id: idAttribute })
      .readonly()
      .default({ numbered: false, id: null }),
    content: inlines,
  })
  .readonly();
export type ParagraphNode = z.infer<typeof paragraphSchema>;

/** Name, credit code, legal representative, address and contact of a party. `role` is what the text calls it. */
const partyBlockSchema = z
  .object({
    type: z.literal('partyBlock'),
    attrs: z.object({ role: shown(60).min(1), key: variableKeySchema }).readonly(),
  })
  .readonly();
export type PartyBlockNode = z.infer<typeof partyBlockSchema>;

/** Where the parties sign: seal, representative and date of each. Bilingual text has one for both languages. */
const signatureBlockSchema = z
  .object({
    type: z.literal('signatureBlock'),
    attrs: z
      .object({
        parties: z
          .array(z.object({ role: shown(60).min(1), key: variableKeySchema }).readonly())
          .min(1)
          .max(8)
          .readonly(),
      })
      .readonly(),
  })
  .readonly();
export type SignatureBlockNode = z.infer<typeof signatureBlockSchema>;

export const conditionOperators = ['equals', 'notEquals', 'filled', 'empty'] as const;

/** `value` is the choice, number or text compared with, `'true'`/`'false'` for a boolean; null for filled and empty. */
export const conditionSchema = z
  .object({
    key: variableKeySchema,
    /** Asks for one fact of a party rather than the variable itself. */
    fact: z.enum(partyFacts).nullable().default(null),
    operator: z.enum(conditionOperators),
    value: z.string().max(200).nullable().default(null),
  })
  .readonly();
export type Condition = z.infer<typeof conditionSchema>;

const conditionalSchema = z
  .object({ type: z.literal('conditional'), attrs: conditionSchema, content: blocks })
  .readonly();
export interface ConditionalNode {
  readonly type: 'conditional';
  readonly attrs: Condition;
  readonly content: readonly BlockNode[];
}

/** Its content once for each item of a list variable. */
const repeatSchema = z
  .object({
    type: z.literal('repeat'),
    attrs: z.object({ key: variableKeySchema }).readonly(),
    content: blocks,
  })
  .readonly();
export interface RepeatNode {
  readonly type: 'repeat';
  readonly attrs: { readonly key: string };
  readonly content: readonly BlockNode[];
}

export interface ListItemNode {
  readonly type: 'listItem';
  readonly content: readonly BlockNode[];
}
const listItems: z.ZodType<readonly ListItemNode[]> = z
  .array(z.object({ type: z.literal('listItem'), content: blocks }).readonly())
  .readonly()
  .default([]);
const bulletListSchema = z.object({ type: z.literal('bulletList'), content: listItems }).readonly();
export interface BulletListNode {
  readonly type: 'bulletList';
  readonly content: readonly ListItemNode[];
}

const orderedListSchema = z
  .object({
    type: z.literal('orderedList'),
    attrs: z
      .object({ start: z.int().min(0).max(100_000).default(1) })
      .readonly()
      .default({ start: 1 }),
    content: listItems,
  })
  .readonly();
export interface OrderedListNode {
  readonly type: 'orderedList';
  readonly attrs: { readonly start: number };
  readonly content: readonly ListItemNode[];
}

const tableCellSchema = z
  .object({
    type: z.enum(['tableHeader', 'tableCell']),
    attrs: z
      .object({ colspan: z.int().min(1).max(40).default(1), rowspan: z.int().min(1).max(1000).default(1) })
      .readonly()
      .default({ colspan: 1, rowspan: 1 }),
    content: blocks,
  })
  .readonly();
export interface TableCellNode {
  readonly type: 'tableHeader' | 'tableCell';
  readonly attrs: { readonly colspan: number; readonly rowspan: number };
  readonly content: readonly BlockNode[];
}
export interface TableRowNode {
  readonly type: 'tableRow';
  readonly content: readonly TableCellNode[];
}

const tableRowSchema: z.ZodType<TableRowNode> = z
  .object({ type: z.literal('tableRow'), content: z.array(tableCellSchema).max(40).readonly().default([]) })
  .readonly();

const tableSchema = z
  .object({ type: z.literal('table'), content: z.array(tableRowSchema).readonly().default([]) })
  .readonly();
export interface TableNode {
  readonly type: 'table';
  readonly content: readonly TableRowNode[];
}

export type BlockNode =
  | TitleNode
  | ClauseHeadingNode
  | ParagraphNode
  | PartyBlockNode
  | SignatureBlockNode
  | BulletListNode
  | OrderedListNode
  | TableNode
  | ConditionalNode
  | RepeatNode;

const blockSchema: z.ZodType<BlockNode> = z.discriminatedUnion('type', [
  titleSchema,
  clauseHeadingSchema,
  paragraphSchema,
  partyBlockSchema,
  signatureBlockSchema,
  bulletListSchema,
  orderedListSchema,
  tableSchema,
  conditionalSchema,
  repeatSchema,
]);

/** `article`: 第一条 and 1.1, Article 1 and 1.1. `list`: 一、 and 1.1, 1. and 1.1. `decimal`: 1. and 1.1 in both. */
export const numberingStyles = ['article', 'list', 'decimal'] as const;
export type NumberingStyle = (typeof numberingStyles)[number];

const docSchema = z
  .object({
    type: z.literal('doc'),
    attrs: z
      .object({ numbering: z.enum(numberingStyles).default('article') })
      .readonly()
      .default({ numbering: 'article' }),
    content: blocks,
  })
  .readonly();
export type DocumentNode = z.infer<typeof docSchema>;

/**
 * A contract's text as TipTap (ProseMirror) JSON. Only the nodes and marks above; unknown attributes are dropped. Its
 * size is measured before anything else looks at it, so that a hostile file can neither nest nor swell us to death.
 * Issues DOCUMENT_TOO_DEEP and DOCUMENT_TOO_LARGE.
 */
export const documentSchema: z.ZodType<DocumentNode> = z
  .unknown()
  .superRefine((value, context) => {
    const message = sizeProblem(value);
    if (message !== null) context.addIssue({ code: 'custom', message });
  })
  .pipe(docSchema);

/** Any node of a document. */
export type AnyNode =
  | DocumentNode
  | BlockNode
  | InlineNode
  | ListItemNode
  | TableRowNode
  | TableCellNode;

/** Every node below and including this one, parents before children, in the order of the text. */
export function* descendants(node: AnyNode): Generator<AnyNode> {
  yield node;
  if (!('content' in node)) return;
  for (const child of node.content) yield* descendants(child);
}
