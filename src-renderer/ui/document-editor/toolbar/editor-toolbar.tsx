import AddIcon from '@mui/icons-material/Add';
import BulletIcon from '@mui/icons-material/FormatListBulleted';
import BoldIcon from '@mui/icons-material/FormatBold';
import ItalicIcon from '@mui/icons-material/FormatItalic';
import NumberedIcon from '@mui/icons-material/FormatListNumbered';
import UnderlineIcon from '@mui/icons-material/FormatUnderlined';
import RedoIcon from '@mui/icons-material/Redo';
import UndoIcon from '@mui/icons-material/Undo';
import Divider from '@mui/material/Divider';
import MenuItem from '@mui/material/MenuItem';
import Paper from '@mui/material/Paper';
import Select from '@mui/material/Select';
import { useEditorState } from '@tiptap/react';
import { useEffect, type ReactNode } from 'react';
import { useTranslate } from '../../../i18n/i18n.ts';
import { blockKindOf, blockKinds, setBlock, type BlockKind } from '../commands.ts';
import type { Surface } from '../surface.ts';
import { keyName } from './key-names.ts';
import { TableMenu } from './table-menu.tsx';
import { ToolButton } from './tool-button.tsx';
import { useRoving } from './use-roving.ts';

interface EditorToolbarProps {
  readonly surface: Surface;
  readonly tools: ReactNode;
}

/** What can be done to the text: kinds of blocks, styles, lists, tables, inserting, undoing. */
export function EditorToolbar({ surface, tools }: EditorToolbarProps) {
  const translate = useTranslate();
  const { editor } = surface;
  const state = useEditorState({
    editor,
    selector: ({ editor: current }) => ({
      kind: blockKindOf(current),
      isBold: current.isActive('bold'),
      isItalic: current.isActive('italic'),
      isUnderline: current.isActive('underline'),
      isBullet: current.isActive('bulletList'),
      isOrdered: current.isActive('orderedList'),
      canUndo: current.isInitialized && current.can().undo(),
      canRedo: current.isInitialized && current.can().redo(),
    }),
  });
  const chain = () => editor.chain().focus();
  const roving = useRoving(() => editor.commands.focus());
  const { ref } = roving;
  // From the text, as in other editors: Alt+F10.
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'F10' || !event.altKey || !editor.view.hasFocus()) return;
      event.preventDefault();
      ref.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
    };
    globalThis.addEventListener('keydown', onKey);
    return () => globalThis.removeEventListener('keydown', onKey);
  }, [editor, ref]);
  const styles = [
    { key: 'bold', keys: keyName('B'), icon: <BoldIcon />, isOn: state.isBold, run: () => chain().toggleBold().run() },
    { key: 'italic', keys: keyName('I'), icon: <ItalicIcon />, isOn: state.isItalic, run: () => chain().toggleItalic().run() },
    { key: 'underline', keys: keyName('U'), icon: <UnderlineIcon />, isOn: state.isUnderline, run: () => chain().toggleUnderline().run() },
    { key: 'bulletList', keys: keyName('Shift+8'), icon: <BulletIcon />, isOn: state.isBullet, run: () => chain().toggleBulletList().run() },
    { key: 'orderedList', keys: keyName('Shift+7'), icon: <NumberedIcon />, isOn: state.isOrdered, run: () => chain().toggleOrderedList().run() },
  ] as const;
  return (
    <Paper
      variant="outlined"
      role="toolbar"
      aria-label={translate('documentEditor.toolbar')}
      {...roving}
      sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 0.25, px: 0.75, py: 0.5 }}
    >
      <ToolButton label={translate('documentEditor.undo')} keys={keyName('Z')} icon={<UndoIcon />} isDisabled={!state.canUndo} onClick={() => chain().undo().run()} />
      <ToolButton label={translate('documentEditor.redo')} keys={keyName('Shift+Z')} icon={<RedoIcon />} isDisabled={!state.canRedo} onClick={() => chain().redo().run()} />
      <Divider orientation="vertical" flexItem sx={{ mx: 0.25 }} />
      <Select
        value={state.kind ?? ''}
        displayEmpty
        size="small"
        variant="outlined"
        inputProps={{ 'aria-label': translate('documentEditor.blockKind') }}
        renderValue={(kind: BlockKind | '') => translate(kind === '' ? 'documentEditor.block.other' : `documentEditor.block.${kind}`)}
        onChange={(event) => setBlock(editor, event.target.value)}
        sx={{ minWidth: 124, '& .MuiSelect-select': { py: 0.5 } }}
      >
        {blockKinds.map((kind) => (
          <MenuItem key={kind} value={kind}>
            {translate(`documentEditor.block.${kind}`)}
          </MenuItem>
        ))}
      </Select>
      <Divider orientation="vertical" flexItem sx={{ mx: 0.25 }} />
      {styles.map(({ key, keys, icon, isOn, run }) => (
        <ToolButton key={key} label={translate(`documentEditor.${key}`)} keys={keys} icon={icon} isOn={isOn} onClick={run} />
      ))}
      <TableMenu editor={editor} />
      <ToolButton label={translate('documentEditor.insert.title')} keys="/" icon={<AddIcon />} onClick={() => openInsertMenu(surface)} />
      {tools !== undefined && <Divider orientation="vertical" flexItem sx={{ mx: 0.25 }} />}
      {tools}
    </Paper>
  );
}

/** The menu opens at a typed stroke: the button types it, after a space where words stand before the cursor. */
function openInsertMenu({ editor }: Surface): void {
  const { $from } = editor.state.selection;
  const before = $from.parent.isTextblock ? $from.parent.textBetween(Math.max(0, $from.parentOffset - 1), $from.parentOffset) : '';
  editor.chain().focus().insertContent(/^$|[\s，。；：、（）(]/.test(before) ? '/' : ' /').run();
}
