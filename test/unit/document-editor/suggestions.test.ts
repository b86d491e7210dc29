import { TextSelection, type EditorState } from '@tiptap/pm/state';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addAnnotations, annotationsOf } from '../../../src-renderer/ui/document-editor/annotations.ts';
import { decide, suggestionsOf } from '../../../src-renderer/ui/document-editor/suggest/suggestions.ts';
import { ordered, setTracking, suggestInstead, tracking } from '../../../src-renderer/ui/document-editor/suggest/tracking.ts';
import { anyDocument } from '../documents/documents.arbitrary.ts';
import { documentOf, linesOf, nodeOf, paragraphs, schema, stateOf } from './states.fixture.ts';

let author = '陈静';
const begin = (...texts: readonly string[]) => {
  const state = stateOf(nodeOf(paragraphs(...texts)), tracking(() => ({ author, at: 7 })));
  return state.apply(setTracking(state.tr, true));
};
const at = (state: EditorState, pos: number, to = pos) => state.apply(state.tr.setSelection(TextSelection.create(state.doc, pos, to)));
const type = (state: EditorState, text: string) => state.apply(state.tr.insertText(text));
const settle = (state: EditorState, verdict: 'accept' | 'reject') => linesOf(state.apply(decide(state, verdict)).doc);

describe('with suggesting on', () => {
  test('typed words are one suggestion, kept when accepted and gone when rejected', () => {
    let state = at(begin('甲方付款。'), 3);
    for (const letter of '应按时') state = type(state, letter);
    expect(suggestionsOf(state.doc)).toMatchObject([{ inserted: '应按时', deleted: '', author: '陈静', at: 7 }]);
    expect(settle(state, 'accept')).toEqual(['甲方应按时付款。']);
    expect(settle(state, 'reject')).toEqual(['甲方付款。']);
  });

  test('deleted words stay until it is accepted that they go, and the cursor stands before them', () => {
    let state = at(begin('甲方应尽快付款。'), 6);
    state = state.apply(state.tr.delete(5, 6));
    expect(state.selection.from).toBe(5);
    state = state.apply(state.tr.delete(4, 5));
    expect(linesOf(state.doc)).toEqual(['甲方应尽快付款。']);
    expect(settle(state, 'accept')).toEqual(['甲方应付款。']);
    expect(settle(state, 'reject')).toEqual(['甲方应尽快付款。']);
  });

  test('a wording offered for others strikes them out whole, the letters that both share too', () => {
    const state = begin('Pay as soon as possible.');
    const after = state.apply(suggestInstead(state, { from: 5, to: 24 }, 'within 5 days of notice', { author, at: 7 }));
    expect(suggestionsOf(after.doc)).toMatchObject([{ inserted: 'within 5 days of notice', deleted: 'as soon as possible', author: '陈静', at: 7 }]);
    expect(settle(after, 'accept')).toEqual(['Pay within 5 days of notice.']);
    expect(settle(after, 'reject')).toEqual(['Pay as soon as possible.']);
    const again = after.apply(suggestInstead(after, { from: 24, to: 47 }, 'today', { author, at: 8 }));
    expect(settle(again, 'accept')).toEqual(['Pay today.']);
    expect(settle(again, 'reject')).toEqual(['Pay as soon as possible.']);
  });

  test('words typed over others are one suggestion of both', () => {
    const state = type(at(begin('甲方应尽快付款。'), 4, 6), '5日内');
    expect(suggestionsOf(state.doc)).toMatchObject([{ inserted: '5日内', deleted: '尽快' }]);
    expect(settle(state, 'accept')).toEqual(['甲方应5日内付款。']);
    expect(settle(state, 'reject')).toEqual(['甲方应尽快付款。']);
  });

  test('one’s own suggestion that is taken back leaves no trace; another’s does', () => {
    const typed = type(at(begin('甲方付款。'), 3), '应');
    expect(suggestionsOf(typed.apply(typed.tr.delete(3, 4)).doc)).toEqual([]);
    author = '李法务';
    const struck = typed.apply(typed.tr.delete(3, 4));
    author = '陈静';
    expect(suggestionsOf(struck.doc).map(({ author: by }) => by).sort()).toEqual(['李法务', '陈静']);
    expect(settle(struck, 'accept')).toEqual(['甲方付款。']);
    expect(settle(struck, 'reject')).toEqual(['甲方付款。']);
  });

  test('a new paragraph is joined again when it is rejected', () => {
    const state = at(begin('甲方付款。乙方交货。'), 6);
    const split = state.apply(state.tr.split(6));
    expect(settle(split, 'accept')).toEqual(['甲方付款。', '乙方交货。']);
    expect(settle(split, 'reject')).toEqual(['甲方付款。乙方交货。']);
  });

  test('paragraphs that are joined stay apart until it is accepted', () => {
    const state = at(begin('甲方付款。', '乙方交货。'), 8);
    const joined = state.apply(state.tr.join(7));
    expect(linesOf(joined.doc)).toEqual(['甲方付款。', '乙方交货。']);
    expect(settle(joined, 'accept')).toEqual(['甲方付款。乙方交货。']);
    expect(settle(joined, 'reject')).toEqual(['甲方付款。', '乙方交货。']);
  });

  test('a block that becomes a heading changes at once', () => {
    const state = begin('价款');
    const heading = schema.nodes['clauseHeading'];
    if (heading === undefined) throw new Error('no headings');
    const changed = state.apply(state.tr.setBlockType(1, 1, heading, { level: 1 }));
    expect(suggestionsOf(changed.doc)).toEqual([]);
    expect(changed.doc.firstChild?.type.name).toBe('clauseHeading');
  });

  test('one suggestion is decided, the others stand', () => {
    let state = type(at(begin('甲方付款。', '乙方交货。'), 3), '应');
    state = type(at(state, 11), '须');
    const [first] = suggestionsOf(state.doc);
    const decided = state.apply(decide(state, 'reject', new Set([first?.id ?? ''])));
    expect(linesOf(decided.doc)).toEqual(['甲方付款。', '乙方须交货。']);
    expect(suggestionsOf(decided.doc)).toHaveLength(1);
  });
});

const text = fc.string({ unit: fc.constantFrom('甲', '乙', '付', '款', ' ', 'a'), maxLength: 6 });
const edit = fc.record({ from: fc.nat(60), length: fc.nat(12), text, kind: fc.constantFrom('replace', 'split') });

function apply(state: EditorState, { from, length, text: typed, kind }: { from: number; length: number; text: string; kind: string }): EditorState {
  const end = state.doc.content.size;
  const selection = TextSelection.between(state.doc.resolve(Math.min(from, end)), state.doc.resolve(Math.min(from + length, end)));
  const chosen = state.apply(state.tr.setSelection(selection));
  if (kind === 'replace') return chosen.apply(chosen.tr.replaceSelectionWith(schema.text(typed === '' ? 'x' : typed), false));
  // As the Enter key does it: what is chosen goes first, then comes the break.
  const struck = selection.empty ? chosen : chosen.apply(chosen.tr.deleteSelection());
  return struck.apply(struck.tr.split(struck.selection.from));
}

test('rejecting everything gives the text as it was, whatever was struck out and typed by whom', () => {
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), fc.array(edit, { maxLength: 5 }), (lines, any) => {
      const start = begin(...lines);
      const edits = any.map((one) => ({ ...one, kind: 'replace' }));
      const [ours, theirs] = [edits.slice(0, 3), edits.slice(3)];
      author = '陈静';
      let state = ours.reduce(apply, start);
      author = '李法务';
      state = theirs.reduce(apply, state);
      author = '陈静';
      const rejected = state.apply(decide(state, 'reject'));
      expect(linesOf(rejected.doc)).toEqual(lines);
    }),
    { numRuns: 400 },
  );
});

test('accepting a suggestion gives what the same change gives without suggesting', () => {
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), edit, (lines, change) => {
      const start = begin(...lines);
      const plain = apply(start.apply(setTracking(start.tr, false)), change);
      const tracked = apply(start, change);
      expect(linesOf(tracked.apply(decide(tracked, 'accept')).doc)).toEqual(linesOf(plain.doc));
    }),
    { numRuns: 400 },
  );
});

test('suggestions and comments come back in their places, and the document beside them is as it was', () => {
  fc.assert(
    fc.property(anyDocument, fc.nat(40), fc.nat(40), (document, one, other) => {
      const state = stateOf(nodeOf(document));
      const end = state.doc.content.size;
      const [from, to] = [Math.min(one, other, end), Math.min(Math.max(one, other), end)];
      if (from === to) return;
      const annotated = state.apply(addAnnotations(state, [{ kind: 'comment', id: 'c', from, to }, { kind: 'insertion', id: 's', author: '陈静', at: 3, from, to }]));
      const kept = annotationsOf(annotated.doc);
      expect(documentOf(annotated.doc)).toEqual(document);
      const again = stateOf(nodeOf(document));
      expect(again.apply(addAnnotations(again, kept)).doc.eq(annotated.doc)).toBe(true);
    }),
    { numRuns: 200 },
  );
});

test('a change that is ordered as a suggestion is one even with suggesting off', () => {
  const state = stateOf(nodeOf(paragraphs('甲方应尽快付款。')), tracking(() => ({ author: '陈静', at: 1 })));
  const fixed = state.apply(ordered(state.tr.insertText('5日内', 4, 6), 'track'));
  expect(suggestionsOf(fixed.doc)).toMatchObject([{ inserted: '5日内', deleted: '尽快' }]);
});
