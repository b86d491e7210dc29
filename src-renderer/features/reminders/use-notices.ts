import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import { useTranslate } from '../../i18n/i18n.ts';
import { call, onEvent } from '../../ipc/client.ts';
import { useToastStore } from '../../ui/toast-store.ts';
import { useToast } from '../../ui/use-toast.ts';

/** Goes where a clicked notification leads, now that the vault is open; and tells what the system did not show. */
export function useNotices(): void {
  const translate = useTranslate();
  const toast = useToast();
  const navigate = useNavigate();
  useEffect(() => {
    const follow = async () => {
      const reply = await call('reminders.takeOpened', undefined);
      if (reply.ok && reply.value !== null) void navigate(reply.value);
    };
    void follow();
    const stops = [
      onEvent('noticeOpened', () => void follow()),
      onEvent('reminded', ({ count }) => {
        // The bell counts it anyway: an answer to what the person just did is not pushed aside.
        if (useToastStore.getState().toast !== null) return;
        toast.info(translate('reminders.came', { count }), { label: translate('reminders.card.open'), run: () => void navigate('/reminders') });
      }),
    ];
    return () => stops.forEach((stop) => stop());
  }, [navigate, toast, translate]);
}
