import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useState } from 'react';
import { Link as RouterLink, useParams } from 'react-router';
import { templateVersionIdSchema, type Template, type TemplateSummary } from '#shared/features/templates/model.ts';
import { useFormat } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/i18n.ts';
import { useOperation } from '../../ipc/use-query.ts';
import { usePermission } from '../../ipc/use-vault-status.ts';
import { DefinitionList } from '../../ui/definition-list.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorMessage } from '../../ui/error-message.tsx';
import { LoadingState } from '../../ui/loading-state.tsx';
import { Page } from '../../ui/page.tsx';
import { SectionCard } from '../../ui/section-card.tsx';
import { TemplatePreview } from './components/template-preview.tsx';
import { VariableList } from './components/variable-list.tsx';
import { useTemplateWords } from './use-template-words.ts';

/** One version of a template: its text, and what there is to fill in. */
export function TemplatePage() {
  const translate = useTranslate();
  const versionId = templateVersionIdSchema.parse(useParams()['templateVersionId']);
  const template = useOperation('templates.get', { versionId });
  if (template.data !== undefined) return <TemplateView template={template.data} />;
  return (
    <Page title={translate('templates.title')} back={{ to: '/templates', label: translate('templates.title') }}>
      {template.error === null && <LoadingState />}
      {template.error?.code === 'WITHHELD' && (
        <EmptyState title={translate('templates.withheld.title')} body={translate('templates.withheld.body')} />
      )}
      {template.error !== null && template.error.code !== 'WITHHELD' && (
        <ErrorMessage error={template.error} onRetry={template.refetch} />
      )}
    </Page>
  );
}

function TemplateView({ template }: { readonly template: Template }) {
  const translate = useTranslate();
  const { title, summary } = useTemplateWords()(template.summary);
  const [activeKey, setActiveKey] = useState<string | null>(null);
  const mayDraft = usePermission('contracts.write');
  const isUsable = template.summary.status === 'published';
  return (
    <Page
      title={title}
      subtitle={summary}
      back={{ to: '/templates', label: translate('templates.title') }}
      actions={
        isUsable &&
        mayDraft && (
          <Button component={RouterLink} to={`/contracts/new/${template.summary.versionId}`} variant="contained">
            {translate('templates.use')}
          </Button>
        )
      }
    >
      {!isUsable && <Alert severity="info">{translate('templates.notUsable')}</Alert>}
      <Box sx={{ display: 'grid', gap: 2.5, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 1fr) 372px' }, alignItems: 'start' }}>
        <TemplatePreview content={template.content} activeKey={activeKey} onChoose={setActiveKey} />
        <Stack spacing={2}>
          <AboutVersion summary={template.summary} variableCount={template.content.variables.length} />
          <VariableList content={template.content} activeKey={activeKey} onChoose={setActiveKey} />
        </Stack>
      </Box>
    </Page>
  );
}

interface AboutVersionProps {
  readonly summary: TemplateSummary;
  readonly variableCount: number;
}

function AboutVersion({ summary, variableCount }: AboutVersionProps) {
  const translate = useTranslate();
  const format = useFormat();
  return (
    <SectionCard title={translate('templates.page.about')}>
      <DefinitionList
        items={[
          { label: translate('templates.page.contractType'), value: translate(`templates.type.${summary.contractType}`) },
          { label: translate('templates.page.versionNumber'), value: format.number(summary.versionNumber) },
          { label: translate('templates.page.status'), value: translate(`templates.status.${summary.status}`) },
          ...(summary.publishedAt === null
            ? []
            : [{ label: translate('templates.page.published'), value: format.date(summary.publishedAt) }]),
          { label: translate('templates.page.variableCount'), value: format.number(variableCount) },
        ]}
      />
    </SectionCard>
  );
}
