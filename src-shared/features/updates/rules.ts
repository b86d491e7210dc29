import { fail, succeed, type Result } from '../../kernel/result.ts';
import { installerEndings, maximumInstallerBytes, type RunningVersion, type UpdateManifest } from './model.ts';

/**
 * Whether a genuine update is one for this laptop: for its system and processor, of a size that is taken, an installer by
 * its name, and newer than what runs. An older one is refused, because it brings back faults that were mended since.
 */
export function judgeUpdate(
  manifest: UpdateManifest,
  running: RunningVersion,
): Result<null, 'UPDATE_OTHER_SYSTEM' | 'UPDATE_TOO_LARGE' | 'UPDATE_DAMAGED' | 'UPDATE_NOT_NEWER'> {
  const { platform, arch, file, version } = manifest;
  if (platform !== running.platform || !(arch === 'universal' || arch === running.arch)) {
    return fail('UPDATE_OTHER_SYSTEM', { wanted: `${platform} ${arch}`, here: `${running.platform} ${running.arch}` });
  }
  if (file.bytes > maximumInstallerBytes) return fail('UPDATE_TOO_LARGE', { megabytes: maximumInstallerBytes / 1024 / 1024 });
  if (!installerEndings[platform].some((ending) => file.name.endsWith(ending))) return fail('UPDATE_DAMAGED');
  if (compareVersions(version, running.version) <= 0) return fail('UPDATE_NOT_NEWER', { version, running: running.version });
  return succeed(null);
}

/** Below zero: the first is older. What stands behind a hyphen (a trial's mark) is older than the version itself. */
export function compareVersions(one: string, other: string): number {
  const [first, second] = [partsOf(one), partsOf(other)];
  for (let at = 0; at < 3; at += 1) {
    const difference = (first.numbers[at] ?? 0) - (second.numbers[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return Number(second.isTrial) - Number(first.isTrial);
}

function partsOf(version: string): { readonly numbers: readonly number[]; readonly isTrial: boolean } {
  const [release = ''] = version.split('-');
  return { numbers: release.split('.').map(Number), isTrial: version.includes('-') };
}
