import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import type { GridColDef } from '@mui/x-data-grid';
import type { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router';
import type { ContractSummary } from '#shared/features/contracts/model.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { Amount } from './amount.tsx';
import { StageChip } from './stage-chip.tsx';

/** The columns of the list of contracts. */
export function useContractColumns(): readonly GridColDef<ContractSummary>[] {
  const translate = useTranslate();
  const format = useFormat();
  return [
    {
      field: 'number',
      headerName: translate('contracts.column.number'),
      width: 132,
      renderCell: ({ row }) => (
        <TwoLines
          first={row.number}
          second={translate('contracts.versionShort', { version: row.versionNumber })}
        />
      ),
    },
    {
      field: 'title',
      headerName: translate('contracts.column.title'),
      flex: 1,
      minWidth: 160,
      renderCell: ({ row, tabIndex }) => (
        <TwoLines
          first={
            <Link
              component={RouterLink}
              to={`/contracts/${row.id}`}
              tabIndex={tabIndex}
              underline="hover"
              color="textPrimary"
              sx={{ fontWeight: 500 }}
            >
              {row.title}
            </Link>
          }
          second={translate(`contracts.type.${row.contractType}`)}
        />
      ),
    },
    {
      field: 'parties',
      headerName: translate('contracts.column.parties'),
      flex: 1,
      minWidth: 160,
      renderCell: ({ row }) => (
        <Box>
          {row.partyNames.map((name, index) => (
            <div key={index}>{name}</div>
          ))}
        </Box>
      ),
    },
    {
      field: 'amount',
      headerName: translate('contracts.column.amount'),
      width: 150,
      align: 'right',
      headerAlign: 'right',
      renderCell: ({ row }) => <Amount amount={row.amount} />,
    },
    {
      field: 'effectiveDate',
      headerName: translate('contracts.column.effectiveDate'),
      width: 112,
      valueGetter: (_, row) =>
        row.effectiveDate === null ? translate('contracts.notSet') : format.date(row.effectiveDate),
    },
    {
      field: 'stage',
      headerName: translate('contracts.column.stage'),
      width: 160,
      renderCell: ({ row }) => <StageChip stage={row.stage} />,
    },
    {
      field: 'updated',
      headerName: translate('contracts.column.updated'),
      width: 124,
      valueGetter: (_, row) => format.date(row.updatedAt),
    },
  ];
}

function TwoLines({ first, second }: { readonly first: ReactNode; readonly second: string }) {
  return (
    <Box>
      {first}
      <Typography variant="body2" color="textSecondary">
        {second}
      </Typography>
    </Box>
  );
}
