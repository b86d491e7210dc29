import { ReviseContractPage } from '../../features/contracts/revise-contract-page.tsx';
import { renderNewParty } from './new-party.tsx';

export function RevisedContract() {
  return <ReviseContractPage renderNewParty={renderNewParty} />;
}
