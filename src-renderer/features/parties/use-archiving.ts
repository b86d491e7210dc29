import type { PartyId } from '#shared/features/parties/model.ts';
import { useTranslate } from '../../i18n/i18n.ts';
import { useOwnName } from '../../i18n/own-name.ts';
import { useCommand } from '../../ipc/use-command.ts';
import { useToast } from '../../ui/use-toast.ts';

interface Archivable {
  readonly id: PartyId;
  readonly nameZh: string;
  readonly nameEn: string;
}

/** Archives at once and offers to undo it, instead of asking first. */
export function useArchiving() {
  const translate = useTranslate();
  const toast = useToast();
  const nameOf = useOwnName();
  const archiving = useCommand('parties.archive');
  const restoring = useCommand('parties.restore');

  async function restore(party: Archivable): Promise<void> {
    const reply = await restoring.run({ id: party.id });
    if (reply.ok) toast.success(translate('parties.restoredToast', { name: nameOf(party) }));
    else toast.failure(reply.error);
  }

  async function archive(party: Archivable): Promise<void> {
    const reply = await archiving.run({ id: party.id });
    if (!reply.ok) return toast.failure(reply.error);
    toast.success(translate('parties.archivedToast', { name: nameOf(party) }), {
      label: translate('parties.undo'),
      run: () => void restore(party),
    });
  }

  return { archive, restore, isRunning: archiving.isRunning || restoring.isRunning };
}
