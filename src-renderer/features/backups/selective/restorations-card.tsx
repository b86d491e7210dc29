import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router';
import type { Restoration } from '#shared/features/backups/selective.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { SectionCard } from '../../../ui/section-card.tsx';
import { StatusChip } from '../../../ui/status-chip.tsx';

/** What was brought back before, each with the way to take it back again. */
export function RestorationsCard() {
  const translate = useTranslate();
  const restorations = useOperation('backups.restorations', undefined);
  const list = restorations.data ?? [];
  if (list.length === 0) return <ErrorMessage error={restorations.error} onRetry={restorations.refetch} />;
  return (
    <SectionCard title={translate('backups.restorations.title')} subtitle={translate('backups.restorations.lead')}>
      <Stack component="ul" spacing={1.5} sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {list.map((one) => (
          <Line key={one.id} restoration={one} />
        ))}
      </Stack>
    </SectionCard>
  );
}

function Line({ restoration }: { readonly restoration: Restoration }) {
  const translate = useTranslate();
  const format = useFormat();
  const undo = useCommand('backups.undoRestoration');
  const { id, contractId, number, title, backupTakenAt, kind, parts, restoredAt, restoredByName, undoneAt } = restoration;
  const what = kind === 'copy' ? translate('backups.restorations.copy') : format.list(parts.map((part) => translate(`backups.part.${part}`)));
  return (
    <Stack component="li" spacing={0.5}>
      <Stack direction="row" spacing={1.5} useFlexGap sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
        <Stack sx={{ flex: 1, minWidth: 240 }}>
          {number === '' ? (
            <Typography>{what}</Typography>
          ) : (
            <Link component={RouterLink} to={`/contracts/${contractId}`}>
              {`${number} ${title}`}
            </Link>
          )}
          <Typography variant="body2" color="textSecondary">
            {translate('backups.restorations.line', { what, taken: format.dateTime(backupTakenAt), time: format.dateTime(restoredAt), name: restoredByName })}
          </Typography>
        </Stack>
        {undoneAt === null ? (
          <Button size="small" loading={undo.isRunning} onClick={() => void undo.run({ id })}>
            {translate('backups.restorations.undo')}
          </Button>
        ) : (
          <StatusChip label={translate('backups.restorations.undone')} />
        )}
      </Stack>
      <ErrorMessage error={undo.error} operation="backups.undoRestoration" />
    </Stack>
  );
}
