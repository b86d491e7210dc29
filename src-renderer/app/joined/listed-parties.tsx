import { narrowListToParty } from '../../features/contracts/list-of-party.ts';
import { PartiesPage } from '../../features/parties/parties-page.tsx';
import { usePermission } from '../../ipc/use-vault-status.ts';

/** The counterparties, each with the way to its contracts. */
export function ListedParties() {
  const mayRead = usePermission('contracts.read');
  return <PartiesPage {...(mayRead ? { onContracts: narrowListToParty } : {})} />;
}
