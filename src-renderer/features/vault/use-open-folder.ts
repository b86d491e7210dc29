import { useState } from 'react';
import { useCommand } from '../../ipc/use-command.ts';
import type { ReplyError } from '#shared/ipc/registry.ts';

/** Lets the person pick the folder of an existing vault and makes it the one to unlock. */
export function useOpenFolder(): {
  /** True when a vault was chosen. */
  readonly open: () => Promise<boolean>;
  readonly isRunning: boolean;
  readonly error: ReplyError | null;
} {
  const pick = useCommand('vault.pickFolder');
  const select = useCommand('vault.select');
  const [isWrongFolder, setWrongFolder] = useState(false);

  async function open(): Promise<boolean> {
    setWrongFolder(false);
    select.reset();
    const picked = await pick.run({ purpose: 'open' });
    if (!picked.ok || picked.value === null) return false;
    if (picked.value.kind !== 'vault') {
      setWrongFolder(true);
      return false;
    }
    return (await select.run({ pickId: picked.value.pickId })).ok;
  }

  const error = isWrongFolder ? ({ code: 'NOT_A_VAULT' } as const) : (pick.error ?? select.error);
  return { open, isRunning: pick.isRunning || select.isRunning, error };
}
