import { describe, expect, test } from 'vitest';
import { compartmentsOf, permissions, permissionsOf, roles } from '#shared/features/vault/roles.ts';
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
