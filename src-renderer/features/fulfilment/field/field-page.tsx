import CheckCircleOutlineIcon from '@mui/icons-material/CheckCircleOutlined';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Stack from '@mui/material/Stack';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { Link as RouterLink } from 'react-router';
import type { DueLine } from '#shared/features/fulfilment/portfolio.ts';
import type { Day } from '#shared/kernel/day.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { Page } from '../../../ui/page.tsx';
import { StandingChip } from '../components/standing-chip.tsx';
import { bigTarget } from './big-target.ts';

/** Today's visits for whoever is out: by contract, with targets for a thumb. */
export function FieldPage() {
  const translate = useTranslate();
  const format = useFormat();
  const [mine, setMine] = useState(false);
  const day = useOperation('fulfilment.myDay', { mine }, { keepPrevious: true });
  const lines = day.data === undefined ? [] : [...day.data.overdue, ...day.data.due, ...day.data.soon].filter(({ kind }) => kind === 'obligation');
  const visits = [...Map.groupBy(lines, ({ contractId }) => contractId)];
  return (
    <Page title={translate('fulfilment.field.title')} subtitle={day.data === undefined ? '' : format.date(day.data.today)} maxWidth={860} back={{ to: '/fulfilment', label: translate('fulfilment.page.title') }}>
      <ToggleButtonGroup exclusive value={mine ? 'mine' : 'all'} aria-label={translate('fulfilment.page.whose')} onChange={(_, chosen: string | null) => chosen !== null && setMine(chosen === 'mine')}>
        <ToggleButton value="all" sx={{ ...bigTarget, px: 3 }}>
          {translate('fulfilment.page.everybody')}
        </ToggleButton>
        <ToggleButton value="mine" sx={{ ...bigTarget, px: 3 }}>
          {translate('fulfilment.page.mine')}
        </ToggleButton>
      </ToggleButtonGroup>
      {day.data === undefined && (day.error === null ? <LoadingState /> : <ErrorMessage error={day.error} onRetry={day.refetch} />)}
      {day.data !== undefined && visits.length === 0 && <EmptyState icon={<CheckCircleOutlineIcon />} title={translate('fulfilment.day.nothing')} body={translate('fulfilment.day.nothingBody')} />}
      {day.data !== undefined &&
        visits.map(([contractId, ofContract]) => (
          <Stack key={contractId} component="section" spacing={1} aria-label={ofContract[0]?.contractTitle ?? ''}>
            <Typography variant="h2">{ofContract[0]?.contractTitle}</Typography>
            {ofContract.map((line) => (
              <Visit key={line.id} line={line} today={day.data?.today ?? ('' as Day)} />
            ))}
          </Stack>
        ))}
    </Page>
  );
}

function Visit({ line, today }: { readonly line: DueLine; readonly today: Day }) {
  const translate = useTranslate();
  const format = useFormat();
  return (
    <ButtonBase component={RouterLink} to={`/field/${line.id}`} sx={{ minHeight: 72, px: 2, py: 1.5, border: 1, borderColor: 'divider', borderRadius: 1, bgcolor: 'background.paper', justifyContent: 'flex-start', textAlign: 'start', gap: 1.5 }}>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography sx={{ fontSize: 18, fontWeight: 600, overflowWrap: 'anywhere' }}>{line.title}</Typography>
        <Typography sx={{ color: 'text.secondary' }}>
          {[translate(`fulfilment.type.${line.type}`), ...(line.dueOn === null ? [] : [format.date(line.dueOn)]), ...(line.ownerName === '' ? [] : [line.ownerName])].join(' · ')}
        </Typography>
      </Box>
      <StandingChip obligation={line} today={today} />
    </ButtonBase>
  );
}
