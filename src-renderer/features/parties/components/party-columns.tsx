import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import type { GridColDef } from '@mui/x-data-grid';
import { Link as RouterLink } from 'react-router';
import type { PartyId, PartySummary } from '#shared/features/parties/model.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useOwnName } from '../../../i18n/own-name.ts';

/** The columns of the list of counterparties. */
export function usePartyColumns(onContracts?: (id: PartyId) => void): readonly GridColDef<PartySummary>[] {
  const translate = useTranslate();
  const format = useFormat();
  const nameOf = useOwnName();
  return [
    {
      field: 'name',
      headerName: translate('parties.column.name'),
      flex: 1,
      minWidth: 200,
      renderCell: ({ row, tabIndex }) => <PartyName party={row} name={nameOf(row)} tabIndex={tabIndex} />,
    },
    {
      field: 'kind',
      headerName: translate('parties.column.kind'),
      width: 110,
      valueGetter: (_, row) => translate(`parties.kind.${row.kind}`),
    },
    {
      field: 'riskGrade',
      headerName: translate('parties.column.riskGrade'),
      width: 112,
      renderCell: ({ row }) => (row.isBlacklisted ? <Chip size="small" color="error" variant="outlined" label={translate('parties.blacklisted.yes')} /> : row.riskGrade),
    },
    {
      field: 'uscc',
      headerName: translate('parties.column.uscc'),
      width: 184,
      cellClassName: 'is-code',
    },
    {
      field: 'contact',
      headerName: translate('parties.column.contact'),
      width: 150,
      renderCell: ({ row }) => (
        <Box>
          <div>{row.contactName}</div>
          <div>{row.contactPhone}</div>
        </Box>
      ),
    },
    {
      field: 'contractCount',
      headerName: translate('parties.column.contractCount'),
      width: 108,
      align: 'right',
      headerAlign: 'right',
      renderCell: ({ row, tabIndex }) =>
        row.contractCount === 0 || onContracts === undefined ? (
          row.contractCount
        ) : (
          <Link
            component={RouterLink}
            to="/contracts"
            tabIndex={tabIndex}
            aria-label={translate('parties.showContracts', { name: nameOf(row), count: row.contractCount })}
            onClick={() => onContracts(row.id)}
          >
            {row.contractCount}
          </Link>
        ),
    },
    {
      field: 'updated',
      headerName: translate('parties.column.updated'),
      width: 120,
      valueGetter: (_, row) => format.date(row.updatedAt),
    },
  ];
}

interface PartyNameProps {
  readonly party: PartySummary;
  readonly name: string;
  readonly tabIndex: number;
}

function PartyName({ party, name, tabIndex }: PartyNameProps) {
  const other = name === party.nameZh ? party.nameEn : party.nameZh;
  return (
    <Box>
      <Link component={RouterLink} to={`/parties/${party.id}`} tabIndex={tabIndex} underline="hover" color="textPrimary" sx={{ fontWeight: 500 }}>
        {name}
      </Link>
      {other !== '' && other !== name && (
        <Typography variant="body2" color="textSecondary">
          {other}
        </Typography>
      )}
    </Box>
  );
}
