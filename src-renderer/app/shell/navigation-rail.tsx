import KeyboardDoubleArrowLeftIcon from '@mui/icons-material/KeyboardDoubleArrowLeft';
import KeyboardDoubleArrowRightIcon from '@mui/icons-material/KeyboardDoubleArrowRight';
import Box from '@mui/material/Box';
import Divider from '@mui/material/Divider';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import { Fragment } from 'react';
import type { Permission } from '#shared/features/vault/roles.ts';
import { useTranslate } from '../../i18n/i18n.ts';
import { BrandMark } from '../../ui/brand-mark.tsx';
import { placeGroups, places, type Place } from './places.tsx';
import { RailLink } from './rail-link.tsx';
import { useShellStore } from './shell-store.ts';
import { useCramped, useSlim } from './use-cramped.ts';

/** The pages at the left edge; folded, only their icons. */
export function NavigationRail({ permissions }: { readonly permissions: readonly Permission[] }) {
  const translate = useTranslate();
  const { isRailFolded, toggleRail } = useShellStore();
  const isCramped = useCramped();
  const room = useSlim() ? 'slim' : 'ample';
  const isRailNarrow = isRailFolded[room] || isCramped;
  const linksOf = (group: Place['group']) =>
    places
      .filter((place) => place.group === group && permissions.includes(place.permission))
      .map((place) => <RailLink key={place.path} place={place} isNarrow={isRailNarrow} />);
  const foldLabel = translate(isRailNarrow ? 'app.rail.widen' : 'app.rail.narrow');
  return (
    <Box
      component="nav"
      data-tour="navigation"
      aria-label={translate('app.rail.label')}
      sx={{
        display: 'flex',
        flexDirection: 'column',
        width: isRailNarrow ? 60 : 208,
        flexShrink: 0,
        px: 1,
        pb: 1,
        borderRight: 1,
        borderColor: 'divider',
        overflowX: 'hidden',
        overflowY: 'auto',
        '@media print': { display: 'none' },
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.25, height: 56, px: 0.75, flexShrink: 0 }}>
        <BrandMark size={30} />
        {!isRailNarrow && (
          <Typography component="span" sx={{ fontWeight: 600, whiteSpace: 'nowrap' }}>
            {translate('app.name')}
          </Typography>
        )}
      </Box>
      {placeGroups
        .map((group) => ({ group, links: linksOf(group) }))
        .filter(({ links }) => links.length > 0)
        .map(({ group, links }, index) => (
          <Fragment key={group}>
            {index > 0 && <Divider sx={{ my: 0.75 }} />}
            {links}
          </Fragment>
        ))}
      <Box sx={{ flex: 1 }} />
      {linksOf('settings')}
      {!isCramped && (
        <Tooltip title={foldLabel} placement="right">
          <IconButton size="small" aria-label={foldLabel} onClick={() => toggleRail(room)} sx={{ alignSelf: 'flex-start', m: 0.75 }}>
            {isRailNarrow ? <KeyboardDoubleArrowRightIcon fontSize="small" /> : <KeyboardDoubleArrowLeftIcon fontSize="small" />}
          </IconButton>
        </Tooltip>
      )}
    </Box>
  );
}
