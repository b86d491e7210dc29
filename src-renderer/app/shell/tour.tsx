import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import Popper from '@mui/material/Popper';
import Typography from '@mui/material/Typography';
import { useEffect, useId, useState } from 'react';
import { useTranslate } from '../../i18n/i18n.ts';
import { shellOverlay, useShellStore } from './shell-store.ts';

/** What the tour shows, in order: each a part of the frame that carries the same name as `data-tour`. */
const stops = ['navigation', 'search', 'reminders', 'help', 'lock'] as const;

/** A walk past the parts of the frame, for whoever sees them for the first time. Escape ends it. */
export function Tour() {
  const isOpen = useShellStore(({ overlay }) => overlay === 'tour');
  const close = useShellStore((state) => state.close);
  return isOpen ? <Walk onEnd={close} /> : null;
}

function Walk({ onEnd }: { readonly onEnd: () => void }) {
  const translate = useTranslate();
  const titleId = useId();
  const [at, setAt] = useState(0);
  const stop = stops[at] ?? stops[0];
  const anchor = document.querySelector<HTMLElement>(`[data-tour="${stop}"]`);
  useEffect(() => {
    // A frame of its own, so that it is seen in both themes and moves nothing.
    anchor?.style.setProperty('outline', '3px solid var(--db-palette-secondary-main)');
    anchor?.style.setProperty('outline-offset', '-3px');
    return () => {
      anchor?.style.removeProperty('outline');
      anchor?.style.removeProperty('outline-offset');
    };
  }, [anchor]);
  useEffect(() => {
    const leave = (event: KeyboardEvent) => {
      if (event.key === 'Escape') onEnd();
    };
    window.addEventListener('keydown', leave);
    return () => window.removeEventListener('keydown', leave);
  }, [onEnd]);
  const isLast = at === stops.length - 1;
  return (
    <Popper open anchorEl={anchor} placement={stop === 'navigation' ? 'right' : 'bottom'} modifiers={offset} sx={{ zIndex: 'modal' }}>
      <Paper role="dialog" aria-labelledby={titleId} {...shellOverlay} elevation={8} sx={{ width: 320, p: 2.5 }}>
        <Typography id={titleId} variant="h3" component="h2">
          {translate(`app.tour.${stop}.title`)}
        </Typography>
        <Typography variant="body2" sx={{ mt: 1 }} aria-live="polite">
          {translate(`app.tour.${stop}.body`)}
        </Typography>
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, mt: 2 }}>
          <Typography variant="caption" sx={{ flex: 1, color: 'text.secondary' }}>
            {translate('app.tour.progress', { number: at + 1, count: stops.length })}
          </Typography>
          {!isLast && (
            <Button size="small" color="inherit" onClick={onEnd}>
              {translate('app.tour.skip')}
            </Button>
          )}
          {at > 0 && (
            <Button size="small" onClick={() => setAt(at - 1)}>
              {translate('app.tour.back')}
            </Button>
          )}
          <Button size="small" variant="contained" autoFocus key={stop} onClick={() => (isLast ? onEnd() : setAt(at + 1))}>
            {translate(isLast ? 'app.tour.end' : 'app.tour.next')}
          </Button>
        </Box>
      </Paper>
    </Popper>
  );
}

const offset = [{ name: 'offset', options: { offset: [0, 12] } }];
