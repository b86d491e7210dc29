import Dialog from '@mui/material/Dialog';
import { useTranslate } from '../../i18n/i18n.ts';
import { shellOverlay, useShellStore } from '../shell/shell-store.ts';
import { PaletteBody } from './palette-body.tsx';

/** Everything by name: pages, new contracts, records, the application itself. */
export function CommandPalette() {
  const translate = useTranslate();
  const { overlay, close } = useShellStore();
  return (
    <Dialog
      open={overlay === 'palette'}
      onClose={close}
      fullWidth
      maxWidth="sm"
      transitionDuration={{ enter: 120, exit: 0 }}
      sx={{ '& .MuiDialog-container': { alignItems: 'flex-start', pt: '10vh' } }}
      slotProps={{ paper: { ...shellOverlay, 'aria-label': translate('app.palette.label'), sx: { m: 2, maxHeight: '70vh' } } }}
    >
      <PaletteBody onClose={close} />
    </Dialog>
  );
}
