import type { Operation } from '../../ipc/contract.ts';
import { authorityOf, type Authority } from './custom-roles.ts';
import type { Role } from './roles.ts';

/** What becomes of a call: `withheld` means allowed by role, but a key is missing. */
export type Right = 'allowed' | 'forbidden' | 'withheld';

type Asked = Pick<Operation, 'access' | 'compartments'>;

/** What a person with these shipped roles gets of an operation while a vault is open. The router decides in the same way. */
export function rightTo(operation: Asked, held: readonly Role[]): Right {
  return rightOf(operation, authorityOf({ roles: held }, []));
}

/** What a person with this authority gets of an operation while a vault is open. */
export function rightOf({ access, compartments }: Asked, { permissions, compartments: keys }: Authority): Right {
  if (access === 'anyone') return 'allowed';
  if (!permissions.has(access)) return 'forbidden';
  return compartments.every((compartment) => keys.includes(compartment)) ? 'allowed' : 'withheld';
}
