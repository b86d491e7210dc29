import { useOperation } from '../../ipc/use-query.ts';
import { useVaultStatus } from '../../ipc/use-vault-status.ts';

/** The names of those who can be mentioned: everybody with a key to the vault but oneself. */
export function useColleagueNames(): readonly string[] {
  const people = useOperation('fulfilment.people', undefined);
  const status = useVaultStatus();
  const self = status?.state === 'unlocked' ? status.user.id : null;
  return people.data?.filter(({ id, name }) => id !== self && name !== '').map(({ name }) => name) ?? [];
}
