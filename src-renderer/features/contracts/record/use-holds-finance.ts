import { useVaultStatus } from '../../../ipc/use-vault-status.ts';

/** Whether the person's keys open the compartment in which amounts lie. */
export function useHoldsFinance(): boolean {
  const status = useVaultStatus();
  return status?.state === 'unlocked' && status.compartments.includes('finance');
}
