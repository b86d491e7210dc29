import DeleteIcon from '@mui/icons-material/DeleteOutlined';
import IconButton from '@mui/material/IconButton';
import List from '@mui/material/List';
import ListItem from '@mui/material/ListItem';
import ListItemButton from '@mui/material/ListItemButton';
import ListItemText from '@mui/material/ListItemText';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { shippedReports, type SavedReport } from '#shared/features/analytics/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { useConfirm } from '../../../ui/confirm-store.ts';
import { useToast } from '../../../ui/use-toast.ts';

interface ReportMenuProps {
  readonly saved: readonly SavedReport[];
  readonly chosen: string;
  readonly onChoose: (key: string) => void;
}

/** The reports that there are. */
export function ReportMenu({ saved, chosen, onChoose }: ReportMenuProps) {
  const translate = useTranslate();
  return (
    <Paper variant="outlined" component="nav" aria-label={translate('analytics.reports')} sx={{ py: 1, maxHeight: { xs: '30vh', md: 'none' }, overflowY: 'auto' }}>
      {saved.length > 0 && <Heading text={translate('analytics.saved')} />}
      {saved.length > 0 && (
        <List dense disablePadding>
          {saved.map((report) => (
            <SavedLine key={report.id} report={report} isChosen={chosen === report.id} onChoose={onChoose} />
          ))}
        </List>
      )}
      <Heading text={translate('analytics.ready')} />
      <List dense disablePadding>
        {shippedReports.map(({ key }) => (
          <ListItem key={key} disablePadding>
            <ListItemButton selected={chosen === key} aria-current={chosen === key ? 'page' : undefined} onClick={() => onChoose(key)}>
              <ListItemText primary={translate(`analytics.shipped.${key}`)} />
            </ListItemButton>
          </ListItem>
        ))}
      </List>
    </Paper>
  );
}

function Heading({ text }: { readonly text: string }) {
  return (
    <Typography variant="overline" component="h2" sx={{ px: 2, color: 'text.secondary' }}>
      {text}
    </Typography>
  );
}

function SavedLine({ report, isChosen, onChoose }: { readonly report: SavedReport; readonly isChosen: boolean; readonly onChoose: (key: string) => void }) {
  const translate = useTranslate();
  const confirm = useConfirm();
  const toast = useToast();
  const remove = useCommand('analytics.remove');
  const ask = async () => {
    const isSure = await confirm({ title: translate('analytics.removeTitle', { name: report.name }), body: translate('analytics.removeBody'), confirmLabel: translate('analytics.remove'), destructive: true });
    if (!isSure) return;
    const reply = await remove.run({ id: report.id });
    if (reply.ok) onChoose('byType');
    else toast.failure(reply.error);
  };
  return (
    <ListItem
      disablePadding
      secondaryAction={
        report.isOwn && (
          <IconButton size="small" edge="end" aria-label={translate('analytics.removeOne', { name: report.name })} onClick={() => void ask()}>
            <DeleteIcon fontSize="small" />
          </IconButton>
        )
      }
    >
      <ListItemButton selected={isChosen} aria-current={isChosen ? 'page' : undefined} onClick={() => onChoose(report.id)}>
        <ListItemText primary={report.name} secondary={report.isOwn ? undefined : report.createdByName} />
      </ListItemButton>
    </ListItem>
  );
}
