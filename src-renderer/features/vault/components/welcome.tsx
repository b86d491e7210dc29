import AddIcon from '@mui/icons-material/Add';
import FolderOpenIcon from '@mui/icons-material/FolderOpen';
import ScienceOutlinedIcon from '@mui/icons-material/ScienceOutlined';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { useOpenFolder } from '../use-open-folder.ts';
import { ChoiceButton } from './choice-button.tsx';
import { RecentVaults } from './recent-vaults.tsx';

/** The first screen of all: create, open, or look around in the sample. */
export function Welcome({ onCreate }: { readonly onCreate: () => void }) {
  const translate = useTranslate();
  const opening = useOpenFolder();
  const sample = useCommand('vault.createSample');
  const isBusy = opening.isRunning || sample.isRunning;
  return (
    <Box>
      <Typography variant="h1">{translate('vault.welcome.title')}</Typography>
      <Typography sx={{ mt: 1, mb: 3, color: 'text.secondary' }}>{translate('vault.welcome.text')}</Typography>
      <Stack spacing={1.5}>
        <ChoiceButton
          isPrimary
          icon={<AddIcon />}
          title={translate('vault.welcome.create')}
          text={translate('vault.welcome.createText')}
          disabled={isBusy}
          onClick={onCreate}
        />
        <ChoiceButton
          icon={<FolderOpenIcon />}
          title={translate('vault.welcome.open')}
          text={translate('vault.welcome.openText')}
          disabled={isBusy}
          onClick={() => void opening.open()}
        />
        <ChoiceButton
          icon={<ScienceOutlinedIcon />}
          title={translate('vault.welcome.sample')}
          text={translate(sample.isRunning ? 'vault.welcome.sampleRunning' : 'vault.welcome.sampleText')}
          disabled={isBusy}
          onClick={() => void sample.run(undefined)}
        />
        <ErrorMessage error={opening.error} operation="vault.select" />
        <ErrorMessage error={sample.error} operation="vault.createSample" />
      </Stack>
      <RecentVaults />
      <Link component={RouterLink} to="/verify" variant="body2" sx={{ display: 'inline-block', mt: 3 }}>
        {translate('vault.unlock.verify')}
      </Link>
    </Box>
  );
}
