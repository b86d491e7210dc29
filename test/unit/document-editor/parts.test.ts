import type { Editor } from '@tiptap/core';
import { NodeSelection, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state';
import { describe, expect, test } from 'vitest';
import type { BlockNode, DocumentNode } from '#shared/features/documents/model.ts';
import { appendBlocks } from '../../../src-renderer/ui/document-editor/insert/contents.ts';
import { changePart, changeVariable, dissolvePart, partAround, removePart, renameVariable, setNumbering, variableChosen, wrapInPart } from '../../../src-renderer/ui/document-editor/parts.ts';
import { documentOf, nodeOf, paragraphs, stateOf } from './states.fixture.ts';

// The commands take an editor; of one, they use its state and its way to change it.
function editorOf(document: DocumentNode) {
  const editor = {
    state: stateOf(nodeOf(document)),
    view: {
      dispatch: (tr: Transaction) => {
        editor.state = editor.state.apply(tr);
      },
      focus: () => undefined,
    },
  };
  return editor as unknown as Editor & { state: EditorState };
}

const at = (editor: { state: EditorState }, from: number, to = from) => {
  editor.state = editor.state.apply(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, from, to)));
};
const contentOf = ({ state }: { readonly state: EditorState }) => documentOf(state.doc).content;
const isRush = { type: 'conditional', attrs: { key: 'rush', fact: null, operator: 'equals', value: 'true' } } as const;
const [one, two, three] = paragraphs('一', '二', '三').content as [BlockNode, BlockNode, BlockNode];

describe('parts of a template', () => {
  test('chosen paragraphs become a conditional part, and the cursor knows it', () => {
    const editor = editorOf(paragraphs('一', '二', '三'));
    at(editor, 2, 5);
    expect(wrapInPart(editor, isRush)).toBe(true);
    expect(contentOf(editor)).toEqual([{ ...isRush, content: [one, two] }, three]);
    expect(partAround(editor.state)).toMatchObject({ ...isRush, pos: 0 });
    at(editor, editor.state.doc.content.size - 1);
    expect(partAround(editor.state)).toBeNull();
  });

  test('a part gets another condition, becomes a repeated one, and dissolves without losing a word', () => {
    const editor = editorOf({ type: 'doc', attrs: { numbering: 'article' }, content: [{ ...isRush, content: [one] }, two] });
    changePart(editor, 0, { type: 'conditional', attrs: { ...isRush.attrs, value: 'false' } });
    expect(contentOf(editor)).toMatchObject([{ type: 'conditional', attrs: { value: 'false' } }, two]);
    changePart(editor, 0, { type: 'repeat', attrs: { key: 'goods' } });
    expect(contentOf(editor)).toEqual([{ type: 'repeat', attrs: { key: 'goods' }, content: [one] }, two]);
    dissolvePart(editor, 0);
    expect(contentOf(editor)).toEqual([one, two]);
  });

  test('a part that is taken away takes its text along; a text is left with a block', () => {
    const editor = editorOf({ type: 'doc', attrs: { numbering: 'article' }, content: [{ ...isRush, content: [one] }] });
    removePart(editor, 0);
    expect(editor.state.doc.childCount).toBe(1);
    expect(editor.state.doc.textContent).toBe('');
  });

  test('cells of a table can’t be parted', () => {
    const cell = (text: BlockNode) => ({ type: 'tableCell', attrs: { colspan: 1, rowspan: 1 }, content: [text] }) as const;
    const editor = editorOf({ type: 'doc', attrs: { numbering: 'article' }, content: [{ type: 'table', content: [{ type: 'tableRow', content: [cell(one), cell(two)] }] }] });
    at(editor, 4);
    expect(wrapInPart(editor, isRush)).toBe(true);
    expect(contentOf(editor)).toMatchObject([{ type: 'conditional', content: [{ type: 'table' }] }]);
  });
});

describe('variables of a template', () => {
  const priced: DocumentNode = {
    type: 'doc',
    attrs: { numbering: 'article' },
    content: [
      { type: 'paragraph', attrs: { numbered: false, id: null }, content: [{ type: 'variable', attrs: { key: 'price', format: 'default' }, marks: [{ type: 'bold' }] }] },
      { type: 'repeat', attrs: { key: 'price' }, content: [one] },
      { type: 'partyBlock', attrs: { role: '甲方', key: 'buyer' } },
      { type: 'signatureBlock', attrs: { parties: [{ role: '甲方', key: 'buyer' }, { role: '乙方', key: 'seller' }] } },
    ],
  };

  test('a chosen variable is set in another form, keeps its style and stays chosen', () => {
    const editor = editorOf(priced);
    editor.state = editor.state.apply(editor.state.tr.setSelection(NodeSelection.create(editor.state.doc, 1)));
    const chosen = variableChosen(editor.state);
    expect(chosen).toEqual({ pos: 1, key: 'price', format: 'default' });
    if (chosen !== null) changeVariable(editor, { ...chosen, format: 'figuresAndWords' });
    expect(contentOf(editor)[0]).toMatchObject({ content: [{ attrs: { key: 'price', format: 'figuresAndWords' }, marks: [{ type: 'bold' }] }] });
    expect(variableChosen(editor.state)?.format).toBe('figuresAndWords');
  });

  test('another key takes the old one’s place everywhere, in parts and places to sign too', () => {
    const editor = editorOf(priced);
    renameVariable(editor, 'price', 'total');
    renameVariable(editor, 'buyer', 'customer');
    expect(JSON.stringify(contentOf(editor))).not.toMatch(/"price"|"buyer"/);
    expect(contentOf(editor)[0]).toMatchObject({ content: [{ attrs: { key: 'total' }, marks: [{ type: 'bold' }] }] });
    expect(contentOf(editor).slice(1)).toMatchObject([{ attrs: { key: 'total' } }, { attrs: { key: 'customer' } }, { attrs: { parties: [{ key: 'customer' }, { key: 'seller' }] } }]);
  });
});

test('the numbering of a text is its own, and blocks can be put behind any block', () => {
  const editor = editorOf(paragraphs('一', '三'));
  setNumbering(editor, 'decimal');
  appendBlocks(editor, 0, [two]);
  expect(documentOf(editor.state.doc)).toEqual({ type: 'doc', attrs: { numbering: 'decimal' }, content: [one, two, three] });
});
