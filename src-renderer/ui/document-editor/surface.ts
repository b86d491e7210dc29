import { Editor } from '@tiptap/core';
import { Placeholder } from '@tiptap/extensions';
import { closeHistory } from '@tiptap/pm/history';
import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state';
import type { Annotation } from '#shared/features/documents/annotations.ts';
import { documentToEditor, editorToDocument, type EditorNode } from '#shared/features/documents/editor-json.ts';
import type { DocumentNode } from '#shared/features/documents/model.ts';
import { addAnnotations, annotationsOf } from './annotations.ts';
import { BlockKeys } from './commands.ts';
import type { ContextRef, EditorContext } from './editor-context.ts';
import { searchMarks } from './find/search.ts';
import type { InsertionProvider } from './insert/insertion.ts';
import { createSlashMenuStore, slashMenu, type SlashMenuStore } from './insert/slash-menu.ts';
import { labels, labelsKey } from './labels.ts';
import { nodeViews } from './node-views.ts';
import { pasting } from './paste/pasting.ts';
import { documentSchemaExtensions } from './schema/extensions.ts';
import { createSpellingCheck, type SpellingCheck } from './spelling/spelling-plugin.ts';
import { createSpellingMenuStore, type SpellingMenuStore } from './spelling/spelling-menu-store.ts';
import { spellingKeys } from './spelling/spelling-keys.ts';
import { speller } from './spelling/thread.ts';
import type { Verdict } from './suggest/settle.ts';
import { decide } from './suggest/suggestions.ts';
import { isTracking, ordered, suggestInstead, tracking } from './suggest/tracking.ts';
import { textMarks, textMarksKey, type TextMark } from './text-marks.ts';

/** A text as it is being edited, with what stands beside it. */
export interface EditedText {
  readonly document: DocumentNode;
  readonly annotations: readonly Annotation[];
}

export interface SurfaceParts extends EditedText {
  readonly context: EditorContext;
  readonly label: string;
  /** Who makes suggestions; null where there are none to make. */
  readonly author: string | null;
}

/**
 * A text under edit, before and while it is on the screen. It outlives the component that shows it, so that undo reaches
 * back over a change of tabs.
 */
export interface Surface {
  readonly editor: Editor;
  readonly slash: SlashMenuStore;
  readonly spelling: SpellingCheck;
  readonly spellingMenu: SpellingMenuStore;
  readonly context: () => EditorContext;
  /** The text as it stands. Costs time by its length: ask when there is a pause, not at each letter. */
  readonly read: () => EditedText;
  /** The text as it would be with all suggestions decided on. They stay open in it. */
  readonly decided: (verdict: Verdict) => EditedText;
  readonly doc: () => ProseMirrorNode;
  readonly setContext: (context: EditorContext) => void;
  /** Names the text anew: the interface speaks another language. */
  readonly setLabel: (label: string) => void;
  readonly setMarks: (marks: readonly TextMark[]) => void;
  /** Shows a marked place, or any other, and puts the cursor there. */
  readonly goTo: (from: number, to: number) => void;
  readonly choose: (markId: string | null) => void;
  /** Puts a wording in the place of words, or in new blocks behind the block of a place, as a suggestion. */
  readonly suggest: (wording: string, place: { readonly from: number; readonly to: number } | { readonly behind: number }) => void;
  /** Puts a word in the place of another, in one step that one undo takes back; a suggestion while suggesting is on. */
  readonly correct: (place: { readonly from: number; readonly to: number }, word: string) => void;
  readonly onChanged: (listener: () => void) => () => void;
  readonly onChosen: (listener: (markId: string) => void) => () => void;
  readonly setInsertions: (providers: readonly InsertionProvider[]) => void;
}

/** Makes a surface for a text. */
export function createSurface({ document, annotations, context, label, author }: SurfaceParts): Surface {
  const contextRef: ContextRef = { current: context };
  const slash = createSlashMenuStore();
  const spelling = createSpellingCheck(speller);
  const spellingMenu = createSpellingMenuStore();
  let providers: readonly InsertionProvider[] = [];
  const chosen = new Set<(id: string) => void>();
  const changed = new Set<() => void>();
  let name = label;
  const editor = new Editor({
    element: null,
    injectCSS: false,
    content: documentToEditor(document) as object,
    enableInputRules: true,
    editorProps: { attributes: () => ({ role: 'textbox', 'aria-multiline': 'true', 'aria-label': name, spellcheck: 'false', class: 'contract' }) },
    extensions: [
      ...documentSchemaExtensions(),
      Placeholder.configure({ placeholder: () => contextRef.current.words.placeholder, showOnlyCurrent: true }),
      BlockKeys,
      labels(contextRef),
      nodeViews(contextRef),
      textMarks((id) => chosen.forEach((listener) => listener(id))),
      slashMenu(() => providers, slash, () => contextRef.current.language),
      searchMarks(contextRef),
      spelling.extension,
      spellingKeys(spelling, spellingMenu),
      pasting(contextRef),
      ...(author === null ? [] : [tracking(() => ({ author, at: Date.now() }))]),
    ],
    onTransaction: ({ transaction }) => {
      if (transaction.docChanged) changed.forEach((listener) => listener());
    },
  });
  // A text that was not yet on the screen is edited too, by a fix for one: it needs its plugins from the beginning.
  editor.view.updateState(editor.state.reconfigure({ plugins: editor.extensionManager.plugins }));
  if (annotations.length > 0) editor.view.dispatch(addAnnotations(editor.state, annotations));
  return {
    editor,
    slash,
    spelling,
    spellingMenu,
    context: () => contextRef.current,
    read: () => textOf(editor.state.doc),
    decided: (verdict) => textOf(editor.state.apply(decide(editor.state, verdict)).doc),
    doc: () => editor.state.doc,
    setContext: (next) => {
      if (next === contextRef.current) return;
      contextRef.current = next;
      editor.view.dispatch(editor.state.tr.setMeta(labelsKey, true).setMeta('addToHistory', false));
    },
    setLabel: (next) => {
      if (next === name) return;
      name = next;
      editor.view.dispatch(editor.state.tr.setMeta('addToHistory', false));
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
    suggest: (wording, place) => {
      const { state, view } = editor;
      if ('from' in place && author !== null) return view.dispatch(suggestInstead(state, place, wording, { author, at: Date.now() }));
      const tr = 'behind' in place ? insertBehind(state, place.behind, wording) : state.tr.insertText(wording, place.from, place.to);
      view.dispatch(ordered(tr, 'track'));
    },
    correct: ({ from, to }, word) => {
      const { state, view } = editor;
      if (isTracking(state) && author !== null) return view.dispatch(closeHistory(suggestInstead(state, { from, to }, word, { author, at: Date.now() })));
      const tr = state.tr.insertText(word, from, to);
      view.dispatch(closeHistory(tr.setSelection(TextSelection.create(tr.doc, from + word.length))));
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

function textOf(doc: ProseMirrorNode): EditedText {
  return { document: editorToDocument(doc.toJSON() as EditorNode), annotations: annotationsOf(doc) };
}

/** The lines of a wording as blocks of the kind that stands there, behind the block of a position. */
function insertBehind(state: EditorState, position: number, wording: string): Transaction {
  const { doc, schema, tr } = state;
  const place = doc.resolve(Math.min(position, doc.content.size));
  const type = schema.nodes['paragraph'];
  if (type === undefined) return tr;
  const numbered = place.parent.type.name === 'clauseHeading' || place.parent.attrs['numbered'] === true;
  const blocks = wording.split('\n').map((line) => type.create({ numbered }, schema.text(line)));
  return tr.insert(place.depth === 0 ? place.pos : place.after(), blocks);
}
