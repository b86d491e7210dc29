import type { PartyId } from '#shared/features/parties/model.ts';
import { useTranslate } from '../../i18n/i18n.ts';
import { useCommand } from '../../ipc/use-command.ts';
import { useToast } from '../../ui/use-toast.ts';

interface Pair {
  readonly first: PartyId;
  readonly second: PartyId;
}

/** Says that two parties are not one, or takes that back; each offers to be undone. */
export function useDistinctions() {
  const translate = useTranslate();
  const toast = useToast();
  const declaring = useCommand('parties.declareDistinct');
  const withdrawing = useCommand('parties.withdrawDistinct');

  async function declare(pair: Pair): Promise<void> {
    const reply = await declaring.run(pair);
    if (!reply.ok) return toast.failure(reply.error);
    toast.success(translate('parties.duplicates.declared'), { label: translate('parties.duplicates.undo'), run: () => void withdraw(pair) });
  }

  async function withdraw(pair: Pair): Promise<void> {
    const reply = await withdrawing.run(pair);
    if (!reply.ok) return toast.failure(reply.error);
    toast.success(translate('parties.duplicates.withdrawn'), { label: translate('parties.duplicates.undo'), run: () => void declare(pair) });
  }

  return { declare, withdraw };
}
