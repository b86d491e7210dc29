import type { PartyId } from '#shared/features/parties/model.ts';
import { NewPartyDialog } from '../../features/parties/components/new-party-dialog.tsx';

/** Lets a contract's form enter a counterparty without either feature knowing of the other. */
export function renderNewParty(onCreated: (id: PartyId) => void, onCancel: () => void) {
  return <NewPartyDialog onCreated={onCreated} onCancel={onCancel} />;
}
