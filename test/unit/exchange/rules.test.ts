import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sheetStateSchema, type SheetState } from '#shared/features/exchange/model.ts';
import { compareField, compareStates, fingerprintGroups, isSpokenEnd, sideOf } from '#shared/features/exchange/rules.ts';

const values = fc.constantFrom('a', 'b', 'c');
const id = '11111111-1111-4111-8111-111111111111';
const part = '22222222-2222-4222-8222-222222222222';
const state = (over: object = {}): SheetState => sheetStateSchema.parse({ id, status: 'planned', on: null, metOn: null, reason: '', deliverables: [], ...over });

describe('three states of a field', () => {
  test('give a conflict exactly where both sides changed it, and differently', () => {
    fc.assert(
      fc.property(values, values, values, (base, ours, theirs) => {
        const expected = ours !== base && theirs !== base && ours !== theirs;
        expect(compareField(base, ours, theirs) === 'conflict').toBe(expected);
      }),
    );
  });

  test('take nothing from a side that changed nothing', () => {
    fc.assert(
      fc.property(values, values, (base, ours) => {
        expect(['keep', null]).toContain(compareField(base, ours, base));
      }),
    );
  });

  test('say the same whichever side is ours, but for who is taken', () => {
    const turned = { take: 'keep', keep: 'take', same: 'same', conflict: 'conflict' } as const;
    fc.assert(
      fc.property(values, values, values, (base, ours, theirs) => {
        const verdict = compareField(base, ours, theirs);
        expect(compareField(base, theirs, ours)).toBe(verdict === null ? null : turned[verdict]);
      }),
    );
  });
});

describe('what came back', () => {
  test('is compared by obligation and by deliverable', () => {
    const counted = (delivered: number) => ({ deliverables: [{ id: part, delivered, accepted: 0, acceptedOn: null }] });
    const changes = compareStates([state(counted(0))], [state(counted(4))], [state({ ...counted(6), status: 'met', on: '2026-11-20', metOn: '2026-11-20' })]);
    expect(changes).toMatchObject([
      { key: id, verdict: 'take', theirs: { status: 'met' } },
      { key: `${id}/${part}`, verdict: 'conflict', ours: { delivered: 4 }, theirs: { delivered: 6 } },
    ]);
  });

  test('brings back nothing that we deleted, and nothing that we never sent', () => {
    const other = state({ id: part, status: 'met' });
    expect(compareStates([state()], [], [state({ status: 'met' })])).toEqual([]);
    expect(compareStates([], [state()], [state({ status: 'met' }), other])).toEqual([]);
  });

  test('needs a person only for a conflict', () => {
    const of = (verdict: 'take' | 'keep' | 'same' | 'conflict') => ({ key: 'k', verdict });
    expect(sideOf(of('take'), {})).toBe('theirs');
    expect(sideOf(of('take'), { k: 'ours' })).toBe('ours');
    expect(sideOf(of('keep'), { k: 'theirs' })).toBe('ours');
    expect(sideOf(of('conflict'), {})).toBeNull();
    expect(sideOf(of('conflict'), { k: 'theirs' })).toBe('theirs');
    expect(sideOf({ key: 'constructor', verdict: 'conflict' }, {})).toBeNull();
  });
});

describe('a fingerprint', () => {
  const fingerprint = '0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef';
  test('is read out in ten groups of four', () => {
    expect(fingerprintGroups(fingerprint)).toHaveLength(10);
    expect(fingerprintGroups(fingerprint).slice(-2)).toEqual(['89AB', 'CDEF'].map((_, index) => fingerprint.slice(32 + index * 4, 36 + index * 4).toUpperCase()));
  });

  test('is confirmed by its last two groups only, however they are written', () => {
    const end = fingerprintGroups(fingerprint).slice(-2);
    expect(isSpokenEnd(fingerprint, end.join(' '))).toBe(true);
    expect(isSpokenEnd(fingerprint, end.join('-').toLowerCase())).toBe(true);
    expect(isSpokenEnd(fingerprint, end[1] ?? '')).toBe(false);
    expect(isSpokenEnd(fingerprint, '')).toBe(false);
    expect(isSpokenEnd(fingerprint, 'FFFF FFFF')).toBe(false);
  });
});
