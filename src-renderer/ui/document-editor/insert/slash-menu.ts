import { Extension } from '@tiptap/core';
import { Suggestion, type SuggestionProps } from '@tiptap/suggestion';
import type { BodyLanguage } from '#shared/features/documents/value-text.ts';
import type { Insertion, InsertionProvider } from './insertion.ts';

/** A group of what was found. */
export interface FoundGroup {
  readonly label: string;
  readonly insertions: readonly Insertion[];
}

/** The open `/` menu: what it shows, which line is chosen, where it stands. */
export interface SlashMenu {
  readonly groups: readonly FoundGroup[];
  readonly chosen: number;
  readonly place: DOMRect | null;
  readonly take: (insertion: Insertion) => void;
}

/** Where the menu is kept between the editor, which fills it, and the component that shows it. */
export interface SlashMenuStore {
  readonly get: () => SlashMenu | null;
  readonly subscribe: (listener: () => void) => () => void;
  readonly set: (menu: SlashMenu | null) => void;
}

export function createSlashMenuStore(): SlashMenuStore {
  let menu: SlashMenu | null = null;
  const listeners = new Set<() => void>();
  return {
    get: () => menu,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    set: (next) => {
      menu = next;
      for (const listener of listeners) listener();
    },
  };
}

// The typed stroke opens a menu at the beginning of a line and after a break in the words, not in 元/台.
const prefixes = [' ', '\u3000', '，', '。', '；', '：', '、', '（', '）', '“', '”', '(', ',', ';', ':'];
const mostOfAGroup = 6;

/** Opens a menu of what can be inserted where `/` is typed. */
export function slashMenu(providers: () => readonly InsertionProvider[], store: SlashMenuStore, language: () => BodyLanguage) {
  return Extension.create({
    name: 'slashMenu',
    // Before the keys of blocks: Enter takes what is chosen, and begins no new clause.
    priority: 600,
    addProseMirrorPlugins() {
      return [
        Suggestion<FoundGroup, Insertion>({
          editor: this.editor,
          char: '/',
          allowedPrefixes: prefixes,
          decorationClass: 'slash-query',
          items: async ({ query, editor }) => {
            const groups = await Promise.all(
              providers().map(async ({ label, find }) => {
                const found = await find(query, editor);
                return { label, insertions: query === '' ? found.slice(0, mostOfAGroup) : found.slice(0, mostOfAGroup * 3) };
              }),
            );
            return groups.filter(({ insertions }) => insertions.length > 0);
          },
          command: ({ editor, range, props }) => {
            editor.chain().focus().deleteRange(range).run();
            props.insert(editor, language());
          },
          render: () => ({
            onStart: (props) => show(props, store),
            onUpdate: (props) => show(props, store),
            onExit: () => store.set(null),
            onKeyDown: ({ event }) => onKey(event, store),
          }),
        }),
      ];
    },
  });
}

function show({ items, clientRect, command }: SuggestionProps<FoundGroup, Insertion>, store: SlashMenuStore): void {
  store.set({ groups: items, chosen: 0, place: clientRect?.() ?? null, take: command });
}

function onKey(event: KeyboardEvent, store: SlashMenuStore): boolean {
  const menu = store.get();
  const all = menu?.groups.flatMap(({ insertions }) => insertions) ?? [];
  if (menu === null || all.length === 0) return false;
  const move = (by: number) => store.set({ ...menu, chosen: (menu.chosen + by + all.length) % all.length });
  if (event.key === 'ArrowDown') move(1);
  else if (event.key === 'ArrowUp') move(-1);
  else if (event.key === 'Enter' || event.key === 'Tab') {
    const insertion = all[menu.chosen];
    if (insertion !== undefined) menu.take(insertion);
  } else return false;
  return true;
}
