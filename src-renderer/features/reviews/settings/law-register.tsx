import AddIcon from '@mui/icons-material/Add';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import Stack from '@mui/material/Stack';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { isRepealed } from '#shared/features/laws/citations.ts';
import type { StoredLaw } from '#shared/features/reviews/ipc.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useLanguage, useTranslate } from '../../../i18n/i18n.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { useHolds, usePermission } from '../../../ipc/use-vault-status.ts';
import { UnfinishedNotice } from '../../../keeping/unfinished-notice.tsx';
import { useResumeAmong } from '../../../keeping/use-resume.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { presentDay } from '../../../ui/present-day.ts';
import { StatusChip } from '../../../ui/status-chip.tsx';
import { CitingDialog } from './citing-dialog.tsx';
import { LawDialog } from './law-dialog.tsx';

/** The laws that contracts cite: since when they hold, until when, and what came instead. */
export function LawRegister() {
  const translate = useTranslate();
  const format = useFormat();
  const language = useLanguage();
  const isReader = useHolds('clauses');
  const mayConfigure = usePermission('reviews.configure');
  const laws = useOperation('reviews.laws', undefined);
  const [edited, setEdited] = useState<StoredLaw | 'new' | null>(null);
  const [asked, setAsked] = useState<StoredLaw | null>(null);
  useResumeAmong('law', laws.data, (law) => setEdited(law ?? 'new'));
  if (laws.data === undefined) return laws.error === null ? <LoadingState /> : <ErrorMessage error={laws.error} onRetry={laws.refetch} />;
  const today = presentDay();
  return (
    <Stack spacing={2} sx={{ pt: 2 }}>
      <UnfinishedNotice contractId={null} dialogs={['law']} />
      <Stack direction="row" spacing={2} sx={{ alignItems: 'center' }}>
        <Typography color="textSecondary" sx={{ flex: 1 }}>
          {translate('reviews.laws.hint')}
        </Typography>
        {mayConfigure && (
          <Button startIcon={<AddIcon />} variant="outlined" onClick={() => setEdited('new')}>
            {translate('reviews.laws.add')}
          </Button>
        )}
      </Stack>
      <TableContainer component={Paper} variant="outlined">
        <Table size="small">
          <TableHead>
            <TableRow>
              <TableCell>{translate('reviews.laws.name')}</TableCell>
              <TableCell>{translate('reviews.laws.inForce')}</TableCell>
              <TableCell>{translate('reviews.laws.replacedBy')}</TableCell>
              <TableCell />
            </TableRow>
          </TableHead>
          <TableBody>
            {laws.data.map((law) => (
              <TableRow key={law.id}>
                <TableCell>
                  {language === 'en' && law.nameEn !== '' ? law.nameEn : law.nameZh} {law.article}
                  <Typography variant="caption" color="textSecondary" component="p">
                    {language === 'en' ? law.nameZh : law.note}
                  </Typography>
                </TableCell>
                <TableCell>
                  {isRepealed(law, today) && law.repealedOn !== null ? (
                    <StatusChip tone="warning" label={translate('reviews.laws.until', { day: format.date(law.repealedOn) })} />
                  ) : (
                    law.inForceOn !== null && translate('reviews.laws.since', { day: format.date(law.inForceOn) })
                  )}
                </TableCell>
                <TableCell>{law.replacedBy}</TableCell>
                <TableCell align="right" sx={{ whiteSpace: 'nowrap' }}>
                  {isReader && (
                    <Button size="small" onClick={() => setAsked(law)} aria-label={translate('reviews.laws.citingOne', { name: law.nameZh })}>
                      {translate('reviews.laws.citing')}
                    </Button>
                  )}
                  {mayConfigure && (
                    <Button size="small" onClick={() => setEdited(law)} aria-label={translate('reviews.laws.editOne', { name: law.nameZh })}>
                      {translate('reviews.laws.edit')}
                    </Button>
                  )}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </TableContainer>
      {edited !== null && <LawDialog key={edited === 'new' ? 'new' : edited.id} stored={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
      {asked !== null && <CitingDialog law={asked} isRepealed={isRepealed(asked, today)} onClose={() => setAsked(null)} />}
    </Stack>
  );
}
