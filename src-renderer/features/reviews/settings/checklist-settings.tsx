import AddIcon from '@mui/icons-material/Add';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { StoredChecklist } from '#shared/features/reviews/ipc.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useLanguage, useTranslate } from '../../../i18n/i18n.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { usePermission } from '../../../ipc/use-vault-status.ts';
import { UnfinishedNotice } from '../../../keeping/unfinished-notice.tsx';
import { useResumeAmong } from '../../../keeping/use-resume.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { SectionCard } from '../../../ui/section-card.tsx';
import { ChecklistDialog } from './checklist-dialog.tsx';

/** The checklists as they stand; a change is their next version, and reviews that run keep theirs. */
export function ChecklistSettings() {
  const translate = useTranslate();
  const format = useFormat();
  const language = useLanguage();
  const mayConfigure = usePermission('reviews.configure');
  const checklists = useOperation('reviews.checklists', undefined);
  const [edited, setEdited] = useState<StoredChecklist | 'new' | null>(null);
  useResumeAmong('checklist', checklists.data, (checklist) => setEdited(checklist ?? 'new'));
  if (checklists.data === undefined) return checklists.error === null ? <LoadingState /> : <ErrorMessage error={checklists.error} onRetry={checklists.refetch} />;
  return (
    <Stack spacing={2} sx={{ pt: 2 }}>
      <UnfinishedNotice contractId={null} dialogs={['checklist']} />
      <Typography color="textSecondary">{translate('reviews.checklists.hint')}</Typography>
      {checklists.data.map((stored) => (
        <SectionCard
          key={stored.id}
          title={language === 'en' ? stored.checklist.nameEn : stored.checklist.nameZh}
          subtitle={stored.changedAt === null ? translate('reviews.checklists.shipped') : translate('reviews.checklists.changed', { version: stored.version, name: stored.changedByName ?? '', time: format.dateTime(stored.changedAt) })}
          actions={
            mayConfigure && (
              <Button size="small" onClick={() => setEdited(stored)} aria-label={translate('reviews.checklists.editOne', { name: stored.checklist.nameZh })}>
                {translate('reviews.checklists.edit')}
              </Button>
            )
          }
        >
          <Stack component="ol" spacing={0.5} sx={{ m: 0, pl: 3 }}>
            {stored.checklist.items.map((item) => (
              <Typography key={item.key} component="li" variant="body2">
                {language === 'en' ? item.en : item.zh}
                <Typography component="span" variant="caption" color="textSecondary" sx={{ ml: 1 }}>
                  {translate(`reviews.itemKind.${item.kind}`)}
                </Typography>
              </Typography>
            ))}
          </Stack>
        </SectionCard>
      ))}
      {mayConfigure && (
        <Button startIcon={<AddIcon />} onClick={() => setEdited('new')} sx={{ alignSelf: 'flex-start' }}>
          {translate('reviews.checklists.add')}
        </Button>
      )}
      {edited !== null && <ChecklistDialog key={edited === 'new' ? 'new' : edited.id} stored={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </Stack>
  );
}
