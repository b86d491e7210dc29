import PrintOutlinedIcon from '@mui/icons-material/PrintOutlined';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslate } from '../../../i18n/i18n.ts';
import { CopyButton } from '../../../ui/copy-button.tsx';
import type { Creation } from '../use-creation.ts';
import { RecoveryGroups } from './recovery-groups.tsx';
import { RecoverySheet } from './recovery-sheet.tsx';

/** The recovery code, shown once: to be written down or printed before anything is made. */
export function RecoveryStep({ creation }: { readonly creation: Creation }) {
  const translate = useTranslate();
  const [isKept, setKept] = useState(false);
  if (creation.begun === null) return null;
  const { recoveryCode } = creation.begun;
  return (
    <Stack spacing={2}>
      <Typography sx={{ color: 'text.secondary' }}>{translate('vault.create.recovery.text')}</Typography>
      <RecoveryGroups code={recoveryCode} />
      <Stack direction="row" spacing={1}>
        <Button variant="outlined" autoFocus startIcon={<PrintOutlinedIcon />} onClick={() => globalThis.print()}>
          {translate('vault.create.recovery.print')}
        </Button>
        <CopyButton labelled text={recoveryCode} label={translate('vault.create.recovery.copy')} />
      </Stack>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {translate('vault.create.recovery.copyWarning')}
      </Typography>
      <Alert severity="warning">{translate('vault.create.recovery.honest')}</Alert>
      <FormControlLabel
        control={<Checkbox checked={isKept} onChange={(_, checked) => setKept(checked)} />}
        label={translate('vault.create.recovery.kept')}
      />
      <Button
        variant="contained"
        size="large"
        disabled={!isKept}
        onClick={() => creation.goTo('confirm')}
        sx={{ alignSelf: 'flex-end', minWidth: 128 }}
      >
        {translate('vault.create.next')}
      </Button>
      <RecoverySheet code={recoveryCode} userName={creation.userName} folder={creation.picked?.folder ?? ''} />
    </Stack>
  );
}
