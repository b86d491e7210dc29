import createCache from '@emotion/cache';
import { CacheProvider } from '@emotion/react';
import CssBaseline from '@mui/material/CssBaseline';
import { createTheme, ThemeProvider } from '@mui/material/styles';
import { QueryClientProvider } from '@tanstack/react-query';
import { renderToString } from 'react-dom/server';
import { MemoryRouter } from 'react-router';
import { firstScreenBlanks } from '#shared/features/settings/first-screen.ts';
import type { Settings } from '#shared/features/settings/model.ts';
import type { VaultId } from '#shared/features/vault/model.ts';
import { LanguageSwitch } from '../features/settings/components/language-switch.tsx';
import { ThemeSwitch } from '../features/settings/components/theme-switch.tsx';
import { Entrance } from '../features/vault/entrance.tsx';
import { startTranslating } from '../i18n/i18n.ts';
import { queryClient, settingsKey } from '../ipc/query-client.ts';
import type { LockedStatus } from '../ipc/use-vault-status.ts';
import { createDeedboxTheme } from '../theme/theme.ts';

/**
 * The unlock screen as text, made when the application is built: the window shows it with its first frame and takes
 * the passphrase while the program behind it still loads. The vault's and the person's name are blanks that main
 * fills (`firstScreenBlanks`), as it does with the nonce of the styles.
 */
export async function renderFirstScreen(settings: Settings): Promise<string> {
  await startTranslating(settings.language);
  queryClient.setQueryData(settingsKey, settings);
  const styles = createCache({ key: 'db', nonce: firstScreenBlanks.nonce });
  const theme = createTheme(createDeedboxTheme(settings.language, firstScreenBlanks.nonce), {
    // A field that is typed in before the program runs can't move its label out of the way.
    components: { MuiInputLabel: { defaultProps: { shrink: true } }, MuiOutlinedInput: { defaultProps: { notched: true } } },
  });
  return renderToString(
    <CacheProvider value={styles}>
      <QueryClientProvider client={queryClient}>
        <ThemeProvider theme={theme} defaultMode={settings.theme} storageManager={null} noSsr>
          <CssBaseline enableColorScheme />
          <MemoryRouter>
            <Entrance status={lockedVault} corner={[<LanguageSwitch key="language" />, <ThemeSwitch key="theme" />]} />
          </MemoryRouter>
        </ThemeProvider>
      </QueryClientProvider>
    </CacheProvider>,
  );
}

const lockedVault: LockedStatus = {
  state: 'locked',
  retryAfterMs: 0,
  vault: {
    id: '00000000-0000-4000-8000-000000000000' as VaultId,
    name: firstScreenBlanks.vaultName,
    folder: firstScreenBlanks.vaultFolder,
    lastUserName: firstScreenBlanks.userName,
    lastOpenedAt: null,
    sample: false,
  },
};
