import Button from '@mui/material/Button';
import Divider from '@mui/material/Divider';
import LinearProgress from '@mui/material/LinearProgress';
import Paper from '@mui/material/Paper';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useRef, useState } from 'react';
import { noAnswer, type Answer, type ChecklistItem } from '#shared/features/reviews/checklist.ts';
import { openItems } from '#shared/features/reviews/rules.ts';
import type { Review } from '#shared/features/reviews/model.ts';
import { isWithheld, type Withheld } from '#shared/kernel/withheld.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useResume } from '../../../keeping/use-resume.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { SectionCard } from '../../../ui/section-card.tsx';
import { useAutosave, type ReviewEntry } from '../use-autosave.ts';
import { CompletionDialog } from './completion-dialog.tsx';
import { ItemFields } from './item-fields.tsx';
import { KpiFields } from './kpi-fields.tsx';
import { ServiceLevels } from './service-levels.tsx';

interface RunningReviewProps {
  readonly review: Review;
  readonly content: Exclude<Review['content'], Withheld | null>;
}

/** The checklist as it is answered: what is entered is kept by itself. */
export function RunningReview({ review, content }: RunningReviewProps) {
  const translate = useTranslate();
  const [entry, setEntry] = useState<ReviewEntry>({ answers: content.answers, kpiValues: content.kpiValues, summary: content.summary });
  const [isCompleting, setCompleting] = useState(false);
  useResume('completion', () => setCompleting(true));
  const saving = useAutosave(review.line.id, entry, review.revision);
  const { checklist } = content;
  const open = openItems(checklist, entry.answers);
  const answered = checklist.items.length - open;
  const answer = (item: ChecklistItem, part: Partial<Answer>) => setEntry({ ...entry, answers: { ...entry.answers, [item.key]: { ...(entry.answers[item.key] ?? noAnswer), ...part } } });
  const kpis = isWithheld(review.kpis) ? [] : review.kpis;
  const areas = [...new Set(checklist.items.map(({ area }) => area))];
  const questions = useRef<HTMLDivElement>(null);
  const goToOpen = () => {
    const next = questions.current?.querySelector('[data-outcome="open"]');
    next?.scrollIntoView({ block: 'start' });
    next?.querySelector<HTMLElement>('input:not([type="checkbox"]), textarea')?.focus({ preventScroll: true });
  };
  return (
    <>
      {saving.error !== null && <ErrorMessage error={saving.error} />}
      <Stack ref={questions} spacing={2.5}>
        {areas.map((area) => (
          <SectionCard key={area} title={translate(`reviews.area.${area}`)}>
            <Stack spacing={2.5} divider={<Divider />}>
              {checklist.items
                .filter((item) => item.area === area)
                .map((item) => (
                  <ItemFields key={item.key} item={item} answer={entry.answers[item.key] ?? noAnswer} contractId={review.line.contractId} onChange={(part) => answer(item, part)} />
                ))}
            </Stack>
          </SectionCard>
        ))}
      </Stack>
      {kpis.length > 0 && <KpiFields kpis={kpis} values={entry.kpiValues} onChange={(kpiValues) => setEntry({ ...entry, kpiValues })} />}
      <ServiceLevels levels={review.serviceLevels} />
      <SectionCard title={translate('reviews.summary')}>
        <TextField fullWidth multiline minRows={3} value={entry.summary} onChange={(event) => setEntry({ ...entry, summary: event.target.value })} slotProps={{ htmlInput: { maxLength: 8000, 'aria-label': translate('reviews.summary') } }} />
      </SectionCard>
      <Paper variant="outlined" sx={{ position: 'sticky', bottom: 12, px: 2.5, py: 1.5, display: 'flex', alignItems: 'center', gap: 2, zIndex: 1 }}>
        <Stack sx={{ flex: 1 }} spacing={0.5}>
          <Typography variant="body2" role="status">
            {translate('reviews.progress', { done: answered, all: checklist.items.length })} · {translate(saving.isDirty || saving.isSaving ? 'reviews.saving' : 'reviews.saved')}
          </Typography>
          <LinearProgress variant="determinate" value={(answered / checklist.items.length) * 100} aria-label={translate('reviews.progress', { done: answered, all: checklist.items.length })} />
        </Stack>
        {open > 0 && <Button onClick={goToOpen}>{translate('reviews.complete.next')}</Button>}
        <Button variant="contained" disabled={open > 0} onClick={() => setCompleting(true)}>
          {translate('reviews.complete.open')}
        </Button>
      </Paper>
      {isCompleting && <CompletionDialog review={review} checklist={checklist} entry={entry} kpis={kpis} settled={saving.settled} onClose={() => setCompleting(false)} />}
    </>
  );
}
