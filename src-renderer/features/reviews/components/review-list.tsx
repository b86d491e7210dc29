import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import Paper from '@mui/material/Paper';
import Stack from '@mui/material/Stack';
import Switch from '@mui/material/Switch';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useDeferredValue, useState } from 'react';
import type { ReviewId } from '#shared/features/reviews/model.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { usePermission } from '../../../ipc/use-vault-status.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { SearchField } from '../../../ui/search-field.tsx';
import { useToast } from '../../../ui/use-toast.ts';
import { useReviewListView, type ReviewShow } from '../store.ts';
import { ReviewTable } from './review-table.tsx';

interface ReviewListProps {
  readonly show: ReviewShow;
}

const pageSize = 50;

/** Reviews of one kind, a page at a time; those that are ticked can be given to somebody. */
export function ReviewList({ show }: ReviewListProps) {
  const translate = useTranslate();
  const format = useFormat();
  const mayDo = usePermission('reviews.do');
  const { search, mine, pages, narrow: narrowView, turnTo } = useReviewListView();
  const page = pages[show] ?? 0;
  const [selected, setSelected] = useState<readonly ReviewId[]>([]);
  const list = useOperation('reviews.list', { show, mine, search: useDeferredValue(search.trim()), offset: page * pageSize, limit: pageSize }, { keepPrevious: true });
  const shown = list.data?.reviews ?? [];
  // Only what is seen is acted on: neither lines of another page nor those that went meanwhile.
  const chosen = selected.filter((id) => shown.some((review) => review.id === id));
  const narrow = (change: Parameters<typeof narrowView>[0]) => {
    narrowView(change);
    setSelected([]);
  };
  const total = list.data?.total ?? 0;
  return (
    <Stack spacing={2} sx={{ pt: 2 }}>
      <Stack direction="row" spacing={2} useFlexGap sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
        <Box sx={{ width: 320 }}>
          <SearchField label={translate('reviews.search')} value={search} onChange={(text) => narrow({ search: text })} />
        </Box>
        <FormControlLabel control={<Switch checked={mine} onChange={(_, isOn) => narrow({ mine: isOn })} />} label={translate('reviews.mine')} />
        <Typography variant="body2" color="textSecondary" role="status" sx={{ ml: 'auto' }}>
          {translate(list.data?.hasMore === true ? 'reviews.countMore' : 'reviews.count', { count: format.number(total) })}
        </Typography>
      </Stack>
      {chosen.length > 0 && <AssignBar ids={chosen} onDone={() => setSelected([])} />}
      {list.data === undefined && (list.error === null ? <LoadingState /> : <ErrorMessage error={list.error} onRetry={list.refetch} />)}
      {list.data !== undefined && shown.length === 0 && <EmptyState title={translate(`reviews.empty.${show}.title`)} body={translate(`reviews.empty.${show}.body`)} />}
      {shown.length > 0 && (
        <>
          <ReviewTable reviews={shown} isDone={show === 'done'} {...(mayDo && show !== 'done' ? { selected: chosen, onSelect: setSelected } : {})} />
          {(page > 0 || shown.length === pageSize) && (
            <Stack direction="row" spacing={1} sx={{ justifyContent: 'flex-end' }}>
              <Button disabled={page === 0} onClick={() => turnTo(show, page - 1)}>
                {translate('reviews.previous')}
              </Button>
              <Button disabled={list.isPrevious || shown.length < pageSize} onClick={() => turnTo(show, page + 1)}>
                {translate('reviews.next')}
              </Button>
            </Stack>
          )}
        </>
      )}
    </Stack>
  );
}

function AssignBar({ ids, onDone }: { readonly ids: readonly ReviewId[]; readonly onDone: () => void }) {
  const translate = useTranslate();
  const toast = useToast();
  const members = useOperation('approvals.members', undefined);
  const assign = useCommand('reviews.assign');
  const run = async (reviewerId: string) => {
    const member = members.data?.find(({ id }) => id === reviewerId);
    const reply = await assign.run({ ids, reviewerId: member?.id ?? null });
    if (!reply.ok) return toast.failure(reply.error);
    toast.success(translate('reviews.assigned', { count: reply.value.changed }));
    onDone();
  };
  return (
    <Paper variant="outlined" sx={{ px: 2, py: 1, display: 'flex', alignItems: 'center', gap: 2 }}>
      <Checkbox checked onChange={onDone} slotProps={{ input: { 'aria-label': translate('reviews.clearSelection') } }} />
      <Typography variant="body2">{translate('reviews.selected', { count: ids.length })}</Typography>
      <TextField select label={translate('reviews.assignTo')} value="" onChange={(event) => void run(event.target.value)} sx={{ minWidth: 220 }}>
        {members.data?.map(({ id, name }) => (
          <MenuItem key={id} value={id}>
            {name}
          </MenuItem>
        ))}
        <MenuItem value="nobody">{translate('reviews.nobody')}</MenuItem>
      </TextField>
    </Paper>
  );
}
