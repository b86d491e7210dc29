import { useState } from 'react';
import type { ContractId } from '#shared/features/contracts/model.ts';
import { pickIdSchema } from '#shared/features/vault/model.ts';
import { idSchema, type Id } from '#shared/kernel/ids.ts';
import type { OutputOf } from '#shared/ipc/registry.ts';
import { useTranslate } from '../../i18n/i18n.ts';
import { call } from '../../ipc/client.ts';
import { useToast } from '../../ui/use-toast.ts';

type FailedFile = OutputOf<'attachments.add'>['failed'][number];

/** Adds files to a contract, picked or dropped, and says what became of each; one batch at a time, which can be stopped. */
export function useAdding(contractId: ContractId) {
  const translate = useTranslate();
  const toast = useToast();
  const [taskId, setTaskId] = useState<Id<'task'> | null>(null);
  const [failed, setFailed] = useState<readonly FailedFile[]>([]);

  const add = async (pickIds: readonly string[]) => {
    if (pickIds.length === 0) return;
    const task = idSchema<'task'>().parse(crypto.randomUUID());
    setTaskId(task);
    setFailed([]);
    const reply = await call('attachments.add', { contractId, pickIds: pickIds.map((id) => pickIdSchema.parse(id)), taskId: task });
    setTaskId(null);
    if (!reply.ok) return toast.failure(reply.error);
    setFailed(reply.value.failed);
    if (reply.value.added > 0) toast.success(translate('attachments.added', { count: reply.value.added }));
  };

  return {
    isAdding: taskId !== null,
    failed,
    /** Takes what was said of a file that was not added away. */
    dismiss: (file: FailedFile) => setFailed((present) => present.filter((each) => each !== file)),
    pick: async () => {
      const reply = await call('attachments.pickFile', undefined);
      if (reply.ok && reply.value !== null) await add([reply.value.pickId]);
    },
    drop: async (files: readonly File[]) => add(await window.deedbox.takeDropped(files)),
    stop: () => void (taskId !== null && call('attachments.cancel', { taskId })),
  };
}
