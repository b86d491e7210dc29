import CaseIcon from '@mui/icons-material/AbcOutlined';
import CloseIcon from '@mui/icons-material/Close';
import DownIcon from '@mui/icons-material/KeyboardArrowDown';
import UpIcon from '@mui/icons-material/KeyboardArrowUp';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useEditorState } from '@tiptap/react';
import { useEffect, useRef, useState } from 'react';
import { useTranslate } from '../../../i18n/i18n.ts';
import { shownWords } from '../shown-words.ts';
import type { Surface } from '../surface.ts';
import { ToolButton } from '../toolbar/tool-button.tsx';
import { goOn, replaceAll, replaceOne, search, searchOf } from './search.ts';

interface FindBarProps {
  readonly surface: Surface;
  readonly onClose: () => void;
}

/** Finds words in the text and replaces them, one by one or all at once. */
export function FindBar({ surface, onClose }: FindBarProps) {
  const translate = useTranslate();
  const { editor } = surface;
  const [wanted, setWanted] = useState(() => selectedWords(surface));
  const [replacement, setReplacement] = useState('');
  const [matchesCase, setMatchesCase] = useState(false);
  const { count, fixed, current } = useEditorState({
    editor,
    selector: ({ editor: now }) => {
      const state = searchOf(now);
      return { count: state.found.length, fixed: state.found.filter(({ isFixed }) => isFixed).length, current: state.current };
    },
  });
  useEffect(() => search(editor, wanted, matchesCase), [editor, wanted, matchesCase]);
  useEffect(
    () => () => {
      if (editor.isInitialized) search(editor, '', false);
    },
    [editor],
  );
  const field = useRef<HTMLInputElement>(null);
  // Where the last match was replaced, what was pressed can be pressed no more.
  const replace = (work: () => void) => {
    work();
    if (searchOf(editor).found.every(({ isFixed }) => isFixed)) field.current?.focus();
  };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 'f') field.current?.select();
    };
    globalThis.addEventListener('keydown', onKey);
    return () => globalThis.removeEventListener('keydown', onKey);
  }, []);
  const close = () => {
    onClose();
    editor.view.focus();
  };
  return (
    <Paper
      variant="outlined"
      role="search"
      aria-label={translate('documentEditor.find.title')}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.nativeEvent.isComposing) close();
      }}
      sx={{ mt: 0.5, px: 1, py: 0.75, display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}
    >
      <TextField
        autoFocus
        inputRef={field}
        size="small"
        label={translate('documentEditor.find.wanted')}
        value={wanted}
        onChange={(event) => setWanted(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) goOn(editor, event.shiftKey ? -1 : 1);
        }}
        sx={{ width: 200 }}
      />
      <ToolButton label={translate('documentEditor.find.case')} icon={<CaseIcon />} isOn={matchesCase} onClick={() => setMatchesCase(!matchesCase)} />
      <ToolButton label={translate('documentEditor.find.previous')} icon={<UpIcon />} isDisabled={count === 0} onClick={() => goOn(editor, -1)} />
      <ToolButton label={translate('documentEditor.find.next')} icon={<DownIcon />} isDisabled={count === 0} onClick={() => goOn(editor, 1)} />
      <Typography variant="body2" role="status" sx={{ minWidth: 64, color: 'text.secondary' }}>
        {wanted === '' ? '' : translate('documentEditor.find.place', { at: current + 1, total: count })}
      </Typography>
      <TextField
        size="small"
        label={translate('documentEditor.find.replacement')}
        value={replacement}
        onChange={(event) => setReplacement(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) replaceOne(editor, replacement);
        }}
        sx={{ width: 200 }}
      />
      <Button size="small" disabled={count === fixed} onClick={() => replace(() => replaceOne(editor, replacement))}>
        {translate('documentEditor.find.replace')}
      </Button>
      <Button size="small" disabled={count === fixed} onClick={() => replace(() => replaceAll(editor, replacement))}>
        {translate('documentEditor.find.replaceAll')}
      </Button>
      <ToolButton label={translate('ui.close')} icon={<CloseIcon />} onClick={close} />
      {fixed > 0 && (
        <Typography variant="body2" role="status" sx={{ width: '100%', color: 'text.secondary' }}>
          {translate('documentEditor.find.fixed', { count: fixed })}
        </Typography>
      )}
    </Paper>
  );
}

function selectedWords({ editor, context }: Surface): string {
  const { from, to } = editor.state.selection;
  const { doc } = editor.state;
  const shown = shownWords(doc, context());
  const words = doc.textBetween(from, to, '\n', (node) => (node.type.name === 'hardBreak' ? '\n' : shown(node)));
  return words.includes('\n') || words.length > 80 ? '' : words;
}
