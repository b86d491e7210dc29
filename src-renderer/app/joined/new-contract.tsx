import { NewContractPage } from '../../features/contracts/new-contract-page.tsx';
import { renderNewParty } from './new-party.tsx';

export function NewContract() {
  return <NewContractPage renderNewParty={renderNewParty} />;
}
