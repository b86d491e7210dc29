import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { EntranceLinks } from './entrance-links.tsx';
import { OpenProblem } from './open-problem.tsx';

/** The sample vault has no secret to ask for. */
export function SampleEntrance({ onChooseOther }: { readonly onChooseOther: () => void }) {
  const translate = useTranslate();
  const open = useCommand('vault.createSample');
  const run = () => void open.run(undefined);
  return (
    <Stack spacing={2}>
      <Typography variant="h1">{translate('vault.sample.title')}</Typography>
      <Typography sx={{ color: 'text.secondary' }}>{translate('vault.sample.text')}</Typography>
      <OpenProblem error={open.error} operation="vault.createSample" onRetry={run} onChooseOther={onChooseOther} />
      <Button variant="contained" size="large" autoFocus disabled={open.isRunning} onClick={run}>
        {translate(open.isRunning ? 'vault.unlock.running' : 'vault.sample.open')}
      </Button>
      <EntranceLinks onChooseOther={onChooseOther} />
    </Stack>
  );
}
