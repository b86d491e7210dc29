import { useCallback, useState } from 'react';
import type { CommandName, InputOf, Reply, ReplyError } from '#shared/ipc/registry.ts';
import { call } from './client.ts';

export interface CommandState<Name extends CommandName> {
  readonly run: (input: InputOf<Name>) => Promise<Reply<Name>>;
  readonly isRunning: boolean;
  /** Why the last run was refused. */
  readonly error: ReplyError<Name> | null;
  readonly reset: () => void;
}

/** A command to main, with what a form shows of it. Main tells by itself which data it changed. */
export function useCommand<Name extends CommandName>(name: Name): CommandState<Name> {
  const [running, setRunning] = useState(0);
  const [error, setError] = useState<ReplyError<Name> | null>(null);

  const run = useCallback(
    async (input: InputOf<Name>): Promise<Reply<Name>> => {
      setRunning((count) => count + 1);
      setError(null);
      const reply = await call(name, input);
      setRunning((count) => count - 1);
      if (!reply.ok) setError(reply.error);
      return reply;
    },
    [name],
  );
  const reset = useCallback(() => setError(null), []);

  return { run, isRunning: running > 0, error, reset };
}
