import { useCallback } from 'react';
import type { Settings, SettingsChange } from '#shared/features/settings/model.ts';
import { queryClient, settingsKey } from '../../ipc/query-client.ts';
import { useCommand } from '../../ipc/use-command.ts';
import { useOperation } from '../../ipc/use-query.ts';
import { useToast } from '../../ui/use-toast.ts';

/** The preferences of this laptop, and how to change one. */
export function useSettings(): {
  readonly settings: Settings | undefined;
  readonly change: (change: SettingsChange) => Promise<void>;
} {
  const toast = useToast();
  const settings = useOperation('settings.get', undefined).data;
  const { run } = useCommand('settings.update');
  const change = useCallback(
    async (wanted: SettingsChange) => {
      const reply = await run(wanted);
      if (reply.ok) queryClient.setQueryData(settingsKey, reply.value);
      else toast.failure(reply.error);
    },
    [run, toast],
  );
  return { settings, change };
}
