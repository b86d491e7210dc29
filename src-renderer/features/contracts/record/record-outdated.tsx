import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { Link as RouterLink } from 'react-router';
import { useTranslate } from '../../../i18n/i18n.ts';

interface RecordOutdatedProps {
  readonly contractPath: string;
  /** Takes the latest record, which has arrived by now, as the one that what was typed replaces. */
  readonly onGoOn: () => void;
}

/** Somebody saved the record meanwhile: nothing was overwritten, and the person chooses. */
export function RecordOutdated({ contractPath, onGoOn }: RecordOutdatedProps) {
  const translate = useTranslate();
  return (
    <Alert severity="warning" role="alert">
      {translate('contracts.record.changedMeanwhile')}
      <Stack direction="row" spacing={1} useFlexGap sx={{ mt: 1, flexWrap: 'wrap' }}>
        <Button size="small" variant="outlined" color="inherit" onClick={onGoOn}>
          {translate('contracts.form.takeLatest')}
        </Button>
        <Button size="small" color="inherit" component={RouterLink} to={contractPath}>
          {translate('contracts.form.openLatest')}
        </Button>
      </Stack>
    </Alert>
  );
}
