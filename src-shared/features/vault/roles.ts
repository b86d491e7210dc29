import { z } from 'zod';
import type { Compartment } from './compartments.ts';

/** Roles that a user of a vault can hold; more arrive with the user administration. */
export const roles = ['administrator', 'contract_manager', 'legal', 'finance', 'auditor'] as const;
export const roleSchema = z.enum(roles);
export type Role = z.infer<typeof roleSchema>;

/** What an operation can ask of the person who calls it. */
export const permissions = [
  'vault.use',
  'vault.configure',
  'parties.read',
  'parties.write',
  'templates.read',
  'contracts.read',
  'contracts.write',
  'signing.sign',
  'verification.run',
  'checker.tune',
  'approvals.decide',
  'approvals.configure',
] as const;
export const permissionSchema = z.enum(permissions);
export type Permission = z.infer<typeof permissionSchema>;

const reading = [
  'vault.use',
  'parties.read',
  'templates.read',
  'contracts.read',
  'verification.run',
] as const;

const permissionsByRole: Readonly<Record<Role, readonly Permission[]>> = {
  administrator: ['vault.use', 'vault.configure', 'verification.run'],
  contract_manager: [
    ...reading,
    'parties.write',
    'contracts.write',
    'signing.sign',
    'checker.tune',
    'approvals.decide',
    'approvals.configure',
  ],
  legal: [...reading, 'contracts.write', 'checker.tune', 'approvals.decide'],
  finance: [...reading, 'parties.write', 'approvals.decide'],
  auditor: reading,
};

const compartmentsByRole: Readonly<Record<Role, readonly Compartment[]>> = {
  administrator: ['core'],
  contract_manager: ['core', 'clauses', 'finance'],
  legal: ['core', 'clauses'],
  finance: ['core', 'finance'],
  auditor: ['core'],
};

/** Everything that a person with these roles may do: the union over the roles. */
export function permissionsOf(held: readonly Role[]): ReadonlySet<Permission> {
  return new Set(held.flatMap((role) => permissionsByRole[role]));
}

/** The compartments whose keys these roles are granted: the union over the roles, in the vault's order. */
export function compartmentsOf(held: readonly Role[]): readonly Compartment[] {
  const granted = new Set(held.flatMap((role) => compartmentsByRole[role]));
  return (['core', 'clauses', 'finance'] as const).filter((compartment) => granted.has(compartment));
}
