import type { ReminderId } from '#shared/features/reminders/model.ts';
import { useTranslate } from '../../i18n/i18n.ts';
import { useCommand } from '../../ipc/use-command.ts';
import { useToast } from '../../ui/use-toast.ts';

/** What a person does with reminders; each says what it did, and can be taken back. */
export function useReminderActions() {
  const translate = useTranslate();
  const toast = useToast();
  const acknowledging = useCommand('reminders.acknowledge');
  const withdrawing = useCommand('reminders.withdraw');
  const snoozing = useCommand('reminders.snooze');

  const withdraw = async (ids: readonly ReminderId[]) => {
    const reply = await withdrawing.run({ ids });
    if (!reply.ok) toast.failure(reply.error);
  };
  const acknowledge = async (ids: readonly ReminderId[]) => {
    const reply = await acknowledging.run({ ids });
    if (!reply.ok) return toast.failure(reply.error);
    return toast.success(translate('reminders.acknowledged', { count: reply.value.changed }), { label: translate('ui.undo'), run: () => void withdraw(ids) });
  };
  const snooze = async (ids: readonly ReminderId[], until: number) => {
    const reply = await snoozing.run({ ids, until });
    if (reply.ok) toast.success(translate('reminders.snoozed', { count: reply.value.changed }));
    else toast.failure(reply.error);
  };
  return { acknowledge, withdraw, snooze };
}
