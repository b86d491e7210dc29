import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Stack from '@mui/material/Stack';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { shippedReports, type Definition } from '#shared/features/analytics/model.ts';
import { useTranslate } from '../../i18n/i18n.ts';
import { useOperation } from '../../ipc/use-query.ts';
import { useReachNote } from '../../ipc/use-reach.ts';
import { Page } from '../../ui/page.tsx';
import { Builder } from './components/builder.tsx';
import { ReportMenu } from './components/report-menu.tsx';
import { ReportView } from './components/report-view.tsx';

/** Reports on the contracts and the work with them: shipped, saved, and put together here. */
export function AnalyticsPage() {
  const translate = useTranslate();
  const reachNote = useReachNote();
  const [search, setSearch] = useSearchParams();
  const saved = useOperation('analytics.saved', undefined).data ?? [];
  const wanted = search.get('report') ?? 'byType';
  const chosen = shippedReports.find(({ key }) => key === wanted) ?? saved.find(({ id }) => id === wanted) ?? shippedReports[0];
  if (chosen === undefined) return null;
  const name = 'key' in chosen ? translate(`analytics.shipped.${chosen.key}`) : chosen.name;
  return (
    <Page title={translate('analytics.title')} subtitle={reachNote ?? translate('analytics.lead')}>
      <Box sx={{ display: 'grid', gap: 2.5, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: '240px minmax(0, 1fr)' }, alignItems: 'start' }}>
        <ReportMenu saved={saved} chosen={wanted} onChoose={(key) => setSearch({ report: key })} />
        <Worked key={`${wanted} ${'key' in chosen ? '' : JSON.stringify(chosen.definition)}`} name={name} definition={chosen.definition} onSaved={(id) => setSearch({ report: id })} />
      </Box>
    </Page>
  );
}

interface WorkedProps {
  readonly name: string;
  readonly definition: Definition;
  readonly onSaved: (id: string) => void;
}

/** A report that can be changed before it is read, saved or written out. */
function Worked({ name, definition: initial, onSaved }: WorkedProps) {
  const [definition, setDefinition] = useState(initial);
  return (
    <Stack spacing={2} sx={{ minWidth: 0 }}>
      <Paper variant="outlined" sx={{ p: 2 }}>
        <Builder definition={definition} onChange={setDefinition} />
      </Paper>
      <ReportView name={name} definition={definition} onSaved={onSaved} />
    </Stack>
  );
}
