import HelpOutlineIcon from '@mui/icons-material/HelpOutlineOutlined';
import LockOutlinedIcon from '@mui/icons-material/LockOutlined';
import SearchIcon from '@mui/icons-material/Search';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import ButtonBase from '@mui/material/ButtonBase';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { Bell } from '../../features/reminders/components/bell.tsx';
import { useVaultName } from '../../features/vault/use-vault-name.ts';
import { useTranslate } from '../../i18n/i18n.ts';
import type { UnlockedStatus } from '../../ipc/use-vault-status.ts';
import { KeyCap } from '../../ui/key-cap.tsx';
import { useLock } from '../use-lock.ts';
import { modifierKey } from './shortcuts.ts';
import { useShellStore } from './shell-store.ts';
import { useCramped } from './use-cramped.ts';

interface TopBarProps {
  readonly status: UnlockedStatus;
  readonly corner: ReactNode;
}

/** Which vault this is and whose; searching, and locking. */
export function TopBar({ status, corner }: TopBarProps) {
  const translate = useTranslate();
  const lock = useLock();
  const nameOf = useVaultName();
  return (
    <Box
      component="header"
      sx={{ display: 'flex', alignItems: 'center', gap: 1.5, height: 56, flexShrink: 0, px: { xs: 1.5, md: 3 }, borderBottom: 1, borderColor: 'divider', '@media print': { display: 'none' } }}
    >
      <Box sx={{ flex: '1 1 0', minWidth: 0 }}>
        <Typography noWrap variant="subtitle2" component="div" title={status.vault.folder}>
          {nameOf(status.vault)}
        </Typography>
        <Typography noWrap variant="caption" component="div" sx={{ color: 'text.secondary', lineHeight: 1.3 }}>
          {status.user.name}
        </Typography>
      </Box>
      <PaletteButton />
      <Box sx={{ flex: '1 1 0', display: 'flex', justifyContent: 'flex-end', alignItems: 'center', gap: 0.5 }}>
        <Box data-tour="reminders" sx={{ borderRadius: 1, mr: 0.75 }}>
          <Bell />
        </Box>
        <HelpButton />
        {corner}
        <Button data-tour="lock" variant="outlined" size="small" startIcon={<LockOutlinedIcon />} onClick={lock} sx={{ ml: 1 }}>
          {translate('app.lock')}
        </Button>
      </Box>
    </Box>
  );
}

/** Leads to the chapter of the handbook that explains the page in view. */
function HelpButton() {
  const translate = useTranslate();
  const { pathname } = useLocation();
  const label = translate('app.shortcut.help');
  return (
    <Tooltip title={label}>
      <IconButton data-tour="help" component={Link} to={`/help?for=${encodeURIComponent(pathname)}`} aria-label={label} size="small">
        <HelpOutlineIcon fontSize="small" />
      </IconButton>
    </Tooltip>
  );
}

function PaletteButton() {
  const translate = useTranslate();
  const open = useShellStore((state) => state.open);
  const isCramped = useCramped();
  if (isCramped) {
    return (
      <Tooltip title={translate('app.palette.open')}>
        <IconButton data-tour="search" aria-label={translate('app.palette.open')} size="small" onClick={() => open('palette')}>
          <SearchIcon fontSize="small" />
        </IconButton>
      </Tooltip>
    );
  }
  return (
    <ButtonBase
      data-tour="search"
      onClick={() => open('palette')}
      sx={{
        width: { xs: 220, md: 360 },
        height: 36,
        px: 1.25,
        gap: 1,
        justifyContent: 'flex-start',
        border: 1,
        borderColor: 'divider',
        borderRadius: 1,
        bgcolor: 'background.paper',
        color: 'text.secondary',
        '&:hover': { borderColor: 'text.secondary' },
      }}
    >
      <SearchIcon fontSize="small" />
      <Typography noWrap component="span" variant="body2" title={translate('app.palette.open')} sx={{ flex: 1, textAlign: 'start' }}>
        {translate('app.palette.open')}
      </Typography>
      <KeyCap keys={[modifierKey, 'K']} />
    </ButtonBase>
  );
}
