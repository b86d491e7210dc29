import { Extension } from '@tiptap/core';
import { ChangeSet, type TokenEncoder } from '@tiptap/pm/changeset';
import type { Mark, Node as ProseMirrorNode, Slice } from '@tiptap/pm/model';
import { Plugin, PluginKey, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state';
import { ReplaceAroundStep, ReplaceStep } from '@tiptap/pm/transform';
import type { SuggestionFacts } from '#shared/features/documents/annotations.ts';
import { removeBreak } from './breaks.ts';
import { areSameWithout, attempted, isWithinBlock, suggestWords, type Edit } from './exact.ts';

interface Tracking {
  readonly isOn: boolean;
  /** What was typed with an input method and is not yet marked: marking it would break the composition off. */
  readonly pending: Edit | null;
}

type Order = { readonly set: boolean } | 'track' | 'leave' | 'flush';

const trackingKey = new PluginKey<Tracking>('tracking');

/** Says of a transaction that its changes are suggestions, or that they are not, whatever is switched on. */
export function ordered(transaction: Transaction, order: 'track' | 'leave'): Transaction {
  return transaction.setMeta(trackingKey, order);
}

export function isTracking(state: EditorState): boolean {
  return trackingKey.getState(state)?.isOn ?? false;
}

export function setTracking(transaction: Transaction, isOn: boolean): Transaction {
  return transaction.setMeta(trackingKey, { set: isOn });
}

/**
 * Strikes words out whole and puts others behind them, as one suggestion. Typed over, the two would be compared letter by
 * letter, and a last letter that both share would stay.
 */
export function suggestInstead(state: EditorState, { from, to }: { readonly from: number; readonly to: number }, wording: string, who: Omit<SuggestionFacts, 'id'>): Transaction {
  const facts = newFacts(() => who);
  const tr = ordered(state.tr, 'leave').delete(from, to);
  const at = from + putBack(tr, from, state.doc.slice(from, to), facts);
  tr.insertText(wording, at);
  markInserted(tr, at, at + wording.length, facts);
  return tr;
}

/**
 * Makes changes into suggestions: what is typed is marked as an insertion, what is deleted comes back marked as a
 * deletion, and what the same person suggested before just goes. Kinds of blocks and structure change at once.
 */
export function tracking(who: () => Omit<SuggestionFacts, 'id'>) {
  return Extension.create({
    name: 'tracking',
    priority: 1100,
    addKeyboardShortcuts() {
      // A selection that is replaced by a break is struck out first: in one go the two breaks would pass for one.
      const strike = () => {
        const { state, view } = this.editor;
        if (isTracking(state) && !state.selection.empty) view.dispatch(state.tr.deleteSelection());
        return false;
      };
      return { Enter: strike };
    },
    addProseMirrorPlugins: () => {
      let isComposing = () => false;
      return [
        new Plugin<Tracking>({
          key: trackingKey,
          state: {
            init: () => ({ isOn: false, pending: null }),
            apply: (transaction, present, before) => {
              const order = transaction.getMeta(trackingKey) as Order | undefined;
              if (typeof order === 'object') return { isOn: order.set, pending: null };
              if (order === 'flush') return { ...present, pending: null };
              if (!transaction.docChanged || order !== undefined || !present.isOn || !isComposing()) return present;
              const { before: start, steps } = present.pending ?? { before: before.doc, steps: [] };
              return { ...present, pending: { before: start, steps: [...steps, ...stepsOf([transaction])] } };
            },
          },
          view: (view) => {
            isComposing = () => view.composing;
            const flush = () => setTimeout(() => {
              if (!view.isDestroyed && trackingKey.getState(view.state)?.pending !== null) view.dispatch(view.state.tr.setMeta(trackingKey, 'flush'));
            }, 30);
            view.dom.addEventListener('compositionend', flush);
            return { destroy: () => view.dom.removeEventListener('compositionend', flush) };
          },
          appendTransaction: (transactions, before, after) => {
            const flushed = transactions.some((one) => one.getMeta(trackingKey) === 'flush') ? trackingKey.getState(before)?.pending : null;
            if (flushed) return track(after, flushed, before, newFacts(who));
            const edits = transactions.filter((one) => one.docChanged);
            if (edits.length === 0 || edits.some(isLeft)) return null;
            const isWanted = isTracking(after) || edits.some((one) => one.getMeta(trackingKey) === 'track');
            if (!isWanted || trackingKey.getState(after)?.pending) return null;
            return track(after, { before: before.doc, steps: stepsOf(edits) }, before, newFacts(who));
          },
        }),
      ];
    },
  });
}

function newFacts(who: () => Omit<SuggestionFacts, 'id'>): SuggestionFacts {
  return { id: crypto.randomUUID().slice(0, 13), ...who() };
}

/** Undoing, deciding on suggestions, and what only changes the kind of blocks, is no suggestion. */
function isLeft(transaction: Transaction): boolean {
  const order = transaction.getMeta(trackingKey) as Order | undefined;
  if (order === 'leave' || transaction.getMeta('history$') !== undefined || transaction.getMeta('addToHistory') === false) return true;
  // What wraps, lifts or changes the kind of blocks is marked as structure; the rest takes words away or brings some.
  return !transaction.steps.some((step) => step instanceof ReplaceStep || (step instanceof ReplaceAroundStep && !(step as unknown as { readonly structure: boolean }).structure));
}

function stepsOf(transactions: readonly Transaction[]): Edit['steps'] {
  return transactions.flatMap(({ steps, docs }) => steps.flatMap((step, index) => (docs[index] === undefined ? [] : [{ step, doc: docs[index] }])));
}

function track(after: EditorState, edit: Edit, old: EditorState, facts: SuggestionFacts): Transaction | null {
  const { before, steps } = edit;
  const { changes } = ChangeSet.create(before, undefined, tokens).addSteps(after.doc, steps.map(({ step }) => step.getMap()), null);
  if (changes.length === 0 && areSameWithout(after.doc, before)) return null;
  const tr = attempted(() => suggestion(after, before, changes, old, facts));
  if (tr === undefined) return suggestWords(after, edit, changes, facts, ordered(after.tr, 'leave'));
  // Within a block suggestions are exact by how they are made, and it would cost time at each letter to look.
  if ((changes.length > 0 && isWithinBlock(changes, before, after.doc)) || areSameWithout(tr?.doc ?? after.doc, before)) return tr;
  return suggestWords(after, edit, changes, facts, ordered(after.tr, 'leave'));
}

function suggestion(after: EditorState, before: ProseMirrorNode, changes: ChangeSet['changes'], old: EditorState, facts: SuggestionFacts): Transaction | null {
  const tr = ordered(after.tr, 'leave');
  for (const { fromA, toA, fromB, toB } of changes.toReversed()) {
    const gone = before.slice(fromA, toA);
    if (isOnlyKind(gone, after.doc, fromB, toB)) continue;
    markInserted(tr, fromB, toB, facts);
    const added = putBack(tr, fromB, gone, facts);
    keepChange(tr, fromB, before, fromA);
    if (changes.length === 1 && fromB === toB && added > 0 && old.selection.empty) {
      // Backspace leaves the cursor before what it struck out, Delete behind it.
      const at = old.selection.from === toA ? fromB : fromB + added;
      const place = TextSelection.near(tr.doc.resolve(Math.min(at, tr.doc.content.size)), old.selection.from === toA ? -1 : 1);
      if (place instanceof TextSelection) tr.setSelection(place);
    }
  }
  return tr.steps.length === 0 ? null : tr;
}

/** The same letter counts as another where it is in another style, or somebody's suggestion: typed anew, it has no mark yet. */
const tokens: TokenEncoder<string> = {
  encodeCharacter: (character, marks) => `${character}${markToken(marks)}`,
  encodeNodeStart: ({ type, attrs, marks }) => `${type.name} ${type.isTextblock ? [attrs['level'], attrs['numbered'], attrs['id'], attrs['implied'], (attrs['change'] as SuggestionFacts | null)?.id].join(' ') : JSON.stringify(attrs)}${markToken(marks)}`,
  encodeNodeEnd: ({ type }) => `/${type.name}`,
  compareTokens: (one, other) => one === other,
};

function markToken(marks: readonly Mark[]): string {
  return marks.map(({ type, attrs }) => (type.name === 'insertion' || type.name === 'deletion' ? ` ${type.name} ${String(attrs['id'])}` : type.name === 'comment' ? '' : ` ${type.name}`)).join('');
}

/** A block that became another kind: its ends were exchanged and nothing in it changed. */
function isOnlyKind(gone: Slice, doc: ProseMirrorNode, from: number, to: number): boolean {
  if (gone.size !== to - from || gone.size === 0) return false;
  const come = doc.slice(from, to);
  return gone.content.textBetween(0, gone.content.size, '', '\uFFFC') === '' && come.content.textBetween(0, come.content.size, '', '\uFFFC') === '';
}

function markInserted(tr: Transaction, from: number, to: number, facts: SuggestionFacts): void {
  if (from === to) return;
  const { insertion, deletion } = tr.doc.type.schema.marks;
  const own = neighbour(tr.doc, from, to, facts) ?? facts;
  tr.doc.nodesBetween(from, to, (node, pos) => {
    if (pos >= from && node.type.spec.attrs?.['change'] !== undefined && node.isBlock) {
      tr.setNodeAttribute(pos, 'change', { kind: 'insertion', ...own });
      // What is new as a whole is decided as a whole.
      if (!node.isTextblock) return false;
    }
    if (!node.isInline || insertion === undefined || deletion === undefined) return true;
    const [start, end] = [Math.max(from, pos), Math.min(to, pos + node.nodeSize)];
    tr.removeMark(start, end, deletion);
    tr.addMark(start, end, insertion.create(own));
    return false;
  });
}

/** The suggestion that goes on here, so that a sentence typed letter by letter is one. */
function neighbour(doc: ProseMirrorNode, from: number, to: number, { author }: SuggestionFacts): SuggestionFacts | null {
  const [left, right] = [doc.resolve(from).nodeBefore, doc.resolve(to).nodeAfter];
  for (const node of [left, right]) {
    const mark = node?.marks.find(({ type, attrs }) => type.name === 'insertion' && attrs['author'] === author);
    if (mark !== undefined) return mark.attrs as SuggestionFacts;
  }
  return null;
}

/** Joining two blocks keeps the kind of either: a block that was suggested stays one. */
function keepChange(tr: Transaction, at: number, before: ProseMirrorNode, from: number): void {
  const [present, past] = [tr.doc.resolve(at), before.resolve(from)];
  const change = past.parent.attrs['change'] as unknown;
  if (!present.parent.isTextblock || !past.parent.isTextblock || !change || present.parent.attrs['change']) return;
  tr.setNodeAttribute(present.before(), 'change', change);
}

/** Puts what was deleted back, marked as a deletion; what the same person had inserted stays away. Gives what was added. */
function putBack(tr: Transaction, at: number, gone: Slice, facts: SuggestionFacts): number {
  if (gone.size === 0) return 0;
  const size = tr.doc.content.size;
  tr.replace(at, at, gone);
  const added = tr.doc.content.size - size;
  const { deletion } = tr.doc.type.schema.marks;
  if (added !== gone.size || deletion === undefined) return added;
  const own: { readonly from: number; readonly to: number; readonly isBreak: boolean }[] = [];
  tr.doc.nodesBetween(at, at + added, (node, pos) => {
    if (pos >= at && node.isBlock && node.type.spec.attrs?.['change'] !== undefined) {
      // A block that was only suggested goes with the suggestion, whoever made it.
      if ((node.attrs['change'] as { kind?: string } | null)?.kind === 'insertion') own.push({ from: pos, to: pos + node.nodeSize, isBreak: node.isTextblock });
      else tr.setNodeAttribute(pos, 'change', { kind: 'deletion', ...facts });
      if (!node.isTextblock) return false;
    }
    if (!node.isInline) return true;
    const [from, to] = [Math.max(at, pos), Math.min(at + added, pos + node.nodeSize)];
    if (node.marks.some(({ type, attrs }) => type.name === 'insertion' && attrs['author'] === facts.author)) own.push({ from, to, isBreak: false });
    else if (!node.marks.some(({ type }) => type === deletion)) tr.addMark(from, to, deletion.create(facts));
    return false;
  });
  const full = tr.doc.content.size;
  for (const { from, to, isBreak } of own.toSorted((one, other) => other.from - one.from)) {
    if (isBreak) removeBreak(tr, from);
    else tr.delete(from, to);
  }
  return added - (full - tr.doc.content.size);
}
