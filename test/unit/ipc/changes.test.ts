import { expect, test } from 'vitest';
import { findOperation, type OperationName } from '#shared/ipc/registry.ts';

// What a window shows is fetched anew when main says that its feature changed: a command names every feature that it is seen in.

const changesOf = (name: OperationName): readonly string[] => findOperation(name)?.changes ?? [];

test('whoever changes people changes every list of people', () => {
  for (const name of ['users.invite', 'users.changeRoles', 'users.saveCustomRole', 'users.remove', 'users.disable', 'users.enable', 'users.decideGrant'] as const) {
    expect(changesOf(name), name).toEqual(expect.arrayContaining(['users', 'approvals', 'signing', 'fulfilment', 'training', 'templates', 'reminders']));
  }
});

test('whoever takes somebody’s voice in an approval changes the contracts that go back by it', () => {
  for (const name of ['users.changeRoles', 'users.saveCustomRole', 'users.remove', 'users.disable', 'users.decideGrant'] as const) expect(changesOf(name), name).toContain('contracts');
});

test('whoever changes the clause library, or which clauses are required, changes what a template lacks', () => {
  for (const name of ['clauses.save', 'clauses.retire', 'clauses.saveRequirement'] as const) expect(changesOf(name), name).toContain('templates');
});
