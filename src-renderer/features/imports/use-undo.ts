import type { ImportBatchId } from '#shared/features/imports/plan.ts';
import { useFormat } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/i18n.ts';
import { useTask } from '../../ipc/use-task.ts';
import { useConfirm } from '../../ui/confirm-store.ts';
import { useToast } from '../../ui/use-toast.ts';

/** Undoes a batch after a question, and says what stayed; gives whether it was undone. */
export function useUndo() {
  const translate = useTranslate();
  const format = useFormat();
  const confirm = useConfirm();
  const toast = useToast();
  const { state, start, cancel } = useTask('imports.undo', 'imports.cancel');

  async function run(batchId: ImportBatchId): Promise<boolean> {
    const isSure = await confirm({
      title: translate('imports.undo.title'),
      body: translate('imports.undo.body'),
      confirmLabel: translate('imports.undo.confirm'),
      destructive: true,
    });
    if (!isSure) return false;
    const undone = await start({ batchId });
    if (undone === null) return false;
    const { removedContracts, removedParties, keptContracts, keptParties, isStopped } = undone;
    const figures = {
      contracts: format.number(removedContracts),
      parties: format.number(removedParties),
      kept: format.number(keptContracts + keptParties),
    };
    toast.success(translate(isStopped ? 'imports.undo.stopped' : keptContracts + keptParties > 0 ? 'imports.undo.doneWithRest' : 'imports.undo.done', figures));
    return !isStopped;
  }

  return {
    run,
    cancel,
    isRunning: state.kind === 'running',
    progress: state.kind === 'running' ? state.progress : null,
    error: state.kind === 'failed' ? state.error : null,
  };
}
