import { useParams } from 'react-router';
import { contractIdSchema } from '#shared/features/contracts/model.ts';
import { ReturnedNote } from '../../features/approvals/components/returned-note.tsx';
import { LiveFindings } from '../../features/checker/components/live-findings.tsx';
import { useClauseInsertions } from '../../features/clauses/use-clause-insertions.ts';
import { EditorPage } from '../../features/editor/editor-page.tsx';
import { EndingNote } from '../../features/signing/envelope/ending-note.tsx';
import { IgnoredWords } from '../../features/spelling/components/ignored-words.tsx';
import { useSpelling } from '../../features/spelling/use-spelling.ts';

export function EditedContract() {
  const insertions = useClauseInsertions();
  const contractId = contractIdSchema.parse(useParams()['contractId']);
  const spelling = useSpelling(contractId);
  return (
    <EditorPage
      insertions={insertions}
      spelling={spelling}
      status={<IgnoredWords contractId={contractId} />}
      renderFindings={(view) => <LiveFindings {...view} />}
      renderNotice={(id) => (
        <>
          <EndingNote contractId={id} by="save" />
          <ReturnedNote contractId={id} />
        </>
      )}
    />
  );
}
