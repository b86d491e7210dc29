import { Editor, type Extensions } from '@tiptap/core';
import { CharacterCount } from '@tiptap/extensions';
import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { TextSelection } from '@tiptap/pm/state';
import type { Annotation } from '#shared/features/documents/annotations.ts';
import { documentToEditor, editorToDocument, type EditorNode } from '#shared/features/documents/editor-json.ts';
import type { DocumentNode } from '#shared/features/documents/model.ts';
import { addAnnotations, annotationsOf } from './annotations.ts';
import { BlockKeys } from './commands.ts';
import type { ContextRef, EditorContext } from './editor-context.ts';
import type { InsertionProvider } from './insert/insertion.ts';
import { createSlashMenuStore, slashMenu, type SlashMenuStore } from './insert/slash-menu.ts';
import { labels, labelsKey } from './labels.ts';
import { nodeViews } from './node-views.ts';
import { documentSchemaExtensions } from './schema/extensions.ts';
import { textMarks, textMarksKey, type TextMark } from './text-marks.ts';

/** A text as it is being edited, with what stands beside it. */
export interface EditedText {
  readonly document: DocumentNode;
  readonly annotations: readonly Annotation[];
}

export interface SurfaceParts extends EditedText {
  readonly context: EditorContext;
  readonly label: string;
}

/**
 * A text under edit, before and while it is on the screen. It outlives the component that shows it, so that undo reaches
 * back over a change of tabs.
 */
export interface Surface {
  readonly editor: Editor;
  readonly slash: SlashMenuStore;
  readonly context: () => EditorContext;
  /** The text as it stands. Costs time by its length: ask when there is a pause, not at each letter. */
  readonly read: () => EditedText;
  readonly doc: () => ProseMirrorNode;
  readonly setContext: (context: EditorContext) => void;
  readonly setMarks: (marks: readonly TextMark[]) => void;
  /** Shows a marked place, or any other, and puts the cursor there. */
  readonly goTo: (from: number, to: number) => void;
  readonly choose: (markId: string | null) => void;
  readonly onChanged: (listener: () => void) => () => void;
  readonly onChosen: (listener: (markId: string) => void) => () => void;
  readonly setInsertions: (providers: readonly InsertionProvider[]) => void;
}

/** Makes a surface for a text; `extensions` are what an editor of more than plain text adds. */
export function createSurface({ document, annotations, context, label }: SurfaceParts, extensions: Extensions = []): Surface {
  const contextRef: ContextRef = { current: context };
  const slash = createSlashMenuStore();
  let providers: readonly InsertionProvider[] = [];
  const chosen = new Set<(id: string) => void>();
  const changed = new Set<() => void>();
  const editor = new Editor({
    element: null,
    injectCSS: false,
    content: documentToEditor(document) as object,
    enableInputRules: true,
    editorProps: { attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': label, spellcheck: 'true', class: 'contract' } },
    extensions: [
      ...documentSchemaExtensions(),
      CharacterCount,
      BlockKeys,
      labels(contextRef),
      nodeViews(contextRef),
      textMarks((id) => chosen.forEach((listener) => listener(id))),
      slashMenu(() => providers, slash),
      ...extensions,
    ],
    onTransaction: ({ transaction }) => {
      if (transaction.docChanged) changed.forEach((listener) => listener());
    },
  });
  let isAnnotated = annotations.length === 0;
  editor.on('mount', () => {
    if (!isAnnotated) editor.view.dispatch(addAnnotations(editor.state, annotations));
    isAnnotated = true;
  });
  return {
    editor,
    slash,
    context: () => contextRef.current,
    read: () => ({ document: editorToDocument(editor.state.doc.toJSON() as EditorNode), annotations: annotationsOf(editor.state.doc) }),
    doc: () => editor.state.doc,
    setContext: (next) => {
      if (next === contextRef.current) return;
      contextRef.current = next;
      if (editor.isInitialized) editor.view.dispatch(editor.state.tr.setMeta(labelsKey, true).setMeta('addToHistory', false));
    },
    setMarks: (marks) => editor.view.dispatch(editor.state.tr.setMeta(textMarksKey, { marks })),
    choose: (id) => editor.view.dispatch(editor.state.tr.setMeta(textMarksKey, { chosen: id })),
    goTo: (from, to) => {
      const { doc, tr } = editor.state;
      const end = doc.content.size;
      const selection = TextSelection.between(doc.resolve(Math.min(from, end)), doc.resolve(Math.min(to, end)));
      editor.view.dispatch(tr.setSelection(selection));
      editor.view.focus();
      const place = editor.view.domAtPos(selection.from).node;
      (place instanceof Element ? place : place.parentElement)?.scrollIntoView({ block: 'center' });
    },
    onChanged: (listener) => {
      changed.add(listener);
      return () => void changed.delete(listener);
    },
    onChosen: (listener) => {
      chosen.add(listener);
      return () => void chosen.delete(listener);
    },
    setInsertions: (next) => {
      providers = next;
    },
  };
}
