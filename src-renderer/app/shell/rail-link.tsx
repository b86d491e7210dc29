import ButtonBase from '@mui/material/ButtonBase';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import { Link, useLocation } from 'react-router';
import { useTranslate } from '../../i18n/i18n.ts';
import type { Place } from './places.tsx';

export function RailLink({ place, isNarrow }: { readonly place: Place; readonly isNarrow: boolean }) {
  const translate = useTranslate();
  const { pathname } = useLocation();
  const isHere = [place.path, ...(place.also ?? [])].some((path) => pathname === path || (path !== '/' && pathname.startsWith(`${path}/`)));
  const label = translate(place.label);
  return (
    <Tooltip title={isNarrow ? label : ''} placement="right">
      <ButtonBase
        component={Link}
        to={place.path}
        aria-current={isHere ? 'page' : undefined}
        aria-label={isNarrow ? label : undefined}
        sx={{
          position: 'relative',
          justifyContent: 'flex-start',
          gap: 1.5,
          minHeight: 32,
          px: 1.25,
          mb: 0.25,
          flexShrink: 0,
          // All places fit a small laptop's window without scrolling.
          '@media (max-height: 900px)': { minHeight: 28, mb: 0 },
          borderRadius: 1,
          color: isHere ? 'primary.main' : 'text.secondary',
          bgcolor: isHere ? 'action.selected' : 'transparent',
          '&:hover': { bgcolor: isHere ? 'action.selected' : 'action.hover', color: isHere ? 'primary.main' : 'text.primary' },
          '&.Mui-focusVisible': { outlineOffset: -2 },
          '& svg': { fontSize: 20 },
          '&::before': isHere
            ? { content: '""', position: 'absolute', left: 0, top: 6, bottom: 6, width: 3, borderRadius: 2, bgcolor: 'secondary.main' }
            : {},
        }}
      >
        {place.icon}
        {!isNarrow && (
          <Typography component="span" variant="body2" sx={{ fontWeight: isHere ? 600 : 500, lineHeight: 1.3, py: 0.25, textAlign: 'start', overflowWrap: 'anywhere' }}>
            {label}
          </Typography>
        )}
      </ButtonBase>
    </Tooltip>
  );
}
