import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import FormControlLabel from '@mui/material/FormControlLabel';
import Stack from '@mui/material/Stack';
import Switch from '@mui/material/Switch';
import Typography from '@mui/material/Typography';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { SectionCard } from '../../../ui/section-card.tsx';

interface PlaceCardProps {
  readonly folder: string;
  readonly isDefaultFolder: boolean;
  readonly isFolderThere: boolean;
  readonly isAutomatic: boolean;
  /** Whether the person may say where backups go. */
  readonly mayConfigure: boolean;
}

/** Where backups go and whether they are made by themselves. */
export function PlaceCard({ folder, isDefaultFolder, isFolderThere, isAutomatic, mayConfigure }: PlaceCardProps) {
  const translate = useTranslate();
  const choose = useCommand('backups.chooseFolder');
  const automatic = useCommand('backups.setAutomatic');
  const show = useCommand('backups.showFolder');
  return (
    <SectionCard
      title={translate('backups.place.title')}
      actions={
        <Stack direction="row" spacing={1}>
          {isFolderThere && (
            <Button size="small" onClick={() => void show.run(undefined)}>
              {translate('backups.place.show')}
            </Button>
          )}
          {mayConfigure && (
            <Button size="small" variant="outlined" loading={choose.isRunning} onClick={() => void choose.run(undefined)}>
              {translate('backups.place.choose')}
            </Button>
          )}
        </Stack>
      }
    >
      <Stack spacing={1}>
        {choose.error !== null && <ErrorMessage error={choose.error} operation="backups.chooseFolder" />}
        {show.error !== null && <ErrorMessage error={show.error} operation="backups.showFolder" />}
        <Typography sx={{ overflowWrap: 'anywhere' }}>{folder === '' ? translate('backups.place.none') : folder}</Typography>
        {folder !== '' && isDefaultFolder && <Alert severity="info">{translate('backups.place.sameDisk')}</Alert>}
        {folder !== '' && !isFolderThere && <Alert severity="warning">{translate('errors.BACKUP_FOLDER_MISSING')}</Alert>}
        <FormControlLabel
          control={<Switch checked={isAutomatic} disabled={!mayConfigure || automatic.isRunning} onChange={(_, isOn) => void automatic.run({ isAutomatic: isOn })} />}
          label={translate('backups.place.automatic')}
        />
        <Typography variant="body2" color="textSecondary">
          {translate('backups.place.rule')}
        </Typography>
      </Stack>
    </SectionCard>
  );
}
