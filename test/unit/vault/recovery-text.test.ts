import { describe, expect, it } from 'vitest';
import {
  isCompleteRecoveryCode,
  normaliseRecoveryText,
  recoveryGroupsOf,
} from '../../../src-renderer/features/vault/recovery-code.ts';

describe('a recovery code typed by hand', () => {
  it('is read whatever its case, spaces, width and look-alike letters', () => {
    expect(normaliseRecoveryText(' jeof-6clv ')).toBe('JE0F6C1V');
    expect(normaliseRecoveryText('７k3ｍ')).toBe('7K3M');
    expect(normaliseRecoveryText('i')).toBe('1');
  });

  it('falls into groups of four, the last perhaps unfinished', () => {
    expect(recoveryGroupsOf('7K3M Q9TX 4H')).toEqual(['7K3M', 'Q9TX', '4H']);
    expect(recoveryGroupsOf('')).toEqual([]);
  });

  it('is complete with 32 characters and neither sooner nor later', () => {
    expect(isCompleteRecoveryCode('7K3M-Q9TX-4H2B-WZ8D-P5RN-6C1V-JE0F-SYGA')).toBe(true);
    expect(isCompleteRecoveryCode('7K3M-Q9TX')).toBe(false);
    expect(isCompleteRecoveryCode('7K3M-Q9TX-4H2B-WZ8D-P5RN-6C1V-JE0F-SYGA-0')).toBe(false);
  });
});
