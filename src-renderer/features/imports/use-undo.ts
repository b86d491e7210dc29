import type { ImportBatchId } from '#shared/features/imports/plan.ts';
import { useFormat } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/i18n.ts';
import { useCommand } from '../../ipc/use-command.ts';
import { useConfirm } from '../../ui/confirm-store.ts';
import { useToast } from '../../ui/use-toast.ts';

/** Undoes a batch after a question, and says what stayed; gives whether it was undone. */
export function useUndo() {
  const translate = useTranslate();
  const format = useFormat();
  const confirm = useConfirm();
  const toast = useToast();
  const undoing = useCommand('imports.undo');

  async function run(batchId: ImportBatchId): Promise<boolean> {
    const isSure = await confirm({
      title: translate('imports.undo.title'),
      body: translate('imports.undo.body'),
      confirmLabel: translate('imports.undo.confirm'),
      destructive: true,
    });
    if (!isSure) return false;
    const reply = await undoing.run({ batchId });
    if (!reply.ok) return false;
    const { removedContracts, removedParties, keptContracts, keptParties } = reply.value;
    const figures = {
      contracts: format.number(removedContracts),
      parties: format.number(removedParties),
      kept: format.number(keptContracts + keptParties),
    };
    toast.success(translate(keptContracts + keptParties > 0 ? 'imports.undo.doneWithRest' : 'imports.undo.done', figures));
    return true;
  }

  return { run, isRunning: undoing.isRunning, error: undoing.error };
}
