import { describe, expect, test } from 'vitest';
import { differingFields, proposedFields, type MergedFields } from '#shared/features/parties/merging.ts';

const empty: MergedFields = {
  ...{ kind: 'company', nameZh: '', nameEn: '', uscc: '', legalRepresentative: '', registeredAddress: '', noticeAddress: '' },
  ...{ contactName: '', contactPhone: '', contactEmail: '', notes: '', bankName: '', bankAccount: '', riskGrade: '', isBlacklisted: false },
};
const proposed = (kept: Partial<MergedFields>, merged: Partial<MergedFields>) => proposedFields({ ...empty, ...kept }, { ...empty, ...merged });

describe('what the record that stays is proposed to say', () => {
  test('is what it says, and what it leaves empty from the other', () => {
    expect(proposed({ nameZh: '青石', noticeAddress: '' }, { nameZh: '青石公司', noticeAddress: '深圳', kind: 'government' })).toEqual({ ...empty, nameZh: '青石', noticeAddress: '深圳' });
  });

  test('takes an account whole, never a number beside another’s bank', () => {
    expect(proposed({ bankName: '甲银行' }, { bankName: '乙银行', bankAccount: '6222' })).toMatchObject({ bankName: '甲银行', bankAccount: '' });
    expect(proposed({}, { bankName: '乙银行', bankAccount: '6222' })).toMatchObject({ bankName: '乙银行', bankAccount: '6222' });
    expect(proposed({ bankAccount: '1' }, { bankName: '乙银行' })).toMatchObject({ bankName: '', bankAccount: '1' });
  });

  test('takes no telephone or address of another person', () => {
    expect(proposed({ contactName: '李四' }, { contactName: '王五', contactPhone: '1', contactEmail: 'w@x.cn' })).toMatchObject({ contactName: '李四', contactPhone: '', contactEmail: '' });
    expect(proposed({ contactName: '李四' }, { contactName: '李四', contactPhone: '1' })).toMatchObject({ contactPhone: '1' });
    expect(proposed({ contactPhone: '2' }, { contactName: '王五', contactPhone: '1' })).toMatchObject({ contactName: '王五', contactPhone: '2' });
  });

  test('never loses a blacklisting', () => {
    expect(proposed({ isBlacklisted: false }, { isBlacklisted: true }).isBlacklisted).toBe(true);
    expect(proposed({ isBlacklisted: true }, { isBlacklisted: false }).isBlacklisted).toBe(true);
    expect(proposed({}, {}).isBlacklisted).toBe(false);
  });
});

test('fields differ also where one of them is empty', () => {
  expect(differingFields({ ...empty, nameZh: '青石', notes: 'a' }, { ...empty, nameZh: '青石', uscc: 'x', notes: 'b', isBlacklisted: true })).toEqual(['uscc', 'notes', 'isBlacklisted']);
});
