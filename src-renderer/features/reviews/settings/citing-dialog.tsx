import Button from '@mui/material/Button';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import LinkText from '@mui/material/Link';
import List from '@mui/material/List';
import ListItem from '@mui/material/ListItem';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { Link } from 'react-router';
import type { StoredLaw } from '#shared/features/reviews/ipc.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { usePermission } from '../../../ipc/use-vault-status.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { useToast } from '../../../ui/use-toast.ts';

interface CitingDialogProps {
  readonly law: StoredLaw;
  readonly isRepealed: boolean;
  readonly onClose: () => void;
}

/** The contracts in force that cite a law; where it holds no longer, their reviews can be planned at once. */
export function CitingDialog({ law, isRepealed, onClose }: CitingDialogProps) {
  const translate = useTranslate();
  const toast = useToast();
  const titleId = useId();
  const mayDo = usePermission('reviews.do');
  const citing = useOperation('reviews.citing', { lawId: law.id });
  const plan = useCommand('reviews.planForLaw');
  const run = async () => {
    const reply = await plan.run({ lawId: law.id });
    if (!reply.ok) return;
    toast.success(translate('reviews.planned', { count: reply.value.planned }));
    onClose();
  };
  const contracts = citing.data?.contracts ?? [];
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{translate('reviews.laws.citingOne', { name: law.nameZh })}</DialogTitle>
      <DialogContent>
        {plan.error !== null && <ErrorMessage error={plan.error} />}
        {citing.data === undefined && (citing.error === null ? <LoadingState /> : <ErrorMessage error={citing.error} onRetry={citing.refetch} />)}
        {citing.data !== undefined && contracts.length === 0 && <Typography>{translate('reviews.laws.citedNowhere')}</Typography>}
        {citing.data !== undefined && citing.data.notRead > 0 && (
          <Typography variant="body2" color="textSecondary">
            {translate('reviews.laws.notRead', { count: citing.data.notRead })}
          </Typography>
        )}
        <List disablePadding>
          {contracts.map(({ id, number, title }) => (
            <ListItem key={id} disableGutters>
              <LinkText component={Link} to={`/contracts/${id}?tab=reviews`} underline="hover">
                {`${number} ${title}`}
              </LinkText>
            </ListItem>
          ))}
        </List>
        {citing.data?.hasMore === true && <Typography variant="body2">{translate('reviews.laws.more')}</Typography>}
      </DialogContent>
      <DialogActions>
        <Button color="inherit" onClick={onClose}>
          {translate('ui.close')}
        </Button>
        {mayDo && isRepealed && contracts.length > 0 && (
          <Button variant="contained" loading={plan.isRunning} onClick={() => void run()}>
            {translate('reviews.laws.plan')}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}
