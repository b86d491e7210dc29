import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { noAnswer, outcomeOf, type Answer, type ChecklistItem } from '#shared/features/reviews/checklist.ts';
import type { Review } from '#shared/features/reviews/model.ts';
import { isWithheld } from '#shared/kernel/withheld.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useLanguage, useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { SectionCard } from '../../../ui/section-card.tsx';
import { StatusChip } from '../../../ui/status-chip.tsx';
import { useToast } from '../../../ui/use-toast.ts';
import { FindingTable } from './finding-table.tsx';
import { ReportDialog } from './report-dialog.tsx';
import { ServiceLevels } from './service-levels.tsx';

/** A review as it was held: its answers, what followed, and its report. */
export function ClosedReview({ review }: { readonly review: Review }) {
  const translate = useTranslate();
  const language = useLanguage();
  const { content, findings, line, skipReason } = review;
  const own = findings.filter(({ reviewId }) => reviewId === line.id);
  return (
    <>
      {line.state === 'skipped' && <Alert severity="info">{translate('reviews.skippedBecause', { reason: isWithheld(skipReason) ? '…' : skipReason })}</Alert>}
      {review.report !== null && <ReportCard review={review} report={review.report} />}
      {own.length > 0 && (
        <SectionCard title={translate('reviews.tab.findings')}>
          <FindingTable findings={own} />
        </SectionCard>
      )}
      {line.state === 'completed' && <ServiceLevels levels={review.serviceLevels} />}
      {content !== null && !isWithheld(content) && (
        <SectionCard title={language === 'en' ? content.checklist.nameEn : content.checklist.nameZh} subtitle={content.summary === '' ? undefined : content.summary}>
          <Table size="small">
            <TableBody>
              {content.checklist.items.map((item) => {
                const answer = content.answers[item.key] ?? noAnswer;
                const outcome = outcomeOf(item, answer);
                return (
                  <TableRow key={item.key}>
                    <TableCell>{language === 'en' ? item.en : item.zh}</TableCell>
                    <TableCell>
                      <Said item={item} answer={answer} />
                      {answer.note !== '' && (
                        <Typography variant="caption" color="textSecondary" component="p">
                          {answer.note}
                        </Typography>
                      )}
                    </TableCell>
                    <TableCell align="right">
                      <StatusChip label={translate(`reviews.outcome.${outcome}`)} tone={outcome === 'failed' ? 'danger' : outcome === 'passed' ? 'success' : 'neutral'} />
                    </TableCell>
                  </TableRow>
                );
              })}
            </TableBody>
          </Table>
        </SectionCard>
      )}
    </>
  );
}

function Said({ item, answer }: { readonly item: ChecklistItem; readonly answer: Answer }) {
  const translate = useTranslate();
  const format = useFormat();
  if (answer.isNotApplicable) return translate('reviews.item.notApplicable');
  if (item.kind === 'text') return answer.text;
  if (item.kind === 'scale') return answer.number === null ? '–' : translate('reviews.item.ofFive', { value: answer.number });
  if (item.kind === 'number') return answer.number === null ? '–' : format.number(answer.number);
  if (answer.fileIds.length > 0) return translate('reviews.item.files', { count: answer.fileIds.length });
  return answer.choice === null ? '–' : translate(`reviews.item.${answer.choice}`);
}

function ReportCard({ review, report }: { readonly review: Review; readonly report: NonNullable<Review['report']> }) {
  const translate = useTranslate();
  const format = useFormat();
  const toast = useToast();
  const save = useCommand('reviews.saveReport');
  const [isShown, setShown] = useState(false);
  const write = async () => {
    const reply = await save.run({ reviewId: review.line.id });
    if (!reply.ok) toast.failure(reply.error);
    else if (reply.value !== null) toast.success(translate('reviews.reports.saved', { name: reply.value.fileName }));
  };
  return (
    <SectionCard
      title={translate('reviews.report.title')}
      subtitle={translate('reviews.report.line', { time: format.dateTime(report.createdAt), size: format.bytes(report.byteLength) })}
      actions={
        !isWithheld(review.content) && (
          <>
            <Button size="small" onClick={() => setShown(true)}>
              {translate('reviews.reports.show')}
            </Button>
            <Button variant="outlined" size="small" loading={save.isRunning} onClick={() => void write()}>
              {translate('reviews.reports.saveAs')}
            </Button>
          </>
        )
      }
    >
      <Typography variant="caption" color="textSecondary" component="p" sx={{ fontFamily: 'monospace', overflowWrap: 'anywhere' }}>
        {translate('reviews.report.hash', { hash: report.sha256 })}
      </Typography>
      {isShown && <ReportDialog wanted={{ reviewId: review.line.id }} onClose={() => setShown(false)} />}
    </SectionCard>
  );
}
