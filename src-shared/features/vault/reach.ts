import { z } from 'zod';
import type { Permission } from './roles.ts';

/** How long a department's name may be, in characters, and how many of them a reach names at most. */
export const longestDepartment = 80;
export const mostDepartments = 20;

/** Which contracts somebody may see: every one, those of some departments and their own, or their own only. */
export const reachSchema = z.discriminatedUnion('scope', [
  z.object({ scope: z.literal('all') }),
  z.object({ scope: z.literal('department'), departments: z.array(z.string().trim().min(1).max(longestDepartment)).min(1).max(mostDepartments).readonly() }),
  z.object({ scope: z.literal('own') }),
]);
export type Reach = z.infer<typeof reachSchema>;
export const reachScopes = ['all', 'department', 'own'] as const satisfies readonly Reach['scope'][];

export const wholeReach: Reach = { scope: 'all' };

/**
 * What is done to the whole book or to the vault itself. Whoever sees a part of the contracts only can't do it: a backup,
 * an import, a merge of parties or the audit log knows no parts.
 */
const needWholeReach: ReadonlySet<Permission> = new Set<Permission>([
  'vault.configure',
  'audit.read',
  'backups.make',
  'backups.restoreContract',
  'imports.run',
  'parties.merge',
  'takeout.run',
  'exchange.use',
  'exchange.send',
]);

/** What is left of somebody's permissions when they see a part of the contracts only. */
export function permissionsWithin(held: ReadonlySet<Permission>, reach: Reach): ReadonlySet<Permission> {
  return reach.scope === 'all' ? held : new Set([...held].filter((permission) => !needWholeReach.has(permission)));
}
