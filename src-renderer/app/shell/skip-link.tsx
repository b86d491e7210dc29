import Button from '@mui/material/Button';
import type { RefObject } from 'react';
import { useTranslate } from '../../i18n/i18n.ts';

/** The first stop of the Tab key: past the navigation, into the page. */
export function SkipLink({ mainRef }: { readonly mainRef: RefObject<HTMLElement | null> }) {
  const translate = useTranslate();
  return (
    <Button
      variant="contained"
      onClick={() => mainRef.current?.focus()}
      sx={{
        position: 'fixed',
        top: 8,
        left: 8,
        zIndex: 'tooltip',
        transform: 'translateY(-200%)',
        '&:focus-visible': { transform: 'none' },
      }}
    >
      {translate('app.skip')}
    </Button>
  );
}
