import type { ContractFilter } from '#shared/features/contracts/list.ts';
import type { PartyId } from '#shared/features/parties/model.ts';
import { useContractListView } from './store.ts';

/** The contracts of a counterparty, archived ones included: as many as are counted for it. */
export function contractsOfParty(partyId: PartyId): ContractFilter {
  return { partyId, archived: 'both' };
}

/** Narrows the list of contracts, to which a link then leads, to those of a counterparty. */
export function narrowListToParty(partyId: PartyId): void {
  useContractListView.getState().change({ search: '', filter: contractsOfParty(partyId) });
}
