import { useCallback } from 'react';
import type { VaultSummary } from '#shared/features/vault/model.ts';
import { useTranslate } from '../../i18n/i18n.ts';

/** What a vault is called: by its folder, but the sample in the language of the interface. */
export function useVaultName(): (vault: VaultSummary) => string {
  const translate = useTranslate();
  return useCallback((vault) => (vault.sample ? translate('vault.sample.title') : vault.name), [translate]);
}
