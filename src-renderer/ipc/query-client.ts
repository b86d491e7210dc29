import { QueryClient, type Query } from '@tanstack/react-query';
import type { VaultStatus } from '#shared/features/vault/model.ts';
import { onEvent } from './client.ts';
import { createOpenerWatch, openerOf } from './opener.ts';

/**
 * What was fetched from main. It stays fresh until main says that it changed; there is no network to wait for and
 * nothing to poll.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: Infinity,
      retry: false,
      networkMode: 'always',
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
    },
  },
});

export const statusKey = ['vault', 'status', undefined] as const;
export const settingsKey = ['settings', 'get', undefined] as const;

/** Keeps the cache in step with main: drops what changed, and everything once the vault is no longer open. */
export function followMain(): () => void {
  const stops = [
    onEvent('changed', ({ features }) => {
      for (const feature of features) void queryClient.invalidateQueries({ queryKey: [feature] });
    }),
    onEvent('vaultStatus', keepStatus),
    onEvent('settings', (settings) => queryClient.setQueryData(settingsKey, settings)),
  ];
  return () => stops.forEach((stop) => stop());
}

const watchOpener = createOpenerWatch();

/** Takes over a status that main told or answered. Another vault's data, or a locked one's, must not stay in memory. */
export function keepStatus(status: VaultStatus): void {
  const before = queryClient.getQueryData<VaultStatus>(statusKey);
  if (status.state !== 'unlocked' || openerOf(before) !== openerOf(status)) dropVaultData();
  watchOpener(before, status);
  queryClient.setQueryData(statusKey, status);
  // What may be known of these depends on whether the vault is open, and for whom.
  for (const operation of ['recent', 'systemUnlock']) void queryClient.invalidateQueries({ queryKey: ['vault', operation] });
}

/** Asks anew for what main reckoned by the day, which was yesterday. */
export function refreshVaultData(): void {
  void queryClient.invalidateQueries({ predicate: isVaultData });
}

function dropVaultData(): void {
  queryClient.removeQueries({ predicate: isVaultData });
}

function isVaultData({ queryKey }: Pick<Query, 'queryKey'>): boolean {
  return queryKey[0] !== 'vault' && queryKey[0] !== 'settings';
}
