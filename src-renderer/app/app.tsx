import { CacheProvider, type EmotionCache } from '@emotion/react';
import CssBaseline from '@mui/material/CssBaseline';
import { ThemeProvider, useColorScheme } from '@mui/material/styles';
import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { RouterProvider } from 'react-router';
import { changeLanguage, useLanguage } from '../i18n/i18n.ts';
import { queryClient } from '../ipc/query-client.ts';
import { useOperation } from '../ipc/use-query.ts';
import { createDeedboxTheme } from '../theme/theme.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { ToastHost } from '../ui/toast.tsx';
import { CrashBoundary } from './crash-boundary.tsx';
import { router } from './routes.tsx';

interface AppProps {
  readonly styles: EmotionCache;
  readonly styleNonce: string;
}

export function App({ styles, styleNonce }: AppProps) {
  return (
    <CacheProvider value={styles}>
      <QueryClientProvider client={queryClient}>
        <Appearance styleNonce={styleNonce} />
      </QueryClientProvider>
    </CacheProvider>
  );
}

function Appearance({ styleNonce }: { readonly styleNonce: string }) {
  const language = useLanguage();
  const theme = useMemo(() => createDeedboxTheme(language, styleNonce), [language, styleNonce]);
  const settings = useOperation('settings.get', undefined).data;
  return (
    <ThemeProvider theme={theme} defaultMode={settings?.theme ?? 'system'} storageManager={null} noSsr>
      <CssBaseline enableColorScheme />
      <SettingsFollower />
      <CrashBoundary>
        <RouterProvider router={router} />
        <ConfirmDialog />
        <ToastHost />
      </CrashBoundary>
    </ThemeProvider>
  );
}

/** Puts language and colours into effect whenever the settings change. */
function SettingsFollower() {
  const settings = useOperation('settings.get', undefined).data;
  const { setMode } = useColorScheme();
  useEffect(() => {
    if (settings === undefined) return;
    changeLanguage(settings.language);
    setMode(settings.theme);
  }, [settings, setMode]);
  return null;
}
