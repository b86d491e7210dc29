import type { StringKey } from '../../i18n/i18n.ts';

/** A key of the editor for the list of keys: `keys` as on this system, pressed together. */
export interface EditorShortcut {
  readonly label: StringKey;
  readonly keys: readonly string[];
}

/** Every key of the editor, in the order of the list. `isMac` writes them as on that system. */
export function editorShortcuts(isMac: boolean): readonly EditorShortcut[] {
  const [mod, alt, shift] = isMac ? ['⌘', '⌥', '⇧'] : ['Ctrl', 'Alt', 'Shift'];
  return [
    { label: 'documentEditor.block.heading1', keys: [mod, alt, '1'] },
    { label: 'documentEditor.block.heading2', keys: [mod, alt, '2'] },
    { label: 'documentEditor.block.heading3', keys: [mod, alt, '3'] },
    { label: 'documentEditor.block.numbered', keys: [mod, alt, '4'] },
    { label: 'documentEditor.block.paragraph', keys: [mod, alt, '0'] },
    { label: 'documentEditor.key.lower', keys: [mod, ']'] },
    { label: 'documentEditor.key.higher', keys: [mod, '['] },
    { label: 'documentEditor.bold', keys: [mod, 'B'] },
    { label: 'documentEditor.italic', keys: [mod, 'I'] },
    { label: 'documentEditor.underline', keys: [mod, 'U'] },
    { label: 'documentEditor.bulletList', keys: [mod, shift, '8'] },
    { label: 'documentEditor.orderedList', keys: [mod, shift, '7'] },
    { label: 'documentEditor.insert.title', keys: ['/'] },
    { label: 'documentEditor.undo', keys: [mod, 'Z'] },
    { label: 'documentEditor.redo', keys: [mod, shift, 'Z'] },
    { label: 'documentEditor.find.title', keys: [mod, 'F'] },
    { label: 'documentEditor.suggesting', keys: [mod, shift, 'E'] },
    { label: 'documentEditor.comment.add', keys: [mod, alt, 'M'] },
    { label: 'documentEditor.key.misspelt', keys: [alt, 'F7'] },
    { label: 'documentEditor.key.spelling', keys: [shift, 'F10'] },
    { label: 'documentEditor.key.toolbar', keys: [alt, 'F10'] },
    { label: 'documentEditor.key.panel', keys: ['F6'] },
    { label: 'editor.save', keys: [mod, 'S'] },
  ];
}
