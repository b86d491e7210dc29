import { z } from 'zod';
import { command, nothing, query } from '../../ipc/contract.ts';
import { idSchema } from '../../kernel/ids.ts';
import { compartmentSchema } from '../vault/compartments.ts';
import { userIdSchema, userNameSchema } from '../vault/model.ts';
import { assignablePermissionSchema, customRoleIdSchema, customRoleSchema } from '../vault/custom-roles.ts';
import { reachSchema } from '../vault/reach.ts';
import { roles, roleSchema } from '../vault/roles.ts';
import { accessReviewIdSchema, accessReviewSchema, grantDecisions, rotationMonths, sessionEventSchema } from './model.ts';

export const vaultUserSchema = z
  .object({
    id: userIdSchema,
    name: z.string(),
    roles: z.array(roleSchema).readonly(),
    customRoles: z.array(customRoleIdSchema).readonly(),
    /** Whose keys the person was granted; what a role no longer gives is gone at once, not at the next unlock. */
    compartments: z.array(compartmentSchema).readonly(),
    /** Which contracts they may see. */
    reach: reachSchema,
    /** Their keys were taken away until somebody enables them again. */
    isDisabled: z.boolean(),
    /** Whether they opened the vault at least once; until then they have the passphrase that main made up. */
    hasOpened: z.boolean(),
  })
  .readonly();
export type VaultUser = z.infer<typeof vaultUserSchema>;

const ofTask = z.object({ taskId: idSchema<'task'>() }).readonly();

const ofUser = z.object({ id: userIdSchema }).readonly();
const ofReview = z.object({ reviewId: accessReviewIdSchema }).readonly();

const heldRoles = { roles: z.array(roleSchema).max(roles.length).readonly(), customRoles: z.array(customRoleIdSchema).max(20).readonly().optional() };
/** Without it a new person sees every contract, and another keeps what they see. */
const reach = reachSchema.optional();
const hasRole = ({ roles: shipped, customRoles = [] }: { readonly roles: readonly unknown[]; readonly customRoles?: readonly unknown[] | undefined }): boolean => shipped.length + customRoles.length > 0;
/** What follows from who is in the vault, and what they may do: people to choose from, and what is owed by whom. */
const people = ['users', 'approvals', 'signing', 'fulfilment', 'training', 'templates', 'reminders'] as const;
/** Which keys somebody knows from now on who should not any more: they are to be changed at once. */
const keysDue = z.object({ keysDue: z.array(compartmentSchema).readonly() }).readonly();
const roleName = z.string().trim().min(1).max(40);

export const usersOperations = {
  list: query({ input: nothing, output: z.array(vaultUserSchema).readonly(), errors: [], access: 'vault.configure' }),
  /**
   * Adds a person with a passphrase that main makes up and answers once. NOT_HELD: only who holds a key can hand it on.
   * ADMINISTRATOR_SEES_ALL: who keeps the vault can't see a part of it only.
   */
  invite: command({
    input: z.object({ name: userNameSchema, ...heldRoles, reach }).refine(hasRole).readonly(),
    output: z.object({ passphrase: z.string() }).readonly(),
    errors: ['NAME_TAKEN', 'NOT_FOUND', 'NOT_HELD', 'ADMINISTRATOR_SEES_ALL', 'DAMAGED_HEADER'],
    access: 'vault.configure',
    changes: people,
  }),
  /**
   * Makes another first passphrase for somebody who never opened the vault; the one before opens nothing any more.
   * ALREADY_OPENED: they have a passphrase that only they know.
   */
  renewPassphrase: command({
    input: ofUser,
    output: z.object({ passphrase: z.string() }).readonly(),
    errors: ['NOT_FOUND', 'NOT_HELD', 'ALREADY_OPENED', 'DAMAGED_HEADER'],
    access: 'vault.configure',
    changes: ['users'],
  }),
  changeRoles: command({
    input: z.object({ id: userIdSchema, ...heldRoles, reach }).refine(hasRole).readonly(),
    output: keysDue,
    errors: ['NOT_FOUND', 'NOT_HELD', 'LAST_ADMINISTRATOR', 'NOT_ONESELF', 'ADMINISTRATOR_SEES_ALL', 'DAMAGED_HEADER'],
    access: 'vault.configure',
    changes: [...people, 'contracts'],
  }),
  /** The departments that stand in contracts, to choose from. */
  departments: query({ input: nothing, output: z.array(z.string()).readonly(), errors: [], access: 'vault.configure' }),
  /** The vault's own roles, the retired ones too: everybody may know what a role is called and gives. */
  customRoles: query({ input: nothing, output: z.array(customRoleSchema).readonly(), errors: ['DAMAGED_HEADER'], access: 'vault.use' }),
  /**
   * Makes a role of the vault's own, or changes one, and with it the keys of all who hold it. `withdrawn`: keys that
   * somebody lost. KEY_NEEDED: a permission that no shipped role gives with so few keys. NOT_ONESELF: one's own role.
   */
  saveCustomRole: command({
    input: z.object({ id: customRoleIdSchema.nullable(), nameZh: roleName, nameEn: roleName, permissions: z.array(assignablePermissionSchema).max(100).readonly(), compartments: z.array(compartmentSchema).max(3).readonly() }).readonly(),
    output: z.object({ id: customRoleIdSchema, withdrawn: z.array(compartmentSchema).readonly() }).readonly(),
    errors: ['NOT_FOUND', 'ROLE_NAME_TAKEN', 'ROLES_FULL', 'KEY_NEEDED', 'NOT_HELD', 'NOT_ONESELF', 'DAMAGED_HEADER'],
    access: 'vault.configure',
    changes: [...people, 'contracts'],
  }),
  /** A role that nobody holds any more can't be given again. */
  retireCustomRole: command({ input: z.object({ id: customRoleIdSchema }).readonly(), output: z.null(), errors: ['NOT_FOUND', 'ROLE_IN_USE', 'DAMAGED_HEADER'], access: 'vault.configure', changes: ['users'] }),
  /** When the keys were last changed, and which compartments' keys somebody knows who should not any more. */
  keys: query({
    input: nothing,
    output: z
      .object({
        rotatedAt: z.int().nullable(),
        due: z.array(compartmentSchema).readonly(),
        held: z.array(compartmentSchema).readonly(),
        everyMonths: z.literal(rotationMonths),
        /** By the schedule alone. */
        dueAt: z.int(),
        isDue: z.boolean(),
        /** Stored files that the person's keys open and that still lie under keys from before the last change. */
        filesLeft: z.int(),
      })
      .readonly(),
    errors: ['DAMAGED_HEADER'],
    access: 'vault.configure',
  }),
  /** After how many months the keys are to be changed though nobody left. */
  setRotationSchedule: command({ input: z.object({ everyMonths: z.literal(rotationMonths) }).readonly(), output: z.null(), errors: [], access: 'vault.configure', changes: ['users'] }),
  /** Encrypts every compartment that the person holds under fresh keys and hands these to all who held the old ones; then the stored files, one by one. */
  rotateKeys: command({
    input: ofTask,
    output: z.object({ rotated: z.array(compartmentSchema).readonly(), files: z.int(), filesLeft: z.int() }).readonly(),
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
    changes: [...people, 'contracts'],
  }),
  /** Takes a person's keys away and keeps their roles and passphrase. What they may have noted is due to be changed. */
  disable: command({
    input: ofUser,
    output: z.null(),
    errors: ['NOT_FOUND', 'LAST_ADMINISTRATOR', 'NOT_ONESELF', 'DAMAGED_HEADER'],
    access: 'vault.configure',
    changes: [...people, 'contracts'],
  }),
  /** Grants a disabled person anew what their roles give. NOT_HELD: only who holds a key can hand it on. */
  enable: command({ input: ofUser, output: z.null(), errors: ['NOT_FOUND', 'NOT_HELD', 'DAMAGED_HEADER'], access: 'vault.configure', changes: people }),
  /** Who opened and locked the vault, the latest first, from the audit log. */
  sessions: query({
    input: z.object({ before: z.int().nullable(), limit: z.int().min(1).max(200) }).readonly(),
    output: z.array(sessionEventSchema).readonly(),
    errors: [],
    access: 'vault.configure',
  }),
  /** The review that is going on, those that are done, and when the next is due. */
  accessReview: query({
    input: nothing,
    output: z.object({ current: accessReviewSchema.nullable(), past: z.array(accessReviewSchema).readonly(), dueAt: z.int(), isDue: z.boolean() }).readonly(),
    errors: ['DAMAGED_HEADER'],
    access: 'vault.configure',
  }),
  startAccessReview: command({ input: nothing, output: z.null(), errors: ['REVIEW_RUNNING'], access: 'vault.configure', changes: ['users'] }),
  /** Confirms a person's roles, or withdraws them: then the person is disabled. GRANT_CHANGED: they hold something else by now, which the review shows from then on. */
  decideGrant: command({
    input: z.object({ reviewId: accessReviewIdSchema, userId: userIdSchema, decision: z.enum(grantDecisions) }).readonly(),
    output: keysDue,
    errors: ['NOT_FOUND', 'GRANT_CHANGED', 'LAST_ADMINISTRATOR', 'NOT_ONESELF', 'DAMAGED_HEADER'],
    access: 'vault.configure',
    changes: [...people, 'contracts'],
  }),
  /** GRANTS_OPEN: also of people who came or were given something else since; the review shows them from then on. */
  finishAccessReview: command({ input: ofReview, output: z.null(), errors: ['NOT_FOUND', 'GRANTS_OPEN'], access: 'vault.configure', changes: ['users'] }),
  /** Writes a review as PDF where the person chooses; null when cancelled. */
  saveAccessReport: command({
    input: ofReview.unwrap().extend({ language: z.enum(['zh', 'en']) }).readonly(),
    output: z.object({ fileName: z.string() }).readonly().nullable(),
    errors: ['NOT_FOUND', 'TARGET_MISSING'],
    access: 'vault.configure',
  }),
};
