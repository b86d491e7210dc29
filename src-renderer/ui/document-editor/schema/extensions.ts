import { Extension, type Extensions } from '@tiptap/core';
import { BulletList, ListItem, OrderedList } from '@tiptap/extension-list';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import { StarterKit } from '@tiptap/starter-kit';
import { lockedBlockType } from '#shared/features/documents/editor-json.ts';
import { ClauseHeading, Conditional, DocumentRoot, LockedBlock, Paragraph, PartyBlock, Repeat, SignatureBlock, Title } from './blocks.ts';
import { ClauseReference, CommentMark, Deletion, Insertion, VariableNode } from './inlines.ts';

/** The nodes and marks that an editor of contracts knows: the document's model and nothing else. */
export function documentSchemaExtensions(): Extensions {
  return [
    StarterKit.configure({
      document: false,
      paragraph: false,
      heading: false,
      blockquote: false,
      bulletList: false,
      orderedList: false,
      listItem: false,
      code: false,
      codeBlock: false,
      horizontalRule: false,
      link: false,
      strike: false,
      trailingNode: false,
      dropcursor: { class: 'drop-cursor' },
      undoRedo: { depth: 500 },
    }),
    DocumentRoot,
    Paragraph,
    Title,
    ClauseHeading,
    PartyBlock,
    SignatureBlock,
    LockedBlock,
    Conditional,
    Repeat,
    BulletList,
    OrderedList,
    ListItem.extend({ content: 'block+' }),
    Table.extend({ renderHTML: () => ['table', ['tbody', 0]] }).configure({ View: null }),
    TableRow.extend({ content: '(tableCell | tableHeader)*' }),
    TableCell,
    TableHeader,
    VariableNode,
    ClauseReference,
    Insertion,
    Deletion,
    CommentMark,
    EditorAttributes,
  ];
}

/** Blocks that a suggestion can add or take as a whole, or, where they hold text, part from the block before. */
export const changeableBlocks = ['paragraph', 'title', 'clauseHeading', 'partyBlock', 'signatureBlock', lockedBlockType, 'bulletList', 'orderedList', 'table', 'conditional', 'repeat'];

const EditorAttributes = Extension.create({
  name: 'editorAttributes',
  addGlobalAttributes: () => [
    { types: ['paragraph', 'tableCell', 'tableHeader'], attributes: { implied: { default: false, rendered: false, keepOnSplit: false } } },
    {
      types: changeableBlocks,
      attributes: {
        change: {
          default: null,
          keepOnSplit: false,
          parseHTML: () => null,
          renderHTML: ({ change }: Record<string, unknown>) => (change === null || change === undefined ? {} : { 'data-change': (change as { kind: string }).kind }),
        },
      },
    },
  ],
});
