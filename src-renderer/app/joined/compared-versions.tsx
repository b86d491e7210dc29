import { EndingNote } from '../../features/signing/envelope/ending-note.tsx';
import { VersionsPage } from '../../features/versions/versions-page.tsx';

export function ComparedVersions() {
  return <VersionsPage renderNotice={(id) => <EndingNote contractId={id} by="save" />} />;
}
