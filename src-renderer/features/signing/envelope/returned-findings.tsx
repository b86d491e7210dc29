import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import type { ReturnedReport } from '#shared/features/signing/envelope-model.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';

const severityByOutcome = { same: 'success', differs: 'error', no_text: 'warning' } as const;
const severityByVerdict = { intact: 'success', changed_after_signing: 'warning', broken: 'error', unsigned: 'warning' } as const;

/** What was found in the file that came back: its signatures, and its words beside the approved ones. */
export function ReturnedFindings({ report, isInk }: { readonly report: ReturnedReport; readonly isInk: boolean }) {
  const translate = useTranslate();
  const format = useFormat();
  const { comparison, verification, continuesOurs, newSignatures, lostSignatures } = report;
  return (
    <Stack spacing={1.5} data-comparison={comparison.outcome}>
      <Typography variant="subtitle2">{translate('signing.returned.file', { file: report.fileName, pages: report.pageCount })}</Typography>
      {!isInk && (
        <Alert severity={verification === null ? 'error' : severityByVerdict[verification.verdict]}>
          {verification === null ? translate('signing.returned.unsigned') : translate(`signing.returned.verdict.${verification.verdict}`, { count: newSignatures })}
        </Alert>
      )}
      {!isInk && <Alert severity={continuesOurs ? 'success' : 'warning'}>{translate(continuesOurs ? 'signing.returned.continues' : 'signing.returned.otherFile')}</Alert>}
      {lostSignatures.length > 0 && <Alert severity="error">{translate('signing.returned.lost', { names: format.list(lostSignatures) })}</Alert>}
      <Alert severity={severityByOutcome[comparison.outcome]}>{translate(`signing.returned.comparison.${comparison.outcome}`, { count: comparison.count })}</Alert>
      {comparison.places.length > 0 && (
        <Box sx={{ maxHeight: 240, overflow: 'auto' }} tabIndex={0} role="region" aria-label={translate('signing.returned.places')}>
          <Table size="small">
            <TableHead>
              <TableRow>
                <TableCell>{translate('signing.returned.given')}</TableCell>
                <TableCell>{translate('signing.returned.found')}</TableCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {comparison.places.map(({ before, after }) => (
                <TableRow key={`${before} ${after}`}>
                  <TableCell sx={{ overflowWrap: 'anywhere', width: '50%' }}>{before === '' ? '—' : before}</TableCell>
                  <TableCell sx={{ overflowWrap: 'anywhere' }}>{after === '' ? '—' : after}</TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </Box>
      )}
    </Stack>
  );
}
