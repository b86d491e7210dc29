import { describe, expect, test } from 'vitest';
import { signerIdSchema, type Signer, type TimestampState } from '#shared/features/signing/envelope-model.ts';
import { stampsAsked, stampsBehind, stampsShown } from '#shared/features/signing/timestamp-rules.ts';

const idOf = (name: string) => signerIdSchema.parse(`00000000-0000-4000-8000-${name.padStart(12, '0')}`);

function signer(name: string, timestampState: TimestampState, changes: Partial<Pick<Signer, 'state' | 'method' | 'certificateFingerprint'>> = {}) {
  return { id: idOf(name), timestampState, state: 'signed' as const, method: 'certificate' as const, certificateFingerprint: name, ...changes };
}

describe('one more signature of ours', () => {
  test('with a stamp covers those that wait for one and those that can’t have one of their own', () => {
    const earlier = [signer('1', 'queued'), signer('2', 'unstampable'), signer('3', 'stamped'), signer('4', 'covered'), signer('5', 'none')];
    const covered = [{ id: idOf('1'), state: 'covered' }, { id: idOf('2'), state: 'covered' }];
    expect(stampsBehind(earlier, 'stamped')).toEqual(covered);
    expect(stampsBehind(earlier, 'covered')).toEqual(covered);
  });

  test('that wants no stamp, or can’t have one, closes those that wait', () => {
    for (const last of ['none', 'unstampable'] as const) expect(stampsBehind([signer('1', 'queued'), signer('2', 'unstampable'), signer('3', 'stamped')], last)).toEqual([{ id: idOf('1'), state: 'unstampable' }]);
  });

  test('that waits itself leaves the others waiting', () => {
    expect(stampsBehind([signer('1', 'queued'), signer('2', 'unstampable')], 'queued')).toEqual([]);
  });
});

describe('the answer for the last signature', () => {
  const waiting = signer('3', 'none', { state: 'waiting' });

  test('is its own, and covers the one before it', () => {
    const signers = [signer('1', 'queued'), signer('2', 'queued'), waiting];
    expect(stampsAsked(signers, true)).toEqual([{ id: idOf('2'), state: 'stamped' }, { id: idOf('1'), state: 'covered' }]);
    expect(stampsAsked(signers, false)).toEqual([{ id: idOf('2'), state: 'unstampable' }, { id: idOf('1'), state: 'unstampable' }]);
  });

  test('is one for all whose ink is on a sealed paper', () => {
    const [one, other] = [signer('1', 'queued', { method: 'wet_ink' }), signer('2', 'queued', { method: 'wet_ink' })];
    expect(stampsAsked([one, other], true)).toEqual([{ id: idOf('1'), state: 'stamped' }, { id: idOf('2'), state: 'stamped' }]);
  });

  test('covers no ink that lies under a later certificate', () => {
    const ink = signer('1', 'none', { method: 'wet_ink', certificateFingerprint: null });
    expect(stampsAsked([ink, signer('2', 'queued')], true)).toEqual([{ id: idOf('2'), state: 'stamped' }]);
    expect(stampsAsked([], true)).toEqual([]);
  });
});

describe('a file that came back', () => {
  const ours = { fingerprint: '1', isStamped: false };
  const theirs = { fingerprint: 'b', isStamped: false };
  const stamped = { isStamped: true };

  test('without a stamp closes ours, also where one had come meanwhile', () => {
    for (const state of ['queued', 'stamped', 'covered', 'unstampable'] as const) expect(stampsShown([signer('1', state)], [ours, theirs])).toEqual([{ id: idOf('1'), state: 'unstampable' }]);
  });

  test('keeps the stamp that ours had, and covers ours with theirs', () => {
    expect(stampsShown([signer('1', 'stamped')], [{ ...ours, ...stamped }, theirs])).toEqual([{ id: idOf('1'), state: 'stamped' }]);
    expect(stampsShown([signer('1', 'queued')], [ours, { ...theirs, ...stamped }])).toEqual([{ id: idOf('1'), state: 'covered' }]);
  });

  test('tells two signatures with one certificate apart', () => {
    const twice = [signer('1', 'queued'), { ...signer('2', 'queued'), certificateFingerprint: '1' }];
    expect(stampsShown(twice, [ours, { ...ours, ...stamped }, theirs])).toEqual([{ id: idOf('1'), state: 'covered' }, { id: idOf('2'), state: 'stamped' }]);
  });

  test('in which ours is not, covers nothing of ours', () => {
    expect(stampsShown([signer('1', 'queued')], [{ ...theirs, ...stamped }, { fingerprint: null, isStamped: true }])).toEqual([{ id: idOf('1'), state: 'unstampable' }]);
  });

  test('says nothing of those who wanted no stamp, but knows their place', () => {
    const first = signer('1', 'none');
    const second = { ...signer('2', 'queued'), certificateFingerprint: '1' };
    const drawn = signer('3', 'none', { certificateFingerprint: null });
    expect(stampsShown([drawn, first, second], [{ ...ours, ...stamped }, ours])).toEqual([{ id: idOf('2'), state: 'unstampable' }]);
  });
});
