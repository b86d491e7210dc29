import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { mayReviewNext } from '#shared/features/templates/lifecycle.ts';
import { isDay } from '#shared/kernel/day.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { DateField } from '../../../ui/date-field.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { PersonField } from '../../../ui/person-field.tsx';
import { usePresentDay } from '../../../ui/present-day.ts';
import { SectionCard } from '../../../ui/section-card.tsx';
import { useToast } from '../../../ui/use-toast.ts';
import type { Version } from './version-view.tsx';

/** Who keeps a template, when it is looked through next, and how its version came about. */
export function KeepingCard({ version: { template, record, notes } }: { readonly version: Version }) {
  const translate = useTranslate();
  const format = useFormat();
  const toast = useToast();
  const save = useCommand('templates.saveKeeping');
  const members = useOperation('approvals.members', undefined);
  const groups = useOperation('templates.groups', undefined).data ?? [];
  const [ownerId, setOwner] = useState(template.ownerId);
  const [groupId, setGroup] = useState<string>(template.groupId ?? '');
  const [reviewOn, setReviewOn] = useState<string>(template.nextReviewOn ?? '');
  const nextReviewOn = isDay(reviewOn) ? reviewOn : null;
  const today = usePresentDay();
  const put = async (isReviewed: boolean) => {
    const reply = await save.run({
      ...{ templateId: template.id, revision: template.revision, isReviewed, nextReviewOn, ownerId },
      groupId: groups.find(({ id }) => id === groupId)?.id ?? null,
    });
    if (reply.ok) toast.success(translate(isReviewed ? 'templates.keeping.reviewedSaved' : 'templates.keeping.saved'));
  };
  const owner = template.ownerId === null ? null : { id: template.ownerId, name: template.ownerName };
  const isTyped = reviewOn === '' || nextReviewOn !== null;
  const lines = [
    record.authorName === '' ? translate('clauses.shipped') : translate('templates.keeping.by.author', { name: record.authorName }),
    ...(record.submittedByName === '' || record.submittedAt === null ? [] : [translate('templates.keeping.by.submitted', { name: record.submittedByName, time: format.dateTime(record.submittedAt) })]),
    ...(record.publishedByName === '' || record.summary.publishedAt === null ? [] : [translate('templates.keeping.by.published', { name: record.publishedByName, time: format.dateTime(record.summary.publishedAt) })]),
    ...(template.reviewedAt === null ? [] : [translate('templates.keeping.by.reviewed', { time: format.date(template.reviewedAt) })]),
    ...(notes.changeNote === '' ? [] : [notes.changeNote]),
  ];
  return (
    <SectionCard title={translate('templates.keeping.card')}>
      <Stack spacing={1.5}>
        {save.error !== null && <ErrorMessage error={save.error} />}
        {lines.map((line) => (
          <Typography key={line} variant="body2" color="textSecondary">
            {line}
          </Typography>
        ))}
        <PersonField label={translate('templates.keeping.column.owner')} people={members.data} value={ownerId} recorded={owner} nobody={translate('templates.keeping.nobody')} isDisabled={!template.isMaintained} onChange={setOwner} />
        <TextField select size="small" label={translate('templates.keeping.group')} value={groupId} disabled={!template.isMaintained} onChange={(event) => setGroup(event.target.value)}>
          <MenuItem value="">{translate('templates.keeping.noGroup')}</MenuItem>
          {groups.map(({ id, name }) => (
            <MenuItem key={id} value={id}>
              {name}
            </MenuItem>
          ))}
        </TextField>
        {template.isMaintained && (
          <>
            <DateField id="template-review" label={translate('templates.keeping.column.review')} value={reviewOn} onChange={setReviewOn} />
            <Stack direction="row" spacing={1}>
              <Button variant="outlined" loading={save.isRunning} disabled={!isTyped} onClick={() => void put(false)}>
                {translate('templates.step.save')}
              </Button>
              <Button disabled={!isTyped || !mayReviewNext(nextReviewOn, today)} onClick={() => void put(true)}>
                {translate('templates.keeping.reviewed')}
              </Button>
            </Stack>
            {isTyped && !mayReviewNext(nextReviewOn, today) && (
              <Typography variant="body2" color="textSecondary">
                {translate('templates.keeping.nextFirst')}
              </Typography>
            )}
          </>
        )}
      </Stack>
    </SectionCard>
  );
}
