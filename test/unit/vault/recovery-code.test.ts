import { expect, test } from 'vitest';
import { createRecoveryCode, normaliseRecoveryCode, recoveryGroups, recoveryKey } from '../../../src-main/crypto/recovery-code.ts';

test('a code has eight groups of four characters that can’t be mistaken for one another', () => {
  for (let count = 0; count < 200; count += 1) {
    expect(createRecoveryCode()).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}$/);
  }
});

test('two codes are never the same', () => {
  const codes = Array.from({ length: 500 }, createRecoveryCode);
  expect(new Set(codes).size).toBe(500);
});

test('spaces, hyphens, case, full width and look-alike letters make no difference', () => {
  expect(normaliseRecoveryCode(' ０1ab-c d o l i ')).toBe('01ABCD011');
  expect(recoveryGroups('abcd efgh')).toEqual(['ABCD', 'EFGH']);
});

test('a code opens the vault that it was made for and no other', () => {
  const code = createRecoveryCode();
  expect(recoveryKey(code, 'vault-1').expose()).toEqual(recoveryKey(code.toLowerCase(), 'vault-1').expose());
  expect(recoveryKey(code, 'vault-1').expose()).not.toEqual(recoveryKey(code, 'vault-2').expose());
});
