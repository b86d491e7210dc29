import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { watchDisposals, watchMappings, type WatchChoice } from '#shared/features/imports/watch.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { SectionCard } from '../../../ui/section-card.tsx';
import { useToast } from '../../../ui/use-toast.ts';
import { reportWordsIn } from '../report-words.ts';
import { ArrivalTable } from './arrival-table.tsx';

const firstChoice: WatchChoice = { mapping: 'remembered', onDone: 'keep' };

/** The folder into which a CRM puts its files: which it is, how they are taken, and what came of the last ones. */
export function WatchCard() {
  const translate = useTranslate();
  const toast = useToast();
  const state = useOperation('imports.watch', undefined);
  const choosing = useCommand('imports.watchFolder');
  const changing = useCommand('imports.changeWatch');
  const stopping = useCommand('imports.stopWatch');
  const looking = useCommand('imports.lookNow');
  const [planned, setPlanned] = useState(firstChoice);
  if (state.data === undefined) return state.error === null ? null : <ErrorMessage error={state.error} onRetry={state.refetch} />;
  const { watched, arrivals } = state.data;
  const choice = watched ?? planned;
  const change = (changed: Partial<WatchChoice>): void => {
    const next = { mapping: choice.mapping, onDone: choice.onDone, ...changed };
    if (watched === null) setPlanned(next);
    else void changing.run({ choice: next });
  };
  const choose = async (): Promise<void> => {
    const reply = await choosing.run({ choice: { mapping: choice.mapping, onDone: choice.onDone }, report: reportWordsIn(translate) });
    if (reply.ok && reply.value !== null) toast.success(translate('imports.watch.begun', { folder: reply.value.folder }));
  };
  const look = async (): Promise<void> => {
    const reply = await looking.run(undefined);
    if (reply.ok) toast.success(translate(reply.value.files === 0 ? 'imports.watch.nothingCame' : 'imports.watch.came', { files: reply.value.files }));
  };
  return (
    <SectionCard
      title={translate('imports.watch.title')}
      subtitle={translate('imports.watch.lead')}
      actions={
        watched !== null && (
          <Stack direction="row" spacing={1}>
            <Button size="small" variant="outlined" loading={looking.isRunning} onClick={() => void look()}>
              {translate('imports.watch.lookNow')}
            </Button>
            <Button size="small" color="inherit" loading={stopping.isRunning} onClick={() => void stopping.run(undefined)}>
              {translate('imports.watch.stop')}
            </Button>
          </Stack>
        )
      }
    >
      <Stack spacing={2} aria-live="polite">
        <ErrorMessage error={choosing.error} operation="imports.watchFolder" />
        <ErrorMessage error={changing.error ?? stopping.error ?? looking.error} />
        <Stack direction="row" spacing={2} useFlexGap sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
          <Typography sx={{ flex: 1, minWidth: 220, overflowWrap: 'anywhere', color: watched === null ? 'text.secondary' : 'text.primary' }}>
            {watched === null ? translate('imports.watch.none') : watched.folder}
          </Typography>
          <Button size="small" variant={watched === null ? 'contained' : 'outlined'} loading={choosing.isRunning} onClick={() => void choose()}>
            {translate(watched === null ? 'imports.watch.choose' : 'imports.watch.another')}
          </Button>
        </Stack>
        {watched?.isReachable === false && <Alert severity="warning">{translate('imports.watch.unreachable')}</Alert>}
        <Stack direction={{ xs: 'column', md: 'row' }} spacing={2}>
          <TextField select fullWidth id="watch-mapping" label={translate('imports.watch.mappingLabel')} value={choice.mapping} helperText={translate(`imports.watch.mappingHint.${choice.mapping}`)} onChange={(event) => change({ mapping: watchMappings.find((one) => one === event.target.value) ?? 'remembered' })}>
            {watchMappings.map((one) => (
              <MenuItem key={one} value={one}>
                {translate(`imports.watch.mapping.${one}`)}
              </MenuItem>
            ))}
          </TextField>
          <TextField select fullWidth id="watch-done" label={translate('imports.watch.onDoneLabel')} value={choice.onDone} helperText={translate('imports.watch.onDoneHint')} onChange={(event) => change({ onDone: watchDisposals.find((one) => one === event.target.value) ?? 'keep' })}>
            {watchDisposals.map((one) => (
              <MenuItem key={one} value={one}>
                {translate(`imports.watch.onDone.${one}`)}
              </MenuItem>
            ))}
          </TextField>
        </Stack>
        {arrivals.length > 0 && <ArrivalTable arrivals={arrivals} />}
      </Stack>
    </SectionCard>
  );
}
