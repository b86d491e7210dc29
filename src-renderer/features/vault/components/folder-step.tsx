import FolderOpenIcon from '@mui/icons-material/FolderOpen';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import type { Creation } from '../use-creation.ts';

/** Where the vault will lie. */
export function FolderStep({ creation }: { readonly creation: Creation }) {
  const translate = useTranslate();
  const { picked, error, isRunning } = creation;
  return (
    <Stack spacing={2}>
      <Typography sx={{ color: 'text.secondary' }}>{translate('vault.create.folder.text')}</Typography>
      <Paper variant="outlined" sx={{ display: 'flex', alignItems: 'center', gap: 2, p: 2 }}>
        <Typography sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere', color: picked === null ? 'text.secondary' : 'text.primary' }}>
          {picked === null ? translate('vault.create.folder.none') : picked.folder}
        </Typography>
        <Button
          variant={picked === null ? 'contained' : 'outlined'}
          startIcon={<FolderOpenIcon />}
          autoFocus
          disabled={isRunning}
          onClick={() => void creation.pickFolder()}
        >
          {translate(picked === null ? 'vault.create.folder.choose' : 'vault.create.folder.change')}
        </Button>
      </Paper>
      {picked?.kind === 'vault' && <AlreadyVault pickId={picked.pickId} />}
      {picked?.kind === 'other' && <ErrorMessage error={{ code: 'FOLDER_NOT_EMPTY' }} />}
      <ErrorMessage error={error} operation="vault.pickFolder" />
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {translate('vault.create.folder.hint')}
      </Typography>
      <Button
        variant="contained"
        size="large"
        disabled={picked?.kind !== 'empty'}
        onClick={() => creation.goTo('person')}
        sx={{ alignSelf: 'flex-end', minWidth: 128 }}
      >
        {translate('vault.create.next')}
      </Button>
    </Stack>
  );
}

function AlreadyVault({ pickId }: { readonly pickId: NonNullable<Creation['picked']>['pickId'] }) {
  const translate = useTranslate();
  const select = useCommand('vault.select');
  return (
    <>
      <Alert
        severity="info"
        action={
          <Button size="small" color="inherit" disabled={select.isRunning} onClick={() => void select.run({ pickId })}>
            {translate('vault.create.folder.openIt')}
          </Button>
        }
      >
        {translate('vault.create.folder.alreadyVault')}
      </Alert>
      <ErrorMessage error={select.error} operation="vault.select" />
    </>
  );
}
