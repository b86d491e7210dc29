import { useClauseInsertions } from '../../features/clauses/use-clause-insertions.ts';
import { useSpelling } from '../../features/spelling/use-spelling.ts';
import { VersionPage } from '../../features/templates/keeping/version-page.tsx';

export function KeptTemplate() {
  return <VersionPage insertions={useClauseInsertions()} spelling={useSpelling(null)} />;
}
