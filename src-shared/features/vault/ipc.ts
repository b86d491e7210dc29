import { z } from 'zod';
import { command, nothing, query } from '../../ipc/contract.ts';
import {
  openErrors,
  passphraseSchema,
  passphraseStrengthSchema,
  pickIdSchema,
  userNameSchema,
  vaultIdSchema,
  vaultStatusSchema,
  vaultSummarySchema,
} from './model.ts';

const done = z.null();

const pickedFolderSchema = z
  .object({ pickId: pickIdSchema, folder: z.string(), kind: z.enum(['empty', 'vault', 'other']) })
  .readonly();

const recoveryConfirmationSchema = z
  .object({ group: z.int().min(0).max(7), text: z.string().max(20) })
  .readonly();

export const vaultOperations = {
  status: query({ input: nothing, output: vaultStatusSchema, errors: [], access: 'anyone' }),
  /** Vaults opened on this laptop before, the latest first. */
  recent: query({ input: nothing, output: z.array(vaultSummarySchema).readonly(), errors: [], access: 'anyone' }),
  measurePassphrase: query({
    input: z.object({ passphrase: z.string().max(1024), userName: z.string().max(80) }).readonly(),
    output: passphraseStrengthSchema,
    errors: [],
    access: 'anyone',
  }),
  /** Asks the person for a folder; null when they thought better of it. */
  pickFolder: command({
    input: z.object({ purpose: z.enum(['create', 'open']) }).readonly(),
    output: pickedFolderSchema.nullable(),
    errors: ['READ_ONLY_FOLDER'],
    access: 'anyone',
  }),
  /** Writes nothing yet: makes the recovery code, to be shown once and confirmed by retyping two groups. */
  beginCreate: command({
    input: z.object({ pickId: pickIdSchema, userName: userNameSchema, passphrase: passphraseSchema }).readonly(),
    output: z
      .object({ recoveryCode: z.string(), askedGroups: z.tuple([z.int(), z.int()]).readonly() })
      .readonly(),
    errors: ['WEAK_PASSPHRASE', 'FOLDER_NOT_EMPTY', 'READ_ONLY_FOLDER', 'PICK_EXPIRED'],
    access: 'anyone',
  }),
  finishCreate: command({
    input: z.object({ confirmations: z.array(recoveryConfirmationSchema).length(2).readonly() }).readonly(),
    output: vaultStatusSchema,
    errors: ['RECOVERY_CODE_MISTYPED', 'NOTHING_BEGUN', 'FOLDER_NOT_EMPTY', ...openErrors],
    access: 'anyone',
  }),
  cancelCreate: command({ input: nothing, output: done, errors: [], access: 'anyone' }),
  /** A vault of fictional data in the application's own folder, opened at once. */
  createSample: command({ input: nothing, output: vaultStatusSchema, errors: openErrors, access: 'anyone' }),
  /** Deletes the sample vault's folder for good. */
  deleteSample: command({ input: nothing, output: vaultStatusSchema, errors: ['NOT_A_SAMPLE'], access: 'anyone' }),
  /** Makes another vault the one that the lock screen asks for. The present one is locked. */
  select: command({
    input: z.union([
      z.object({ vaultId: vaultIdSchema }).readonly(),
      z.object({ pickId: pickIdSchema }).readonly(),
    ]),
    output: vaultStatusSchema,
    errors: ['PICK_EXPIRED', ...openErrors],
    access: 'anyone',
  }),
  /** Takes a vault off the list of this laptop; the folder stays. */
  forget: command({
    input: z.object({ vaultId: vaultIdSchema }).readonly(),
    output: vaultStatusSchema,
    errors: [],
    access: 'anyone',
  }),
  unlock: command({
    input: z
      .object({ userName: userNameSchema, passphrase: passphraseSchema, takeOver: z.boolean() })
      .readonly(),
    output: vaultStatusSchema,
    errors: ['WRONG_CREDENTIALS', 'USER_DISABLED', 'TOO_EARLY', 'NO_VAULT', ...openErrors],
    access: 'anyone',
  }),
  /**
   * Whether this system can keep a key (`isAvailable`), whether one is kept for this vault (`isOn`), and whether for the
   * person who has it open now (`isOwn`). What is kept can be taken back even where the keychain is gone. `asksForFinger`:
   * each opening asks for a finger besides the login.
   */
  systemUnlock: query({ input: nothing, output: z.object({ isAvailable: z.boolean(), isOn: z.boolean(), isOwn: z.boolean(), asksForFinger: z.boolean() }).readonly(), errors: [], access: 'anyone' }),
  /** Opens the vault for whom the system's login vouches, instead of the passphrase. */
  unlockWithSystem: command({ input: z.object({ takeOver: z.boolean() }).readonly(), output: vaultStatusSchema, errors: ['SYSTEM_UNLOCK_FAILED', 'SYSTEM_UNLOCK_ENDED', 'FINGER_NOT_GIVEN', 'NO_VAULT', ...openErrors], access: 'anyone', changes: ['vault'] }),
  enableSystemUnlock: command({ input: z.object({ passphrase: passphraseSchema }).readonly(), output: done, errors: ['WRONG_CREDENTIALS', 'TOO_EARLY', 'SYSTEM_UNLOCK_UNAVAILABLE', 'DAMAGED_HEADER'], access: 'vault.use', changes: ['vault'] }),
  disableSystemUnlock: command({ input: nothing, output: done, errors: [], access: 'vault.use', changes: ['vault'] }),
  lock: command({ input: nothing, output: vaultStatusSchema, errors: [], access: 'anyone' }),
  changePassphrase: command({
    input: z.object({ current: passphraseSchema, next: passphraseSchema }).readonly(),
    output: done,
    errors: ['WRONG_CREDENTIALS', 'TOO_EARLY', 'WEAK_PASSPHRASE', 'DAMAGED_HEADER'],
    access: 'vault.use',
  }),
  /** Sets a new passphrase with the recovery code. The signing identity can't be recovered and is made anew. */
  recover: command({
    input: z
      .object({ userName: userNameSchema, recoveryCode: z.string().max(100), passphrase: passphraseSchema })
      .readonly(),
    output: vaultStatusSchema,
    errors: ['WRONG_RECOVERY_CODE', 'TOO_EARLY', 'WEAK_PASSPHRASE', 'NO_VAULT', ...openErrors],
    access: 'anyone',
  }),
  /** Makes another recovery code, to be shown once; the old one stays in force until it was retyped. */
  beginRecoveryRenewal: command({
    input: z.object({ passphrase: passphraseSchema }).readonly(),
    output: z.object({ recoveryCode: z.string(), askedGroups: z.tuple([z.int(), z.int()]).readonly() }).readonly(),
    errors: ['WRONG_CREDENTIALS', 'NOT_HELD', 'DAMAGED_HEADER'],
    access: 'vault.configure',
  }),
  /** From now on the new code opens the vault, and the old one nothing. */
  finishRecoveryRenewal: command({
    input: z.object({ confirmations: z.array(recoveryConfirmationSchema).length(2).readonly() }).readonly(),
    output: done,
    errors: ['RECOVERY_CODE_MISTYPED', 'NOTHING_BEGUN', 'NOT_HELD', 'DAMAGED_HEADER'],
    access: 'vault.configure',
  }),
  /** The person did something: postpones the idle lock. */
  touch: command({ input: nothing, output: done, errors: [], access: 'anyone' }),
} as const;
