import TableIcon from '@mui/icons-material/TableChartOutlined';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { useState } from 'react';
import { useTranslate } from '../../../i18n/i18n.ts';
import { ToolButton } from './tool-button.tsx';

const changes = ['addRowBefore', 'addRowAfter', 'addColumnBefore', 'addColumnAfter', 'mergeOrSplit', 'toggleHeaderRow', 'deleteRow', 'deleteColumn', 'deleteTable'] as const;

/** Puts a table in, or changes the one that the cursor stands in. */
export function TableMenu({ editor }: { readonly editor: Editor }) {
  const translate = useTranslate();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const isInTable = useEditorState({ editor, selector: ({ editor: current }) => current.isActive('table') });
  const run = (work: () => void) => {
    setAnchor(null);
    work();
  };
  return (
    <>
      <ToolButton label={translate('documentEditor.table.title')} icon={<TableIcon />} isOn={isInTable} opensMenu onClick={setAnchor} />
      <Menu open={anchor !== null} anchorEl={anchor} onClose={() => setAnchor(null)}>
        <MenuItem onClick={() => run(() => editor.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run())} disabled={isInTable}>
          {translate('documentEditor.table.insert')}
        </MenuItem>
        {changes.map((change) => (
          <MenuItem key={change} disabled={!isInTable} onClick={() => run(() => editor.chain().focus()[change]().run())}>
            {translate(`documentEditor.table.${change}`)}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
