import { z } from 'zod';
import { compartments, type Compartment } from './compartments.ts';

/** Roles that every vault knows. What each may do and see follows below. */
export const roles = [
  'administrator',
  'contract_manager',
  'drafter',
  'legal',
  'finance',
  'field',
  'approver',
  'auditor',
] as const;
export const roleSchema = z.enum(roles);
export type Role = z.infer<typeof roleSchema>;

/** Whose work is with contracts; the administrator keeps the vault, not what lies in it. */
const readers = ['contract_manager', 'drafter', 'legal', 'finance', 'field', 'approver', 'auditor'] as const;

/** What an operation can ask of the person who calls it, and the roles that may: a line for each permission. */
const rolesByPermission = {
  'vault.use': roles,
  'vault.configure': ['administrator'],
  'audit.read': ['administrator', 'auditor'],
  'backups.make': ['administrator', 'contract_manager'],
  'backups.restoreContract': ['contract_manager'],
  'parties.read': readers,
  'parties.write': ['contract_manager', 'drafter', 'finance'],
  'parties.merge': ['contract_manager', 'drafter', 'finance'],
  'templates.read': readers,
  'templates.write': ['contract_manager', 'legal'],
  'templates.publish': ['contract_manager', 'legal'],
  'clauses.write': ['contract_manager', 'legal'],
  'contracts.read': readers,
  'contracts.write': ['contract_manager', 'drafter', 'legal'],
  'imports.run': ['contract_manager', 'drafter', 'legal'],
  'fulfilment.write': ['contract_manager', 'drafter', 'legal'],
  'fulfilment.tick': ['contract_manager', 'drafter', 'legal', 'finance', 'field'],
  'problems.write': ['contract_manager', 'drafter', 'legal', 'field'],
  'payments.write': ['contract_manager', 'finance'],
  'signing.sign': ['contract_manager'],
  'signing.seal': ['contract_manager'],
  'verification.run': roles,
  'reviews.do': ['contract_manager', 'legal'],
  'reviews.configure': ['contract_manager'],
  'improvement.manage': ['contract_manager', 'legal'],
  'checker.tune': ['contract_manager', 'legal'],
  'approvals.decide': ['contract_manager', 'legal', 'finance', 'approver'],
  'approvals.configure': ['contract_manager'],
  'training.edit': ['contract_manager', 'legal'],
  'training.manage': ['administrator', 'contract_manager'],
  'reminders.configure': ['administrator', 'contract_manager'],
  'exchange.use': ['contract_manager', 'drafter', 'legal', 'finance', 'field', 'approver'],
  'exchange.send': ['contract_manager', 'drafter', 'legal'],
  'takeout.run': ['administrator', 'contract_manager'],
  'risks.write': ['contract_manager', 'legal', 'finance'],
  'risks.configure': ['contract_manager', 'legal'],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

export type Permission = keyof typeof rolesByPermission;
export const permissions = Object.keys(rolesByPermission) as readonly Permission[];
export const permissionSchema = z.enum(permissions);

/** The compartments whose keys a role is granted. */
const compartmentsByRole: Readonly<Record<Role, readonly Compartment[]>> = {
  administrator: ['core'],
  contract_manager: ['core', 'clauses', 'finance'],
  // Fills in prices and bank accounts, so holds both keys.
  drafter: ['core', 'clauses', 'finance'],
  legal: ['core', 'clauses'],
  finance: ['core', 'finance'],
  // Has to read what is to be delivered, not what it costs.
  field: ['core', 'clauses'],
  // Whoever decides on a contract sees all of it.
  approver: ['core', 'clauses', 'finance'],
  auditor: ['core'],
};

/** Everything that a person with these roles may do: the union over the roles. */
export function permissionsOf(held: readonly Role[]): ReadonlySet<Permission> {
  return new Set(permissions.filter((permission) => held.some((role) => mayHold(role, permission))));
}

/** Whether one role gives a permission. */
export function mayHold(role: Role, permission: Permission): boolean {
  const holders: readonly Role[] = rolesByPermission[permission];
  return holders.includes(role);
}

/** The compartments whose keys these roles are granted: the union over the roles, in the vault's order. */
export function compartmentsOf(held: readonly Role[]): readonly Compartment[] {
  const granted = new Set(held.flatMap((role) => compartmentsByRole[role]));
  return compartments.filter((compartment) => granted.has(compartment));
}
