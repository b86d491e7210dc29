import type { OutputOf } from '#shared/ipc/registry.ts';

/**
 * What helps to find a bug and tells nothing of any contract: versions, the kind of error, where in the program it
 * arose, and the page without its ids. The error's message stays out, for it may quote what was typed.
 */
export function diagnosticsOf(error: unknown, about: OutputOf<'settings.about'> | undefined): string {
  const versions =
    about === undefined
      ? 'Deedbox'
      : `Deedbox ${about.version} (${about.platform}; Electron ${about.electron}; Chromium ${about.chromium})`;
  return [
    versions,
    `Error: ${error instanceof Error ? error.name : typeof error}`,
    `Page: ${globalThis.location.hash.replace(/[0-9a-f-]{36}/g, ':id').replace(/\?.*$/, '')}`,
    ...framesOf(error),
  ].join('\n');
}

function framesOf(error: unknown): readonly string[] {
  if (!(error instanceof Error) || error.stack === undefined) return [];
  return error.stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
    .map((line) => line.trim().replace(/\(?[a-z]+:\/\/\/?[^)]*\/([^/)]+)\)?$/, '($1)'));
}
