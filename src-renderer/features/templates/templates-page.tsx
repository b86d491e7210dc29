import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { Link } from 'react-router';
import { contractTypes, type ContractType, type TemplateSummary } from '#shared/features/templates/model.ts';
import { useTranslate } from '../../i18n/i18n.ts';
import { useOperation } from '../../ipc/use-query.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorMessage } from '../../ui/error-message.tsx';
import { LoadingState } from '../../ui/loading-state.tsx';
import { Page } from '../../ui/page.tsx';
import { TemplateCard } from './components/template-card.tsx';
import { useTemplatesView } from './store.ts';

/** The templates to draft from. */
export function TemplatesPage() {
  const translate = useTranslate();
  const templates = useOperation('templates.list', undefined);
  return (
    <Page
      title={translate('templates.title')}
      subtitle={translate('templates.lead')}
      actions={
        <Button component={Link} to="/templates/manage">
          {translate('templates.manage')}
        </Button>
      }
    >
      {templates.error !== null && <ErrorMessage error={templates.error} onRetry={templates.refetch} />}
      {templates.data === undefined && templates.error === null && <LoadingState />}
      {templates.data?.length === 0 && (
        <EmptyState title={translate('templates.empty.title')} body={translate('templates.empty.body')} />
      )}
      {templates.data !== undefined && templates.data.length > 0 && <TemplateChoice templates={templates.data} />}
    </Page>
  );
}

function TemplateChoice({ templates }: { readonly templates: readonly TemplateSummary[] }) {
  const translate = useTranslate();
  const { type, showType } = useTemplatesView();
  const shown = templates.filter((template) => type === 'all' || template.contractType === type);
  return (
    <>
      <ToggleButtonGroup
        exclusive
        size="small"
        value={type}
        aria-label={translate('templates.filter.label')}
        sx={{ flexWrap: 'wrap' }}
        onChange={(_, chosen: ContractType | 'all' | null) => chosen !== null && showType(chosen)}
      >
        <ToggleButton value="all">{translate('templates.filter.all')}</ToggleButton>
        {contractTypes.filter((each) => templates.some(({ contractType }) => contractType === each)).map((each) => (
          <ToggleButton key={each} value={each}>
            {translate(`templates.type.${each}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {shown.length === 0 && <EmptyState title={translate('templates.noneOfType')} />}
      <Box component="ul" sx={gridStyle}>
        {shown.map((template) => (
          <TemplateCard key={template.versionId} template={template} />
        ))}
      </Box>
    </>
  );
}

const gridStyle = {
  listStyle: 'none',
  m: 0,
  p: 0,
  display: 'grid',
  gap: 2,
  gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 320px), 1fr))',
} as const;
