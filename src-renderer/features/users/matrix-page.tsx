import CheckIcon from '@mui/icons-material/Check';
import LockOutlinedIcon from '@mui/icons-material/LockOutlined';
import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Stack from '@mui/material/Stack';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { Fragment, useState } from 'react';
import { authorityOf, type Authority } from '#shared/features/vault/custom-roles.ts';
import { rightOf, type Right } from '#shared/features/vault/matrix.ts';
import { roles } from '#shared/features/vault/roles.ts';
import { registry, type Feature } from '#shared/ipc/registry.ts';
import type { Operation } from '#shared/ipc/contract.ts';
import { useFormat } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/i18n.ts';
import { useFeatureName, useOperationName } from '../../i18n/operation-name.ts';
import { useOperation } from '../../ipc/use-query.ts';
import { useCustomRoleName } from '../../ipc/use-role-names.ts';
import { usePermission } from '../../ipc/use-vault-status.ts';
import { FilterMenu } from '../../ui/filter-menu.tsx';
import { firstColumn } from '../../ui/first-column.ts';
import { Page } from '../../ui/page.tsx';
import { CustomRolesCard } from './components/custom-roles-card.tsx';

const features = Object.keys(registry) as readonly Feature[];

const operationCell = { ...firstColumn, minWidth: 160 } as const;

/** Who may do what: every operation of the program against every role, from the list that the program itself obeys. */
export function MatrixPage() {
  const translate = useTranslate();
  const featureName = useFeatureName();
  const mayConfigure = usePermission('vault.configure');
  const columns = useColumns();
  const [chosen, setChosen] = useState<readonly Feature[]>([]);
  return (
    <Page title={translate('matrix.title')} subtitle={translate('matrix.subtitle')}>
      {mayConfigure && <CustomRolesCard />}
      <Stack direction="row" spacing={2} useFlexGap sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
        <FilterMenu label={translate('audit.feature')} options={features.map((value) => ({ value, label: featureName(value) }))} chosen={chosen} onChange={setChosen} />
        {(['allowed', 'withheld', 'forbidden'] as const).map((right) => (
          <Stack key={right} direction="row" spacing={0.5} sx={{ alignItems: 'center' }}>
            <RightMark right={right} />
            <Typography variant="body2" aria-hidden>
              {translate(`matrix.right.${right}`)}
            </Typography>
          </Stack>
        ))}
      </Stack>
      <TableContainer component={Paper} variant="outlined" sx={{ maxHeight: 'calc(100vh - 220px)' }} tabIndex={0} role="region" aria-label={translate('matrix.title')}>
        <Table size="small" stickyHeader>
          <TableHead>
            <RoleHeadings columns={columns} />
          </TableHead>
          <TableBody>
            {features
              .filter((feature) => chosen.length === 0 || chosen.includes(feature))
              .map((feature) => (
                <FeatureRows key={feature} feature={feature} columns={columns} />
              ))}
          </TableBody>
        </Table>
      </TableContainer>
    </Page>
  );
}

interface Column {
  readonly key: string;
  readonly name: string;
  readonly authority: Authority;
}

/** The shipped roles, then the vault's own that are in force. */
function useColumns(): readonly Column[] {
  const translate = useTranslate();
  const nameOf = useCustomRoleName();
  const { data = [] } = useOperation('users.customRoles', undefined);
  return [
    ...roles.map((role) => ({ key: role, name: translate(`vault.role.${role}`), authority: authorityOf({ roles: [role] }, []) })),
    ...data.filter(({ isRetired }) => !isRetired).map((role) => ({ key: role.id, name: nameOf(role), authority: authorityOf({ roles: [], customRoles: [role.id] }, [role]) })),
  ];
}

function RoleHeadings({ columns }: { readonly columns: readonly Column[] }) {
  const translate = useTranslate();
  const format = useFormat();
  return (
    <TableRow>
      <TableCell sx={{ ...operationCell, bgcolor: 'background.default', zIndex: 3 }}>{translate('matrix.operation')}</TableCell>
      {columns.map(({ key, name, authority }) => (
        <TableCell key={key} align="center" sx={{ minWidth: 108 }}>
          {name}
          <Typography variant="caption" component="p" color="textSecondary">
            {format.list(authority.compartments.map((name) => translate(`ui.compartment.${name}`)))}
          </Typography>
        </TableCell>
      ))}
    </TableRow>
  );
}

function FeatureRows({ feature, columns }: { readonly feature: Feature; readonly columns: readonly Column[] }) {
  const featureName = useFeatureName();
  const operationName = useOperationName();
  const operations = Object.entries(registry[feature] as Readonly<Record<string, Operation>>);
  return (
    <Fragment>
      <TableRow>
        <TableCell component="th" scope="colgroup" colSpan={columns.length + 1} sx={{ fontWeight: 700, bgcolor: 'action.hover' }}>
          {featureName(feature)}
        </TableCell>
      </TableRow>
      {operations.map(([name, operation]) => (
        <TableRow key={name} hover>
          <TableCell component="th" scope="row" sx={operationCell}>
            {operationName(`${feature}.${name}`)}
          </TableCell>
          {columns.map(({ key, authority }) => (
            <TableCell key={key} align="center">
              <RightMark right={rightOf(operation, authority)} />
            </TableCell>
          ))}
        </TableRow>
      ))}
    </Fragment>
  );
}

/** The sign says it without its colour, and a screen reader says it in words. */
function RightMark({ right }: { readonly right: Right }) {
  const translate = useTranslate();
  const label = translate(`matrix.right.${right}`);
  if (right === 'allowed') return <CheckIcon fontSize="small" color="success" titleAccess={label} />;
  if (right === 'withheld') return <LockOutlinedIcon fontSize="small" color="warning" titleAccess={label} />;
  return (
    <Box component="span" role="img" aria-label={label} sx={{ color: 'text.secondary' }}>
      {translate('matrix.none')}
    </Box>
  );
}
