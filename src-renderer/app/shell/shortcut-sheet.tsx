import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useTranslate } from '../../i18n/i18n.ts';
import { KeyCap } from '../../ui/key-cap.tsx';
import { shortcuts } from './shortcuts.ts';
import { shellOverlay, useShellStore } from './shell-store.ts';

/** The list of keys. */
export function ShortcutSheet() {
  const translate = useTranslate();
  const { overlay, close } = useShellStore();
  return (
    <Dialog open={overlay === 'shortcuts'} onClose={close} fullWidth maxWidth="xs" aria-labelledby="shortcuts-title" slotProps={{ paper: shellOverlay }}>
      <DialogTitle id="shortcuts-title">{translate('app.shortcut.title')}</DialogTitle>
      <DialogContent>
        <Box component="dl" sx={{ m: 0, display: 'grid', gridTemplateColumns: '1fr auto', rowGap: 1.25, columnGap: 2, alignItems: 'center' }}>
          {shortcuts.map(({ label, keys }) => (
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
      </DialogContent>
      <DialogActions>
        <Button onClick={close}>{translate('ui.close')}</Button>
      </DialogActions>
    </Dialog>
  );
}
