import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { PartyId } from '#shared/features/parties/model.ts';
import { useTranslate } from '../../i18n/i18n.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorMessage } from '../../ui/error-message.tsx';
import { LoadingState } from '../../ui/loading-state.tsx';
import { Page } from '../../ui/page.tsx';
import { ProgressLine } from '../../ui/progress-line.tsx';
import { DistinctPairs } from './components/distinct-pairs.tsx';
import { DuplicateGroup } from './components/duplicate-group.tsx';
import { MergeDialog } from './components/merge-dialog.tsx';
import { useDistinctions } from './use-distinctions.ts';
import { useDuplicates } from './use-duplicates.ts';

/** Parties that may stand twice in the vault, to be merged or told apart. */
export function DuplicatesPage() {
  const translate = useTranslate();
  const { data, error, refetch, fraction } = useDuplicates();
  const distinctions = useDistinctions();
  const [merging, setMerging] = useState<{ readonly keptId: PartyId; readonly mergedId: PartyId } | null>(null);
  return (
    <Page title={translate('parties.duplicates.title')} subtitle={translate('parties.duplicates.lead')} back={{ to: '/parties', label: translate('parties.title') }} maxWidth={1040}>
      {fraction !== null && <ProgressLine label={translate('parties.duplicates.looking')} fraction={fraction} />}
      {data === undefined && error === null && fraction === null && <LoadingState />}
      {data === undefined && error !== null && <ErrorMessage error={error} onRetry={refetch} />}
      {data?.total === 0 && <EmptyState title={translate('parties.duplicates.none.title')} body={translate('parties.duplicates.none.body')} />}
      {data !== undefined && data.total > 0 && (
        <Typography variant="body2" color="textSecondary">
          {data.total > data.groups.length ? translate('parties.duplicates.more', { shown: data.groups.length, total: data.total }) : translate('parties.duplicates.total', { count: data.total })}
        </Typography>
      )}
      {data?.groups.map((group) => (
        <DuplicateGroup
          key={group.parties.map(({ id }) => id).toSorted().join(' ')}
          group={group}
          onMerge={(keptId, mergedId) => setMerging({ keptId, mergedId })}
          onDistinct={(first, second) => void distinctions.declare({ first, second })}
        />
      ))}
      {data !== undefined && <DistinctPairs pairs={data.distinct} onWithdraw={({ first, second }) => void distinctions.withdraw({ first: first.id, second: second.id })} />}
      {merging !== null && <MergeDialog {...merging} onMerged={() => setMerging(null)} onCancel={() => setMerging(null)} />}
    </Page>
  );
}
