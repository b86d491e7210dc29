import { LiveFindings } from '../../features/checker/components/live-findings.tsx';
import { EditorPage } from '../../features/editor/editor-page.tsx';

export function EditedContract() {
  return <EditorPage renderFindings={(view) => <LiveFindings {...view} />} />;
}
