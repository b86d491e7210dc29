import createCache from '@emotion/cache';
import { createRoot } from 'react-dom/client';
import type { Settings } from '#shared/features/settings/model.ts';
import type { VaultStatus } from '#shared/features/vault/model.ts';
import { holdEarlyTyping } from '../features/vault/early-typing.ts';
import { startTranslating } from '../i18n/i18n.ts';
import { call } from '../ipc/client.ts';
import { followMain, queryClient, refreshVaultData, settingsKey, statusKey } from '../ipc/query-client.ts';
import { followDay } from '../ui/present-day.ts';
import { App } from './app.tsx';
import { Entrance } from './lock-gate.tsx';
import { printInLight, showScheme } from './scheme.ts';

void start();

/** Asks main for the preferences and the vault before the first frame, so that it is the right one at once. */
async function start(): Promise<void> {
  followMain();
  followDay(refreshVaultData);
  const [settings, status] = await Promise.all([
    call('settings.get', undefined),
    call('vault.status', undefined),
    Entrance.preload(),
  ]);
  // What main told meanwhile is newer than its answers.
  const answered = settings.ok ? settings.value : fallback;
  const chosen = queryClient.setQueryData<Settings>(settingsKey, (told) => told ?? answered) ?? answered;
  if (status.ok) queryClient.setQueryData<VaultStatus>(statusKey, (told) => told ?? status.value);
  showScheme(chosen.theme);
  printInLight();
  document.documentElement.lang = chosen.language;
  await startTranslating(chosen.language);

  const styleNonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
  const styles = createCache({ key: 'db', nonce: styleNonce, prepend: true });
  const container = document.getElementById('root');
  holdEarlyTyping();
  if (container !== null) createRoot(container).render(<App styles={styles} styleNonce={styleNonce} />);
}

const fallback: Settings = { language: 'zh-CN', theme: 'system', idleLockMinutes: 10 };
