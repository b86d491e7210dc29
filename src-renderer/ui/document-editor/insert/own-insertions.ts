import type { EditorState } from '@tiptap/pm/state';
import type { Translate } from '../../../i18n/i18n.ts';
import type { Variable } from '#shared/features/documents/variables.ts';
import { dayParts, type Day } from '#shared/kernel/day.ts';
import { clausesOf, insertReference } from '../clauses.ts';
import { setBlock, type BlockKind } from '../commands.ts';
import type { EditorContext } from '../editor-context.ts';
import { variableLabel } from '../labels.ts';
import { insertBlocks, insertInlines } from './contents.ts';
import { fitting, type Insertion, type InsertionProvider } from './insertion.ts';

/** What every text can have inserted: blocks, references to its own clauses, variables, dates, parties. */
export function ownInsertions(context: () => EditorContext, translate: Translate, today: Day): readonly InsertionProvider[] {
  const provider = (key: 'blocks' | 'references' | 'variables' | 'dates' | 'parties', all: (editor: Parameters<InsertionProvider['find']>[1]) => readonly Insertion[]): InsertionProvider => ({
    key,
    label: translate(`documentEditor.insert.${key}`),
    find: (query, editor) => fitting(all(editor), query),
  });
  return [
    provider('blocks', () => blocks(translate)),
    provider('references', ({ state }) => references(state, context())),
    provider('parties', () => parties(context(), translate)),
    provider('variables', () => variables(context())),
    provider('dates', () => dates(context(), today, translate)),
  ];
}

const kinds: readonly BlockKind[] = ['heading1', 'numbered', 'heading2', 'paragraph', 'title'];

function blocks(translate: Translate): readonly Insertion[] {
  return [
    ...kinds.map((kind): Insertion => ({ key: kind, label: translate(`documentEditor.block.${kind}`), insert: (editor) => setBlock(editor, kind) })),
    { key: 'bulletList', label: translate('documentEditor.bulletList'), insert: (editor) => editor.chain().focus().toggleBulletList().run() },
    { key: 'orderedList', label: translate('documentEditor.orderedList'), insert: (editor) => editor.chain().focus().toggleOrderedList().run() },
    { key: 'table', label: translate('documentEditor.table.insert'), insert: (editor) => editor.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run() },
  ];
}

/** The clauses of the text but the one of the cursor: none refers to itself, and that one holds the very words typed after `/`. */
function references({ doc, selection: { $from } }: EditorState, context: EditorContext): readonly Insertion[] {
  const own = $from.depth === 0 ? null : $from.before();
  return clausesOf(doc, context)
    .filter(({ pos }) => pos !== own)
    .map(({ pos, label, text, reference }) => ({ key: String(pos), label: `${label} ${text}`, detail: reference, insert: (editor) => insertReference(editor, pos) }));
}

function variables(context: EditorContext): readonly Insertion[] {
  return context.variables.map(({ key, ...variable }) => ({
    key,
    label: labelOf(variable, context),
    detail: variableLabel(key, 'default', context).text,
    insert: (editor) => insertInlines(editor, [{ type: 'variable', attrs: { key, format: 'default' }, marks: [] }]),
  }));
}

function parties(context: EditorContext, translate: Translate): readonly Insertion[] {
  return context.variables
    .filter(({ type }) => type === 'party')
    .flatMap(({ key, ...variable }): Insertion[] => {
      const role = labelOf(variable, context);
      const name = variableLabel(key, 'default', context).text;
      return [
        { key, label: name, detail: role, insert: (editor) => insertInlines(editor, [{ type: 'variable', attrs: { key, format: 'default' }, marks: [] }]) },
        { key: `${key} block`, label: translate('documentEditor.insert.partyBlock', { role }), detail: name, insert: (editor) => insertBlocks(editor, [{ type: 'partyBlock', attrs: { role, key } }]) },
      ];
    });
}

function dates(context: EditorContext, today: Day, translate: Translate): readonly Insertion[] {
  const { year, month, day } = dayParts(today);
  const months = 'January February March April May June July August September October November December'.split(' ');
  const text = context.language === 'zh' ? `${year}年${month}月${day}日` : `${day} ${months[month - 1] ?? ''} ${year}`;
  return [{ key: 'today', label: translate('documentEditor.insert.today'), detail: text, insert: (editor) => insertInlines(editor, [{ type: 'text', text, marks: [] }]) }];
}

function labelOf({ labelZh, labelEn }: Pick<Variable, 'labelZh' | 'labelEn'>, { language }: EditorContext): string {
  return language === 'zh' ? labelZh : labelEn;
}
