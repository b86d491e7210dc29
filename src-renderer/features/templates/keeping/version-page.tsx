import { useParams } from 'react-router';
import { templateVersionIdSchema } from '#shared/features/templates/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import type { InsertionProvider } from '../../../ui/document-editor/insert/insertion.ts';
import type { Spelling } from '../../../ui/document-editor/spelling/spelling.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { Page } from '../../../ui/page.tsx';
import { VersionView } from './version-view.tsx';

/** One version for those who keep it: written as a draft, reviewed, published, compared. */
export function VersionPage({ insertions, spelling }: { readonly insertions: readonly InsertionProvider[]; readonly spelling: Spelling | null }) {
  const translate = useTranslate();
  const versionId = templateVersionIdSchema.parse(useParams()['templateVersionId']);
  const version = useOperation('templates.version', { versionId });
  if (version.data !== undefined) return <VersionView key={`${versionId} ${version.data.record.summary.status}`} version={version.data} insertions={insertions} spelling={spelling} />;
  return (
    <Page title={translate('templates.keeping.title')} back={{ to: '/templates/manage', label: translate('templates.keeping.title') }}>
      {version.error === null && <LoadingState />}
      {version.error?.code === 'WITHHELD' && <EmptyState title={translate('templates.withheld.title')} body={translate('templates.withheld.body')} />}
      {version.error !== null && version.error.code !== 'WITHHELD' && <ErrorMessage error={version.error} onRetry={version.refetch} />}
    </Page>
  );
}
