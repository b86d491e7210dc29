import Box from '@mui/material/Box';
import { useEffect, useRef, type ReactNode } from 'react';
import { Outlet, useLocation } from 'react-router';
import { ReportDialog } from '../../features/improvement/components/report-dialog.tsx';
import type { UnlockedStatus } from '../../ipc/use-vault-status.ts';
import { useNotices } from '../../features/reminders/use-notices.ts';
import { CommandPalette } from '../palette/command-palette.tsx';
import { useActivity } from '../use-activity.ts';
import { NavigationRail } from './navigation-rail.tsx';
import { SampleBanner } from './sample-banner.tsx';
import { ShortcutSheet } from './shortcut-sheet.tsx';
import { SkipLink } from './skip-link.tsx';
import { Tour } from './tour.tsx';
import { TopBar } from './top-bar.tsx';
import { useLinks } from './use-links.ts';
import { useOpenedPacks } from './use-opened-packs.ts';
import { useMenu } from './use-menu.ts';
import { useShortcuts } from './use-shortcuts.ts';

interface ShellProps {
  readonly status: UnlockedStatus;
  readonly corner: ReactNode;
}

/** The frame around every page of an open vault. */
export function Shell({ status, corner }: ShellProps) {
  const mainRef = useRef<HTMLElement>(null);
  useActivity();
  useMenu();
  useLinks();
  useOpenedPacks();
  useNotices();
  useShortcuts();
  useScrollToTop(mainRef);
  return (
    <Box sx={{ display: 'flex', height: '100%', '@media print': { display: 'block', height: 'auto' } }}>
      <SkipLink mainRef={mainRef} />
      <NavigationRail permissions={status.permissions} />
      <Box sx={{ display: 'flex', flexDirection: 'column', flex: 1, minWidth: 0 }}>
        {status.vault.sample && <SampleBanner />}
        <TopBar status={status} corner={corner} />
        <Box component="main" ref={mainRef} tabIndex={-1} sx={{ flex: 1, minHeight: 0, overflow: 'auto', outline: 'none', '@media print': { overflow: 'visible' } }}>
          <Outlet />
        </Box>
      </Box>
      <CommandPalette />
      <ShortcutSheet />
      <Tour />
      <ReportDialog />
    </Box>
  );
}

/** A page begins at its top, not where the one before was left. */
function useScrollToTop(mainRef: React.RefObject<HTMLElement | null>): void {
  const { pathname } = useLocation();
  useEffect(() => mainRef.current?.scrollTo({ top: 0 }), [pathname, mainRef]);
}
