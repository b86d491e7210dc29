import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslate } from '../../../i18n/i18n.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import type { Creation } from '../use-creation.ts';
import { NewPassphrase } from './new-passphrase.tsx';

/** Who opens the vault, and with which passphrase. */
export function PersonStep({ creation }: { readonly creation: Creation }) {
  const translate = useTranslate();
  const { userName, entry, error, isRunning } = creation;
  const [isFit, setFit] = useState(false);
  const isReady = userName.trim() !== '' && isFit && !isRunning;
  const folderIsGone = error?.code === 'FOLDER_NOT_EMPTY' || error?.code === 'PICK_EXPIRED' || error?.code === 'READ_ONLY_FOLDER';
  return (
    <Stack
      component="form"
      spacing={2}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) void creation.begin();
      }}
    >
      <Typography sx={{ color: 'text.secondary' }}>{translate('vault.create.person.text')}</Typography>
      <TextField
        id="create-name"
        autoFocus={userName === ''}
        label={translate('vault.userName.label')}
        helperText={translate('vault.create.person.nameHint')}
        value={userName}
        onChange={(event) => creation.setUserName(event.target.value)}
        autoComplete="username"
        slotProps={{ htmlInput: { maxLength: 80, spellCheck: false } }}
      />
      <NewPassphrase
        idPrefix="create"
        entry={entry}
        userName={userName}
        onChange={creation.setEntry}
        onJudged={setFit}
      />
      <ErrorMessage
        error={error}
        operation="vault.beginCreate"
        action={
          folderIsGone ? (
            <Button size="small" variant="outlined" color="inherit" onClick={() => creation.goTo('folder')}>
              {translate('vault.create.folder.change')}
            </Button>
          ) : undefined
        }
      />
      <Button type="submit" variant="contained" size="large" disabled={!isReady} sx={{ alignSelf: 'flex-end', minWidth: 128 }}>
        {translate('vault.create.next')}
      </Button>
    </Stack>
  );
}
