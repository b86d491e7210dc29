import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import type { GridColDef } from '@mui/x-data-grid';
import type { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router';
import type { ContractId, ContractSummary, WordPlace } from '#shared/features/contracts/model.ts';
import type { Day } from '#shared/kernel/day.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useHolds } from '../../../ipc/use-vault-status.ts';
import { atMostLines } from '../../../ui/at-most-lines.ts';
import { MarkedText } from '../../../ui/marked-text.tsx';
import { Amount } from './amount.tsx';
import { StageChip } from './stage-chip.tsx';
import { statusKey } from '../status-key.ts';

/** The columns of the list of contracts; `places` are where those have the words that the list is narrowed by. */
export function useContractColumns(places: ReadonlyMap<ContractId, WordPlace>): readonly GridColDef<ContractSummary>[] {
  const translate = useTranslate();
  const format = useFormat();
  const holdsFinance = useHolds('finance');
  const dayText = (day: Day | null) => (day === null ? translate('contracts.notSet') : format.date(day));
  return [
    {
      field: 'number',
      headerName: translate('contracts.column.number'),
      width: 136,
      renderCell: ({ row }) => (
        <TwoLines
          first={row.number}
          second={row.versionNumber === 0 ? translate('contracts.noText') : translate('contracts.versionShort', { version: row.versionNumber })}
        />
      ),
    },
    {
      field: 'title',
      headerName: translate('contracts.column.title'),
      flex: 1,
      minWidth: 164,
      renderCell: ({ row, tabIndex }) => (
        <TwoLines
          first={
            <Link
              component={RouterLink}
              to={`/contracts/${row.id}`}
              tabIndex={tabIndex}
              underline="hover"
              color="textPrimary"
              title={row.title}
              sx={{ ...atMostTwoLines, fontWeight: 500 }}
            >
              {row.title}
            </Link>
          }
          second={translate(`contracts.type.${row.contractType}`)}
          third={<Place place={places.get(row.id)} />}
        />
      ),
    },
    {
      field: 'parties',
      headerName: translate('contracts.column.parties'),
      flex: 1,
      minWidth: 134,
      renderCell: ({ row }) => (
        <Box sx={{ minWidth: 0 }}>
          {row.partyNames.map((name, index) => (
            <Typography key={index} variant="body2" noWrap title={name}>
              {name}
            </Typography>
          ))}
        </Box>
      ),
    },
    {
      field: 'amount',
      headerName: translate('contracts.column.amount'),
      width: 162,
      sortable: holdsFinance,
      align: 'right',
      headerAlign: 'right',
      renderCell: ({ row }) => <Amount summary={row} />,
    },
    {
      field: 'effective',
      headerName: translate('contracts.column.effectiveDate'),
      width: 112,
      valueGetter: (_, row) => dayText(row.effectiveDate),
    },
    {
      field: 'end',
      headerName: translate('contracts.column.end'),
      width: 112,
      valueGetter: (_, row) => dayText(row.endsOn),
    },
    {
      field: 'notice',
      headerName: translate('contracts.column.notice'),
      width: 128,
      valueGetter: (_, row) => dayText(row.noticeDeadlineOn),
    },
    {
      field: 'stage',
      headerName: translate('contracts.column.stage'),
      width: 124,
      renderCell: ({ row }) => (
        <Box>
          <StageChip stage={row.stage} status={row.status} />
          {row.stage === 'signed' && (
            <Typography variant="body2" color="textSecondary">
              {translate(statusKey(row.status, row.renewalType))}
            </Typography>
          )}
        </Box>
      ),
    },
    { field: 'owner', headerName: translate('contracts.column.owner'), width: 120, valueGetter: (_, row) => row.ownerName },
    { field: 'department', headerName: translate('contracts.column.department'), width: 120, valueGetter: (_, row) => row.department },
    {
      field: 'tags',
      headerName: translate('contracts.column.tags'),
      width: 150,
      renderCell: ({ row }) => (
        <Box sx={{ display: 'flex', gap: 0.5, flexWrap: 'wrap' }}>
          {row.tags.map((tag) => (
            <Chip key={tag} size="small" variant="outlined" label={tag} />
          ))}
        </Box>
      ),
    },
    {
      field: 'updated',
      headerName: translate('contracts.column.updated'),
      width: 124,
      valueGetter: (_, row) => format.date(row.updatedAt),
    },
  ];
}

// A bilingual title of any length leaves the rows below it in sight; the whole of it is in the tooltip and on its page.
const atMostTwoLines = atMostLines(2);

function TwoLines({ first, second, third }: { readonly first: ReactNode; readonly second: string; readonly third?: ReactNode }) {
  return (
    <Box sx={{ minWidth: 0 }}>
      {first}
      <Typography variant="body2" color="textSecondary">
        {second}
      </Typography>
      {third}
    </Box>
  );
}

function Place({ place }: { readonly place: WordPlace | undefined }) {
  const translate = useTranslate();
  if (place === undefined) return null;
  return (
    <Typography variant="caption" component="div" color="textSecondary" sx={{ ...atMostLines(3), overflowWrap: 'anywhere' }}>
      <MarkedText parts={place.snippet} lead={place.isFileName ? translate('contracts.inFileName') : place.fileName} isWhole={place.isFileName} />
    </Typography>
  );
}
