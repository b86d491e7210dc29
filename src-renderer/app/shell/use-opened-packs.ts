import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import { call, onEvent } from '../../ipc/client.ts';

/** Goes to the pack that the system asked to open, as soon as a vault is open. */
export function useOpenedPacks(): void {
  const navigate = useNavigate();
  useEffect(() => {
    const follow = async () => {
      const reply = await call('exchange.takeOpened', undefined);
      if (reply.ok && reply.value !== null) void navigate(`/exchange/open/${reply.value.pickId}`);
    };
    void follow();
    return onEvent('packOpened', () => void follow());
  }, [navigate]);
}
