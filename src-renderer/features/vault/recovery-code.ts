import { recoveryCodeGroups, recoveryGroupLength } from '#shared/features/vault/model.ts';

/** What a person typed of a recovery code, as it was made: capitals, no spaces, look-alike letters as the digits meant. */
export function normaliseRecoveryText(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
}

/** The groups of a code, in order; the last may be unfinished. */
export function recoveryGroupsOf(code: string): readonly string[] {
  return normaliseRecoveryText(code).match(new RegExp(`.{1,${recoveryGroupLength}}`, 'g')) ?? [];
}

export function isCompleteRecoveryCode(typed: string): boolean {
  return normaliseRecoveryText(typed).length === recoveryCodeGroups * recoveryGroupLength;
}
