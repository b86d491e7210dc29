import { z } from 'zod';
import { command, nothing, query } from '../../ipc/contract.ts';
import { idSchema } from '../../kernel/ids.ts';
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

const ofTask = z.object({ taskId: idSchema<'task'>() }).readonly();

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
  /** When the keys were last changed, and which compartments' keys somebody knows who should not any more. */
  keys: query({
    input: nothing,
    output: z.object({ rotatedAt: z.int().nullable(), due: z.array(compartmentSchema).readonly(), held: z.array(compartmentSchema).readonly() }).readonly(),
    errors: ['DAMAGED_HEADER'],
    access: 'vault.configure',
  }),
  /** Encrypts every compartment that the person holds under fresh keys and hands these to all who held the old ones. */
  rotateKeys: command({
    input: ofTask,
    output: z.object({ rotated: z.array(compartmentSchema).readonly() }).readonly(),
    errors: ['DAMAGED_HEADER', 'ROTATION_RUNNING'],
    access: 'vault.configure',
    changes: ['users'],
  }),
  cancelRotation: command({ input: ofTask, output: z.null(), errors: [], access: 'vault.configure' }),
  /** Takes a person's entry out of the vault. Until the keys that they held are changed, they still open the files. */
  remove: command({
    input: z.object({ id: userIdSchema }).readonly(),
    output: z.null(),
    errors: ['NOT_FOUND', 'LAST_ADMINISTRATOR', 'NOT_ONESELF', 'DAMAGED_HEADER'],
    access: 'vault.configure',
    changes: ['users', 'approvals', 'contracts'],
  }),
};
