import { describe, expect, test } from 'vitest';
import { exportFileName, localTime, markLines, signatureLines, signingReason } from '#shared/features/signing/rules.ts';

const signedAt = Date.UTC(2026, 10, 23, 1, 5, 9);
const fingerprint = 'ab'.repeat(32);

test('a time says its offset, east and west and by the half hour', () => {
  expect(localTime(signedAt, 480)).toBe('2026-11-23 09:05:09 +08:00');
  expect(localTime(signedAt, 0)).toBe('2026-11-23 01:05:09 +00:00');
  expect(localTime(signedAt, -210)).toBe('2026-11-22 21:35:09 -03:30');
});

describe('what stands beside a signature', () => {
  test('names who, when, for what, and by which certificate', () => {
    expect(signatureLines({ signerName: '李雷', signedAt, offsetMinutes: 480, contractNumber: 'HT-2026-0001', fingerprint })).toEqual([
      '签署人 Signed by：李雷',
      '时间 Time：2026-11-23 09:05:09 +08:00',
      `事由 Reason：${signingReason('HT-2026-0001')}`,
      '证书指纹 Fingerprint：ABABABABABABABAB…',
    ]);
    expect(signingReason('HT-2026-0001')).toContain('HT-2026-0001');
  });

  test('says of a drawn one who recorded it, and who sealed it where somebody did', () => {
    const mark = { name: '韩梅梅', partyName: '', signedAt, offsetMinutes: 480, method: '手写', recordedBy: '李雷', sealedBy: null };
    expect(markLines(mark)).toEqual(['签署人 Signed by：韩梅梅', '时间 Time：2026-11-23 09:05:09 +08:00', '方式 Method：手写', '经办 Recorded by：李雷']);
    expect(markLines({ ...mark, partyName: '示例公司', sealedBy: { name: '李雷', fingerprint } })).toEqual([
      '签署人 Signed by：韩梅梅',
      '示例公司',
      ...['时间 Time：2026-11-23 09:05:09 +08:00', '方式 Method：手写', '经办 Recorded by：李雷'],
      ...['封存 Sealed by：李雷', '证书指纹 Fingerprint：ABABABABABABABAB…'],
    ]);
  });
});

test('an exported file is named as the contract is, without what file systems refuse', () => {
  expect(exportFileName('HT-2026-0001', '设备/采购: "A" <b>')).toBe('HT-2026-0001 设备 采购 A b.pdf');
  expect(exportFileName('HT-1', `${'长'.repeat(200)}`)).toBe(`HT-1 ${'长'.repeat(75)}.pdf`);
  expect(exportFileName('HT-1', 'ends with dots...')).toBe('HT-1 ends with dots.pdf');
});
