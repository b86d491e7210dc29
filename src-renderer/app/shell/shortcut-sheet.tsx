import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { useTranslate, type StringKey } from '../../i18n/i18n.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { editorShortcuts } from '../../ui/document-editor/editor-shortcuts.ts';
import { KeyCap } from '../../ui/key-cap.tsx';
import { shortcuts } from './shortcuts.ts';
import { shellOverlay, useShellStore } from './shell-store.ts';

/** The list of keys. */
export function ShortcutSheet() {
  const translate = useTranslate();
  const { overlay, close } = useShellStore();
  return (
    <Dialog open={overlay === 'shortcuts'} onClose={close} fullWidth maxWidth="md" aria-labelledby="shortcuts-title" slotProps={{ paper: shellOverlay }}>
      <DialogTitle id="shortcuts-title">{translate('app.shortcut.title')}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gridTemplateColumns: { md: '1fr 1fr' }, columnGap: 5, rowGap: 3, alignItems: 'start' }}>
        <KeyList title={translate('app.shortcut.everywhere')} shortcuts={shortcuts} />
        <KeyList title={translate('app.shortcut.inEditor')} shortcuts={inEditor} />
      </DialogContent>
      <DialogActions>
        <Button onClick={close}>{translate('ui.close')}</Button>
      </DialogActions>
    </Dialog>
  );
}

interface KeyListProps {
  readonly title: string;
  readonly shortcuts: readonly { readonly label: StringKey; readonly keys: readonly string[] }[];
}

function KeyList({ title, shortcuts: listed }: KeyListProps) {
  const translate = useTranslate();
  const id = useId();
  return (
    <Box component="section" aria-labelledby={id}>
      <Typography id={id} variant="subtitle2" component="h3" sx={{ mb: 1 }}>
        {title}
      </Typography>
      <Box component="dl" sx={{ m: 0, display: 'grid', gridTemplateColumns: '1fr auto', rowGap: 0.75, columnGap: 2, alignItems: 'center' }}>
        {listed.map(({ label, keys }) => (
          <Box key={label} sx={{ display: 'contents' }}>
            <Box component="dt" sx={{ typography: 'body2' }}>
              {translate(label)}
            </Box>
            <Box component="dd" sx={{ m: 0, textAlign: 'end' }}>
              <KeyCap keys={keys} />
            </Box>
          </Box>
        ))}
      </Box>
    </Box>
  );
}

const inEditor = editorShortcuts(window.deedbox.platform === 'darwin');
