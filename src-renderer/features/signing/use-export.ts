import { useEffect, useState } from 'react';
import type { ContractId } from '#shared/features/contracts/model.ts';
import type { ExportReceipt } from '#shared/features/signing/model.ts';
import type { EventPayload } from '#shared/ipc/events.ts';
import { idSchema, type Id } from '#shared/kernel/ids.ts';
import { call, onEvent } from '../../ipc/client.ts';
import type { ReplyError } from '#shared/ipc/registry.ts';

type Progress = EventPayload<'progress'>;

export type ExportState =
  | { readonly kind: 'idle' }
  /** `progress` is null until the place to save was chosen. */
  | { readonly kind: 'running'; readonly taskId: Id<'task'>; readonly progress: Progress | null }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'done'; readonly receipt: ExportReceipt }
  | { readonly kind: 'failed'; readonly error: ReplyError<'signing.exportSigned'> };

/** Names a task of ours, so that its progress can be followed and it can be stopped. */
export function newTaskId(): Id<'task'> {
  return idSchema<'task'>().parse(crypto.randomUUID());
}

/** Runs the signed export of a contract and follows how far it is. */
export function useExport(contractId: ContractId) {
  const [state, setState] = useState<ExportState>({ kind: 'idle' });
  const taskId = state.kind === 'running' ? state.taskId : null;

  useEffect(() => {
    if (taskId === null) return;
    return onEvent('progress', (progress) => {
      if (progress.taskId === taskId) setState({ kind: 'running', taskId, progress });
    });
  }, [taskId]);

  async function start(): Promise<void> {
    const task = newTaskId();
    setState({ kind: 'running', taskId: task, progress: null });
    const reply = await call('signing.exportSigned', { contractId, taskId: task });
    if (reply.ok && reply.value !== null) setState({ kind: 'done', receipt: reply.value });
    else if (reply.ok) setState({ kind: 'idle' });
    else if (reply.error.code === 'CANCELLED') setState({ kind: 'cancelled' });
    else setState({ kind: 'failed', error: reply.error });
  }

  /** Asks main to stop; the export's own reply then says how it ended. */
  async function cancel(): Promise<void> {
    if (taskId !== null) await call('signing.cancelExport', { taskId });
  }

  return { state, start, cancel };
}
