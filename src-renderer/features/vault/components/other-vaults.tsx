import AddIcon from '@mui/icons-material/Add';
import ArrowBackIcon from '@mui/icons-material/ArrowBack';
import FolderOpenIcon from '@mui/icons-material/FolderOpen';
import ScienceOutlinedIcon from '@mui/icons-material/ScienceOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { useOpenFolder } from '../use-open-folder.ts';
import { RecentVaults } from './recent-vaults.tsx';

interface OtherVaultsProps {
  readonly currentId: string | undefined;
  readonly onBack: () => void;
  readonly onCreate: () => void;
}

/** Choosing another vault than the one that waits to be unlocked. */
export function OtherVaults({ currentId, onBack, onCreate }: OtherVaultsProps) {
  const translate = useTranslate();
  const opening = useOpenFolder();
  const sample = useCommand('vault.createSample');
  const listsSample = useOperation('vault.recent', undefined).data?.some((vault) => vault.sample) ?? false;
  const openFolder = async () => {
    if (await opening.open()) onBack();
  };
  return (
    <Box>
      <Button size="small" color="inherit" startIcon={<ArrowBackIcon />} onClick={onBack} sx={{ ml: -0.75, mb: 1 }}>
        {translate('vault.back')}
      </Button>
      <Typography variant="h1">{translate('vault.others.title')}</Typography>
      <RecentVaults {...(currentId === undefined ? {} : { currentId })} onSelected={onBack} />
      <Stack spacing={1} sx={{ mt: 3, alignItems: 'flex-start' }}>
        <Button startIcon={<FolderOpenIcon />} disabled={opening.isRunning} onClick={() => void openFolder()}>
          {translate('vault.others.open')}
        </Button>
        <Button startIcon={<AddIcon />} onClick={onCreate}>
          {translate('vault.others.create')}
        </Button>
        {!listsSample && (
          <Button startIcon={<ScienceOutlinedIcon />} disabled={sample.isRunning} onClick={() => void sample.run(undefined)}>
            {translate('vault.others.sample')}
          </Button>
        )}
      </Stack>
      <Stack spacing={1} sx={{ mt: 2 }}>
        <ErrorMessage error={opening.error} operation="vault.select" />
        <ErrorMessage error={sample.error} operation="vault.createSample" />
      </Stack>
    </Box>
  );
}
