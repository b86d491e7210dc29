import Checkbox from '@mui/material/Checkbox';
import Link from '@mui/material/Link';
import Paper from '@mui/material/Paper';
import Stack from '@mui/material/Stack';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { useState } from 'react';
import { Link as RouterLink } from 'react-router';
import type { EnvelopeId, EnvelopeSummary } from '#shared/features/signing/envelope-model.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { SearchField } from '../../../ui/search-field.tsx';
import { BulkExport } from './bulk-export.tsx';
import { EnvelopeStateChip } from './envelope-state-chip.tsx';

interface EnvelopeTableProps {
  readonly show: 'running' | 'completed' | 'closed';
}

/** All envelopes of a kind; the signed ones can be chosen and written out together. */
export function EnvelopeTable({ show }: EnvelopeTableProps) {
  const translate = useTranslate();
  const envelopes = useOperation('signing.allEnvelopes', { show });
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<EnvelopeId>>(new Set());
  if (envelopes.data === undefined) return envelopes.error === null ? <LoadingState /> : <ErrorMessage error={envelopes.error} onRetry={envelopes.refetch} />;
  if (envelopes.data.length === 0) return <EmptyState title={translate(`signing.page.none.${show}`)} body={translate('signing.page.noneHint')} />;
  const words = search.trim().toLowerCase();
  const shown = envelopes.data.filter(({ number, title, nextName }) => `${number} ${title} ${nextName ?? ''}`.toLowerCase().includes(words));
  const isChoosing = show === 'completed';
  const selected = shown.filter(({ id }) => chosen.has(id));
  const toggle = (id: EnvelopeId) => {
    const changed = new Set(chosen);
    if (!changed.delete(id)) changed.add(id);
    setChosen(changed);
  };
  return (
    <Stack spacing={2} sx={{ pt: 2 }}>
      <Stack direction="row" spacing={2} useFlexGap sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
        <SearchField label={translate('signing.page.search')} value={search} onChange={setSearch} />
        {isChoosing && <BulkExport envelopeIds={selected.map(({ id }) => id)} />}
      </Stack>
      <TableContainer component={Paper} variant="outlined">
        <Table size="small">
          <TableHead>
            <TableRow>
              {isChoosing && (
                <TableCell padding="checkbox">
                  <Checkbox
                    checked={shown.length > 0 && selected.length === shown.length}
                    indeterminate={selected.length > 0 && selected.length < shown.length}
                    onChange={() => setChosen(selected.length === shown.length ? new Set() : new Set(shown.map(({ id }) => id)))}
                    slotProps={{ input: { 'aria-label': translate('signing.page.chooseAll') } }}
                  />
                </TableCell>
              )}
              <TableCell>{translate('signing.page.column.contract')}</TableCell>
              <TableCell>{translate('signing.page.column.state')}</TableCell>
              <TableCell>{translate('signing.page.column.progress')}</TableCell>
              <TableCell>{translate(show === 'running' ? 'signing.page.column.next' : 'signing.page.column.closedAt')}</TableCell>
              <TableCell>{translate('signing.page.column.createdAt')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {shown.map((envelope) => (
              <EnvelopeRow key={envelope.id} envelope={envelope} show={show} {...(isChoosing ? { isChosen: chosen.has(envelope.id), onToggle: () => toggle(envelope.id) } : {})} />
            ))}
          </TableBody>
        </Table>
      </TableContainer>
    </Stack>
  );
}

interface EnvelopeRowProps {
  readonly envelope: EnvelopeSummary;
  readonly show: EnvelopeTableProps['show'];
  readonly isChosen?: boolean;
  readonly onToggle?: () => void;
}

function EnvelopeRow({ envelope, show, isChosen = false, onToggle }: EnvelopeRowProps) {
  const translate = useTranslate();
  const format = useFormat();
  const { number, title, contractId, state, signedCount, signerCount, nextName, nextMethod, createdAt, closedAt } = envelope;
  const next = nextName === null || nextMethod === null ? '—' : translate('signing.page.nextValue', { name: nextName, method: translate(`signing.method.${nextMethod}`) });
  return (
    <TableRow hover selected={isChosen}>
      {onToggle !== undefined && (
        <TableCell padding="checkbox">
          <Checkbox checked={isChosen} onChange={onToggle} slotProps={{ input: { 'aria-label': translate('signing.page.choose', { number }) } }} />
        </TableCell>
      )}
      <TableCell>
        <Link component={RouterLink} to={`/contracts/${contractId}`}>
          {translate('signing.page.contractValue', { number, title })}
        </Link>
      </TableCell>
      <TableCell>
        <EnvelopeStateChip state={state} />
      </TableCell>
      <TableCell>{translate('signing.page.progressValue', { signed: signedCount, all: signerCount })}</TableCell>
      <TableCell>{show === 'running' ? next : closedAt === null ? '—' : format.dateTime(closedAt)}</TableCell>
      <TableCell sx={{ whiteSpace: 'nowrap' }}>{format.date(createdAt)}</TableCell>
    </TableRow>
  );
}
