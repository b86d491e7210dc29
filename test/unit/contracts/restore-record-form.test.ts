import { expect, test } from 'vitest';
import { refusedField } from '../../../src-renderer/features/contracts/record/form/assess-record.ts';
import { isAmendedTerm } from '../../../src-renderer/features/contracts/record/form/record-form-context.ts';
import { emptyParty, newRecordForm, type RecordForm } from '../../../src-renderer/features/contracts/record/form/record-form.ts';
import { recordFormToKept, restoreRecordForm } from '../../../src-renderer/features/contracts/record/form/restore-record-form.ts';

const fresh = newRecordForm({ language: 'zh', kind: 'standalone', parentId: '' });
const open = { isSigned: false, arePartiesOfText: false, isAmountWithheld: false, amendedTerms: [] };
const typed: RecordForm = {
  ...fresh,
  ...{ title: '框架', inclusive: 'a lot', expiresOn: '2030-01-31', seat: '北京', tags: ['x'], continuingAfterExpiry: true, disputeMode: 'court' },
  parties: [{ ...emptyParty('party_b'), name: 'Nobody knows' }],
  custom: [{ name: '', kind: 'number', value: 'abc' }],
};

test('a form is restored as it was typed', () => {
  expect(restoreRecordForm(fresh, recordFormToKept(typed), open)).toEqual(typed);
});

test('what doesn’t fit its field starts afresh, as does a date of which only parts were typed', () => {
  const kept = { ...recordFormToKept(typed), recordKind: 'unheard of', tags: 'x', signedOn: 'incomplete' };
  expect(restoreRecordForm(fresh, kept, open)).toEqual({ ...typed, tags: [] });
});

test('what was signed or amended meanwhile is not overwritten by what was typed before', () => {
  const locks = { ...open, isSigned: true, amendedTerms: ['expiresOn', 'seat'] } as const;
  const { parties, inclusive, expiresOn, seat } = fresh;
  expect(restoreRecordForm(fresh, recordFormToKept(typed), locks)).toEqual({ ...typed, parties, inclusive, expiresOn, seat });
});

test('the unit of an amended period is kept by the amendment, too', () => {
  const locks = { ...open, isSigned: true, amendedTerms: ['optOutPeriod'] } as const;
  expect((['optOutPeriod', 'optOutUnit', 'exitNotice', 'exitUnit'] as const).map((name) => isAmendedTerm(locks, name))).toEqual([true, true, false, false]);
});

test.each([
  [{ code: 'NUMBER_TAKEN', params: { number: 'A' } }, 'number'],
  [{ code: 'PARENT_CYCLE', params: {} }, 'parentId'],
  [{ code: 'SIGNED_IS_FIXED', params: { field: 'expiresOn' } }, 'expiresOn'],
  [{ code: 'SIGNED_IS_FIXED', params: { field: 'amount' } }, 'inclusive'],
  [{ code: 'RECORD_INVALID', params: { field: 'details.optOutOn' } }, 'optOutOn'],
  [{ code: 'CHANGED_MEANWHILE', params: {} }, null],
] as const)('a refusal stands at its field: %o', (error, key) => {
  expect(refusedField(error, fresh)).toBe(key);
});
