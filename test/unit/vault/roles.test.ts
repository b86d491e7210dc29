import { describe, expect, test } from 'vitest';
import { assignablePermissions, authorityOf, keysFor, mayCarry, sharedPermissions } from '#shared/features/vault/custom-roles.ts';
import { compartmentsOf, mayHold, permissions, permissionsOf, roles } from '#shared/features/vault/roles.ts';
import en from '../../../src-renderer/i18n/en.json' with { type: 'json' };
import zh from '../../../src-renderer/i18n/zh-CN.json' with { type: 'json' };

describe('a role', () => {
  test.each(roles)('%s has a name and a description in both languages', (role) => {
    for (const texts of [zh, en]) {
      expect(texts.vault.role[role]).toMatch(/\S/);
      expect(texts.users.roleHint[role]).toMatch(/\S/);
    }
  });

  test('that does not concern money holds no key to money', () => {
    for (const role of ['administrator', 'legal', 'field', 'auditor'] as const) expect(compartmentsOf([role])).not.toContain('finance');
  });

  test('that does not draft or read text holds no key to clauses', () => {
    for (const role of ['administrator', 'finance', 'auditor'] as const) expect(compartmentsOf([role])).not.toContain('clauses');
  });

  test('of an approver, of field staff or of an auditor changes no contract', () => {
    const held = permissionsOf(['approver', 'field', 'auditor']);
    for (const permission of ['contracts.write', 'parties.write', 'signing.sign', 'vault.configure'] as const) expect(held.has(permission)).toBe(false);
  });
});

test('several roles give the union of what each gives', () => {
  expect(compartmentsOf(['finance', 'legal'])).toEqual(['core', 'clauses', 'finance']);
  expect(permissionsOf(roles).size).toBe(permissions.length);
});

describe('a vault’s own role', () => {
  test('gives what everybody holds, never the rule over people, and of the rest what it names', () => {
    expect(permissions.filter((permission) => roles.every((role) => mayHold(role, permission)))).toEqual([...sharedPermissions]);
    expect([...assignablePermissions, ...sharedPermissions, 'vault.configure'].toSorted()).toEqual(permissions.toSorted());
    const id = 'a0000000-0000-4000-8000-000000000000' as never;
    const forged = { id, permissions: ['contracts.read', 'vault.configure', 'unknown.later'], compartments: ['clauses'] } as const;
    const { permissions: held, compartments } = authorityOf({ roles: [], customRoles: [id] }, [forged]);
    expect([...held]).toEqual(['vault.use', 'contracts.read', 'verification.run']);
    expect(compartments).toEqual(['core', 'clauses']);
  });

  test('carries a permission only with keys with which a shipped role carries it', () => {
    expect(keysFor('contracts.write')).toEqual([['clauses']]);
    expect(keysFor('payments.write')).toEqual([['finance']]);
    expect(keysFor('audit.read')).toEqual([[]]);
    expect(mayCarry('payments.write', ['core', 'clauses'])).toBe(false);
    for (const role of roles) for (const permission of permissionsOf([role])) expect(mayCarry(permission, compartmentsOf([role]))).toBe(true);
  });
});
