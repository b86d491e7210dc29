import { useCallback } from 'react';
import { call } from '../ipc/client.ts';
import { useToast } from '../ui/use-toast.ts';

/** Locks the vault; main then tells the new status, which takes the pages off the screen. */
export function useLock(): () => void {
  const toast = useToast();
  return useCallback(() => {
    // Whoever holds something unkept hands it to main now: after the lock it would be refused.
    globalThis.dispatchEvent(new Event('beforelock'));
    void call('vault.lock', undefined).then((reply) => {
      if (!reply.ok) toast.failure(reply.error);
    });
  }, [toast]);
}
