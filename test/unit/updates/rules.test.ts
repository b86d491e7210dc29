import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maximumInstallerBytes, updateManifestSchema, type UpdateManifest } from '#shared/features/updates/model.ts';
import { compareVersions, judgeUpdate } from '#shared/features/updates/rules.ts';

const running = { version: '1.4.2', platform: 'win32', arch: 'x64' };
const manifest = (change: Record<string, unknown> = {}, file: Record<string, unknown> = {}): UpdateManifest =>
  updateManifestSchema.parse({
    version: '1.5.0',
    platform: 'win32',
    arch: 'x64',
    releasedOn: '2026-11-20',
    notes: { zh: '', en: '' },
    file: { name: 'Deedbox-1.5.0-x64-setup.exe', bytes: 10, sha256: 'a'.repeat(64), ...file },
    ...change,
  });
const codeOf = (update: UpdateManifest, here = running) => {
  const judged = judgeUpdate(update, here);
  return judged.ok ? null : judged.error.code;
};

describe('an update', () => {
  test('that is newer and made for this system is taken', () => {
    expect(codeOf(manifest())).toBe(null);
    expect(codeOf(manifest({ platform: 'darwin', arch: 'universal' }, { name: 'Deedbox.dmg' }), { ...running, platform: 'darwin', arch: 'arm64' })).toBe(null);
  });

  test.each(['1.4.2', '1.4.1', '1.3.9', '0.9.9'])('to %s is refused where 1.4.2 runs', (version) => {
    expect(codeOf(manifest({ version }))).toBe('UPDATE_NOT_NEWER');
  });

  test('for another system or another processor is refused', () => {
    expect(codeOf(manifest({ platform: 'linux' }, { name: 'Deedbox.deb' }))).toBe('UPDATE_OTHER_SYSTEM');
    expect(codeOf(manifest({ arch: 'arm64' }))).toBe('UPDATE_OTHER_SYSTEM');
  });

  test('over the limit is refused, one at the limit is not', () => {
    expect(codeOf(manifest({}, { bytes: maximumInstallerBytes + 1 }))).toBe('UPDATE_TOO_LARGE');
    expect(codeOf(manifest({}, { bytes: maximumInstallerBytes }))).toBe(null);
  });

  test('that would open as anything but an installer of its system is refused', () => {
    for (const name of ['Deedbox.bat', 'Deedbox.dmg', 'Deedbox.exe.lnk']) expect(codeOf(manifest({}, { name }))).toBe('UPDATE_DAMAGED');
  });

  test.each(['../setup.exe', 'a/b.exe', 'a\\b.exe', '.setup.exe', 'C:x.exe', 'x\u202eexe.txt', ''])('does not name its file %j', (name) => {
    expect(() => manifest({}, { name })).toThrow();
  });
});

describe('versions', () => {
  const version = fc.tuple(fc.nat(20), fc.nat(20), fc.nat(20)).map((parts) => parts.join('.'));

  test('are ordered as numbers, not as text', () => {
    expect(compareVersions('1.10.0', '1.9.9')).toBeGreaterThan(0);
    expect(compareVersions('1.5.0-beta', '1.5.0')).toBeLessThan(0);
  });

  test('have one order, whichever stands first', () => {
    fc.assert(fc.property(version, version, (one, other) => {
      expect(Math.sign(compareVersions(one, other))).toBe(-Math.sign(compareVersions(other, one)) + 0);
      expect(compareVersions(one, other) === 0).toBe(one === other);
    }));
  });

  test('below one another stay so through a third', () => {
    fc.assert(fc.property(version, version, version, (one, two, three) => {
      const [first = '', , last = ''] = [one, two, three].sort(compareVersions);
      expect(compareVersions(first, last)).toBeLessThanOrEqual(0);
    }));
  });
});
