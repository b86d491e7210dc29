import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Stack from '@mui/material/Stack';
import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { useCallback } from 'react';
import { useTranslate } from '../../../i18n/i18n.ts';
import { EmptyState } from '../../empty-state.tsx';
import { clausesOf } from '../clauses.ts';
import type { Surface } from '../surface.ts';
import { useText } from '../use-text.ts';

/** The clauses of the text; a click goes there. */
export function Outline({ surface }: { readonly surface: Surface }) {
  const translate = useTranslate();
  const read = useCallback((doc: ProseMirrorNode) => clausesOf(doc, surface.context()).filter(({ isHeading }) => isHeading), [surface]);
  const clauses = useText(surface, read, 400);
  if (clauses.length === 0) return <EmptyState title={translate('documentEditor.outline.none')} body={translate('documentEditor.outline.noneBody')} />;
  return (
    <Stack component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {clauses.map(({ pos, level, label, text }) => (
        <Box component="li" key={pos}>
          <ButtonBase onClick={() => surface.goTo(pos + 1, pos + 1)} sx={{ width: '100%', justifyContent: 'flex-start', textAlign: 'left', typography: 'body2', py: 0.5, px: 1, pl: level * 1.5, borderRadius: 1 }}>
            {label} {text}
          </ButtonBase>
        </Box>
      ))}
    </Stack>
  );
}
