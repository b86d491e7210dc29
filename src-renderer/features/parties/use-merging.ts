import type { PartyMerge, PartyMergeEntry, PartyMergeId } from '#shared/features/parties/merging.ts';
import { useTranslate } from '../../i18n/i18n.ts';
import { useOwnName } from '../../i18n/own-name.ts';
import { useCommand } from '../../ipc/use-command.ts';
import { useConfirm } from '../../ui/confirm-store.ts';
import { useToast } from '../../ui/use-toast.ts';

interface Named {
  readonly nameZh: string;
  readonly nameEn: string;
}

/** Merges two records and offers to take it back, at once and later. */
export function useMerging() {
  const translate = useTranslate();
  const toast = useToast();
  const nameOf = useOwnName();
  const confirm = useConfirm();
  const merging = useCommand('parties.merge');
  const unmerging = useCommand('parties.unmerge');

  async function takeBack(mergeId: PartyMergeId, merged: Named): Promise<void> {
    const reply = await unmerging.run({ mergeId });
    if (reply.ok) toast.success(translate('parties.merge.undone', { merged: nameOf(merged) }));
    else toast.failure(reply.error);
  }

  /** Whether the records are one now; `error` of the answer says why not. */
  async function merge(entry: PartyMergeEntry, merged: Named): Promise<boolean> {
    const reply = await merging.run(entry);
    if (!reply.ok) return false;
    const { mergeId, party } = reply.value;
    toast.success(translate('parties.merge.done', { merged: nameOf(merged), kept: nameOf(party) }), {
      label: translate('parties.merge.undo'),
      run: () => void takeBack(mergeId, merged),
    });
    return true;
  }

  async function askToTakeBack({ id, kept, merged }: PartyMerge): Promise<void> {
    const isSure = await confirm({
      title: translate('parties.merge.askUndo.title'),
      body: translate('parties.merge.askUndo.body', { merged: nameOf(merged), kept: nameOf(kept) }),
      confirmLabel: translate('parties.merge.askUndo.confirm'),
    });
    if (isSure) await takeBack(id, merged);
  }

  return { merge, askToTakeBack, error: merging.error, isRunning: merging.isRunning || unmerging.isRunning };
}
