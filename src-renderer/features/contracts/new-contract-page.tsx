import { useParams } from 'react-router';
import { templateVersionIdSchema, type TemplateVersionId } from '#shared/features/templates/model.ts';
import { useLanguage, useTranslate } from '../../i18n/i18n.ts';
import { useOperation } from '../../ipc/use-query.ts';
import { ErrorMessage } from '../../ui/error-message.tsx';
import { LoadingState } from '../../ui/loading-state.tsx';
import { Page } from '../../ui/page.tsx';
import { NewContractForm } from './components/new-contract-form.tsx';
import type { RenderNewParty } from './contract-form-context.ts';
import { useKeptForm } from './use-kept-form.ts';

interface NewContractPageProps {
  readonly renderNewParty?: RenderNewParty;
}

/** Makes a contract from a template: fill in the blanks and watch the text. */
export function NewContractPage({ renderNewParty }: NewContractPageProps) {
  const { templateVersionId } = useParams();
  const versionId = templateVersionIdSchema.parse(templateVersionId);
  return <FromTemplate key={versionId} versionId={versionId} renderNewParty={renderNewParty} />;
}

interface FromTemplateProps {
  readonly versionId: TemplateVersionId;
  readonly renderNewParty: RenderNewParty | undefined;
}

function FromTemplate({ versionId, renderNewParty }: FromTemplateProps) {
  const translate = useTranslate();
  const language = useLanguage();
  const template = useOperation('templates.get', { versionId });
  const kept = useKeptForm(versionId);
  const title = template.data && (language === 'zh-CN' ? template.data.summary.titleZh : template.data.summary.titleEn);
  const subtitle =
    template.data && title && translate('contracts.form.fromTemplate', { title, version: template.data.summary.versionNumber });
  return (
    <Page
      title={translate('contracts.form.newTitle')}
      subtitle={subtitle}
      back={{ to: '/templates', label: translate('contracts.form.backToTemplates') }}
      maxWidth={1760}
    >
      {template.error !== null && <ErrorMessage error={template.error} onRetry={template.refetch} />}
      {kept.kind === 'failed' && template.error === null && <ErrorMessage error={kept.error} />}
      {template.error === null && (template.data === undefined || kept.kind === 'loading') && <LoadingState shape="form" />}
      {template.data !== undefined && kept.kind === 'ready' && (
        <NewContractForm template={template.data} kept={kept.kept} renderNewParty={renderNewParty} />
      )}
    </Page>
  );
}
