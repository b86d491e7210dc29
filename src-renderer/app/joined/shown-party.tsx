import { PartyPage } from '../../features/parties/party-page.tsx';
import { PartyLog } from '../../features/problems/components/party-log.tsx';
import { usePermission } from '../../ipc/use-vault-status.ts';

/** A counterparty with what was said with it under all contracts. */
export function ShownParty() {
  const mayRead = usePermission('contracts.read');
  return <PartyPage {...(mayRead ? { cards: (id) => <PartyLog partyId={id} /> } : {})} />;
}
