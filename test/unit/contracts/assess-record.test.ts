import { describe, expect, test } from 'vitest';
import { emptyParty, fieldsInPageOrder, newRecordForm, type RecordForm } from '../../../src-renderer/features/contracts/record/form/record-form.ts';
import { assessRecord } from '../../../src-renderer/features/contracts/record/form/assess-record.ts';

const fresh = newRecordForm({ language: 'zh', kind: 'standalone', parentId: '' });
const problemsOf = (change: Partial<RecordForm>) =>
  assessRecord({ ...fresh, title: '框架合同', ...change }, true)
    .problems.filter(({ isNote }) => !isNote)
    .map(({ key, code, bounds }) => [key, code, ...Object.values(bounds)].join(' '));

describe('what is too long', () => {
  test('is told at its field with the bound, nothing cut', () => {
    const long = 'x'.repeat(10_000);
    expect(problemsOf({ title: long, number: long, governingLaw: long, ownerName: long, notes: long })).toEqual([
      'title TOO_LONG 200',
      'number TOO_LONG 60',
      'governingLaw TOO_LONG 120',
      'ownerName TOO_LONG 80',
      'notes TOO_LONG 4000',
    ]);
    expect(problemsOf({ initialTermMonths: '12'.repeat(50) })).toEqual(['initialTermMonths OUT_OF_RANGE 1 1200']);
  });

  test('is told of tags that are too long and of too many', () => {
    expect(problemsOf({ tags: ['x'.repeat(41)] })).toEqual(['tags TOO_LONG 40']);
    expect(problemsOf({ tags: Array.from({ length: 31 }, (_, index) => `tag ${index}`) })).toEqual(['tags TOO_MANY 30']);
  });
});

describe('a row of parties', () => {
  test('in which a name was typed but nobody chosen is not passed over', () => {
    const typed = { ...emptyParty('party_b'), name: 'Langang Trading', signatory: 'Li Lei' };
    expect(problemsOf({ parties: [emptyParty('party_a'), typed] })).toEqual(['parties.1.partyId PARTY_NOT_CHOSEN']);
  });

  test('with nothing but a signatory asks for the party', () => {
    expect(problemsOf({ parties: [{ ...emptyParty('party_a'), signatory: 'Li Lei' }] })).toEqual(['parties.0.partyId PARTY_MISSING']);
  });

  test('that is empty counts for nothing, and does not shift the problems of the next', () => {
    const chosen = { ...emptyParty('party_b'), partyId: '0'.repeat(32), signatory: 'x'.repeat(81) };
    const keys = assessRecord({ ...fresh, title: 'x', parties: [emptyParty('party_a'), chosen] }, true).problems.map(({ key }) => key);
    expect(keys).toContain('parties.1.signatory');
    expect(assessRecord({ ...fresh, title: 'x' }, true).record?.parties).toEqual([]);
  });
});

test('a field of one’s own with a value and no name says that the name is missing', () => {
  expect(problemsOf({ custom: [{ name: '', kind: 'text', value: 'A-12' }] })).toEqual(['custom.0.name REQUIRED']);
});

test('problems stand in the order of the page, rows by their number', () => {
  expect(new Set(fieldsInPageOrder)).toEqual(new Set(Object.keys(fresh)));
  const custom = Array.from({ length: 11 }, () => ({ name: '', kind: 'text' as const, value: 'x' }));
  const problems = problemsOf({ inclusive: 'a lot', signedOn: 'incomplete', seat: 'x'.repeat(101), custom });
  expect(problems.slice(0, 3)).toEqual(['signedOn INCOMPLETE_DATE', 'inclusive NOT_AN_AMOUNT', 'seat TOO_LONG 100']);
  expect(problems.at(-1)).toBe('custom.10.name REQUIRED');
});
