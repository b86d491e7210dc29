import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PartyDetails } from '#shared/features/parties/model.ts';
import { normaliseUscc, partyProblems, usccProblem } from '#shared/features/parties/rules.ts';

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
// Public codes of well-known registrants, so that the check is measured against the world and not against itself.
const genuine = ['91440300708461136T', '914403001922038216', '91110000802100433B'];

const details: PartyDetails = {
  kind: 'company',
  nameZh: '示例公司',
  nameEn: '',
  uscc: '',
  legalRepresentative: '',
  registeredAddress: '',
  noticeAddress: '',
  contactName: '',
  contactPhone: '',
  contactEmail: '',
  notes: '',
};

describe('the unified social credit code', () => {
  test.each(genuine)('%s is genuine', (code) => {
    expect(usccProblem(code)).toBeNull();
  });

  test('with any one character changed is noticed', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...genuine),
        fc.integer({ min: 0, max: 17 }),
        fc.constantFrom(...alphabet),
        (code, place, character) => {
          fc.pre(code[place] !== character);
          expect(usccProblem(code.slice(0, place) + character + code.slice(place + 1))).toBe('USCC_CHECK_CHARACTER');
        },
      ),
    );
  });

  test('of another length, or with I, O, S, V or Z, is no code', () => {
    expect(usccProblem('9144030070846113')).toBe('USCC_LENGTH');
    expect(usccProblem('9144030070846113IT')).toBe('USCC_CHARACTERS');
  });

  test('is stored in upper case and half width whatever was typed', () => {
    expect(normaliseUscc(' ９１４４０３００７０８４６１１３６ｔ ')).toBe('91440300708461136T');
  });
});

describe('a party', () => {
  test('needs a name in one of the languages', () => {
    expect(partyProblems({ ...details, nameZh: '' }, null)).toEqual([{ field: 'nameZh', code: 'REQUIRED' }]);
    expect(partyProblems({ ...details, nameZh: '', nameEn: 'Example Ltd' }, null)).toEqual([]);
  });

  test('with invisible characters in a name or an account is refused', () => {
    expect(partyProblems({ ...details, nameZh: '示例\u200b公司' }, null)).toEqual([{ field: 'nameZh', code: 'INVISIBLE_CHARACTERS' }]);
    expect(partyProblems(details, { bankName: '', bankAccount: '6222\u202e1' })).toEqual([
      { field: 'bankAccount', code: 'INVISIBLE_CHARACTERS' },
    ]);
  });

  test('has an e-mail address with something on both sides of the sign', () => {
    expect(partyProblems({ ...details, contactEmail: 'a@b' }, null)).toEqual([{ field: 'contactEmail', code: 'EMAIL_FORM' }]);
    expect(partyProblems({ ...details, contactEmail: 'a@b.example' }, null)).toEqual([]);
  });
});
