import { RecordPage } from '../../features/contracts/record/record-page.tsx';
import { renderNewParty } from './new-party.tsx';

export function EditedRecord() {
  return <RecordPage renderNewParty={renderNewParty} />;
}
