import {
  variableFormatSchema,
  type BlockNode,
  type Condition,
  type DocumentNode,
  type InlineNode,
  type PartyFact,
} from '../../documents/model.ts';
import type { Choice, Constraints, Variable, VariableGroup, VariableType } from '../../documents/variables.ts';

/** A body from its parts. */
export function body(...parts: readonly (BlockNode | readonly BlockNode[])[]): DocumentNode {
  return { type: 'doc', attrs: { numbering: 'article' }, content: parts.flat() };
}

/** The title of a contract. */
export function title(text: string): BlockNode {
  return { type: 'title', content: inlines(text) };
}

/** A numbered clause: its heading, then numbered sub-clauses. An id lets other clauses refer to it. */
export function clause(heading: string, ...parts: readonly (string | BlockNode)[]): readonly BlockNode[] {
  return identifiedClause(null, heading, ...parts);
}

/** A clause that others refer to as `{{#id}}`. */
export function identifiedClause(
  id: string | null,
  heading: string,
  ...parts: readonly (string | BlockNode)[]
): readonly BlockNode[] {
  return [{ type: 'clauseHeading', attrs: { level: 1, id }, content: inlines(heading) }, ...parts.map(subClause)];
}

/** A paragraph without a number. */
export function p(text: string): BlockNode {
  return { type: 'paragraph', attrs: { numbered: false, id: null }, content: inlines(text) };
}

/** Parts shown when a variable has a value; of a boolean, `'true'`. */
export function when(key: string, value: string, ...parts: readonly (string | BlockNode | readonly BlockNode[])[]): BlockNode {
  return conditional({ key, fact: null, operator: 'equals', value }, parts);
}

/** Parts shown when a variable is given, or `empty`; with a fact, when the party has it. */
export function whenGiven(
  key: string,
  operator: 'filled' | 'empty',
  fact: PartyFact | null,
  ...parts: readonly (string | BlockNode | readonly BlockNode[])[]
): BlockNode {
  return conditional({ key, fact, operator, value: null }, parts);
}

/** One sub-clause for each item of a list; `{{key}}` is the item. */
export function repeat(key: string, ...parts: readonly (string | BlockNode)[]): BlockNode {
  return { type: 'repeat', attrs: { key }, content: parts.map(subClause) };
}

/** The particulars of a party under what the text calls it. */
export function partyBlock(role: string, key: string): BlockNode {
  return { type: 'partyBlock', attrs: { role, key } };
}

/** Where the parties sign. */
export function signatures(...parties: readonly (readonly [role: string, key: string])[]): BlockNode {
  return { type: 'signatureBlock', attrs: { parties: parties.map(([role, key]) => ({ role, key })) } };
}

/** A table whose first row is its head. */
export function table(...rows: readonly (readonly string[])[]): BlockNode {
  return {
    type: 'table',
    content: rows.map((cells, row) => ({
      type: 'tableRow',
      content: cells.map((text) => ({
        type: row === 0 ? 'tableHeader' : 'tableCell',
        attrs: { colspan: 1, rowspan: 1 },
        content: [p(text)],
      })),
    })),
  };
}

/** What a template says of a variable; what is left out is the usual. */
export interface VariableSketch {
  readonly group: VariableGroup;
  readonly zh: string;
  readonly en: string;
  readonly helpZh?: string;
  readonly helpEn?: string;
  readonly optional?: true;
  readonly defaultValue?: Variable['defaultValue'];
  readonly constraints?: Constraints;
}

/** A required variable, unless its sketch says optional. */
export function variable(key: string, type: VariableType, sketch: VariableSketch): Variable {
  return {
    key,
    type,
    labelZh: sketch.zh,
    labelEn: sketch.en,
    helpZh: sketch.helpZh ?? null,
    helpEn: sketch.helpEn ?? null,
    group: sketch.group,
    required: sketch.optional !== true,
    defaultValue: sketch.defaultValue ?? null,
    constraints: sketch.constraints ?? {},
  };
}

/** A choice of a choice variable. */
export function choice(value: string, labelZh: string, labelEn: string): Choice {
  return { value, labelZh, labelEn };
}

function conditional(attrs: Condition, parts: readonly (string | BlockNode | readonly BlockNode[])[]): BlockNode {
  const content = parts.flatMap((part) => (typeof part === 'string' ? [subClause(part)] : part));
  return { type: 'conditional', attrs, content };
}

function subClause(part: string | BlockNode): BlockNode {
  if (typeof part !== 'string') return part;
  return { type: 'paragraph', attrs: { numbered: true, id: null }, content: inlines(part) };
}

/** Text with `{{key}}`, `{{key|format}}` and `{{#clauseId}}` as inline nodes. A wrong format is a bug and throws. */
export function inlines(text: string): readonly InlineNode[] {
  return text.split(/(\{\{[^{}]+\}\})/).flatMap((piece): readonly InlineNode[] => {
    if (piece === '') return [];
    if (!piece.startsWith('{{')) return [{ type: 'text', text: piece, marks: [] }];
    const inner = piece.slice(2, -2);
    if (inner.startsWith('#')) return [{ type: 'clauseReference', attrs: { clauseId: inner.slice(1) } }];
    const [key = '', format = 'default'] = inner.split('|');
    return [{ type: 'variable', attrs: { key, format: variableFormatSchema.parse(format) }, marks: [] }];
  });
}
