import LockOutlinedIcon from '@mui/icons-material/LockOutlined';
import Box from '@mui/material/Box';
import Tooltip from '@mui/material/Tooltip';
import { useTranslate } from '../i18n/i18n.ts';

/** Stands for a value that the person's keys do not open. */
export function Withheld() {
  const translate = useTranslate();
  return (
    <Tooltip title={translate('ui.withheld.why')}>
      <Box
        component="span"
        tabIndex={0}
        sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.5, color: 'text.secondary' }}
      >
        <LockOutlinedIcon aria-hidden sx={{ fontSize: 15 }} />
        {translate('ui.withheld.label')}
      </Box>
    </Tooltip>
  );
}
