import { RecordPage } from '../../features/contracts/record/record-page.tsx';
import { EndingNote } from '../../features/signing/envelope/ending-note.tsx';
import { renderNewParty } from './new-party.tsx';

export function EditedRecord() {
  return <RecordPage renderNewParty={renderNewParty} renderNotice={(id) => <EndingNote contractId={id} by="correct" />} />;
}
