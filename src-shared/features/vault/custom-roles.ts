import { z } from 'zod';
import { idSchema } from '../../kernel/ids.ts';
import { compartmentSchema, compartments, type Compartment } from './compartments.ts';
import { compartmentsOf, mayHold, permissions, permissionsOf, roles, type Permission, type Role } from './roles.ts';

export const customRoleIdSchema = idSchema<'customRole'>();
export type CustomRoleId = z.infer<typeof customRoleIdSchema>;

/** Permissions that everybody holds whatever their roles. */
export const sharedPermissions = ['vault.use', 'verification.run'] as const satisfies readonly Permission[];

/**
 * What a vault's own role can give. People and keys stay with the shipped administrator: whoever could hand out roles
 * through one of their own making would hand it to themselves.
 */
export const assignablePermissions = permissions.filter(isAssignable);
export type AssignablePermission = Exclude<Permission, 'vault.configure' | (typeof sharedPermissions)[number]>;
export const assignablePermissionSchema = z.enum(assignablePermissions);

/** What a vault's own role gives, as its header keeps it. Permissions are plain texts there: a later version may know more of them. */
export const customRoleGrantSchema = z
  .object({ id: customRoleIdSchema, permissions: z.array(z.string().max(80)).max(200).readonly(), compartments: z.array(compartmentSchema).max(compartments.length).readonly() })
  .readonly();
export type CustomRoleGrant = z.infer<typeof customRoleGrantSchema>;

/** A vault's own role as people see it. */
export const customRoleSchema = z
  .object({
    id: customRoleIdSchema,
    nameZh: z.string(),
    nameEn: z.string(),
    permissions: z.array(assignablePermissionSchema).readonly(),
    compartments: z.array(compartmentSchema).readonly(),
    /** How many people hold it, the disabled among them. */
    holders: z.int(),
    /** It can't be given any more; its name is kept for what was written down while it was in force. */
    isRetired: z.boolean(),
  })
  .readonly();
export type CustomRole = z.infer<typeof customRoleSchema>;

/** The most roles of its own that a vault keeps. */
export const maximumCustomRoles = 60;

/** The roles that somebody holds, shipped ones and the vault's own. */
export interface HeldRoles {
  readonly roles: readonly Role[];
  readonly customRoles?: readonly CustomRoleId[] | undefined;
}

/** What somebody may do and whose keys they are granted. */
export interface Authority {
  readonly permissions: ReadonlySet<Permission>;
  readonly compartments: readonly Compartment[];
}

/** The union over all roles that somebody holds. `defined`: the vault's own roles that are in force. */
export function authorityOf({ roles: shipped, customRoles = [] }: HeldRoles, defined: readonly CustomRoleGrant[] | undefined): Authority {
  const own = (defined ?? []).filter(({ id }) => customRoles.includes(id));
  const given = new Set([...permissionsOf(shipped), ...sharedPermissions, ...own.flatMap((role) => assignablePermissions.filter((permission) => role.permissions.includes(permission)))]);
  const granted = new Set<Compartment>(['core', ...compartmentsOf(shipped), ...own.flatMap((role) => role.compartments)]);
  return { permissions: new Set(permissions.filter((permission) => given.has(permission))), compartments: compartments.filter((name) => granted.has(name)) };
}

/**
 * The sets of keys with which a permission can be given, the smallest only and core left out: those of the shipped roles
 * that hold it. With fewer there is work that could be begun and not be done.
 */
export function keysFor(permission: Permission): readonly (readonly Compartment[])[] {
  const sets = roles.filter((role) => mayHold(role, permission)).map((role) => compartmentsOf([role]).filter((name) => name !== 'core'));
  const smallest = sets.filter((set) => !sets.some((other) => other.length < set.length && other.every((name) => set.includes(name))));
  return smallest.filter((set, at) => smallest.findIndex((other) => other.join() === set.join()) === at);
}

function isAssignable(permission: Permission): permission is AssignablePermission {
  return permission !== 'vault.configure' && !sharedPermissions.some((shared) => shared === permission);
}

/** Whether a role with these keys can give a permission. */
export function mayCarry(permission: Permission, held: readonly Compartment[]): boolean {
  return keysFor(permission).some((set) => set.every((name) => held.includes(name)));
}
