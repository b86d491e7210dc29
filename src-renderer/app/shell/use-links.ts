import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import { useTranslate } from '../../i18n/i18n.ts';
import { call, onEvent } from '../../ipc/client.ts';
import { useToast } from '../../ui/use-toast.ts';

/** Goes to the contract that a link from another program asks for, as soon as a vault is open. */
export function useLinks(): void {
  const navigate = useNavigate();
  const toast = useToast();
  const translate = useTranslate();
  useEffect(() => {
    const follow = async () => {
      const reply = await call('contracts.takeLinked', undefined);
      if (!reply.ok || reply.value === null) return;
      const { id, number } = reply.value;
      if (id === null) toast.info(translate('app.link.unknown', { number }));
      else void navigate(`/contracts/${id}`);
    };
    void follow();
    return onEvent('linkOpened', () => void follow());
  }, [navigate, toast, translate]);
}
