import { readDeepLink } from '#shared/features/contracts/deep-link.ts';
import type { ContractId } from '#shared/features/contracts/model.ts';
import { succeed, type Result } from '#shared/kernel/result.ts';
import type { Call } from '../../ipc/handlers.ts';
import { findIdByNumber } from './queries.ts';

export interface Linked {
  readonly number: string;
  /** Null: the vault has no contract of that number. */
  readonly id: ContractId | null;
}

/** The contract that another program asked to open. The question waits until a vault is open, and is answered once. */
export function createLinks(onLinked: () => void) {
  let waiting: string | null = null;

  /** Takes a link from the system; what is no link to a contract is left alone. */
  function open(link: string): void {
    const number = readDeepLink(link);
    if (number === null) return;
    waiting = number;
    onLinked();
  }

  function take({ db }: Call): Result<Linked | null, never> {
    const number = waiting;
    waiting = null;
    return succeed(number === null ? null : { number, id: findIdByNumber(db, number) });
  }

  return { open, take };
}

export type Links = ReturnType<typeof createLinks>;
