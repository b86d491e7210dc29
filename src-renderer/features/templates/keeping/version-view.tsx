import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import { useMemo } from 'react';
import { z } from 'zod';
import { variableSchema } from '#shared/features/documents/variables.ts';
import { templateContentSchema, type TemplateContent } from '#shared/features/templates/model.ts';
import type { OutputOf } from '#shared/ipc/registry.ts';
import { isSameContent } from '#shared/features/templates/same-content.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { KeptForm, type KeptForm as KeptFormOf } from '../../../keeping/kept-form.tsx';
import type { FieldsOf } from '../../../keeping/restore-typed.ts';
import { UnfinishedNotice } from '../../../keeping/unfinished-notice.tsx';
import type { InsertionProvider } from '../../../ui/document-editor/insert/insertion.ts';
import type { Spelling } from '../../../ui/document-editor/spelling/spelling.ts';
import { LeaveGuard } from '../../../ui/leave-guard.tsx';
import { Page } from '../../../ui/page.tsx';
import { StatusChip } from '../../../ui/status-chip.tsx';
import { Tabbed } from '../../../ui/tabbed.tsx';
import { useTemplateWords } from '../use-template-words.ts';
import { ComparedVersions } from './compared-versions.tsx';
import { DefaultsEditor } from './defaults/defaults-editor.tsx';
import { KeepingCard } from './keeping-card.tsx';
import { ProblemList } from './problem-list.tsx';
import { statusTones } from './status-tones.ts';
import { StepBar } from './step-bar.tsx';
import { TextEditor } from './text-editor.tsx';
import { TryOut } from './try-out.tsx';
import { useBodies } from './use-bodies.ts';
import { VariablesEditor } from './variables/variables-editor.tsx';

export type Version = OutputOf<'templates.version'>;

interface VersionViewProps {
  readonly version: Version;
  readonly insertions: readonly InsertionProvider[];
  readonly spelling: Spelling | null;
}

/** A version; what is typed into a draft is kept until it is saved or given up. */
export function VersionView(props: VersionViewProps) {
  const { record, template, content } = props.version;
  const { versionId, status } = record.summary;
  if (status !== 'draft' || !template.isMaintained) return <ShownVersion {...props} kept={null} />;
  return (
    <KeptForm of={{ contractId: null, dialog: 'template', about: versionId }} revision={record.revision} fields={templateFields} fresh={() => content}>
      {(kept) => <ShownVersion {...props} kept={kept} />}
    </KeptForm>
  );
}

const text = z.string();
const { contractType, bodyZh, bodyEn, defaults } = templateContentSchema.unwrap().shape;

/** What is kept of a template, and may come back: a variable also while it has no name yet. */
const templateFields: FieldsOf<TemplateContent> = {
  ...{ contractType, bodyZh, bodyEn, defaults, titleZh: text, titleEn: text, summaryZh: text, summaryEn: text },
  variables: z.array(variableSchema.unwrap().extend({ labelZh: text, labelEn: text })),
};

/** Forms about a version besides the one of its content. */
const besides = ['templateStep', 'changeNote'] as const;

/** A version's tabs over one copy of its content, which is saved as a whole. */
function ShownVersion({ version, insertions, spelling, kept }: VersionViewProps & { /** Null where nothing of it is changed. */ readonly kept: KeptFormOf<TemplateContent> | null }) {
  const translate = useTranslate();
  const content = kept?.typed ?? version.content;
  const setContent = (changed: TemplateContent) => kept?.change(changed);
  const { record, template, notes } = version;
  const { summary } = record;
  const { title, summary: about } = useTemplateWords()(content);
  const isEditable = summary.status === 'draft' && template.isMaintained;
  const editing = { content, isEditable, onChange: setContent };
  const bodies = useBodies(content, setContent);
  const isDirty = useMemo(() => !isSameContent(content, version.content), [content, version.content]);
  return (
    <Page
      title={title}
      subtitle={
        <Stack direction="row" spacing={1} component="span" useFlexGap sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
          <StatusChip tone={statusTones[summary.status]} label={translate('templates.keeping.versionState', { version: summary.versionNumber, status: translate(`templates.status.${summary.status}`) })} />
          <span>{about}</span>
        </Stack>
      }
      back={{ to: '/templates/manage', label: translate('templates.keeping.title') }}
      maxWidth={1760}
      actions={<StepBar version={version} isDirty={isDirty} latest={bodies.latest} kept={kept} />}
    >
      <UnfinishedNotice contractId={null} dialogs={kept === null ? ['template', ...besides] : besides} about={summary.versionId} />
      {kept?.notice}
      <LeaveGuard isDirty={isDirty && isEditable} {...(kept === null ? {} : { onDiscard: kept.forget })} />
      {notes.reviewComment !== '' && summary.status === 'draft' && <Alert severity="warning">{translate('templates.versionPage.sentBack', { comment: notes.reviewComment })}</Alert>}
      {summary.status === 'superseded' && <Alert severity="info">{translate('templates.versionPage.superseded')}</Alert>}
      {notes.publishReason !== '' && <Alert severity="info">{translate('templates.versionPage.alone', { name: record.publishedByName, reason: notes.publishReason })}</Alert>}
      <Box sx={{ display: 'grid', gap: 2.5, gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) 340px' }, alignItems: 'start' }}>
        <Stack spacing={2}>
          <Tabbed
            label={translate('templates.versionPage.tabs')}
            tabs={[
              { key: 'text', label: translate('templates.versionPage.text'), content: <TextEditor content={content} isEditable={isEditable} bodies={bodies} insertions={insertions} spelling={spelling} /> },
              { key: 'variables', label: translate('templates.versionPage.variables'), content: <VariablesEditor {...editing} onRename={bodies.rename} /> },
              { key: 'try', label: translate('templates.versionPage.tryOut'), content: <TryOut content={content} /> },
              { key: 'obligations', label: translate('templates.versionPage.obligations'), content: <DefaultsEditor {...editing} /> },
              { key: 'compare', label: translate('templates.versionPage.compare'), content: <ComparedVersions version={version} content={content} /> },
            ]}
          />
        </Stack>
        <Stack spacing={2}>
          <ProblemList problems={version.problems} />
          <KeepingCard version={version} />
        </Stack>
      </Box>
    </Page>
  );
}
