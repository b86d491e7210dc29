import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { useState, type ReactNode } from 'react';
import { problemWeights, type CheckSummary, type ProblemWeight } from '#shared/features/imports/plan.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { StatusChip } from '../../../ui/status-chip.tsx';
import { PlainSelect } from './plain-select.tsx';

interface ProblemTableProps {
  readonly summary: CheckSummary;
  readonly actions: ReactNode;
}

const tones = { refused: 'danger', duplicate: 'warning', aside: 'neutral', note: 'neutral' } as const;

/** What was found, at its row and field. */
export function ProblemTable({ summary: { problems, problemCount }, actions }: ProblemTableProps) {
  const translate = useTranslate();
  const format = useFormat();
  const [weight, setWeight] = useState<ProblemWeight | 'all'>('all');
  const shown = problems.filter((problem) => weight === 'all' || problem.weight === weight);
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2 }}>
        <Typography variant="h3" sx={{ flex: 1 }}>
          {translate('imports.problems.title')}
        </Typography>
        <Box sx={{ width: 220 }}>
          <PlainSelect
            label={translate('imports.problems.filter')}
            value={weight}
            options={(['all', ...problemWeights] as const).map((value) => ({ value, label: translate(`imports.weight.${value}`) }))}
            onChange={setWeight}
          />
        </Box>
        {actions}
      </Box>
      <TableContainer tabIndex={0} role="region" aria-label={translate('imports.problems.title')} sx={{ maxHeight: 420, border: 1, borderColor: 'divider', borderRadius: 1 }}>
        <Table size="small" stickyHeader>
          <TableHead>
            <TableRow>
              <TableCell>{translate('imports.row')}</TableCell>
              <TableCell>{translate('imports.map.field')}</TableCell>
              <TableCell>{translate('imports.problems.cell')}</TableCell>
              <TableCell>{translate('imports.problems.what')}</TableCell>
              <TableCell>{translate('imports.problems.effect')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {shown.map((problem, at) => (
              <TableRow key={`${problem.rowNumber} ${problem.field} ${problem.code} ${at}`}>
                <TableCell>{format.number(problem.rowNumber)}</TableCell>
                <TableCell>{translate(`imports.field.${problem.field}`)}</TableCell>
                <TableCell sx={{ overflowWrap: 'anywhere' }}>{problem.shown}</TableCell>
                <TableCell>{translate(`imports.problem.${problem.code}`, { other: problem.other })}</TableCell>
                <TableCell>
                  <StatusChip label={translate(`imports.weight.${problem.weight}`)} tone={tones[problem.weight]} />
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </TableContainer>
      {problemCount > problems.length && (
        <Typography variant="body2" color="textSecondary">
          {translate('imports.problems.more', { shown: format.number(problems.length), count: format.number(problemCount) })}
        </Typography>
      )}
    </>
  );
}
