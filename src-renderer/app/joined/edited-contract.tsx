import { ReturnedNote } from '../../features/approvals/components/returned-note.tsx';
import { LiveFindings } from '../../features/checker/components/live-findings.tsx';
import { useClauseInsertions } from '../../features/clauses/use-clause-insertions.ts';
import { EditorPage } from '../../features/editor/editor-page.tsx';

export function EditedContract() {
  const insertions = useClauseInsertions();
  return <EditorPage insertions={insertions} renderFindings={(view) => <LiveFindings {...view} />} renderNotice={(contractId) => <ReturnedNote contractId={contractId} />} />;
}
