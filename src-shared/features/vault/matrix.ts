import type { Operation } from '../../ipc/contract.ts';
import { compartmentsOf, permissionsOf, type Role } from './roles.ts';

/** What becomes of a call: `withheld` means allowed by role, but a key is missing. */
export type Right = 'allowed' | 'forbidden' | 'withheld';

/** What a person with these roles gets of an operation while a vault is open. The router decides in the same way. */
export function rightTo({ access, compartments }: Pick<Operation, 'access' | 'compartments'>, held: readonly Role[]): Right {
  if (access === 'anyone') return 'allowed';
  if (!permissionsOf(held).has(access)) return 'forbidden';
  const keys = compartmentsOf(held);
  return compartments.every((compartment) => keys.includes(compartment)) ? 'allowed' : 'withheld';
}
