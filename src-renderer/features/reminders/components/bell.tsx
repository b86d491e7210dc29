import NotificationsOutlinedIcon from '@mui/icons-material/NotificationsOutlined';
import Badge from '@mui/material/Badge';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import { Link } from 'react-router';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { usePermission } from '../../../ipc/use-vault-status.ts';

/** How many reminders wait, in sight on every page. */
export function Bell() {
  const translate = useTranslate();
  const mayRead = usePermission('contracts.read');
  const counts = useOperation('reminders.count', undefined, { enabled: mayRead });
  if (!mayRead) return null;
  const waiting = counts.data?.waiting ?? 0;
  const label = waiting === 0 ? translate('reminders.bell.none') : translate('reminders.bell.some', { count: waiting });
  return (
    <Tooltip title={label}>
      <IconButton component={Link} to="/reminders" aria-label={label} size="small">
        <Badge badgeContent={waiting} color="error" max={99}>
          <NotificationsOutlinedIcon fontSize="small" />
        </Badge>
      </IconButton>
    </Tooltip>
  );
}
