import Button from '@mui/material/Button';
import LinkText from '@mui/material/Link';
import Paper from '@mui/material/Paper';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { Link } from 'react-router';
import type { ReviewFinding } from '#shared/features/reviews/model.ts';
import { isWithheld } from '#shared/kernel/withheld.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { usePermission } from '../../../ipc/use-vault-status.ts';
import { useResume } from '../../../keeping/use-resume.ts';
import { usePresentDay } from '../../../ui/present-day.ts';
import { StatusChip } from '../../../ui/status-chip.tsx';
import { Withheld } from '../../../ui/withheld.tsx';
import { toneOfFinding } from '../words.ts';
import { FindingDialog } from './finding-dialog.tsx';

interface FindingTableProps {
  readonly findings: readonly ReviewFinding[];
  readonly namesContract?: boolean;
}

/** Findings with who does what until when. */
export function FindingTable({ findings, namesContract = false }: FindingTableProps) {
  const translate = useTranslate();
  const format = useFormat();
  const mayDo = usePermission('reviews.do');
  const [edited, setEdited] = useState<ReviewFinding | null>(null);
  const today = usePresentDay();
  useResume('finding', (about) => setEdited(findings.find(({ id }) => id === about) ?? null));
  return (
    <>
      <TableContainer component={Paper} variant="outlined">
        <Table size="small">
          <TableHead>
            <TableRow>
              {namesContract && <TableCell>{translate('reviews.column.contract')}</TableCell>}
              <TableCell>{translate('reviews.findings.what')}</TableCell>
              <TableCell>{translate('reviews.findings.owner')}</TableCell>
              <TableCell>{translate('reviews.findings.until')}</TableCell>
              <TableCell>{translate('reviews.column.state')}</TableCell>
              {mayDo && <TableCell />}
            </TableRow>
          </TableHead>
          <TableBody>
            {findings.map((finding) => {
              const isOpen = finding.state === 'open' || finding.state === 'fixing';
              return (
                <TableRow key={finding.id} data-finding={finding.state}>
                  {namesContract && (
                    <TableCell>
                      <LinkText component={Link} to={`/contracts/${finding.contractId}?tab=reviews`} underline="hover">
                        {finding.title}
                      </LinkText>
                      <Typography variant="caption" color="textSecondary" component="p">
                        {finding.number}
                      </Typography>
                    </TableCell>
                  )}
                  <TableCell>
                    {isWithheld(finding.text) ? <Withheld /> : finding.text}
                    {!isWithheld(finding.resolution) && finding.resolution !== '' && (
                      <Typography variant="caption" color="textSecondary" component="p">
                        {finding.resolution}
                      </Typography>
                    )}
                  </TableCell>
                  <TableCell>{finding.ownerName ?? translate('reviews.nobody')}</TableCell>
                  <TableCell sx={{ whiteSpace: 'nowrap' }}>{isOpen && finding.dueOn < today ? <StatusChip label={translate('reviews.lateSince', { day: format.date(finding.dueOn) })} tone="danger" /> : format.date(finding.dueOn)}</TableCell>
                  <TableCell>
                    <StatusChip label={translate(`reviews.findingState.${finding.state}`)} tone={toneOfFinding[finding.state]} />
                  </TableCell>
                  {mayDo && (
                    <TableCell align="right">
                      {!isWithheld(finding.text) && (
                        <Button size="small" onClick={() => setEdited(finding)}>
                          {translate('reviews.findings.update')}
                        </Button>
                      )}
                    </TableCell>
                  )}
                </TableRow>
              );
            })}
          </TableBody>
        </Table>
      </TableContainer>
      {edited !== null && <FindingDialog key={edited.id} finding={edited} onClose={() => setEdited(null)} />}
    </>
  );
}
