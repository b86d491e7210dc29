import { Extension } from '@tiptap/core';
import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { ReplaceStep, type Step } from '@tiptap/pm/transform';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { isBankFact, isPartyFact, isShown } from '#shared/features/documents/conditions.ts';
import type { Condition, VariableFormat } from '#shared/features/documents/model.ts';
import { numberLabel, referenceLabel } from '#shared/features/documents/numbering.ts';
import { valueToText } from '#shared/features/documents/value-text.ts';
import type { ContextRef, EditorContext } from './editor-context.ts';
import { numbersByClause, placedBlocks } from './numbering.ts';

/** A transaction with this key as meta has everything labelled anew: the context changed. */
export const labelsKey = new PluginKey<DecorationSet>('labels');

/** How a variable or a reference is shown; node views take it from their decoration. */
export interface InlineLabel {
  readonly text: string;
  readonly state: 'filled' | 'missing' | 'withheld' | 'blank';
  /** For whoever points at it. */
  readonly title?: string;
}

/**
 * Sets what the text shows but doesn't hold: clause numbers, numbers of references, values of variables, and when a
 * part is there. They are found anew only where blocks come, go or change their kind, and not at each letter.
 */
export function labels(context: ContextRef) {
  return Extension.create({
    name: 'labels',
    addProseMirrorPlugins: () => [
      new Plugin<DecorationSet>({
        key: labelsKey,
        state: {
          init: (_, { doc }) => labelAll(doc, context.current),
          apply: (transaction, present) => {
            if (transaction.getMeta(labelsKey) !== undefined || changesStructure(transaction)) return labelAll(transaction.doc, context.current);
            return transaction.docChanged ? present.map(transaction.mapping, transaction.doc) : present;
          },
        },
        props: { decorations: (state) => labelsKey.getState(state) },
      }),
    ],
  });
}

/** The value of a variable as the text says it. */
export function variableLabel(key: string, format: VariableFormat, { variables, values, withheldKeys, language, hidesParts, words }: EditorContext): InlineLabel {
  const variable = variables.find((one) => one.key === key);
  if (withheldKeys.includes(key) && (variable?.type !== 'party' || (isPartyFact(format) && isBankFact(format)))) return { text: language === 'zh' ? '＊＊＊＊' : '****', state: 'withheld' };
  const text = variable === undefined ? null : valueToText(variable, values, format, language);
  if (text !== null) return { text, state: 'filled' };
  const name = (language === 'zh' ? variable?.labelZh : variable?.labelEn) ?? key;
  // In a template no variable has a value, and one that is declared lacks none.
  if (!hidesParts && variable !== undefined) return { text: format === 'default' ? name : `${name} · ${words.format(format)}`, state: 'blank', title: words.variable(key, format) };
  return { text: `〔${name}〕`, state: 'missing' };
}

function labelAll(doc: ProseMirrorNode, context: EditorContext): DecorationSet {
  const { language, numbering } = context;
  const blocks = placedBlocks(doc, context);
  const clauses = numbersByClause(blocks);
  const withheld = new Set(context.withheldKeys);
  const found = blocks.flatMap(({ node, pos, number }) => {
    if (number === null) return [];
    const label = numberLabel(number, numbering, language);
    return [Decoration.node(pos, pos + node.nodeSize, { 'data-number': label, ...(label.endsWith('、') ? { 'data-tight': '' } : {}) })];
  });
  doc.descendants((node, pos) => {
    const { attrs } = node;
    const label = (inline: InlineLabel) => found.push(Decoration.node(pos, pos + node.nodeSize, { 'data-state': inline.state }, inline));
    switch (node.type.name) {
      case 'variable':
        label(variableLabel(String(attrs['key']), attrs['format'] as VariableFormat, context));
        break;
      case 'clauseReference': {
        const number = clauses.get(String(attrs['clauseId']));
        label(number === undefined ? { text: `〔${context.words.reference}〕`, state: 'missing' } : { text: referenceLabel(number, language), state: 'filled' });
        break;
      }
      case 'conditional': {
        const isThere = isShown(attrs as Condition, context.values, withheld);
        const isFolded = context.hidesParts && !isThere;
        found.push(Decoration.node(pos, pos + node.nodeSize, { 'data-label': context.words.condition(attrs as Condition, isThere), ...(isFolded ? { class: 'is-folded', contenteditable: 'false' } : {}) }));
        break;
      }
      case 'repeat':
        found.push(Decoration.node(pos, pos + node.nodeSize, { 'data-label': context.words.repeat(String(attrs['key'])) }));
        break;
      default:
    }
  });
  return DecorationSet.create(doc, found);
}

/** Whether a transaction does more than put words into a block or take some out. */
function changesStructure(transaction: Transaction): boolean {
  return transaction.steps.some((step, index) => !isWording(step, transaction.docs[index]));
}

function isWording(step: Step, before: ProseMirrorNode | undefined): boolean {
  if (!(step instanceof ReplaceStep)) return 'mark' in step;
  if (before === undefined || step.slice.openStart > 0 || step.slice.openEnd > 0) return false;
  let isPlain = true;
  step.slice.content.descendants((node) => {
    isPlain &&= node.isText || node.type.name === 'hardBreak';
  });
  const from = before.resolve(step.from);
  return isPlain && from.parent.isTextblock && from.sameParent(before.resolve(step.to));
}
