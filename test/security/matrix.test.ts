import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { authorityOf } from '#shared/features/vault/custom-roles.ts';
import { rightOf, rightTo, type Right } from '#shared/features/vault/matrix.ts';
import { roles } from '#shared/features/vault/roles.ts';
import type { Operation } from '#shared/ipc/contract.ts';
import { findOperation, operationNames } from '#shared/ipc/registry.ts';
import { createTestVault, testWorld, unlockTestVault, type TestWorld } from '../harness/world.ts';

// Every operation, called by every role through the real router: allowed or refused as the matrix says. The input is
// one that no operation takes, so that an allowed call is refused for that alone and changes nothing.

const noInput = 'no operation takes this';
const rightByRefusal: Readonly<Record<string, Right>> = { INVALID_INPUT: 'allowed', FORBIDDEN: 'forbidden', WITHHELD: 'withheld' };

let world: TestWorld;
const passphrases = new Map<string, string>();
beforeAll(async () => {
  world = testWorld();
  await createTestVault(world);
  for (const role of roles) passphrases.set(role, (await world.must('users.invite', { name: role, roles: [role] })).passphrase);
});
afterAll(() => world.close());

describe.each(roles)('a person who is only %s', (role) => {
  test('gets of every operation what the matrix says', async () => {
    world.core.vaults.lock();
    await world.must('vault.unlock', { userName: role, passphrase: passphrases.get(role) ?? '', takeOver: false });
    expect(await wronglyAnswered((operation) => rightTo(operation, [role]))).toEqual([]);
  });
});

test('a person who holds only a role of the vault’s own gets of every operation what the matrix says', async () => {
  world.core.vaults.lock();
  await unlockTestVault(world);
  const draft = { id: null, nameZh: '采购员', nameEn: 'Buyer', permissions: ['contracts.read', 'parties.write', 'payments.write', 'audit.read', 'takeout.run'], compartments: ['core', 'finance'] } as const;
  const { id } = await world.must('users.saveCustomRole', draft);
  const { passphrase } = await world.must('users.invite', { name: 'buyer', roles: [], customRoles: [id] });
  world.core.vaults.lock();
  await world.must('vault.unlock', { userName: 'buyer', passphrase, takeOver: false });
  const authority = authorityOf({ roles: [], customRoles: [id] }, [{ ...draft, id }]);
  expect(await wronglyAnswered((operation) => rightOf(operation, authority))).toEqual([]);
});

test('nobody may do everything, and everything can be done by somebody', () => {
  for (const name of operationNames()) {
    const operation = findOperation(name);
    if (operation !== undefined) expect(roles.some((role) => rightTo(operation, [role]) === 'allowed'), name).toBe(true);
  }
  for (const role of roles) {
    const refused = operationNames().filter((name) => rightTo(findOperation(name) ?? { access: 'anyone', compartments: [] }, [role]) !== 'allowed');
    expect(refused.length, role).toBeGreaterThan(0);
  }
});

async function wronglyAnswered(expected: (operation: Operation) => Right): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const name of operationNames()) {
    const operation = findOperation(name);
    if (operation === undefined) continue;
    const reply = await world.core.router(name, noInput);
    const code = reply.ok ? 'done' : reply.error.code;
    if (rightByRefusal[code] !== expected(operation)) wrong.push(`${name}: ${code}`);
  }
  return wrong;
}
