import LockOutlinedIcon from '@mui/icons-material/LockOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import { Link, Outlet } from 'react-router';
import { useTranslate } from '../i18n/i18n.ts';
import { BrandMark } from '../ui/brand-mark.tsx';

/** Around a page that needs no open vault: only the way back to the lock. */
export function OutsideFrame({ corner }: { readonly corner: ReactNode }) {
  const translate = useTranslate();
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', height: '100%' }}>
      <Box component="header" sx={{ display: 'flex', alignItems: 'center', gap: 1.5, px: 2, py: 1 }}>
        <BrandMark size={28} />
        <Button component={Link} to="/" size="small" startIcon={<LockOutlinedIcon />}>
          {translate('app.outside.back')}
        </Button>
        <Box sx={{ flex: 1 }} />
        {corner}
      </Box>
      <Box component="main" sx={{ flex: 1, minHeight: 0, overflow: 'auto' }}>
        <Outlet />
      </Box>
    </Box>
  );
}
