import { useTranslate } from '../../i18n/i18n.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { shellOverlay, useShellStore } from '../shell/shell-store.ts';
import { PaletteBody } from './palette-body.tsx';

/** Everything by name: pages, new contracts, records, the application itself. */
export function CommandPalette() {
  const translate = useTranslate();
  const { overlay, close } = useShellStore();
  // Taken away whole when it closes: opened again at once, a dialog that still leaves would keep the page behind it hidden from readers.
  if (overlay !== 'palette') return null;
  return (
    <Dialog
      open
      onClose={close}
      fullWidth
      maxWidth="sm"
      transitionDuration={120}
      sx={{ '& .MuiDialog-container': { alignItems: 'flex-start', pt: '10vh' } }}
      slotProps={{ paper: { ...shellOverlay, 'aria-label': translate('app.palette.label'), sx: { m: 2, maxHeight: '70vh' } } }}
    >
      <PaletteBody onClose={close} />
    </Dialog>
  );
}
