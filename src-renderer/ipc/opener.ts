import type { VaultStatus } from '#shared/features/vault/model.ts';

const listeners: (() => void)[] = [];

/** Whose window it is while a vault is open: another person is another world, as another vault is; null while none is open. */
export function openerOf(status: VaultStatus | undefined): string | null {
  return status?.state === 'unlocked' ? `${status.vault.id} ${status.user.id}` : null;
}

/** Told before anything is shown to somebody else than had a vault open last, or of another vault: what was searched or ticked is not theirs. */
export function onOtherOpener(forget: () => void): void {
  listeners.push(forget);
}

/** Follows who opens: `before` and `after` are what main told last and tells now. */
export function createOpenerWatch(): (before: VaultStatus | undefined, after: VaultStatus) => void {
  let last: string | null = null;
  return (before, after) => {
    last = openerOf(before) ?? last;
    const opener = openerOf(after);
    if (opener === null) return;
    if (last !== null && last !== opener) listeners.forEach((forget) => forget());
    last = opener;
  };
}
