import AddIcon from '@mui/icons-material/Add';
import Button from '@mui/material/Button';
import FormControlLabel from '@mui/material/FormControlLabel';
import LinkText from '@mui/material/Link';
import Paper from '@mui/material/Paper';
import Stack from '@mui/material/Stack';
import Switch from '@mui/material/Switch';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { Link } from 'react-router';
import { useFormat } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/i18n.ts';
import { useOperation } from '../../ipc/use-query.ts';
import { UnfinishedNotice } from '../../keeping/unfinished-notice.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorMessage } from '../../ui/error-message.tsx';
import { LoadingState } from '../../ui/loading-state.tsx';
import { Page } from '../../ui/page.tsx';
import { StatusChip } from '../../ui/status-chip.tsx';
import { Tabbed } from '../../ui/tabbed.tsx';
import { MetricList } from './components/metric-list.tsx';
import { useReportStore } from './store.ts';
import { toneOfState } from './words.ts';

/** Problems and ideas, what becomes of them, and the measures of the work. */
export function ImprovementPage() {
  const translate = useTranslate();
  const open = useReportStore((state) => state.open);
  return (
    <Page
      title={translate('improvement.title')}
      subtitle={translate('improvement.lead')}
      actions={
        <Button variant="contained" startIcon={<AddIcon />} onClick={() => open('page', '')}>
          {translate('improvement.report.open')}
        </Button>
      }
    >
      <UnfinishedNotice contractId={null} dialogs={['improvementReport']} />
      <Tabbed
        label={translate('improvement.title')}
        tabs={[
          { key: 'open', label: translate('improvement.tab.open'), content: <Items key="open" show="open" /> },
          { key: 'ended', label: translate('improvement.tab.ended'), content: <Items key="ended" show="ended" /> },
          { key: 'metrics', label: translate('improvement.tab.metrics'), content: <MetricList /> },
        ]}
      />
    </Page>
  );
}

function Items({ show }: { readonly show: 'open' | 'ended' }) {
  const translate = useTranslate();
  const format = useFormat();
  const [mine, setMine] = useState(false);
  const items = useOperation('improvement.list', { show, mine }, { keepPrevious: true });
  return (
    <Stack spacing={2} sx={{ pt: 2 }}>
      <FormControlLabel control={<Switch checked={mine} onChange={(_, isOn) => setMine(isOn)} />} label={translate('improvement.mine')} />
      {items.data === undefined && (items.error === null ? <LoadingState /> : <ErrorMessage error={items.error} onRetry={items.refetch} />)}
      {items.data?.length === 0 && <EmptyState title={translate(`improvement.none.${show}`)} body={translate('improvement.none.body')} />}
      {items.data !== undefined && items.data.length > 0 && (
        <TableContainer component={Paper} variant="outlined">
          <Table size="small">
            <TableHead>
              <TableRow>
                <TableCell>{translate('improvement.column.title')}</TableCell>
                <TableCell>{translate('improvement.column.owner')}</TableCell>
                <TableCell align="right">{translate('improvement.column.goals')}</TableCell>
                <TableCell>{translate('improvement.column.since')}</TableCell>
                <TableCell>{translate('improvement.column.state')}</TableCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {items.data.map((item) => (
                <TableRow key={item.id} hover>
                  <TableCell>
                    <LinkText component={Link} to={`/improvement/${item.id}`} underline="hover" sx={{ fontWeight: 500 }}>
                      {item.title}
                    </LinkText>
                    <Typography variant="caption" color="textSecondary" component="p">
                      {`${translate(`improvement.kind.${item.kind}`)} · ${translate(`improvement.origin.${item.origin}`)}`}
                    </Typography>
                  </TableCell>
                  <TableCell>{item.ownerName ?? translate('improvement.nobody')}</TableCell>
                  <TableCell align="right">{item.goals === 0 ? '' : format.number(item.goals)}</TableCell>
                  <TableCell>
                    {format.date(item.createdAt)}
                    <Typography variant="caption" color="textSecondary" component="p">
                      {item.createdByName}
                    </Typography>
                  </TableCell>
                  <TableCell>
                    <StatusChip label={item.outcome === null ? translate(`improvement.state.${item.state}`) : translate(`improvement.outcome.${item.outcome}`)} tone={item.outcome === 'not_achieved' ? 'warning' : toneOfState[item.state]} />
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </TableContainer>
      )}
    </Stack>
  );
}
