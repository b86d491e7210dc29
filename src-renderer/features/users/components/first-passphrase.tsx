import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useTranslate } from '../../../i18n/i18n.ts';
import { monospaced } from '../../../theme/theme.ts';
import { CopyButton } from '../../../ui/copy-button.tsx';

interface FirstPassphraseProps {
  readonly name: string;
  readonly passphrase: string;
  readonly onClose: () => void;
}

/** Shows a person's first passphrase once, to be handed over in person; the content of a dialog. */
export function FirstPassphrase({ name, passphrase, onClose }: FirstPassphraseProps) {
  const translate = useTranslate();
  return (
    <>
      <DialogContent>
        <Stack spacing={2}>
          <Alert severity="warning">{translate('users.passphraseOnce', { name })}</Alert>
          <Stack direction="row" spacing={1} sx={{ alignItems: 'center' }}>
            <Typography data-passphrase sx={{ fontFamily: monospaced, fontSize: 18, overflowWrap: 'anywhere' }}>
              {passphrase}
            </Typography>
            <CopyButton text={passphrase} label={translate('users.copyPassphrase')} />
          </Stack>
        </Stack>
      </DialogContent>
      <DialogActions>
        <Button variant="contained" onClick={onClose}>
          {translate('users.handedOver')}
        </Button>
      </DialogActions>
    </>
  );
}
