import AddIcon from '@mui/icons-material/Add';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Stack from '@mui/material/Stack';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { Link as RouterLink } from 'react-router';
import type { Seal } from '#shared/features/signing/envelope-model.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { usePermission } from '../../../ipc/use-vault-status.ts';
import { useConfirm } from '../../../ui/confirm-store.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { SectionCard } from '../../../ui/section-card.tsx';
import { StatusChip } from '../../../ui/status-chip.tsx';
import { AddSealDialog } from './add-seal-dialog.tsx';
import { SealPicture } from './seal-picture.tsx';

/** The company's seals and the book of their use (用印登记). */
export function SealsSection() {
  const translate = useTranslate();
  const maySeal = usePermission('signing.seal');
  const seals = useOperation('signing.seals', undefined);
  const [isAdding, setAdding] = useState(false);
  if (seals.data === undefined) return seals.error === null ? <LoadingState /> : <ErrorMessage error={seals.error} onRetry={seals.refetch} />;
  return (
    <Stack spacing={2} sx={{ pt: 2 }}>
      {maySeal && (
        <Button variant="contained" startIcon={<AddIcon />} onClick={() => setAdding(true)} sx={{ alignSelf: 'flex-start' }}>
          {translate('signing.seal.add')}
        </Button>
      )}
      {seals.data.length === 0 && <EmptyState title={translate('signing.seal.emptyTitle')} body={translate('signing.seal.emptyBody')} />}
      {seals.data.map((seal) => (
        <SealCard key={seal.id} seal={seal} maySeal={maySeal} />
      ))}
      {seals.data.length > 0 && <UseLog />}
      {isAdding && <AddSealDialog onClose={() => setAdding(false)} />}
    </Stack>
  );
}

function SealCard({ seal, maySeal }: { readonly seal: Seal; readonly maySeal: boolean }) {
  const translate = useTranslate();
  const format = useFormat();
  const confirm = useConfirm();
  const retire = useCommand('signing.retireSeal');
  const isRetired = seal.retiredAt !== null;
  const take = async () => {
    const agreed = await confirm({ title: translate('signing.seal.retireTitle', { name: seal.name }), body: translate('signing.seal.retireBody'), confirmLabel: translate('signing.seal.retire'), destructive: true });
    if (agreed) await retire.run({ id: seal.id });
  };
  return (
    <SectionCard
      title={seal.name}
      subtitle={translate(`signing.seal.kind.${seal.kind}`)}
      actions={<StatusChip tone={isRetired ? 'neutral' : 'success'} label={translate(isRetired ? 'signing.seal.retired' : 'signing.seal.inUse')} />}
    >
      <Stack direction="row" spacing={2} useFlexGap sx={{ flexWrap: 'wrap' }}>
        {maySeal && <SealPicture id={seal.id} />}
        <Stack spacing={0.5}>
          <Typography variant="body2">{translate('signing.seal.width', { millimetres: seal.widthMillimetres })}</Typography>
          <Typography variant="body2">{translate('signing.seal.addedBy', { name: seal.createdByName, day: format.date(seal.createdAt) })}</Typography>
          <Typography variant="body2">{seal.lastUsedAt === null ? translate('signing.seal.unused') : translate('signing.seal.used', { count: seal.uses, time: format.dateTime(seal.lastUsedAt) })}</Typography>
          {maySeal && !isRetired && (
            <Button size="small" color="error" onClick={() => void take()} sx={{ alignSelf: 'flex-start' }}>
              {translate('signing.seal.retire')}
            </Button>
          )}
          {retire.error !== null && <ErrorMessage error={retire.error} />}
        </Stack>
      </Stack>
    </SectionCard>
  );
}

function UseLog() {
  const translate = useTranslate();
  const format = useFormat();
  const uses = useOperation('signing.sealUses', undefined);
  if (uses.data === undefined) return null;
  return (
    <SectionCard title={translate('signing.seal.log')}>
      {uses.data.length === 0 ? (
        <Typography color="textSecondary">{translate('signing.seal.logEmpty')}</Typography>
      ) : (
        <Table size="small">
          <TableHead>
            <TableRow>
              <TableCell>{translate('signing.seal.column.time')}</TableCell>
              <TableCell>{translate('signing.seal.column.seal')}</TableCell>
              <TableCell>{translate('signing.seal.column.person')}</TableCell>
              <TableCell>{translate('signing.page.column.contract')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {uses.data.map((use) => (
              <TableRow key={`${use.usedAt} ${use.contractId} ${use.sealName}`}>
                <TableCell>{format.dateTime(use.usedAt)}</TableCell>
                <TableCell>{use.sealName}</TableCell>
                <TableCell>{use.usedByName}</TableCell>
                <TableCell>
                  <Link component={RouterLink} to={`/contracts/${use.contractId}`}>
                    {translate('signing.page.contractValue', { number: use.contractNumber, title: use.contractTitle })}
                  </Link>
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </SectionCard>
  );
}
