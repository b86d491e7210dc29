import Checkbox from '@mui/material/Checkbox';
import LinkText from '@mui/material/Link';
import Paper from '@mui/material/Paper';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { Link } from 'react-router';
import type { ReviewId, ReviewLine } from '#shared/features/reviews/model.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { usePresentDay } from '../../../ui/present-day.ts';
import { StatusChip } from '../../../ui/status-chip.tsx';
import { isLate, toneOfResult } from '../words.ts';

interface ReviewTableProps {
  readonly reviews: readonly ReviewLine[];
  readonly isDone: boolean;
  /** Where all are of one contract that is named already, each is named by its reason. */
  readonly ofOne?: boolean;
  readonly selected?: readonly ReviewId[];
  readonly onSelect?: (selected: readonly ReviewId[]) => void;
}

/** Reviews as lines; each leads to where it is held. */
export function ReviewTable({ reviews, isDone, ofOne = false, selected, onSelect }: ReviewTableProps) {
  const translate = useTranslate();
  const format = useFormat();
  const today = usePresentDay();
  const mayTick = selected !== undefined && onSelect !== undefined;
  const toggle = (id: ReviewId) => onSelect?.(selected?.includes(id) === true ? selected.filter((each) => each !== id) : [...(selected ?? []), id]);
  return (
    <TableContainer component={Paper} variant="outlined">
      <Table size="small">
        <TableHead>
          <TableRow>
            {mayTick && (
              <TableCell padding="checkbox">
                <Checkbox
                  checked={selected.length === reviews.length}
                  indeterminate={selected.length > 0 && selected.length < reviews.length}
                  onChange={(_, isOn) => onSelect(isOn ? reviews.map(({ id }) => id) : [])}
                  slotProps={{ input: { 'aria-label': translate('reviews.selectAll') } }}
                />
              </TableCell>
            )}
            {!ofOne && <TableCell>{translate('reviews.column.contract')}</TableCell>}
            <TableCell>{translate('reviews.column.reason')}</TableCell>
            <TableCell>{translate('reviews.column.due')}</TableCell>
            <TableCell>{translate('reviews.column.reviewer')}</TableCell>
            <TableCell>{translate('reviews.column.state')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {reviews.map((review) => (
            <TableRow key={review.id} hover data-review={review.state}>
              {mayTick && (
                <TableCell padding="checkbox">
                  <Checkbox checked={selected.includes(review.id)} onChange={() => toggle(review.id)} slotProps={{ input: { 'aria-label': translate('reviews.selectOne', { title: review.title }) } }} />
                </TableCell>
              )}
              {!ofOne && (
                <TableCell>
                  <ReviewLink review={review} text={review.title} />
                  <Typography variant="caption" color="textSecondary" component="p">
                    {`${review.number} · ${translate(`templates.type.${review.contractType}`)}`}
                  </Typography>
                </TableCell>
              )}
              <TableCell>
                {ofOne ? <ReviewLink review={review} text={translate(`reviews.reason.${review.reason}`)} /> : translate(`reviews.reason.${review.reason}`)}
                {review.cadence !== null && (
                  <Typography variant="caption" color="textSecondary" component="p">
                    {translate(`reviews.cadence.${review.cadence}`)}
                  </Typography>
                )}
              </TableCell>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>
                {isDone && review.closedOn !== null ? translate('reviews.closedOn', { day: format.date(review.closedOn), due: format.date(review.dueOn) }) : format.date(review.dueOn)}
              </TableCell>
              <TableCell>{review.reviewerName ?? translate('reviews.nobody')}</TableCell>
              <TableCell>
                <StateChip review={review} isLate={isLate(review, today)} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}

function ReviewLink({ review, text }: { readonly review: ReviewLine; readonly text: string }) {
  return (
    <LinkText component={Link} to={`/reviews/${review.id}`} underline="hover" sx={{ fontWeight: 500 }}>
      {text}
    </LinkText>
  );
}

/** Where a review stands; a closed one says with what result. */
export function StateChip({ review, isLate: late }: { readonly review: ReviewLine; readonly isLate: boolean }) {
  const translate = useTranslate();
  if (review.result !== null) return <StatusChip label={translate(`reviews.result.${review.result}`)} tone={toneOfResult[review.result]} />;
  if (late) return <StatusChip label={translate('reviews.overdue')} tone="danger" />;
  return <StatusChip label={translate(`reviews.state.${review.state}`)} tone={review.state === 'in_progress' ? 'info' : 'neutral'} />;
}
