import type { Compartment } from '#shared/features/vault/compartments.ts';
import type { Permission } from '#shared/features/vault/roles.ts';
import type { VaultStatus } from '#shared/features/vault/model.ts';
import { useOperation } from './use-query.ts';

export type UnlockedStatus = Extract<VaultStatus, { readonly state: 'unlocked' }>;
export type LockedStatus = Extract<VaultStatus, { readonly state: 'locked' }>;

/** The state of the vault as main told it last. */
export function useVaultStatus(): VaultStatus | undefined {
  return useOperation('vault.status', undefined).data;
}

/** Whether the person who is signed in holds a permission. */
export function usePermission(permission: Permission): boolean {
  const status = useVaultStatus();
  return status?.state === 'unlocked' && status.permissions.includes(permission);
}

/** Whether the person who is signed in holds the key of a compartment: without it, what lies there arrives as withheld. */
export function useHolds(compartment: Compartment): boolean {
  const status = useVaultStatus();
  return status?.state === 'unlocked' && status.compartments.includes(compartment);
}
