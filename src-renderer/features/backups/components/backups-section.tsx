import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { Link } from 'react-router';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { SectionCard } from '../../../ui/section-card.tsx';

/** The settings' word on backups, with the way to their page. */
export function BackupsSection() {
  const translate = useTranslate();
  const format = useFormat();
  const { data } = useOperation('backups.overview', undefined, { liesOutside: true });
  const newest = data?.backups[0];
  // What lies on a disk that isn't connected can't be counted: it is not none.
  const isAway = data !== undefined && data.folder !== '' && !data.isFolderThere;
  return (
    <SectionCard
      title={translate('backups.title')}
      subtitle={translate('backups.subtitle')}
      actions={
        <Button size="small" component={Link} to="/backups">
          {translate('backups.open')}
        </Button>
      }
    >
      {data !== undefined && isAway && <Alert severity="warning">{translate('errors.BACKUP_FOLDER_MISSING')}</Alert>}
      {data !== undefined && !isAway && <Typography>{newest === undefined ? translate('backups.empty.title') : translate('backups.newest', { time: format.dateTime(newest.takenAt) })}</Typography>}
    </SectionCard>
  );
}
