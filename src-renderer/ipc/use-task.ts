import { useEffect, useState } from 'react';
import type { EventPayload } from '#shared/ipc/events.ts';
import type { CommandName, InputOf, OutputOf, ReplyError } from '#shared/ipc/registry.ts';
import { idSchema, type Id } from '#shared/kernel/ids.ts';
import { call, onEvent } from './client.ts';

type OfTask = { readonly taskId: Id<'task'> };
/** Commands that tell how far they are under a task's id. */
type TaskName = { [Name in CommandName]: InputOf<Name> extends OfTask ? Name : never }[CommandName];
/** Commands that stop a task: they take nothing but its id. */
type CancelName = { [Name in TaskName]: OfTask extends InputOf<Name> ? Name : never }[TaskName];
export type Progress = EventPayload<'progress'>;

export type TaskState<Name extends TaskName> =
  | { readonly kind: 'idle' }
  /** `progress` is null until main has told how far it is. */
  | { readonly kind: 'running'; readonly taskId: Id<'task'>; readonly progress: Progress | null }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'done'; readonly value: OutputOf<Name> }
  | { readonly kind: 'failed'; readonly error: ReplyError<Name> };

export interface Task<Name extends TaskName> {
  readonly state: TaskState<Name>;
  /** Gives the value, or null when it failed or was cancelled. */
  readonly start: (input: Omit<InputOf<Name>, 'taskId'>) => Promise<OutputOf<Name> | null>;
  readonly cancel: () => void;
  readonly reset: () => void;
}

/** Runs one of main's long tasks, follows how far it is, and stops it with the command named second. */
export function useTask<Name extends TaskName>(name: Name, cancelName: CancelName): Task<Name> {
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
    cancel: () => void (taskId !== null && call(cancelName, { taskId })),
    reset: () => setState({ kind: 'idle' }),
  };
}
