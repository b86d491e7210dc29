import ArrowBackIcon from '@mui/icons-material/ArrowBack';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useEffect, useRef, type ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { useTranslate } from '../i18n/i18n.ts';

interface PageProps {
  readonly title: string;
  readonly subtitle?: ReactNode;
  /** Where the page belongs, as a link above its title. */
  readonly back?: { readonly to: string; readonly label: string };
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  /** Widest the content grows, in pixels; forms read better narrow, lists want room. */
  readonly maxWidth?: number;
  /** What makes it another page though its address stays: where this changes, the page begins anew at its top. */
  readonly phase?: string;
}

/** The frame of every page: a heading, its actions, and the content. */
export function Page({ title, subtitle, back, actions, children, maxWidth = 1440, phase }: PageProps) {
  const translate = useTranslate();
  useEffect(() => {
    document.title = `${title} · ${translate('app.name')}`;
  }, [title, translate]);
  const heading = useFocusOnArrival(phase);
  return (
    <Box sx={{ width: '100%', maxWidth, mx: 'auto', px: { xs: 2, md: 3 }, pt: 2.5, pb: 4 }}>
      {back !== undefined && (
        <Button
          component={Link}
          to={back.to}
          size="small"
          color="inherit"
          startIcon={<ArrowBackIcon />}
          sx={{ ml: -0.75, mb: 0.5, color: 'text.secondary' }}
        >
          {back.label}
        </Button>
      )}
      <Stack
        direction="row"
        spacing={2}
        useFlexGap
        sx={{ flexWrap: 'wrap', alignItems: 'flex-start', justifyContent: 'space-between', mb: 2.5 }}
      >
        <Box sx={{ minWidth: 0, flex: '1 1 320px' }}>
          <Typography ref={heading} variant="h1" tabIndex={-1} sx={{ overflowWrap: 'anywhere', outline: 'none' }}>
            {title}
          </Typography>
          {subtitle !== undefined && (
            <Typography component="div" variant="body2" sx={{ mt: 0.5, color: 'text.secondary' }}>
              {subtitle}
            </Typography>
          )}
        </Box>
        {actions !== undefined && actions !== null && (
          <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
            {actions}
          </Stack>
        )}
      </Stack>
      <Stack spacing={2.5}>{children}</Stack>
    </Box>
  );
}

/**
 * The heading takes the focus of a link or button that went with the page before, or with the way into the vault, so that
 * the keyboard goes on at the page's beginning and a screen reader says where one is. What keeps its focus, such as a link
 * of the navigation, is left alone. Nothing can be done to a heading, so it has no ring.
 */
function useFocusOnArrival(phase: string | undefined) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { pathname, key } = useLocation();
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  }, [pathname, key]);
  const shownPhase = useRef(phase);
  useEffect(() => {
    if (shownPhase.current !== phase) heading.current?.focus();
    shownPhase.current = phase;
  }, [phase]);
  return heading;
}
