import { useCallback, useRef, useState } from 'react';
import type { CommandName, InputOf, Reply, ReplyError } from '#shared/ipc/registry.ts';
import { call } from './client.ts';

export interface CommandState<Name extends CommandName> {
  readonly run: (input: InputOf<Name>) => Promise<Reply<Name>>;
  readonly isRunning: boolean;
  /** Why the last run was refused. */
  readonly error: ReplyError<Name> | null;
  readonly reset: () => void;
}

interface CommandOptions {
  /**
   * The page is left once it succeeded. Until the next one is there, which may have to be loaded, the command goes on running and is
   * not sent again: the second half of a double click would make a second contract.
   */
  readonly leaves?: boolean;
}

/** A command to main, with what a form shows of it. Main tells by itself which data it changed. */
export function useCommand<Name extends CommandName>(name: Name, { leaves = false }: CommandOptions = {}): CommandState<Name> {
  const [running, setRunning] = useState(0);
  const [error, setError] = useState<ReplyError<Name> | null>(null);
  const sent = useRef<Promise<Reply<Name>> | null>(null);

  const run = useCallback(
    (input: InputOf<Name>): Promise<Reply<Name>> => {
      if (leaves && sent.current !== null) return sent.current;
      const send = async (): Promise<Reply<Name>> => {
        setRunning((count) => count + 1);
        setError(null);
        const reply = await call(name, input);
        if (leaves && reply.ok) return reply;
        sent.current = null;
        setRunning((count) => count - 1);
        if (!reply.ok) setError(reply.error);
        return reply;
      };
      sent.current = send();
      return sent.current;
    },
    [name, leaves],
  );
  const reset = useCallback(() => setError(null), []);

  return { run, isRunning: running > 0, error, reset };
}
