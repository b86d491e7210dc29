import type { PartyId } from '#shared/features/parties/model.ts';
import { PartyContracts } from '../../features/contracts/components/party-contracts.tsx';
import { PartyPage } from '../../features/parties/party-page.tsx';
import { PartyLog } from '../../features/problems/components/party-log.tsx';
import { usePermission } from '../../ipc/use-vault-status.ts';

/** A counterparty with its contracts and what was said with it under them. */
export function ShownParty() {
  const mayRead = usePermission('contracts.read');
  const cards = (id: PartyId) => (
    <>
      <PartyContracts partyId={id} />
      <PartyLog partyId={id} />
    </>
  );
  return <PartyPage {...(mayRead ? { cards } : {})} />;
}
