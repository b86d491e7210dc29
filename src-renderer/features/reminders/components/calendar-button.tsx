import CalendarMonthOutlinedIcon from '@mui/icons-material/CalendarMonthOutlined';
import Button from '@mui/material/Button';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useState } from 'react';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { useToast } from '../../../ui/use-toast.ts';

/** Writes the dates to come to a calendar file, with what they are about or without. */
export function CalendarButton() {
  const translate = useTranslate();
  const toast = useToast();
  const exporting = useCommand('reminders.exportCalendar');
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const run = async (withNames: boolean) => {
    setAnchor(null);
    const reply = await exporting.run({ withNames });
    if (!reply.ok) toast.failure(reply.error);
    else if (reply.value !== null) toast.success(translate('reminders.calendar.exported', { count: reply.value.count, path: reply.value.path }));
  };
  return (
    <>
      <Button variant="outlined" startIcon={<CalendarMonthOutlinedIcon />} loading={exporting.isRunning} aria-haspopup="menu" onClick={(event) => setAnchor(event.currentTarget)}>
        {translate('reminders.calendar.export')}
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        <MenuItem onClick={() => void run(true)}>{translate('reminders.calendar.withNames')}</MenuItem>
        <MenuItem onClick={() => void run(false)}>{translate('reminders.calendar.withoutNames')}</MenuItem>
      </Menu>
    </>
  );
}
