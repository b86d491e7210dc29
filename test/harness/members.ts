import type { Role } from '#shared/features/vault/roles.ts';
import { goodPassphrase, userName, type TestWorld } from './world.ts';

export interface Members {
  /** Adds a person with a passphrase of their own. */
  invite(name: string, ...roles: readonly Role[]): Promise<void>;
  /** Locks the vault and opens it as somebody who was invited, or as the first user. */
  become(name: string): Promise<void>;
  idOf(name: string): Promise<string>;
  /** The passphrase with which somebody was invited; empty for who was not. */
  passphraseOf(name: string): string;
}

/** The people who share the vault of a test. */
export function membersOf(world: TestWorld): Members {
  const passphrases = new Map([[userName, goodPassphrase]]);
  const passphraseOf = (name: string) => passphrases.get(name) ?? '';
  return {
    invite: async (name, ...roles) => {
      const { passphrase } = await world.must('users.invite', { name, roles });
      passphrases.set(name, passphrase);
    },
    become: async (name) => {
      await world.must('vault.lock', undefined);
      await world.must('vault.unlock', { userName: name, passphrase: passphraseOf(name), takeOver: false });
    },
    idOf: async (name) => (await world.must('approvals.members', undefined)).find((member) => member.name === name)?.id ?? '',
    passphraseOf,
  };
}
