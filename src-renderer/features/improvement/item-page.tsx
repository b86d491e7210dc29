import Stack from '@mui/material/Stack';
import { useParams } from 'react-router';
import { itemIdSchema, type Item } from '#shared/features/improvement/model.ts';
import { useFormat } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/i18n.ts';
import { useOperation } from '../../ipc/use-query.ts';
import { usePermission } from '../../ipc/use-vault-status.ts';
import { UnfinishedNotice } from '../../keeping/unfinished-notice.tsx';
import { ErrorMessage } from '../../ui/error-message.tsx';
import { LoadingState } from '../../ui/loading-state.tsx';
import { Page } from '../../ui/page.tsx';
import { StatusChip } from '../../ui/status-chip.tsx';
import { ContentForm } from './components/content-form.tsx';
import { GoalCards } from './components/goal-cards.tsx';
import { MoveBar } from './components/move-bar.tsx';
import { toneOfState } from './words.ts';

/** One problem or idea, from its cause over the plan and the goals to what was changed for good. */
export function ItemPage() {
  const translate = useTranslate();
  const { itemId } = useParams();
  const item = useOperation('improvement.get', { id: itemIdSchema.parse(itemId) });
  if (item.data !== undefined) return <ShownItem key={item.data.line.id} item={item.data} />;
  return (
    <Page title={translate('improvement.title')} back={{ to: '/improvement', label: translate('improvement.title') }}>
      {item.error === null ? <LoadingState /> : <ErrorMessage error={item.error} onRetry={item.refetch} />}
    </Page>
  );
}

function ShownItem({ item }: { readonly item: Item }) {
  const translate = useTranslate();
  const format = useFormat();
  const mayManage = usePermission('improvement.manage');
  const { line, content } = item;
  const isEnded = line.state === 'closed' || line.state === 'declined';
  return (
    <Page
      title={content.title}
      back={{ to: '/improvement', label: translate('improvement.title') }}
      subtitle={
        <Stack direction="row" spacing={1.5} useFlexGap sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
          <StatusChip label={translate(`improvement.state.${line.state}`)} tone={toneOfState[line.state]} />
          {line.outcome !== null && <StatusChip label={translate(`improvement.outcome.${line.outcome}`)} tone={line.outcome === 'achieved' ? 'success' : 'warning'} />}
          <span>{translate(`improvement.kind.${line.kind}`)}</span>
          <span>{translate('improvement.reportedBy', { name: line.createdByName, day: format.date(line.createdAt) })}</span>
        </Stack>
      }
      maxWidth={1080}
    >
      <UnfinishedNotice contractId={null} dialogs={!mayManage || isEnded ? ['improvement', 'improvementResult', 'improvementGoal'] : ['improvementGoal']} about={line.id} />
      <ContentForm key={item.revision} item={item} isReadOnly={!mayManage || isEnded} />
      <GoalCards item={item} isReadOnly={!mayManage || isEnded} />
      {mayManage && <MoveBar key={line.state} item={item} />}
    </Page>
  );
}
