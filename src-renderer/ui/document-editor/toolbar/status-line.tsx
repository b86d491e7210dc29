import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useEffect, useState, type ReactNode } from 'react';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import type { Surface } from '../surface.ts';
import { countText, type TextCount } from '../text-count.ts';

const pauseMs = 400;

/** How long the text is, a pause after the last letter. */
export function StatusLine({ surface, status }: { readonly surface: Surface; readonly status: ReactNode }) {
  const translate = useTranslate();
  const format = useFormat();
  const [count, setCount] = useState<TextCount | null>(null);
  useEffect(() => {
    const { editor } = surface;
    const read = () => {
      const { from, to, empty } = editor.state.selection;
      setCount(countText(editor.state.doc, empty ? null : { from, to }));
    };
    let timer = setTimeout(read);
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(read, pauseMs);
    };
    editor.on('selectionUpdate', later);
    editor.on('update', later);
    return () => {
      clearTimeout(timer);
      editor.off('selectionUpdate', later);
      editor.off('update', later);
    };
  }, [surface]);
  return (
    <Stack
      direction="row"
      spacing={2}
      useFlexGap
      sx={{ flexWrap: 'wrap', position: 'sticky', bottom: 0, py: 0.75, px: 1, bgcolor: 'background.default', color: 'text.secondary', '@media print': { display: 'none' } }}
    >
      {count !== null && (
        <Typography variant="caption" sx={{ fontVariantNumeric: 'tabular-nums' }}>
          {translate(count.isSelection ? 'documentEditor.countSelected' : 'documentEditor.count', { words: format.number(count.words), characters: format.number(count.characters) })}
        </Typography>
      )}
      {status}
    </Stack>
  );
}
