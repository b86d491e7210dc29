import { useEffect, useState } from 'react';
import type { EventPayload } from '#shared/ipc/events.ts';
import type { InputOf, OutputOf } from '#shared/ipc/registry.ts';
import { idSchema, type Id } from '#shared/kernel/ids.ts';
import { call, onEvent } from '../../ipc/client.ts';
import type { ErrorOfReply } from '../../ipc/reply-error.ts';

type TaskName = 'imports.check' | 'imports.run' | 'imports.resume' | 'imports.saveProblems';
export type Progress = EventPayload<'progress'>;

export type TaskState<Name extends TaskName> =
  | { readonly kind: 'idle' }
  /** `progress` is null until main has told how far it is. */
  | { readonly kind: 'running'; readonly taskId: Id<'task'>; readonly progress: Progress | null }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'done'; readonly value: OutputOf<Name> }
  | { readonly kind: 'failed'; readonly error: ErrorOfReply<Name> };

export interface Task<Name extends TaskName> {
  readonly state: TaskState<Name>;
  /** Gives the value, or null when it failed or was cancelled. */
  readonly start: (input: Omit<InputOf<Name>, 'taskId'>) => Promise<OutputOf<Name> | null>;
  readonly cancel: () => void;
  readonly reset: () => void;
}

/** Runs one of main's long tasks and follows how far it is. */
export function useTask<Name extends TaskName>(name: Name): Task<Name> {
  const [state, setState] = useState<TaskState<Name>>({ kind: 'idle' });
  const taskId = state.kind === 'running' ? state.taskId : null;

  useEffect(() => {
    if (taskId === null) return;
    const stop = onEvent('progress', (progress) => {
      if (progress.taskId === taskId) setState((present) => (present.kind === 'running' ? { ...present, progress } : present));
    });
    return stop;
  }, [taskId]);

  async function start(input: Omit<InputOf<Name>, 'taskId'>): Promise<OutputOf<Name> | null> {
    const task = idSchema<'task'>().parse(crypto.randomUUID());
    setState({ kind: 'running', taskId: task, progress: null });
    const reply = await call(name, { ...input, taskId: task } as InputOf<Name>);
    if (reply.ok) {
      setState({ kind: 'done', value: reply.value });
      return reply.value;
    }
    setState(reply.error.code === 'CANCELLED' ? { kind: 'cancelled' } : { kind: 'failed', error: reply.error });
    return null;
  }

  return {
    state,
    start,
    cancel: () => void (taskId !== null && call('imports.cancel', { taskId })),
    reset: () => setState({ kind: 'idle' }),
  };
}
