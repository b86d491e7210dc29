import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AmendedTerms, Amendment, AmendmentDraft, Terms } from '#shared/features/amendments/model.ts';
import { changedFields, checkAmendment, draftProblems, extendedEnd, phasesOf, runningEnd, termsAsOf, termsBefore, termsOf, withTerms, type AmendmentFacts } from '#shared/features/amendments/rules.ts';
import { recordDetailsSchema, type ContractRecord, type RecordAmount } from '#shared/features/contracts/record.ts';
import { addDays, type Day } from '#shared/kernel/day.ts';
import type { Id } from '#shared/kernel/ids.ts';
import { withheld } from '#shared/kernel/withheld.ts';
import { calendar, notice, renewing } from '../terms/facts.fixture.ts';

const day = (text: string): Day => text as Day;
const sum = (minor: number): RecordAmount => ({ inclusive: { minor, currency: 'CNY' }, exclusiveMinor: null, taxBasisPoints: null, basis: 'fixed' });

const record: ContractRecord = {
  ...{ recordKind: 'standalone', parentId: null, direction: 'pay', parties: [], signedOn: day('2026-01-10'), effectiveOn: day('2026-01-10') },
  ...{ expiresOn: day('2026-12-31'), renewalType: 'none', ownerName: '', department: '', confidentiality: 'internal', tags: [] },
  details: recordDetailsSchema.parse({ disputeMode: 'court', disputeForum: '北京市海淀区人民法院' }),
};
const original = termsOf(record);

let counter = 0;
function amendment(effectiveOn: string, terms: Partial<Terms>, rest: Partial<Amendment> = {}): Amendment {
  counter += 1;
  return {
    id: `00000000-0000-4000-8000-${String(counter).padStart(12, '0')}` as Id<'amendment'>,
    ...{ sequence: counter, kind: 'change', effectiveOn: day(effectiveOn), documentId: null, documentNumber: null, terms, changesAmount: false, amount: null },
    ...{ rationale: '', clauses: [], createdAt: 0, createdByName: '', voidedAt: null, voidedByName: null, voidReason: '' },
    ...rest,
  };
}
const amended = (...amendments: readonly Amendment[]): AmendedTerms => ({ original, originalAmount: sum(100), amendments, partyNames: [] });

describe('the phases of a contract', () => {
  const longer = amendment('2027-01-01', { expiresOn: day('2027-12-31') });
  const dearer = amendment('2027-03-01', {}, { changesAmount: true, amount: sum(250) });
  const fromDays = (...amendments: readonly Amendment[]) => phasesOf(amended(...amendments)).map(({ from }) => from);

  test('begin with the terms as signed, and each has those of its day with the sum', () => {
    const phases = phasesOf(amended(dearer, longer));
    expect(phases.map(({ from, terms, amount }) => [from, terms.expiresOn, amount])).toEqual([
      [null, '2026-12-31', sum(100)],
      ['2027-01-01', '2027-12-31', sum(100)],
      ['2027-03-01', '2027-12-31', sum(250)],
    ]);
  });

  test('are none where nothing was amended, or nothing that decides how long it runs', () => {
    expect(fromDays()).toEqual([]);
    expect(fromDays({ ...longer, voidedAt: 1 }, amendment('2027-02-01', { seat: '上海' }))).toEqual([]);
    expect(fromDays(longer, amendment('2027-02-01', { seat: '上海' }))).toEqual([null, '2027-01-01']);
  });

  test('are one for a day on which two take effect, of which the later recorded one counts', () => {
    const [seat, taken] = [amendment('2027-01-01', { seat: '上海' }), amendment('2027-01-01', { expiresOn: day('2026-12-31') })];
    expect(phasesOf(amended(longer, seat)).map(({ terms }) => terms.expiresOn)).toEqual(['2026-12-31', '2027-12-31']);
    expect(fromDays(longer, taken)).toEqual([]);
  });
});

describe('the terms as of a day', () => {
  const longer = amendment('2026-06-01', { expiresOn: day('2027-06-30') });
  const arbitration = amendment('2026-09-01', { disputeMode: 'arbitration', disputeForum: '中国国际经济贸易仲裁委员会' });

  test('are those that were signed until an amendment takes effect, and the amended ones from that day on', () => {
    expect(termsAsOf(amended(longer), day('2026-05-31')).terms).toEqual(original);
    expect(termsAsOf(amended(longer), day('2026-06-01')).terms.expiresOn).toBe('2027-06-30');
  });

  test('gather what several amendments changed', () => {
    const { terms, applied } = termsAsOf(amended(longer, arbitration), day('2026-12-01'));
    expect(terms).toMatchObject({ expiresOn: '2027-06-30', disputeMode: 'arbitration' });
    expect(applied).toHaveLength(2);
  });

  test('follow the days of effect and not the order in which amendments were recorded', () => {
    const late = amendment('2026-10-01', { expiresOn: day('2028-01-31') });
    const early = amendment('2026-02-01', { expiresOn: day('2027-01-31') });
    expect(termsAsOf(amended(late, early), day('2026-12-31')).terms.expiresOn).toBe('2028-01-31');
  });

  test('take the later recorded of two amendments with the same day', () => {
    const first = amendment('2026-03-01', { seat: '北京' });
    const second = amendment('2026-03-01', { seat: '上海' });
    expect(termsAsOf(amended(second, first), day('2026-03-01')).terms.seat).toBe('上海');
  });

  test('leave out what was voided', () => {
    expect(termsAsOf(amended({ ...longer, voidedAt: 1 }), day('2026-12-31')).terms).toEqual(original);
  });

  test('change the sum only by amendments that speak of it, and withhold all of it from who may not see it', () => {
    const dearer = amendment('2026-04-01', {}, { changesAmount: true, amount: sum(250) });
    expect(termsAsOf(amended(longer, dearer), day('2026-12-31')).amount).toEqual(sum(250));
    expect(termsAsOf(amended(longer), day('2026-12-31')).amount).toEqual(sum(100));
    const unseen = { ...amended({ ...dearer, amount: withheld }), originalAmount: withheld };
    expect(termsAsOf(unseen, day('2026-12-31')).amount).toEqual(withheld);
  });

  test('on the signing day equal the original whatever comes later', () => {
    const days = fc.integer({ min: 1, max: 3000 }).map((later) => addDays(day('2026-01-10'), later));
    const some = fc.array(fc.tuple(days, days).map(([effective, expires]) => amendment(effective, { expiresOn: expires })), { maxLength: 6 });
    fc.assert(
      fc.property(some, (list) => {
        expect(termsAsOf(amended(...list), day('2026-01-10')).terms).toEqual(original);
      }),
    );
  });

  test('before an amendment are what its changes read against', () => {
    const all = amended(longer, arbitration);
    expect(termsBefore(all, arbitration).terms).toMatchObject({ expiresOn: '2027-06-30', disputeMode: 'court' });
    expect(termsBefore(all, longer).terms).toEqual(original);
  });
});

test('a record with its own terms is the record', () => {
  expect(withTerms(record, termsOf(record))).toEqual(record);
});

test('the fields that differ are named in the order of the form', () => {
  expect(changedFields(original, { ...original, seat: '北京', expiresOn: null })).toEqual(['expiresOn', 'seat']);
});

test('an extension by months keeps a month’s end', () => {
  expect(extendedEnd(day('2026-12-31'), 2)).toBe('2027-02-28');
  expect(extendedEnd(day('2027-02-28'), 1)).toBe('2027-03-31');
  expect(extendedEnd(day('2027-06-14'), 12)).toBe('2028-06-14');
});

describe('the end that an extension is counted from', () => {
  // Recorded until 31 December 2026; it renews by itself for a year.
  const recorded = { ...renewing, expiresOn: day('2026-12-31') };
  const endOn = (effectiveOn: string, today: string, facts = recorded) => runningEnd(facts, day(effectiveOn), calendar, day(today));

  test('is that of the running term where the contract was renewed since', () => {
    expect(endOn('2026-11-20', '2026-11-20')).toBe('2026-12-31');
    expect(endOn('2027-11-20', '2027-11-20')).toBe('2027-12-31');
    expect(endOn('2027-11-20', '2027-11-20', { ...recorded, notices: [notice({})] })).toBe('2026-12-31');
  });

  test('is that of the term on its day for one that is recorded late', () => expect(endOn('2026-11-20', '2028-02-01')).toBe('2026-12-31'));

  test('is that of the term before for one that is to take effect on the day after it, and of the next once that has begun', () => {
    expect(endOn('2028-01-01', '2027-11-20')).toBe('2027-12-31');
    expect(endOn('2028-01-01', '2028-01-01')).toBe('2028-12-31');
  });

  test('leaves out what is agreed for later days, and is known without a beginning', () => {
    const wording = { ...recorded, expiresOn: day('2030-12-31') };
    expect(endOn('2026-11-20', '2026-11-20', { ...recorded, phases: [{ from: null, wording: recorded }, { from: day('2026-12-01'), wording }] })).toBe('2026-12-31');
    expect(endOn('2026-11-20', '2026-11-20', { ...recorded, effectiveOn: null, signedOn: null })).toBe('2026-12-31');
    expect(endOn('2026-11-20', '2026-11-20', { ...recorded, renewalType: 'evergreen' })).toBeNull();
  });
});

describe('an amendment', () => {
  const draft: AmendmentDraft = { kind: 'change', effectiveOn: day('2026-06-01'), documentId: null, terms: { seat: '北京' }, amount: null, rationale: '', clauses: [] };
  const facts: AmendmentFacts = { stage: 'signed', isArchived: false, record, before: original, amountBefore: sum(100), runningEnd: day('2026-12-31') };
  const refusal = (change: Partial<AmendmentDraft>, of: Partial<AmendmentFacts> = {}) => {
    const checked = checkAmendment({ ...draft, ...change }, { ...facts, ...of });
    return checked.ok ? null : checked.error.code;
  };

  test('of a signed contract that changes something may be recorded', () => {
    expect(refusal({})).toBeNull();
    expect(refusal({ terms: {}, amount: sum(90) })).toBeNull();
    expect(refusal({ terms: {}, clauses: [{ reference: '第八条', before: '三十日', after: '十五日' }] })).toBeNull();
  });

  test.each(['draft', 'approved', 'completed', 'terminated', 'cancelled'] as const)('of a contract that is %s may not', (stage) => {
    expect(refusal({}, { stage })).toBe('NOT_SIGNED');
  });

  test('of an archived contract may not', () => expect(refusal({}, { isArchived: true })).toBe('ARCHIVED'));

  test('that changes nothing may not', () => {
    expect(refusal({ terms: {} })).toBe('NOTHING_CHANGED');
    expect(refusal({ terms: { seat: original.seat }, amount: sum(100), clauses: [{ reference: '1', before: 'a', after: 'a' }] })).toBe('NOTHING_CHANGED');
  });

  test('may not take effect before the signature', () => expect(refusal({ effectiveOn: day('2026-01-09') })).toBe('BEFORE_SIGNING'));

  test('may not leave an end before the start, a renewal without a term or a negative sum', () => {
    expect(refusal({ terms: { expiresOn: day('2025-12-31') } })).toBe('RECORD_INVALID');
    expect(refusal({ terms: { renewalType: 'auto' } })).toBe('RECORD_INVALID');
    expect(refusal({ amount: sum(-1) })).toBe('RECORD_INVALID');
  });

  test('that extends or renews a contract names an end after that of the running term, not only after the recorded one', () => {
    const renewed = { runningEnd: day('2027-12-31') };
    for (const kind of ['extension', 'renewal'] as const) {
      expect(refusal({ kind, terms: { expiresOn: day('2027-12-31') } }, renewed)).toBe('NOT_LONGER');
      expect(refusal({ kind, terms: { expiresOn: day('2028-01-01') } }, renewed)).toBeNull();
      expect(refusal({ kind, terms: { seat: '北京' } }, renewed)).toBeNull();
      expect(refusal({ kind, terms: { expiresOn: day('2027-12-31') } }, { runningEnd: null })).toBeNull();
    }
    expect(refusal({ kind: 'change', terms: { expiresOn: day('2027-06-30') } }, renewed)).toBeNull();
  });

  test('names every field that can’t be, not the first alone', () => {
    const wrong: AmendmentDraft = { ...draft, terms: { expiresOn: day('2025-12-31'), renewalType: 'auto', governingLaw: '中\u202E国法律' }, amount: sum(-1) };
    expect(draftProblems(wrong, facts).map(({ field, code }) => [field, code])).toEqual([
      ['expiresOn', 'END_BEFORE_START'],
      ['details.renewalTermMonths', 'RENEWAL_TERM_MISSING'],
      ['details.governingLaw', 'INVISIBLE_CHARACTERS'],
      ['amount.inclusive', 'NEGATIVE_AMOUNT'],
    ]);
  });
});

describe('parties that an amendment changes', () => {
  const party = (number: number): Id<'party'> => `00000000-0000-4000-9000-${String(number).padStart(12, '0')}` as Id<'party'>;
  const [buyer, seller, successor] = [party(1), party(2), party(3)];
  const between: ContractRecord = { ...record, parties: [{ partyId: buyer, role: 'party_a', signatory: '陈静' }, { partyId: seller, role: 'party_b', signatory: '李雷' }] };
  const history = { original: termsOf(between), originalAmount: null, amendments: [amendment('2026-06-01', { parties: [{ partyId: buyer, role: 'party_a' }, { partyId: successor, role: 'party_b' }] })] };

  test('are the old ones before its day and the new ones from it on', () => {
    expect(termsAsOf(history, day('2026-05-31')).terms.parties.map(({ partyId }) => partyId)).toEqual([buyer, seller]);
    expect(termsAsOf(history, day('2026-06-01')).terms.parties.map(({ partyId }) => partyId)).toEqual([buyer, successor]);
    expect(changedFields(history.original, termsAsOf(history, day('2026-06-01')).terms)).toEqual(['parties']);
  });

  test('keep who signs for those that stay, and nobody signs yet for one that joins', () => {
    expect(withTerms(between, termsAsOf(history, day('2026-06-01')).terms).parties).toEqual([
      { partyId: buyer, role: 'party_a', signatory: '陈静' },
      { partyId: successor, role: 'party_b', signatory: '' },
    ]);
  });

  test('can take another role, but can neither all leave nor be there twice', () => {
    const change = (parties: Terms['parties']) => checkAmendment(
      { kind: 'change', effectiveOn: day('2026-06-01'), documentId: null, terms: { parties }, amount: null, rationale: '', clauses: [] },
      { stage: 'signed', isArchived: false, record: between, before: history.original, amountBefore: null, runningEnd: null },
    );
    expect(change([{ partyId: buyer, role: 'guarantor' }, { partyId: seller, role: 'party_b' }]).ok).toBe(true);
    expect(change([])).toMatchObject({ error: { code: 'NO_PARTY_LEFT' } });
    expect(change([{ partyId: buyer, role: 'party_a' }, { partyId: buyer, role: 'party_b' }])).toMatchObject({ error: { code: 'RECORD_INVALID', params: { problem: 'PARTY_TWICE' } } });
  });
});
