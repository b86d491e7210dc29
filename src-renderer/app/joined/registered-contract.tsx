import { RegisterPage } from '../../features/contracts/record/register-page.tsx';
import { renderNewParty } from './new-party.tsx';

export function RegisteredContract() {
  return <RegisterPage renderNewParty={renderNewParty} />;
}
