import FormControlLabel from '@mui/material/FormControlLabel';
import Stack from '@mui/material/Stack';
import Switch from '@mui/material/Switch';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { useState } from 'react';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { FindingTable } from './finding-table.tsx';

/** The follow-up tasks of all reviews. */
export function FindingList() {
  const translate = useTranslate();
  const [show, setShow] = useState<'open' | 'ended'>('open');
  const [mine, setMine] = useState(false);
  const list = useOperation('reviews.findings', { show, mine }, { keepPrevious: true });
  return (
    <Stack spacing={2} sx={{ pt: 2 }}>
      <Stack direction="row" spacing={2} sx={{ alignItems: 'center' }}>
        <ToggleButtonGroup size="small" exclusive value={show} onChange={(_, value: 'open' | 'ended' | null) => value !== null && setShow(value)} aria-label={translate('reviews.tab.findings')}>
          <ToggleButton value="open">{translate('reviews.findings.open')}</ToggleButton>
          <ToggleButton value="ended">{translate('reviews.findings.ended')}</ToggleButton>
        </ToggleButtonGroup>
        <FormControlLabel control={<Switch checked={mine} onChange={(_, isOn) => setMine(isOn)} />} label={translate('reviews.mine')} />
      </Stack>
      {list.data === undefined && (list.error === null ? <LoadingState /> : <ErrorMessage error={list.error} onRetry={list.refetch} />)}
      {list.data?.total === 0 && <EmptyState title={translate(`reviews.findings.none.${show}`)} body={translate('reviews.findings.none.body')} />}
      {list.data !== undefined && list.data.total > 0 && <FindingTable findings={list.data.findings} namesContract />}
    </Stack>
  );
}
