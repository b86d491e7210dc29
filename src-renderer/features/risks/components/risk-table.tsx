import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Paper from '@mui/material/Paper';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import TableSortLabel from '@mui/material/TableSortLabel';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { Link as RouterLink } from 'react-router';
import { levelOf, type Risk } from '#shared/features/risks/model.ts';
import { byName } from '#shared/kernel/name-order.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { StatusChip } from '../../../ui/status-chip.tsx';
import { toneByLevel } from '../risk-tone.ts';

interface RiskTableProps {
  readonly risks: readonly Risk[];
  readonly withContract: boolean;
  readonly onEdit?: (risk: Risk) => void;
}

const sorts = {
  level: (one: Risk, other: Risk) => other.likelihood * other.impact - one.likelihood * one.impact,
  title: (one: Risk, other: Risk) => byName(one.title, other.title),
  reviewOn: (one: Risk, other: Risk) => (one.reviewOn ?? '9999').localeCompare(other.reviewOn ?? '9999'),
} as const;
type Sort = keyof typeof sorts;

/** Risks, a row each, sorted by how grave they are, by name or by when they are looked at next. */
export function RiskTable({ risks, withContract, onEdit }: RiskTableProps) {
  const translate = useTranslate();
  const format = useFormat();
  const [sort, setSort] = useState<Sort>('level');
  const heading = (column: Sort) => (
    <TableCell sortDirection={sort === column ? 'asc' : false}>
      <TableSortLabel active={sort === column} direction="asc" onClick={() => setSort(column)}>
        {translate(`risks.field.${column}`)}
      </TableSortLabel>
    </TableCell>
  );
  return (
    <TableContainer component={Paper} variant="outlined">
      <Table size="small">
        <TableHead>
          <TableRow>
            {heading('level')}
            {heading('title')}
            <TableCell>{translate('risks.field.owner')}</TableCell>
            {heading('reviewOn')}
            <TableCell>{translate('risks.field.state')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {risks.toSorted(sorts[sort]).map((risk) => (
            <TableRow key={risk.id} hover data-risk={risk.id}>
              <TableCell>
                <StatusChip label={translate('risks.levelOf', { level: translate(`risks.level.${levelOf(risk.likelihood, risk.impact)}`), product: risk.likelihood * risk.impact })} tone={toneByLevel[levelOf(risk.likelihood, risk.impact)]} />
              </TableCell>
              <TableCell>
                {onEdit === undefined ? (
                  risk.title
                ) : (
                  <Button size="small" onClick={() => onEdit(risk)} sx={{ ml: -0.75, textAlign: 'start', whiteSpace: 'normal', textTransform: 'none' }}>
                    {risk.title}
                  </Button>
                )}
                <Typography variant="caption" color="textSecondary" component="p">
                  {translate('risks.kindAndTreatment', { category: translate(`risks.category.${risk.category}`), treatment: translate(`risks.treatment.${risk.treatment}`) })}
                  {withContract && risk.contractId !== null && (
                    <>
                      {' · '}
                      <Link component={RouterLink} to={`/contracts/${risk.contractId}?tab=risk`}>
                        {risk.contractTitle}
                      </Link>
                    </>
                  )}
                  {risk.partyName !== null && ` · ${risk.partyName}`}
                </Typography>
              </TableCell>
              <TableCell>{risk.ownerName ?? translate('risks.nobody')}</TableCell>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>{risk.reviewOn === null ? translate('risks.noReview') : format.date(risk.reviewOn)}</TableCell>
              <TableCell>
                <StatusChip label={translate(`risks.state.${risk.state}`)} tone={risk.state === 'open' ? 'info' : 'neutral'} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
