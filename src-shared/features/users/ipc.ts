import { z } from 'zod';
import { command, nothing, query } from '../../ipc/contract.ts';
import { compartmentSchema } from '../vault/compartments.ts';
import { userIdSchema, userNameSchema } from '../vault/model.ts';
import { roles, roleSchema } from '../vault/roles.ts';

export const vaultUserSchema = z
  .object({
    id: userIdSchema,
    name: z.string(),
    roles: z.array(roleSchema).readonly(),
    /** Whose keys the person was granted; what a role no longer gives is gone at once, not at the next unlock. */
    compartments: z.array(compartmentSchema).readonly(),
  })
  .readonly();
export type VaultUser = z.infer<typeof vaultUserSchema>;

const heldRoles = z.array(roleSchema).min(1).max(roles.length).readonly();

export const usersOperations = {
  list: query({ input: nothing, output: z.array(vaultUserSchema).readonly(), errors: [], access: 'vault.configure' }),
  /** Adds a person with a passphrase that main makes up and answers once. NOT_HELD: only who holds a key can hand it on. */
  invite: command({
    input: z.object({ name: userNameSchema, roles: heldRoles }).readonly(),
    output: z.object({ passphrase: z.string() }).readonly(),
    errors: ['NAME_TAKEN', 'NOT_HELD', 'DAMAGED_HEADER'],
    access: 'vault.configure',
    changes: ['users', 'approvals'],
  }),
  changeRoles: command({
    input: z.object({ id: userIdSchema, roles: heldRoles }).readonly(),
    output: z.null(),
    errors: ['NOT_FOUND', 'NOT_HELD', 'LAST_ADMINISTRATOR', 'NOT_ONESELF', 'DAMAGED_HEADER'],
    access: 'vault.configure',
    changes: ['users', 'approvals'],
  }),
  /** Takes a person's entry out of the vault. Their keys stay valid for copies of the files made before. */
  remove: command({
    input: z.object({ id: userIdSchema }).readonly(),
    output: z.null(),
    errors: ['NOT_FOUND', 'LAST_ADMINISTRATOR', 'NOT_ONESELF', 'DAMAGED_HEADER'],
    access: 'vault.configure',
    changes: ['users', 'approvals', 'contracts'],
  }),
};
