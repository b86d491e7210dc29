import { useClauseInsertions } from '../../features/clauses/use-clause-insertions.ts';
import { VersionPage } from '../../features/templates/keeping/version-page.tsx';

export function KeptTemplate() {
  return <VersionPage insertions={useClauseInsertions()} />;
}
