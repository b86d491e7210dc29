import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import type { Task } from '../../../ipc/use-task.ts';
import { useConfirm } from '../../../ui/confirm-store.ts';
import { RotationProgress } from './rotation-progress.tsx';
import { RotationSchedule } from './rotation-schedule.tsx';

/** When the vault's keys were changed last, what is due, and the way to change them now. */
export function KeysLine({ rotation }: { readonly rotation: Task<'users.rotateKeys'> }) {
  const translate = useTranslate();
  const format = useFormat();
  const confirm = useConfirm();
  const { data } = useOperation('users.keys', undefined);
  const { state } = rotation;
  const names = (compartments: readonly ('core' | 'clauses' | 'finance')[]) => format.list(compartments.map((name) => translate(`ui.compartment.${name}`)));
  const ask = async () => {
    const isSure = await confirm({ title: translate('users.keys.title'), body: translate('users.keys.body'), confirmLabel: translate('users.keys.change') });
    if (isSure) await rotation.start({});
  };
  return (
    <Stack spacing={1} sx={{ mt: 2, pt: 2, borderTop: 1, borderColor: 'divider' }} aria-live="polite">
      <Stack direction="row" spacing={2} sx={{ alignItems: 'center', justifyContent: 'space-between' }}>
        <Typography variant="body2">
          {data?.rotatedAt === null || data === undefined ? translate('users.keys.never') : translate('users.keys.last', { time: format.dateTime(data.rotatedAt) })}
        </Typography>
        <Stack direction="row" spacing={2} sx={{ alignItems: 'center' }}>
          {data !== undefined && <RotationSchedule everyMonths={data.everyMonths} />}
          <Button size="small" variant="outlined" disabled={state.kind === 'running'} onClick={() => void ask()}>
            {translate('users.keys.change')}
          </Button>
        </Stack>
      </Stack>
      {data?.isDue === true && state.kind !== 'running' && <Alert severity="warning">{translate('users.keys.scheduleDue', { day: format.date(data.dueAt) })}</Alert>}
      <RotationProgress rotation={rotation} />
      {state.kind === 'done' && <Alert severity="success">{translate('users.keys.done', { what: names(state.value.rotated), count: state.value.files })}</Alert>}
      {data !== undefined && data.filesLeft > 0 && state.kind !== 'running' && <Alert severity="info">{translate('users.keys.filesLeft', { count: data.filesLeft })}</Alert>}
      {data !== undefined && data.due.length > 0 && state.kind !== 'running' && <Alert severity="warning">{translate('users.keys.due', { what: names(data.due) })}</Alert>}
    </Stack>
  );
}
